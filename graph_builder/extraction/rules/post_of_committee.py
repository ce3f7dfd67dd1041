"""Who heads a committee and who sits on it, told in one breath: "لجنة كذا برئاسة X، وعضوية Y أمين المال، وZ"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.mention_kinds import BodyMention, PersonMention
from graph_builder.extraction.rules.triggers import saying, words

NAMES = ("post.head_and_members",)
EXAMPLES = (
    (
        "عقد فرع حزب الاستقلال بسلا جمعه العام. وتم انتخاب المكتب الجديد برئاسة كريم العلمي، ونيابة منى الزين، وعضوية كل من سعيد الناصري وحميد التازي.",
        ("كريم العلمي | رئيس", "منى الزين | نائب", "سعيد الناصري | عضو", "حميد التازي | عضو"),
    ),
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
_UNDER: Final = words("برئاسة بتنسيق")
_DEPUTIES: Final = words("نيابة بنيابة")
_SEATS: Final = words("عضوية بعضوية")
_NEXT: Final = 3
"""Words from "membership" to the first name, "each of" between."""
_REACH: Final = 12
"""Words from the head to "and with the membership of"."""
_OTHER_WORDS: Final = ("www", ":", ".")
"""Between two people these say that the list has ended."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield head and members of a body where both are told of it."""
    for k in saying(s, _UNDER):
        body = next((b for b in bodies_in(s) if b.number == "singular" and _ends_at(d, s, b, k)), None)
        head = next((p for p in of_type(s, PersonMention) if p.i > k), None)
        seats = next((n for n in saying(s, _SEATS) if k < n), None)
        if body is None or head is None or seats is None or not head.j <= seats <= head.j + _REACH:
            continue
        members = _members(d, s, seats)
        if members:
            deputies = [p for n in saying(s, _DEPUTIES) if k < n < seats for p in _next(s, n)]
            if body.generic:
                body = d.full_body(s, body)  # "انتخب المكتب الجديد برئاسة X"
            yield _holding(s, head, body, "رئيس", "president")
            yield from (_holding(s, deputy, body, "نائب", "deputy") for deputy in deputies)
            yield from (_holding(s, member, body, "عضو", "member") for member in members)


def _ends_at(d: Discourse, s: Sentence, body: BodyMention, k: int) -> bool:
    """Whether a body ends before token ``k``, "new" and the like not counted."""
    return body.core <= body.j <= k and all(s.bare[n] in d.vocabulary.bodies.passing for n in range(body.j, k))


def _next(s: Sentence, k: int) -> list[PersonMention]:
    """The name right after token ``k``, a title of courtesy between."""
    return [p for p in of_type(s, PersonMention) if 0 < p.i - k <= 2][:1]


def _members(d: Discourse, s: Sentence, seats: int) -> list[PersonMention]:
    """The people after "membership of", through their offices, until other words follow."""
    people: list[PersonMention] = []
    told = [m for m in s.mentions if m.i > seats]
    if not told or not isinstance(told[0], PersonMention) or told[0].i - seats > _NEXT:
        return []
    for n, m in enumerate(told):
        if n and any(sign in gap(s, told[n - 1], m, d.vocabulary) for sign in _OTHER_WORDS):
            break
        if isinstance(m, PersonMention):
            people.append(m)
    return people


def _holding(s: Sentence, person: PersonMention, body: BodyMention, lemma: str, key: str) -> Holding:
    return Holding(person, office_of(body, lemma, key), s, "post.head_and_members", 0.85)
