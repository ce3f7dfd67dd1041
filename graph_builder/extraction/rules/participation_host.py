"""Who held a meeting, and with whom: "عقد الأمين العام اجتماعا مع X وY", "اجتماع عقده X مع Y"."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import EventMention, PersonMention
from graph_builder.extraction.participations import Participations
from graph_builder.extraction.rules.listed import listed
from graph_builder.extraction.rules.speakers import speaker_of
from graph_builder.extraction.rules.triggers import saying, trigger, words

NAMES = ("participation.chair", "participation.attendee")
EXAMPLES = (
    (
        "وكان كريم العلمي قد عقد بمقر حزب الاستقلال بسلا اجتماعا مع سعيد الناصري الكاتب المحلي وفاطمة الزاوي.",
        ("كريم العلمي | chair", "سعيد الناصري | attendee", "فاطمة الزاوي | attendee"),
    ),
    (
        "عقد الأمين العام لحزب الاستقلال كريم العلمي لقاء مع مناضلي الحزب بسلا.",
        ("كريم العلمي | chair",),
    ),
    (
        "وسبق ذلك اجتماع عقده كريم العلمي الأمين العام لحزب الاستقلال بمقر الحزب بسلا مع سعيد الناصري الكاتب المحلي وفاطمة الزاوي.",
        ("كريم العلمي | chair", "سعيد الناصري | attendee", "فاطمة الزاوي | attendee"),
    ),
)
NEAR_MISSES = (
    "عقد حزب الاستقلال بسلا اجتماعا حول ملف كريم العلمي.",
    "ذكر كريم العلمي باجتماع عقده حزب الاستقلال بسلا مع أحزاب أخرى.",
    "ستعقد اللجنة التنفيذية لحزب الاستقلال اجتماعا مع كريم العلمي.",
)
_HOLDING: Final = trigger("conferring")
_HELD: Final = words("عقده عقدها عقدته عقدتها أجراه أجراها أجرته أجرتها")
"""Right after a meeting: who held it follows."""
_WHICH: Final = words("الذي التي كان كانت قد")
_WITH: Final = words("مع")
_REACH: Final = 14
"""Words from the verb to the meeting, or from its host to "with"."""
_NEAR: Final = 3
"""Words from the meeting to "with"."""


def read(tp: Participations) -> None:
    """Note who held each meeting that a person is told to have held, and those it was held with."""
    for s in tp.d.sentences:
        for k in saying(s, _HOLDING):
            host = speaker_of(tp, s, k)
            held = next((m for m in of_type(s, EventMention) if k < m.i <= k + _REACH), None)
            if host is not None and held is not None and host.i < held.i:
                _note(tp, s, held, host, max(held.j, host.j) + _NEAR)
        for k in saying(s, _HELD):
            held = _told_before(s, k)
            host = speaker_of(tp, s, k) if held is not None else None
            if host is not None and held is not None and host.i > k:
                _note(tp, s, held, host, host.j + _REACH)


def _told_before(s: Sentence, k: int) -> EventMention | None:
    """The meeting right before "which he held" at token ``k``."""
    before = [m for m in of_type(s, EventMention) if m.j <= k]
    between = range(before[-1].j, k) if before else ()
    return before[-1] if before and all(s.norm[x] in _WHICH for x in between) else None


def _note(tp: Participations, s: Sentence, held: EventMention, host: PersonMention, reach: int) -> None:
    """Note the host of a meeting, and those named after "with", which stands before token ``reach`` at the latest."""
    if held.kind != "meeting":
        return
    at = next((x for x in range(max(held.j, host.j), min(reach, len(s.norm))) if s.norm[x] in _WITH), None)
    others = listed(tp, s, at, many=True)[0] if at is not None else []
    for event in tp.events.of(held):
        tp.add(s, event, tp.d.person(host), "chair")
        for person in others:
            tp.add(s, event, tp.d.person(person), "attendee")
