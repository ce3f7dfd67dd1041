"""An office whose holder is the subject of a clause before: "تقدم X على Y، فأصبح كاتبا وطنيا", "X ... بعد انتخابه رئيسا"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import PersonMention, RoleMention
from graph_builder.extraction.rules.triggers import says, trigger

NAMES = ("post.of_subject",)
EXAMPLES = (
    (
        "تقدم كريم العلمي على سعيد الناصري بعشرين صوتا، فأصبح كاتبا وطنيا للشبيبة الاستقلالية.",
        ("كريم العلمي | كاتب وطني | الشبيبة الاستقلالية | حزب الاستقلال | | elected",),
    ),
    (
        "حصل كريم العلمي على 73 صوتا، ليتم الإعلان عن انتخابه أمينا عاما لحزب الاستقلال، بينما حصل سعيد الناصري على 41 صوتا.",
        ("كريم العلمي | أمين عام | | حزب الاستقلال | | elected",),
    ),
)
NEAR_MISSES = (
    "حضر اللقاء مع كريم العلمي من أصبح كاتبا وطنيا للشبيبة الاستقلالية.",
    "استقبل كريم العلمي سعيد الناصري الذي أصبح كاتبا وطنيا للشبيبة الاستقلالية.",
    "قال كريم العلمي إن الحزب انتخب كاتبا وطنيا للشبيبة الاستقلالية.",
)
_BECOMING: Final = trigger("becoming")
_FIRST: Final = 4
"""Tokens of the clause before the name of its subject: a verb, a title."""


def holdings(_: Discourse, s: Sentence, found: Sequence[Holding]) -> Iterator[Holding]:
    """Yield the subject of the sentence with the office that a further verb of it says he came to, if no other has it."""
    for role in of_type(s, RoleMention):
        if role.form.case != "accusative" or role.form.number != "singular" or role.event or role.i == 0:
            continue
        if not says(s, role.i - 1, _BECOMING) or any(h.sentence is s and h.role.i == role.i for h in found):
            continue
        person = _subject(s, role)
        if person is not None:
            yield Holding(person, role, s, NAMES[0], 0.7, "elected")


def _subject(s: Sentence, role: RoleMention) -> PersonMention | None:
    """The first name of the sentence, right after its first verb; no other clause may have its own subject between."""
    people = [p for p in of_type(s, PersonMention) if p.j <= role.i]
    return people[0] if people and not people[0].prefix and people[0].i < _FIRST else None
