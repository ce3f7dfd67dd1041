"""Who received a delegation, and who came with it."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.discourse import parties_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.events import Event
from graph_builder.extraction.mention_kinds import EventMention, PersonMention
from graph_builder.extraction.mentions.meetings import DELEGATION
from graph_builder.extraction.participations import Participations
from graph_builder.extraction.rules.listed import listed
from graph_builder.extraction.rules.speakers import speaker_of
from graph_builder.extraction.rules.triggers import says, trigger
from graph_builder.model import Capacity

NAMES = ("participation.chair", "participation.guest", "participation.attendee")
EXAMPLES = (
    (
        "استقبل الأمين العام لحزب الاستقلال كريم العلمي بالرباط وفدا عن جمعية الأمل ترأسه سعيد الناصري.",
        ("كريم العلمي | chair", "سعيد الناصري | guest"),
    ),
    (
        "استقبل الأمين العام لحزب الاستقلال كريم العلمي وفدا جمعويا. وضم الوفد فاطمة الزاوي وحميد التازي.",
        ("كريم العلمي | chair", "فاطمة الزاوي | guest", "حميد التازي | guest"),
    ),
    (
        "أجرى الأمين العام لحزب الاستقلال كريم العلمي مباحثات بالرباط مع وفد عن حزب الأمة يقوده سعيد الناصري.",
        ("كريم العلمي | chair", "سعيد الناصري | guest"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا يوم 4 ماي 2019. وضم وفد المكتب السياسي فاطمة الزاوي وحميد التازي.",
        ("فاطمة الزاوي | attendee", "حميد التازي | attendee"),
    ),
)
NEAR_MISSES = ("استقبل سكان سلا خبر انتخاب كريم العلمي بارتياح داخل حزب الاستقلال.",)
_RECEIVING: Final = trigger("receiving") | trigger("conferring")
_LEADING: Final = trigger("leading")


def read(tp: Participations) -> None:
    """Note host and guests of each sentence that tells of a delegation."""
    for s in tp.d.sentences:
        if DELEGATION.isdisjoint(s.bare):
            continue
        at = next((k for k in range(len(s.norm)) if s.bare[k] in DELEGATION), None)
        event = _event(tp, s, at) if at is not None and s.paragraph >= 0 else None
        if event is not None and at is not None:
            _host(tp, s, at, event)
            _guests(tp, s, at, event)


def _event(tp: Participations, s: Sentence, at: int) -> Event | None:
    """The talks or the reception of the delegation at token ``at``: of its sentence, else told before."""
    here = [e for m in of_type(s, EventMention) if m.i <= at for e in tp.events.of(m)]
    return here[-1] if here else tp.events.focus(s)


def _host(tp: Participations, s: Sentence, at: int, event: Event) -> None:
    verb = next((k for k in range(at) if says(s, k, _RECEIVING)), None)
    person = speaker_of(tp, s, verb) if verb is not None else None
    if verb is not None and person is None:
        person = next((m for m in of_type(s, PersonMention) if verb < m.i < at), None)
    if person is not None:
        tp.add(s, event, tp.d.person(person), "chair")


def _guests(tp: Participations, s: Sentence, at: int, event: Event) -> None:
    """ "وفدا ... يترأسه X ويضم Y وZ", "وضم الوفد X وY"."""
    leading = [k for k in range(len(s.norm)) if says(s, k, _LEADING) and (k > at or k == at - 1)]
    for k in leading:
        people, _ = listed(tp, s, max(k, at) if k < at else k, many=True)
        capacity: Capacity = "attendee" if event.mention.head not in DELEGATION and _is_own(tp, s, at) else "guest"
        for person in people:
            tp.add(s, event, tp.d.person(person), capacity)


def _is_own(tp: Participations, s: Sentence, at: int) -> bool:
    """Whether the delegation is of the article's own party, no guest of it: no other party is told beside it."""
    main = tp.d.main_party
    told = [party for party in parties_in(s) if party.via != "anaphor" and party.i > at]
    return main is not None and all(party.name == main.name for party in told)
