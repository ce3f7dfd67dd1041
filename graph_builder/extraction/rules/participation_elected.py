"""Those whose election the article reports take part in the gathering that elected them, else in the election."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.event_behind import is_behind
from graph_builder.extraction.events import Event
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import BodyMention, DateMention, EventMention, PersonMention
from graph_builder.extraction.participations import Participations, Told
from graph_builder.extraction.rules.roster import is_line
from graph_builder.extraction.rules.triggers import (
    ELECTING,
    first_of,
    last_of,
    saying,
    says,
    tells,
    trigger,
    words,
)

NAMES = ("participation.elected",)
EXAMPLES = (
    ("انعقد المؤتمر الإقليمي لحزب الاستقلال بسطات وانتخب سعيد الناصري كاتبا إقليميا.", ("سعيد الناصري | elected",)),
    (
        "أفرز المؤتمر المحلي لحزب الاستقلال بسلا مكتبا جديدا. وأسندت أمانة المال إلى سعيد الناصري.",
        ("سعيد الناصري | elected",),
    ),
    (
        "انتخب المؤتمر المحلي لحزب الاستقلال بسلا منى الزين كاتبة محلية. أما أعضاء المكتب فهم كريم العلمي، سعيد الناصري.",
        ("منى الزين | elected", "كريم العلمي | elected", "سعيد الناصري | elected"),
    ),
    (
        "أفرز المؤتمر الإقليمي لحزب الاستقلال بسلا المكتب الإقليمي. ونوه الجميع به. أما أعضاء المكتب الإقليمي فهم منى الزين وكريم العلمي.",
        ("منى الزين | elected", "كريم العلمي | elected"),
    ),
    (
        "انتخب المجلس الوطني لحزب الاستقلال، يوم 4 ماي 2019 بسلا، سعيد الناصري أمينا عاما للحزب.",
        ("سعيد الناصري | elected",),
    ),
    (
        "صادق المجلس الوطني لحزب الاستقلال في دورته بسلا على لائحة المكتب السياسي. ويضم المكتب السياسي كريم العلمي ومنى الزين.",
        ("كريم العلمي | elected", "منى الزين | elected"),
    ),
)
NEAR_MISSES = (
    "توافق أعضاء المكتب المحلي لحزب الاستقلال بسلا على سعيد الناصري أمينا للمال.",
    "انتخب المؤتمر المحلي لحزب الاستقلال بسلا مكتبا جديدا. وحضر الأشغال كريم العلمي كاتب الفرع وسعيد الناصري رئيس الجماعة.",
    "أشرف على لقاء حزب الاستقلال بسلا الكاتب المحلي كريم العلمي ونائبه سعيد الناصري.",
    "عقد حزب الاستقلال بسلا لقاء تنظيميا. وأسندت رئاسة اللجنة إلى سعيد الناصري.",
    "انعقد المؤتمر الإقليمي لحزب الاستقلال بسطات برئاسة سعيد الناصري كاتبه الإقليمي.",
    "انتخب المؤتمر المحلي لحزب الاستقلال بسلا مكتبا. وكان من بين الحضور الكاتب المحلي للحزب بتمارة سعيد الناصري.",
)
FULL: Final = len("2017-04-23")
_MEETING: Final = "اجتماع"
_CHOSE: Final = trigger("chose")
_COUNCILS: Final = words("مجلس لجنة هيئة")
_ELECTION: Final = "انتخاب"
_APPOINTING: Final = "post.portfolio_by_verb"
_PREDECESSOR: Final = "post.predecessor"
_DEPUTY: Final = "post.deputy_by_pronoun"
_LISTED: Final = ("post.role_of_list",)
_OF_BODY: Final = ("post.role_of_list", "post.of_list")
_APPROVED: Final = trigger("winners") | trigger("approving")
"""What a council does that elects: it approves a list."""
_BODY_ELECTED: Final = trigger("choosing") | trigger("yielding") | _APPROVED
_BODY_REACH: Final = 4
"""Words from an election to the body that was elected, beside the gathering that elected it."""
_FEW: Final = 2
"""Words of a list besides its names and offices."""
_TOLD: Final = trigger("chairing") | trigger("attending") | trigger("speaking") | trigger("training")
"""What a sentence that goes on with the officers elected does not say."""
_THERE: Final = words("الحضور حضر حضرت حضره حضرها حضرته بحضور تناوب تناوبت تعاقب تعاقبت كلمات")
"""The verbs of those who were there, or spoke in turn."""
_GIVEN: Final = ("post.by_office", "post.replaced", "post.successor", "post.same_office")
_NEAR: Final = 2
"""Sentences back to which a vote, or an assembly, makes the giving of an office part of it."""
APPOINTING: Final = trigger("appointing")
ELECTED: Final = trigger("elected")
_ASSEMBLIES: Final = ("congress", "general_assembly")
_ELECTORS: Final = ("congress", "general_assembly", "meeting")


def read(tp: Participations) -> None:
    """Note those whose election the article reports take part as elected, in the election or the gathering that elected."""
    voted = any(first_of(s, ELECTED) is not None for s in tp.d.sentences)
    approved = any(first_of(s, _APPROVED) is not None for s in tp.d.sentences)
    with_them = _told_with_elected(tp)
    for h in tp.holdings:
        if (
            (_is_elected(tp, h) or (h.status == "current" and h.sentence.index in with_them))
            and (h.rule != _APPOINTING or h.sentence.index in with_them)
            and not _appointed(tp, h)
        ):
            event = electing(tp, h.sentence) or _open(tp, h)
            if event is not None and (voted or event.kind in _ASSEMBLIES or (approved and _elects(event))):
                _date_by(event, h)
                if _otherwise(tp, h):
                    continue
                tp.add(h.sentence, event, tp.d.person(h.person), "elected")


def _is_elected(tp: Participations, h: Holding) -> bool:
    """Whether the office is told as won; a deputy's as that of the one he is deputy of."""
    here = [o for o in tp.holdings if o.sentence is h.sentence]
    if any(o.rule == _PREDECESSOR and tp.d.person(o.person) == tp.d.person(h.person) for o in here):
        return False
    won = any(o.status == "elected" for o in here)
    return h.status == "elected" or (h.status == "current" and h.rule == _DEPUTY and won)


