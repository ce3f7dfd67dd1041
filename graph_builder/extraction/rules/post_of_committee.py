"""Who heads a committee and who sits on it, told in one breath: "لجنة كذا برئاسة X، وعضوية Y أمين المال، وZ"."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import BodyMention, PersonMention, Sentence, of_type
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.rules.triggers import saying, words

NAMES = ("post.head_and_members",)
EXAMPLES = (
    (
        "اعتمد حزب الاستقلال لجنة الترشيحات برئاسة كريم العلمي، وعضوية سعيد الناصري أمين العضوية، وفاطمة الزاوي.",
        (
            "كريم العلمي | رئيس | لجنة الترشيحات",
            "سعيد الناصري | عضو | لجنة الترشيحات",
            "فاطمة الزاوي | عضو | لجنة الترشيحات",
        ),
    ),
)
NEAR_MISSES = (
    "عقدت لجنة الترشيحات لحزب الاستقلال برئاسة كريم العلمي اجتماعا حضره سعيد الناصري.",
    "عقدت لجنة الترشيحات لحزب الاستقلال اجتماعا برئاسة كريم العلمي، وعضوية الحزب مفتوحة أمام سعيد الناصري.",
)
_UNDER = words("برئاسة بتنسيق")
_SEATS = words("عضوية بعضوية")
_REACH = 12
"""Words from the head to "and with the membership of"."""
_OTHER_WORDS = ("www", ":", ".")
"""Between two people these say that the list has ended."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield head and members of a body where both are told of it."""
    for k in saying(s, _UNDER):
        body = next((b for b in bodies_in(s) if b.j == k and b.number == "singular"), None)
        head = next((p for p in of_type(s, PersonMention) if p.i > k), None)
        seats = next((n for n in saying(s, _SEATS) if k < n), None)
        if body is None or head is None or seats is None or not head.j <= seats <= head.j + _REACH:
            continue
        members = _members(d, s, seats)
        if members:
            yield _holding(s, head, body, "رئيس", "president")
            yield from (_holding(s, member, body, "عضو", "member") for member in members)


def _members(d: Discourse, s: Sentence, seats: int) -> list[PersonMention]:
    """The people after "membership of", through their offices, until other words follow."""
    people: list[PersonMention] = []
    told = [m for m in s.mentions if m.i > seats]
    if not told or not isinstance(told[0], PersonMention) or told[0].i - seats > 2:
        return []
    for n, m in enumerate(told):
        if n and any(sign in gap(s, told[n - 1], m, d.vocabulary) for sign in _OTHER_WORDS):
            break
        if isinstance(m, PersonMention):
            people.append(m)
    return people


def _holding(s: Sentence, person: PersonMention, body: BodyMention, lemma: str, key: str) -> Holding:
    return Holding(person, office_of(body, lemma, key), s, "post.head_and_members", 0.85)
