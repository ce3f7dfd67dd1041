"""Candidates listed far from the word that says so: "المرشحين العشرة الأوائل ... على الشكل التالي: X، Y", "تصدر اللائحة X، Y"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import people_run
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import PersonMention, PlaceMention, RoleMention
from graph_builder.extraction.rules.status import of_many
from graph_builder.extraction.rules.triggers import LISTING, saying, says, words

NAMES = ("post.candidates_listed",)
EXAMPLES = (
    (
        "رتب حزب الاستقلال المرشحات والمرشحين العشرة الأوائل في اللائحة الوطنية الخاصة بالشباب على الشكل التالي: كريم العلمي، منى الزين، حميد التازي.",
        (
            "كريم العلمي | المرشح | | حزب الاستقلال | | candidate",
            "حميد التازي | المرشح | | حزب الاستقلال | | candidate",
        ),
    ),
    (
        "كشف حزب الاستقلال عن أسماء المترشحين للانتخابات المقبلة. وتصدر اللائحة كريم العلمي، منى الزين، حميد التازي.",
        ("كريم العلمي | المترشح | | حزب الاستقلال", "حميد التازي | المترشح | | حزب الاستقلال | | candidate"),
    ),
)
NEAR_MISSES = (
    "كشف حزب الاستقلال عن أسماء المرشحين، وحضر اللقاء كريم العلمي، منى الزين، حميد التازي.",
    "استقبل المرشحون الضيوف على الشكل التالي: كريم العلمي بسلا، منى الزين بتمارة، حميد التازي بسطات.",
    "رتب حزب الاستقلال أنشطته على الشكل التالي: كريم العلمي، منى الزين، حميد التازي.",
    "تصدر اللائحة كريم العلمي، وحضرت منى الزين وحميد التازي.",
)
_LEADING: Final = words("تصدر تصدرت يتصدر تتصدر ضمت تضم")
_LIST: Final = words("لائحة اللائحة القائمة قائمة")
_FEWEST: Final = 3
"""Names: fewer are told by other rules."""
_FAR: Final = 24
"""Tokens from "the candidates" to the first name."""
_BACK: Final = 3
"""Sentences back to "the candidates"."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield the candidates of lists opened by a phrase."""
    for role in of_type(s, RoleMention):
        first = next((p for p in of_type(s, PersonMention) if p.i >= role.j), None)
        if _is_of_candidates(role) and first is not None and _is_listed(s, role, first):
            yield from _list(d, s, first, role)
    for k in saying(s, _LEADING):
        first = next((p for p in of_type(s, PersonMention) if p.i == k + 2), None)
        role_before = _told_before(d, s) if first is not None and says(s, k + 1, _LIST) else None
        if first is not None and role_before is not None:
            yield from _list(d, s, first, role_before)


def _is_of_candidates(role: RoleMention) -> bool:
    return role.key == "candidate" and of_many(role) and not role.places and role.body is None


def _is_listed(s: Sentence, role: RoleMention, first: PersonMention) -> bool:
    """Whether "as follows" and a colon stand between, right before the first name."""
    between = range(role.j, first.i)
    again = any(_is_of_candidates(r) for r in of_type(s, RoleMention) if role.j <= r.i < first.i)
    listing = any(says(s, k, LISTING) for k in between) and not again
    return 1 < len(between) <= _FAR and listing and any(s.is_sign(k, ":") for k in between[-2:])


def _told_before(d: Discourse, s: Sentence) -> RoleMention | None:
    """The candidates that a sentence before tells of."""
    near = d.sentences[max(0, s.index - _BACK) : s.index][::-1]
    return next((r for other in near for r in of_type(other, RoleMention) if _is_of_candidates(r)), None)


def _list(d: Discourse, s: Sentence, first: PersonMention, role: RoleMention) -> Iterator[Holding]:
    run = people_run(s, s.mentions.index(first), 1, d.vocabulary)
    after = {p.i for p in of_type(s, PlaceMention)}
    if len(run) < _FEWEST or any(person.j in after for person in run):
        return  # "X بسلا، Y بسطات": the office of each is at his place
    for person in run:
        yield Holding(person, replace(role, modified=True), s, NAMES[0], 0.85, "candidate")