def _told_with_elected(tp: Participations) -> set[int]:
    """The sentences that go on with a list of officers of whom some are told as elected.

    "انتخب X كاتبا. أما الأعضاء فهم Y وZ": those of a list of one office, or of a line, right after the elected.
    """
    won = {h.sentence.index for h in tp.holdings if h.status == "elected"}
    going_on: set[int] = set()
    elected = _elected_bodies(tp)
    for h in sorted(tp.holdings, key=lambda h: h.sentence.index):
        s, body = h.sentence, h.role.body or h.body
        beside = s.index in won or s.index - 1 in won or s.index - 1 in going_on
        listed = h.rule in _LISTED or _is_list(s)
        of_it = h.rule in _OF_BODY and body is not None and elected.get(body.head, len(tp.d.sentences)) <= s.index
        if ((beside and listed) or of_it) and h.status == "current" and not tells(s, _TOLD):
            going_on.add(s.index)
    return going_on


def _elected_bodies(tp: Participations) -> dict[str, int]:
    """The heads of the bodies of which it is told that they were elected, with the first sentence that tells so."""
    found: dict[str, int] = {}
    for s in tp.d.sentences:
        for k in saying(s, _BODY_ELECTED):
            gathering = sum(m.j - m.i for m in of_type(s, EventMention) if k < m.i)
            body = next((b for b in of_type(s, BodyMention) if 0 < b.i - k <= _BODY_REACH + gathering), None)
            if body is not None and body.kind == "party" and body.number == "singular":
                found.setdefault(body.head, s.index)
    return found


