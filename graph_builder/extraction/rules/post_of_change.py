"""Who came to a body or an office after whom: "انضم X إلى المكتب السياسي", "خلف X Y في الكتابة الإقليمية"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import people_run
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.mention_kinds import PersonMention
from graph_builder.extraction.mentions.roles import read_role
from graph_builder.extraction.rules.triggers import saying, says, words

NAMES = ("post.joined", "post.replaced")
EXAMPLES = (
    (
        "صادقت اللجنة المركزية على ضم كريم العلمي ومنى الزين إلى المكتب السياسي لحزب التقدم والاشتراكية.",
        (
            "كريم العلمي | عضو | المكتب السياسي | حزب التقدم والاشتراكية | | elected",
            "منى الزين | عضو | المكتب السياسي | حزب التقدم والاشتراكية | | elected",
        ),
    ),
    (
        "انضم كريم العلمي إلى المكتب السياسي لحزب التقدم والاشتراكية.",
        ("كريم العلمي | عضو | المكتب السياسي | حزب التقدم والاشتراكية | | elected",),
    ),
    (
        "خلف كريم العلمي السيد سعيد الناصري في الكتابة الإقليمية لحزب الاستقلال بسطات.",
        (
            "كريم العلمي | الكاتب الإقليمي | | حزب الاستقلال | سطات | elected",
            "سعيد الناصري | الكاتب الإقليمي | | حزب الاستقلال | سطات | former",
        ),
    ),
)
NEAR_MISSES = (
    "انضم كريم العلمي إلى حزب الاستقلال.",
    "خلف كريم العلمي وراءه سعيد الناصري.",
    "التحق كريم العلمي بالشبيبة الاستقلالية.",
)
_JOINING: Final = words("انضم انضمت التحق التحقت صعد صعدت دخل دخلت ولج ولجت")
_REPLACING: Final = words("خلف خلفت يخلف تخلف ليخلف لتخلف")
_TAKING_IN: Final = words("ضم بضم لضم إلحاق بإلحاق")
_NEAR: Final = 3
"""Words from "taking in" to the name."""
_TO: Final = words("إلى الى")
_IN: Final = words("في على")


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield those who joined a body, and the new and the former holder of an office."""
    if saying(s, _JOINING):
        yield from _joined(s)
    for k in saying(s, _TAKING_IN):
        yield from _taken_in(d, s, k)
    if saying(s, _REPLACING):
        yield from _replaced(d, s)


def _joined(s: Sentence) -> Iterator[Holding]:
    """ "انضم X إلى المكتب السياسي": a new member of a body that people are chosen for."""
    for person in of_type(s, PersonMention):
        if person.i == 0 or not any(says(s, n, _JOINING) for n in range(max(0, person.i - 2), person.i)):
            continue
        at = person.j + (person.j < len(s.norm) and s.norm[person.j] in _TO)
        body = next((b for b in bodies_in(s) if at <= b.i <= at + 1 and b.kind == "party"), None)
        joins = body is not None and (body.prefix == "ب" or at > person.j) and body.level not in (None, "parallel")
        if body is not None and joins and body.number == "singular":
            yield Holding(person, office_of(body, "عضو", "member"), s, "post.joined", 0.75, "elected")


def _taken_in(d: Discourse, s: Sentence, k: int) -> Iterator[Holding]:
    """ "ضم X وY إلى المكتب السياسي": new members whom others took in."""
    first = next((p for p in of_type(s, PersonMention) if 0 < p.i - k <= _NEAR), None)
    run = people_run(s, s.mentions.index(first), 1, d.vocabulary) if first is not None else []
    at = run[-1].j if run else len(s.norm)
    body = next((b for b in bodies_in(s) if b.i == at + 1 and b.kind == "party"), None)
    if body is not None and s.norm[at] in _TO and body.level not in (None, "parallel") and body.number == "singular":
        for person in run:
            yield Holding(person, office_of(body, "عضو", "member"), s, "post.joined", 0.75, "elected")


def _replaced(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "خلف X Y في الكتابة الإقليمية": the new holder and the former one of an office told after both."""
    for first, second in pairwise(m for m in s.mentions if isinstance(m, PersonMention)):
        if first.i == 0 or not any(says(s, n, _REPLACING) for n in range(max(0, first.i - 2), first.i)):
            continue
        at = second.j + 1
        near = first.j <= second.i <= first.j + 2 and second.j < len(s.norm) and s.norm[second.j] in _IN
        word = near and at < len(s.norm) and s.tokens[at].word.kind == "word"
        role = read_role(s, at, d.vocabulary, "office") if word else None
        if role is not None and role.modified:
            yield Holding(first, role, s, "post.replaced", 0.75, "elected")
            yield Holding(second, role, s, "post.replaced", 0.75, "former")
