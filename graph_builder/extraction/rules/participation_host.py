"""Who held a meeting, and with whom: "عقد الأمين العام اجتماعا مع X وY"."""

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
)
NEAR_MISSES = (
    "عقد حزب الاستقلال بسلا اجتماعا حول ملف كريم العلمي.",
    "ستعقد اللجنة التنفيذية لحزب الاستقلال اجتماعا مع كريم العلمي.",
)
_HOLDING: Final = trigger("conferring")
_WITH: Final = words("مع")
_REACH: Final = 14
"""Words from the verb to the meeting."""
_NEAR: Final = 3
"""Words from the meeting to "with"."""


def read(tp: Participations) -> None:
    """Note who held each meeting that a person is told to have held, and those it was held with."""
    for s in tp.d.sentences:
        for k in saying(s, _HOLDING):
            host = speaker_of(tp, s, k)
            held = next((m for m in of_type(s, EventMention) if k < m.i <= k + _REACH), None)
            if host is None or held is None or host.i > held.i or held.kind != "meeting":
                continue
            for event in tp.events.of(held):
                tp.add(s, event, tp.d.person(host), "chair")
                for person in _others(tp, s, held):
                    tp.add(s, event, tp.d.person(person), "attendee")


def _others(tp: Participations, s: Sentence, held: EventMention) -> list[PersonMention]:
    """Those named after "with"."""
    at = next((x for x in range(held.i + 1, min(held.i + 1 + _NEAR, len(s.norm))) if s.norm[x] in _WITH), None)
    return listed(tp, s, at, many=True)[0] if at is not None else []