def _is_list(s: Sentence) -> bool:
    """Whether a sentence is names and offices and little else."""
    told = sum(m.j - m.i for m in s.mentions)
    return sum(token.word.kind == "word" for token in s.tokens) - told <= _FEW


def _appointed(tp: Participations, h: Holding) -> bool:
    """Whether the office was given by somebody and not by a vote; one given by name needs a vote told beside it."""
    s = h.sentence
    appointing, elected = first_of(s, APPOINTING) is not None, first_of(s, ELECTED) is not None
    if h.rule not in _GIVEN:
        return appointing and not elected
    near = [other for other in tp.d.sentences[max(0, s.index - _NEAR) : s.index + 1] if other.paragraph >= 0]
    voted = any(first_of(other, ELECTED) is not None for other in near)
    assembly = any(
        e.kind in _ASSEMBLIES for other in near for m in of_type(other, EventMention) for e in tp.events.of(m)
    )
    return appointing or not (voted or assembly)


def _otherwise(tp: Participations, h: Holding) -> bool:
    """Whether the sentence tells the holder as chair, rapporteur or trainer of an event: his office is not from it."""
    s, at = h.sentence, h.person.i
    if last_of(s, _THERE, at) > last_of(s, ELECTING, at):
        return True
    return (s.index, tp.d.person(h.person)) in tp.present_in


def _date_by(event: Event, h: Holding) -> None:
    """The gathering that elected has the day and the place told of the election, if it has none of its own."""
    days = [m.date for m in of_type(h.sentence, DateMention) if m.date and len(m.date) == FULL and "X" not in m.date]
    if event.date is None and len(days) == 1:
        event.date = days[0]
    if event.place is None and h.role.places:
        event.place = h.role.places[0].name


def _open(tp: Participations, h: Holding) -> Event | None:
    """The election itself, where no gathering is told but a day: of the body, else to the office."""
    if first_of(_opener(tp, h.sentence), ELECTED) is None:
        return None
    body = h.role.body or h.body
    place = h.role.places[0].name if h.role.places else _place(body)
    if (council := _council(h)) is not None:
        label = f"{_MEETING} {council.name}"
        event = tp.events.open_meeting(h.sentence, h.role.i, label, council, _place(council))
    else:
        label = f"{_ELECTION} {body.name if body else h.role.text}"
        event = tp.events.open_election(h.sentence, h.role.i, label, body, place)
    event.date = event.date or _day_of_lead(tp)
    _date_by(event, h)
    if event.date is None:
        tp.events.all.remove(event)
        return None
    return event


def _place(body: BodyMention | None) -> str | None:
    return body.place.name if body is not None and body.place is not None else None


def _council(h: Holding) -> BodyMention | None:
    """ "انتخب المجلس الوطني لحزب كذا X أمينا عاما": the council right after the verb met to elect."""
    s = h.sentence
    for m in of_type(s, BodyMention):
        verb = m.i > 0 and says(s, m.i - 1, _CHOSE)
        if verb and m.i < h.person.i and m.kind == "party" and m.number == "singular" and m.head in _COUNCILS:
            return m
    return None


def _opener(tp: Participations, s: Sentence) -> Sentence:
    """The sentence whose colon opens the lines of which ``s`` is one; ``s`` itself if it is no line."""
    before = s
    while before.index > 0 and (before is s or is_line(before)):
        before = tp.d.sentences[before.index - 1]
    return before if is_line(s) and before.norm[-1:] == [":"] else s


def _day_of_lead(tp: Participations) -> str | None:
    """The one day that the lead tells with an election."""
    lead = (s for s in tp.d.sentences if -1 <= s.paragraph <= 1 and first_of(s, ELECTED) is not None)
    days = {
        m.date for s in lead for m in of_type(s, DateMention) if m.date and len(m.date) == FULL and "X" not in m.date
    }
    return days.pop() if len(days) == 1 else None


