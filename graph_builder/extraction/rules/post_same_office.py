"""An office told as the one told before: "عين فلان منسقا جهويا بأ، وسيتولى علان نفس المهمة بب", "ليشغل المنصب ذاته"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from graph_builder.extraction.discourse import Discourse, places_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import PersonMention, PlaceMention
from graph_builder.extraction.rules.triggers import saying, words

NAMES = ("post.same_office",)
EXAMPLES = (
    (
        "عين حزب الاستقلال كريم العلمي منسقا جهويا بسوس ماسة، بينما سيتولى سعيد الناصري نفس المهمة بدرعة تافيلالت.",
        ("سعيد الناصري | منسق جهوي | | حزب الاستقلال | درعة-تافيلالت | elected",),
    ),
    (
        "نصب كريم العلمي مفتشا لحزب الاستقلال بإقليم تارودانت، وانتقل سعيد الناصري إلى إقليم طاطا ليشغل به المهمة نفسها.",
        ("سعيد الناصري | مفتش | | حزب الاستقلال | طاطا | elected",),
    ),
)
NEAR_MISSES = (
    "عين حزب الاستقلال كريم العلمي منسقا جهويا، وأشاد سعيد الناصري بنفس المناسبة بالعمل.",
    "قال كريم العلمي، الكاتب الإقليمي لحزب الاستقلال، إنه في المهمة نفسها منذ سنة.",
)
_SAME: Final = words("نفس بنفس ذات بذات")
_ITSELF: Final = words("نفسها نفسه ذاتها ذاته عينها عينه")
_OFFICE: Final = words("المهمة المنصب المسؤولية المهام بالمهمة بالمنصب الصفة بالصفة")
_NEAR: Final = 12
"""Words between who takes the office and "the same office"."""


def holdings(d: Discourse, s: Sentence, found: Sequence[Holding]) -> Iterator[Holding]:
    """Yield who holds elsewhere the office that ``found`` tells of somebody named before."""
    for k in saying(s, _OFFICE):
        same = s.norm[k - 1 : k] and s.norm[k - 1] in _SAME
        itself = k + 1 < len(s.norm) and s.norm[k + 1] in _ITSELF
        person = next((p for p in of_type(s, PersonMention)[::-1] if p.j <= k and k - p.j <= _NEAR), None)
        if person is None or not (same or itself):
            continue
        earlier = [h for h in found if h.sentence.index == s.index and h.person.i < person.i]
        earlier = earlier or [h for h in found if h.sentence.index == s.index - 1]
        place = _place(s, person, k)
        others = [h for h in earlier if d.person(h.person) != d.person(person)]
        if others and place is not None:
            role = replace(others[-1].role, places=[place], former=False)
            yield Holding(person, role, s, "post.same_office", 0.75, "elected", others[-1].text, others[-1].body)


def _place(s: Sentence, person: PersonMention, k: int) -> PlaceMention | None:
    """The place between the name and the office, else the one right after the office."""
    between = [p for p in places_in(s) if person.j <= p.i < k]
    after = [p for p in places_in(s) if k < p.i <= k + 2]
    found = between[-1:] or after[:1]
    return found[0] if found else None
