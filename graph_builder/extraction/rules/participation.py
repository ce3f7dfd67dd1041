"""Who chaired, trained, attended, organised or was guest of an event, by the verbs and nouns that govern the names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    EventMention,
    Mention,
    PartyMention,
    PersonMention,
    PlaceMention,
)
from graph_builder.extraction.participations import Participations
from graph_builder.extraction.rules.listed import lines_after, listed
from graph_builder.extraction.rules.presiding import SUPERVISION, has_pronoun, of_something_else, over_it
from graph_builder.extraction.rules.speakers import opening_subject, speaker_of
from graph_builder.extraction.rules.triggers import (
    COMPOSING,
    ELECTING,
    first_of,
    last_of,
    saying,
    says,
    tells,
    trigger,
    words,
)
from graph_builder.model import Capacity

NAMES = (
    "participation.chair",
    "participation.trainer",
    "participation.attendee",
    "participation.guest",
    "participation.organizer",
)
EXAMPLES = (
    ("انعقد بسلا اجتماع المكتب المحلي لحزب الاستقلال برئاسة كريم العلمي.", ("كريم العلمي | chair",)),
    ("ترأس كريم العلمي اجتماع المكتب المحلي لحزب الاستقلال بسلا.", ("كريم العلمي | chair",)),
    ("انعقد جمع عام لنادي سلا برئاسة كريم العلمي.", ("كريم العلمي | chair",)),
    (
        "أشرف على المؤتمر الإقليمي لحزب الاستقلال بسطات، الذي حضره مئة مؤتمر، عضو المجلس الوطني سعيد الناصري.",
        ("سعيد الناصري | chair",),
    ),
    (
        "أشرف على المؤتمر المحلي لحزب الاستقلال بسلا كل من كريم العلمي الكاتب الجهوي، وفاطمة الزاوي عضوة المجلس الوطني.",
        ("كريم العلمي | chair", "فاطمة الزاوي | chair"),
    ),
    (
        "نظم حزب الاستقلال دورة تكوينية بسلا أطرها حميد التازي بحضور سعيد الناصري وفاطمة الزاوي.",
        ("حميد التازي | trainer", "سعيد الناصري | attendee", "فاطمة الزاوي | attendee"),
    ),
    ("انعقد اجتماع المجلس الإقليمي للحزب بحضور كتاب الفروع. وقال حزب الاستقلال إنه ناجح.", ("كتاب الفروع | attendee",)),
    (
        "ينظم حزب الاستقلال بسلا ندوة حول الماء يسهر على تنظيمها كريم العلمي.",
        ("كريم العلمي | organizer",),
    ),
    (
        "ينظم حزب الاستقلال بسلا مؤتمره تحت رئاسة:\nكريم العلمي عضو اللجنة التنفيذية\nوبحضور فاطمة الزاوي نائبته\nسعيد الناصري نائبه",
        ("كريم العلمي | chair", "فاطمة الزاوي | attendee", "سعيد الناصري | attendee"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. ومثل المكتب السياسي كل من كريم العلمي وفاطمة الزاوي.",
        ("كريم العلمي | attendee", "فاطمة الزاوي | attendee"),
    ),
    ("انعقد لقاء تواصلي لحزب الاستقلال بسلا بدعوة من سعيد الناصري.", ("سعيد الناصري | organizer",)),
    (
        "انعقد الجمع العام لفرع حزب الاستقلال بسلا. وأشرف على الجمع كريم العلمي عضو المجلس الوطني. وتابعه سعيد الناصري ومنى الزين.",
        ("كريم العلمي | chair", "سعيد الناصري | attendee", "منى الزين | attendee"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وتولى كريم العلمي، عضو المجلس الوطني، رئاسة الأشغال.",
        ("كريم العلمي | chair",),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وكان في مقدمة الحضور سعيد الناصري، الذي ألف كتابا، ومنى الزين.",
        ("سعيد الناصري | attendee", "منى الزين | attendee"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وتقدم الحضور سعيد الناصري ثم منى الزين.",
        ("سعيد الناصري | attendee", "منى الزين | attendee"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وحضر المؤتمر كل من:\nكريم العلمي، المفتش الإقليمي للحزب؛\nمنى الزين، عضوة المجلس الوطني.",
        ("كريم العلمي | attendee", "منى الزين | attendee"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وذلك برئاسة كريم العلمي. وكان من الحاضرين سعيد الناصري ومنى الزين.",
        ("كريم العلمي | chair", "سعيد الناصري | attendee", "منى الزين | attendee"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وقاد الأشغال كريم العلمي، ومعه سعيد الناصري.",
        ("كريم العلمي | chair", "سعيد الناصري | attendee"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وأشرف عليه كريم العلمي، كاتب الفرع، رفقة سعيد الناصري.",
        ("كريم العلمي | chair", "سعيد الناصري | chair"),
    ),
    (
        "نظم حزب الاستقلال بسلا لقاء أطره كل من كريم العلمي ومنى الزين، كما جرى تكريم سعيد الناصري.",
        ("كريم العلمي | trainer", "منى الزين | trainer"),
    ),
    (
        "حل كريم العلمي عضو المكتب السياسي لحزب الاستقلال بسلا، حيث ترأس بمقر الحزب اجتماعا تنظيميا ضم برلمانيي الحزب.",
        ("كريم العلمي | chair",),
    ),
    (
        "عقد حزب الاستقلال لقاءه الجهوي بسلا. ومن الوجوه التي حضرت هذا التجمع سعيد الناصري ومنى الزين.",
        ("سعيد الناصري | attendee", "منى الزين | attendee"),
    ),
    (
        "انعقدت دورة المجلس الوطني لحزب الاستقلال بسلا. وكان كريم العلمي، رئيس المجلس، هو من ترأس الدورة، وتتبع أطوارها سعيد الناصري.",
        ("كريم العلمي | chair", "سعيد الناصري | attendee"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وجلس على منصة الرئاسة كريم العلمي المنسق الجهوي للحزب.",
        ("كريم العلمي | chair",),
    ),
    (
        "سجل لقاء حزب الاستقلال بسلا حضورا وازنا لقيادات الحزب وفي مقدمتها الأمين العام كريم العلمي.",
        ("كريم العلمي | attendee",),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وذكر مسير الجلسة كريم العلمي بالبرنامج. وكان سعيد الناصري من بين الحاضرين.",
        ("كريم العلمي | chair", "سعيد الناصري | attendee"),
    ),
)
NEAR_MISSES = (
    "أعلنت اللجنة التحضيرية للمؤتمر الوطني لحزب الاستقلال، التي يترأسها كريم العلمي، عن انتهاء العملية.",
    "عقد حزب الاستقلال مؤتمره. شارك فيه 700 مؤتمر، مساء أمس الأحد، كريم العلمي كاتبا عاما.",
    "نظم حزب الاستقلال بسلا لقاء، كما جرى تكريم كريم العلمي.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وراجع المكتب المسير كريم العلمي في الأمر.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. ومن المنتظر أن يترأس كريم العلمي لقاء مماثلا بفاس.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وقاد كريم العلمي الحزب زمنا طويلا.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وإلى جانب كريم العلمي يوجد في المكتب سعيد الناصري ومنى الزين.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا، ونوه البيان بعمل الحكومة برئاسة كريم العلمي.",
    "ذكر كريم العلمي بالبرنامج، وكان سعيد الناصري حاضرا، حيث ترأس حزب الاستقلال اللقاء.",
    "شكر كريم العلمي سلفه سعيد الناصري، الذي ترأس الفريق سابقا، وأعلن أن حزب الاستقلال سينظم بسلا يوما دراسيا.",
    "انعقد بسلا اجتماع المكتب المحلي لحزب الاستقلال\nسعيد الناصري عضو المجلس الوطني للحزب",
    "أشرف حزب الاستقلال بسلا خلال اللقاء على تنفيذ مسطرة انتخاب أعضاء المكتب.",
    "انتخب المؤتمر المحلي لحزب الاستقلال بسلا كريم العلمي كاتبا، إلى جانب سعيد الناصري نائبا له.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وكان عرض كريم العلمي حول سير العملية طويلا.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا وآلت رئاسة المكتب المحلي إلى كريم العلمي.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وإلى جانب الكاتب المحلي يوجد في المكتب كريم العلمي وسعيد الناصري.",
)
CHAIRING: Final = trigger("chairing") | SUPERVISION
TRAINING: Final = trigger("training")
ATTENDING: Final = trigger("attending")
GUESTS: Final = trigger("guests")
_GUESTS_THERE: Final = words("ضيوف")
_ORGANIZING: Final = trigger("organizing")
_SEEING_TO: Final = trigger("seeing_to")
_ORGANISED: Final = trigger("organised")
_STANDING_FOR: Final = words("مثل مثلت مثله مثلها")
_PRESENT: Final = trigger("present_ones")
_OF_THEM: Final = trigger("of_them")
_FROM_IN: Final = words("من في")
_AMONG: Final = trigger("among")
_AGENTS: Final = words("مسير مسيرة لمسير لمسيرة المشرف المشرفة")
"""Who chairs, as a noun: "مسير الجلسة X", "X المشرف على اللقاء"."""
_PROCEEDINGS: Final = fold("الأشغال")
_SEEN: Final = words("شهده شهدها")
_GOVERNING: Final = _SEEN | _AGENTS | TRAINING | CHAIRING | ATTENDING | GUESTS | _ORGANIZING | _ORGANISED | _PRESENT
_SUPERVISING: Final = words("أشرف أشرفت يشرف")
_OF_THE_EVENT: Final = words("رئاسة حضور تأطير إشراف")
_OFFICE_LIKE: Final = words("برئاسة رئاسة بقيادة رئاسته رئاستها")
_EACH: Final = words("كل كلا الإخوة الأخوات الإخوان السادة السيدات الرفاق الرفيقات الأساتذة الأستاذات الدكاترة")
_IN: Final = words("في")
_TAKEN: Final = words("رئاسة تسيير إدارة ترؤس رئاسته رئاستها تسييره تسييرها إدارته إدارتها برئاسة بتسيير بإدارة")
_TAKEN_REACH: Final = 14
"""Words from a verb of taking over, through who takes over, to what: "تولى X، عضو اللجنة ...، رئاسة الأشغال"."""
_TO_HIM: Final = words("إليه إليها له لها")
_WITH: Final = words("بمعية رفقة برفقة")
_WITH_REACH: Final = 12
"""Words from who chairs, through his offices, to those he chairs with."""
_GOING_ON: Final = words("تابع تابعت")
_GOING_ON_REACH: Final = 8
_THAT_IS: Final = words("أن إن بأن فإن قائلا قائلة قوله قولها")
_AND_WITH: Final = words("ومعه ومعها")
_BESIDE: Final = words("جانب بجانب جانبه جانبها جانبهم") | _AND_WITH
_TO: Final = words("إلى وإلى")
_THERE: Final = TRAINING | CHAIRING | ATTENDING | trigger("turns")
_CHOSEN: Final = COMPOSING | trigger("elected") | words("آلت أسندت")
"""Before "beside": those told are beside others in a body, not at an event."""
_TO_COME: Final = ("س", "ي", "ت")
"""First letters of verbs that tell of what is to come."""
_FROM: Final = words("من")
_THAT: Final = words("أن")
_EXPECTING: Final = trigger("expecting")
_AMONG_REACH: Final = 8
"""Words from those present to "first of them"."""
_IT_IS: Final = words("هو هي")
_WHERE: Final = words("حيث وقد")
_COMING: Final = words("حل حلت زار زارت قام قامت وصل وصلت انتقل انتقلت")
"""Verbs of coming, before who comes."""
_NEAR: Final = 3
"""Words from a verb of seeing to something to what is seen to."""


def read(tp: Participations) -> None:
    """Note who takes part by a verb or noun before his name: "ترأس X", "برئاسة X", "بحضور X وY"."""
    for s in tp.d.sentences:
        for k in saying(s, _STANDING_FOR):
            if _stands_for(s, k):
                _assign(tp, s, k, "attendee", many=True)
        for k in saying(s, _GOVERNING):
            if s.norm[k] in _OFFICE_LIKE or not any(m.i <= k < m.j for m in s.mentions):
                _governed(tp, s, k)


def _governed(tp: Participations, s: Sentence, k: int) -> None:
    if says(s, k, _AGENTS):
        if any(isinstance(m, EventMention) and k < m.i <= k + 2 for m in s.mentions) or s.norm[k + 1 : k + 2] == [
            _PROCEEDINGS
        ]:
            _assign(tp, s, k, "chair", many=False)
    elif says(s, k, TRAINING):
        _assign(tp, s, k, "trainer", many=True)
    elif says(s, k, CHAIRING) and not _supervises_training(tp, s, k):
        if not of_something_else(s, k):
            _assign(tp, s, k, "chair", many=_each_of(s, k))
    elif _attends(s, k):
        _assign(tp, s, k, "attendee", many=True)
    elif says(s, k, _PRESENT):
        _of_those_present(tp, s, k)
    elif says(s, k, GUESTS) and not (s.norm[k] in _GUESTS_THERE and last_of(s, ATTENDING, k) >= 0):
        _assign(tp, s, k, "guest", many=says(s, k, _GUESTS_THERE))
    elif (says(s, k, _ORGANIZING) and any(w in _FROM for w in s.norm[k + 1 : k + 3])) or _sees_to(s, k):
        _assign(tp, s, k, "organizer", many=False)


def _attends(s: Sentence, k: int) -> bool:
    """Whether a word tells who was there: "حضره X", "شهده من قيادات الحزب كل من X وY", no speech and no seat beside him."""
    if says(s, k, _SEEN):
        return any(w in _EACH for w in s.norm[k + 1 : k + 1 + _AMONG_REACH])
    goes_on = says(s, k, _GOING_ON) and _goes_on(s, k)
    return says(s, k, ATTENDING) and not goes_on and (s.norm[k] not in _BESIDE or _beside_somebody_there(s, k))


def _goes_on(s: Sentence, k: int) -> bool:
    """ "تابع X أن ...": he goes on speaking; "تابع الجلسة X" is present."""
    return any(w in _THAT_IS for w in s.norm[k + 1 : k + 1 + _GOING_ON_REACH])


def _beside_somebody_there(s: Sentence, k: int) -> bool:
    """Whether those told beside somebody are beside one who takes part: not "إلى جانب الأمين يوجد في المكتب ..."."""
    if s.norm[k - 1] not in _TO and not s.norm[k].startswith("ب") and s.norm[k] not in _AND_WITH:
        return False
    there = any(k - 1 > x for x in saying(s, _THERE)) or any(m.j < k for m in of_type(s, EventMention))
    return there and first_of(s, _CHOSEN, k) is None


def _stands_for(s: Sentence, k: int) -> bool:
    """ "ومثل المكتب السياسي كل من X وY": who came for a body; "مثل حزب كذا" is "like"."""
    body: Mention | None = next((m for m in s.mentions if m.i > k), None)
    if not isinstance(body, (BodyMention, PartyMention)) or body.i != k + 1 or body.prefix or k > 1:
        return False
    after = [m for m in s.mentions if m.i >= body.j and not isinstance(m, (PlaceMention, PartyMention))]
    each = any(w in _EACH for w in s.norm[body.j : body.j + _NEAR])
    if after and isinstance(after[0], EventMention) and s.norm[body.j] in _IN:
        body, after = after[0], after[1:]
    return each or (bool(after) and isinstance(after[0], PersonMention) and after[0].i <= body.j + _NEAR)


def _each_of(s: Sentence, k: int) -> bool:
    """ "أشرف على المؤتمر كل من X، عضو ...، وY": the word governs a list."""
    first = next((m.i for m in s.mentions if m.i > k and isinstance(m, PersonMention)), k)
    return any(w in _EACH for w in s.norm[k:first])


def _of_those_present(tp: Participations, s: Sentence, k: int) -> None:
    """ "في مقدمة الحضور X وY", "أمام الحاضرين، يتقدمهم X": some of those present, by name."""
    if k and (says(s, k - 1, _OF_THEM) or (k < _NEAR and says(s, k - 1, _FROM))):
        if not _assign(tp, s, k, "attendee", many=True):
            start = k - 2 if s.norm[k - 1] in _OF_THEM and k > 1 and s.norm[k - 2] in _FROM_IN else k - 1
            _note(tp, s, k, _before(s, start), "attendee")
        return
    among = next((x for x in range(k + 1, min(k + 1 + _AMONG_REACH, len(s.norm))) if says(s, x, _AMONG)), None)
    if among is not None and not any(isinstance(m, PersonMention) and k < m.i < among for m in s.mentions):
        _assign(tp, s, among, "attendee", many=True)


def _sees_to(s: Sentence, k: int) -> bool:
    """ "سهر على تنظيم ...", "تكلفت بتنظيمها": told at the noun."""
    return s.norm[k] in _ORGANISED and any(says(s, x, _SEEING_TO) for x in range(max(0, k - _NEAR), k))


def _supervises_training(tp: Participations, s: Sentence, k: int) -> bool:
    """ "أشرف X على تأطير الورشات": a trainer, told at the noun."""
    person = next((m for m in of_type(s, PersonMention) if m.i > k), None)
    window = s.norm[k : (person.j if person else k) + 18]
    if s.norm[k] in _SUPERVISING and person and any(w in TRAINING for w in window):
        for event in tp.events_for(s, k, person, _points_back(s, k)):
            tp.add(s, event, tp.d.person(person), "trainer")
        return True
    return False


def _told(
    tp: Participations, s: Sentence, k: int, capacity: Capacity, many: bool
) -> tuple[list[PersonMention], list[str]]:
    """The people and groups of whom the word at ``k`` tells the capacity; only people chair."""
    people, groups = listed(tp, s, k, many)
    if capacity != "chair":
        return people or ([] if groups or capacity == "attendee" else _before(s, k)), groups
    if says(s, k, _TAKEN) and any(w in _TO_HIM for w in s.norm[max(0, k - 2) : k]):
        people = [m for m in of_type(s, PersonMention) if m.j <= k][-1:]
    beside = next((x for x in saying(s, _WITH) if people and people[-1].j <= x <= people[-1].j + _WITH_REACH), None)
    if people and beside is not None and not any(people[-1].j <= x < beside for x in saying(s, _GOVERNING)):
        people += [m for m in listed(tp, s, beside, True)[0] if m not in people]
    taker = _taker(tp, s, k)
    return [taker] if taker is not None else people or _before(s, k) or _carried(s, k), []


def _assign(tp: Participations, s: Sentence, k: int, capacity: Capacity, many: bool) -> bool:
    """Note those of whom the word at ``k`` tells the capacity; return whether there are any."""
    people, groups = _told(tp, s, k, capacity, many)
    lines = list(_in_lines(tp, s, k, people, many))
    if not people and not groups and not lines:
        return False
    for event in tp.events_for(s, k, people[0] if people else None, _points_back(s, k)):
        to_come = s.norm[k].removeprefix("و")[:1] in _TO_COME
        if capacity == "chair" and event.status == "announced" and not to_come:
            continue
        if event.status == "held" and k and s.norm[k - 1] in _THAT and first_of(s, _EXPECTING, k) is not None:
            continue
        trains = capacity == "chair" and event.kind == "training" and says(s, k, _SUPERVISING)
        for person in people:
            tp.add(s, event, tp.d.person(person), "trainer" if trains else capacity)
        for line, person in lines:
            tp.add(line, event, tp.d.person(person), capacity)
        for group in groups:
            tp.add(s, event, group, capacity, group=True)
    return True


def _note(tp: Participations, s: Sentence, k: int, people: list[PersonMention], capacity: Capacity) -> None:
    for person in people:
        for event in tp.events_for(s, k, person, _points_back(s, k)):
            tp.add(s, event, tp.d.person(person), capacity)


def _taker(tp: Participations, s: Sentence, k: int) -> PersonMention | None:
    """ "تولى X، عضو ...، رئاسة الأشغال": who took over what is told by a noun."""
    if says(s, k, _TAKEN):
        verb = last_of(s, _SEEING_TO, k)
        person = speaker_of(tp, s, verb) if 0 <= k - verb <= _TAKEN_REACH and verb >= 0 else None
        return person if person is not None and verb < person.i < k else None
    return None


def _carried(s: Sentence, k: int) -> list[PersonMention]:
    """ "حل X بمدينة كذا، حيث ترأس اجتماعا ...": a verb with no subject of its own goes on with whom the sentence tells of."""
    if k > 1 and s.norm[k - 1] in _FROM and s.norm[k - 2] in _IT_IS:
        return [m for m in of_type(s, PersonMention) if m.j <= k - 2][-1:]  # "وكان X هو من ترأس"
    person = opening_subject(s)
    if person is None:
        first = next(iter(of_type(s, PersonMention)), None)
        person = first if first is not None and s.norm[0] in _COMING else None
    alone = person is not None and all(m.i == person.i or m.i > k for m in of_type(s, PersonMention))
    event = any(k < m.i <= k + _NEAR + 2 for m in of_type(s, EventMention))
    return [person] if person is not None and alone and event and s.norm[k - 1] in _WHERE else []


def _in_lines(
    tp: Participations, s: Sentence, k: int, people: list[PersonMention], many: bool
) -> Iterator[tuple[Sentence, PersonMention]]:
    """ "برئاسة:" and a name at the beginning of the next line; a list of names that goes on line by line."""
    opens = s.is_sign(k + 1, ":") and k + 2 == len(s.norm)
    if many and not people and s.is_sign(len(s.norm) - 1, ":"):
        opens = not tells(s, ELECTING | COMPOSING) and not any(
            says(s, x, _GOVERNING) for x in range(k + 1, len(s.norm))
        )
    if not opens and not (many and people and people[-1] is _last_person(s) and not s.is_sign(len(s.norm) - 1, ".")):
        return
    yield from lines_after(tp, s, many)


def _last_person(s: Sentence) -> PersonMention | None:
    return next((m for m in reversed(s.mentions) if isinstance(m, PersonMention)), None)


def _points_back(s: Sentence, k: int) -> bool:
    """Whether the word is of an event told before it: "ترأسه", "بحضور"."""
    norm = s.norm[k]
    return has_pronoun(s, k) or over_it(s, k) or norm.startswith("ب") or norm in _OF_THE_EVENT


def _before(s: Sentence, k: int) -> list[PersonMention]:
    """ "وكان X قد ترأس ...": the subject before the verb."""
    before = [m for m in s.mentions if m.j <= k]
    if before and isinstance(before[-1], PersonMention) and k - before[-1].j <= 2:
        return [before[-1]]
    people = [m for m in before if isinstance(m, PersonMention)]
    return people[-1:] if s.norm[k].endswith(("ها", "ته")) else []