def electing(tp: Participations, s: Sentence) -> Event | None:
    """Return the gathering that elected: one of the sentence, else the last told before that may elect; an election.

    An assembly or the meeting of a council before any other meeting; what the text only looks back to comes last.
    """
    here = _told_in(tp, s)
    opener = _opener(tp, s)
    if not here and opener is not s and first_of(opener, ELECTED) is not None:
        here = _told_in(tp, opener)[::-1]
    if s.index not in tp.told_before:
        tp.told_before[s.index] = _told_before(tp, s)
    before = [*here[::-1], *tp.told_before[s.index]]
    fresh = [told for told in before if not told.back]
    ranked = (
        [told for told in here if not told.back and told.event.kind in _ELECTORS],
        [told for told in fresh if _elects(told.event) and not told.event.referred],
        [told for told in here if told.event.kind in _ELECTORS],
        [told for told in before if _elects(told.event) and not told.event.referred],
    )
    for pool in (*([told.event for told in pool] for pool in ranked), *_others(tp, [told.event for told in before])):
        held = [e for e in pool if e.status == "held"]
        if held:
            return held[0]
    return None


def _others(tp: Participations, before: list[Event]) -> tuple[list[Event], ...]:
    """What may have elected where no assembly and no council is told: any meeting, then an election."""
    single = [e for e in before if e.mention.form.number == "singular"]
    return (
        [e for e in before if e.kind in _ELECTORS and not e.referred],
        [e for e in tp.events.all if e.kind in _ELECTORS and not e.referred],
        [e for e in before if e.kind in _ELECTORS],
        [e for e in single if e.kind == "election"],
        [e for e in before if e.kind == "election"],
        [e for e in tp.events.all if e.kind == "election" and (e.mention.form.number == "singular" or e.mention.body)],
    )


def _elects(e: Event) -> bool:
    """Whether an event is one of those that elect: an assembly, or the meeting that a council is told to have held."""
    if e.kind in _ASSEMBLIES:
        return True
    before = [m for m in e.sentence.mentions if isinstance(m, (BodyMention, EventMention)) and m.j <= e.mention.i]
    body = e.mention.body or (before[-1] if before else None)
    return e.kind == "meeting" and isinstance(body, BodyMention) and body.head in _COUNCILS


def _is_earlier(e: Event, main: Event | None) -> bool:
    """Whether an event of another kind was before the day of the first told: what led to it."""
    if main is None or e.kind == main.kind or not e.date:
        return False
    last = e.date.split("/")[-1]
    return last < (main.date or "")[: len(last)]


def _told_in(tp: Participations, s: Sentence) -> list[Told]:
    """The events that a sentence tells, not those that it refers to, and whether it looks back to each."""
    if s.index not in tp.told_in:
        main = next((e for e in tp.events.all if e.status == "held" and not e.referred and e.date and _elects(e)), None)
        tp.told_in[s.index] = [
            Told(e, is_behind(s, m) or _is_earlier(e, main))
            for m in of_type(s, EventMention)
            if not tp.events.background(s, m)
            for e in tp.events.of(m)
        ]
    return tp.told_in[s.index]


def _told_before(tp: Participations, s: Sentence) -> list[Told]:
    """The events of the sentences before, the last told first."""
    before = tp.d.sentences[: s.index][::-1]
    told = [told for near in before for told in _told_in(tp, near)[::-1]]
    if before and _elected_there(s, before[0]):
        return [*(Told(o.event, False) for o in _told_in(tp, before[0])[::-1]), *told]
    return told


def _elected_there(s: Sentence, before: Sentence) -> bool:
    """ "وكانت الدورة قد تحولت إلى مؤتمر، اختير فيه X. واختير أيضا Y": what is looked back to elected, and goes on."""
    people = any(True for _ in of_type(before, PersonMention))
    return before.paragraph == s.paragraph and people and first_of(before, ELECTING) is not None
