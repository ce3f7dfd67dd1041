"""Who chaired, trained, attended, organised or was guest of an event, by the verbs and nouns that govern the names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    EventMention,
    PartyMention,
    PersonMention,
    PlaceMention,
    RoleMention,
)
from graph_builder.extraction.mentions.meetings import DELEGATION
from graph_builder.extraction.participations import Participations
from graph_builder.extraction.rules.listed import listed
from graph_builder.extraction.rules.speakers import speaker_of
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
)
NEAR_MISSES = (
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وإلى جانب كريم العلمي يوجد في المكتب سعيد الناصري ومنى الزين.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا، ونوه البيان بعمل الحكومة برئاسة كريم العلمي.",
    "شكر كريم العلمي سلفه سعيد الناصري، الذي ترأس الفريق سابقا، وأعلن أن حزب الاستقلال سينظم بسلا يوما دراسيا.",
    "انعقد بسلا اجتماع المكتب المحلي لحزب الاستقلال\nسعيد الناصري عضو المجلس الوطني للحزب",
    "أشرف حزب الاستقلال بسلا خلال اللقاء على تنفيذ مسطرة انتخاب أعضاء المكتب.",
    "انتخب المؤتمر المحلي لحزب الاستقلال بسلا كريم العلمي كاتبا، إلى جانب سعيد الناصري نائبا له.",
    "قال كريم العلمي إن الحزب سينظم لقاءات.",
    "زار كريم العلمي مدينة سلا.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا وآلت رئاسة المكتب المحلي إلى كريم العلمي.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وإلى جانب الكاتب المحلي يوجد في المكتب كريم العلمي وسعيد الناصري.",
)
CHAIRING: Final = trigger("chairing")
TRAINING: Final = trigger("training")
ATTENDING: Final = trigger("attending")
GUESTS: Final = trigger("guests")
_CHAIRED: Final = trigger("chaired")
_ORGANIZING: Final = trigger("organizing")
_SEEING_TO: Final = trigger("seeing_to")
_ORGANISED: Final = trigger("organised")
_STANDING_FOR: Final = words("مثل مثلت مثله مثلها")
_PRESENT: Final = trigger("present_ones")
_OF_THEM: Final = trigger("of_them")
_AMONG: Final = trigger("among")
_GOVERNING: Final = TRAINING | CHAIRING | ATTENDING | GUESTS | _ORGANIZING | _ORGANISED | _PRESENT
_SUPERVISING: Final = words("أشرف أشرفت يشرف")
_OF_THE_EVENT: Final = words("رئاسة حضور تأطير إشراف")
_OFFICE_LIKE: Final = words("برئاسة رئاسة بقيادة رئاسته رئاستها")
_NOUNS: Final = words("رئاسة تسيير رئاسته رئاستها برئاسة بقيادة بتسيير")
_ON: Final = words("على")
_BY_HEAD: Final = words("برئاسة بقيادة")
_GOVERNMENT: Final = words("الحكومة حكومة للحكومة")
_HOLDING: Final = trigger("holding") | words("اجتمع اجتمعت التقى التأم التأمت")
_AT_HEAD: Final = words("رأس رأسه رأسها")
_WHO: Final = words("التي الذي")
_EACH: Final = words("كل كلا الإخوة الأخوات الإخوان السادة السيدات الرفاق الرفيقات الأساتذة الأستاذات الدكاترة")
_SINCE: Final = words("منذ")
_PRONOUNS: Final = ("ه", "ها", "هما")
_RUNNING: Final = words("تسيير بتسيير")
_TAKEN: Final = words("رئاسة تسيير إدارة ترؤس رئاسته رئاستها تسييره تسييرها إدارته إدارتها برئاسة بتسيير بإدارة")
_TAKEN_REACH: Final = 14
"""Words from a verb of taking over, through who takes over, to what: "تولى X، عضو اللجنة ...، رئاسة الأشغال"."""
_WINNING: Final = words("فاز فازت ظفر ظفرت الفوز الظفر")
_TO_HIM: Final = words("إليه إليها له لها")
_WITH: Final = words("بمعية")
_TOLD: Final = TRAINING | CHAIRING | trigger("speaking") | trigger("elected")
"""What a line that goes on with a list of names does not say."""
_BESIDE: Final = words("جانب بجانب جانبه جانبها جانبهم")
_TO: Final = words("إلى وإلى")
_THERE: Final = TRAINING | CHAIRING | ATTENDING | trigger("turns")
_CHOSEN: Final = COMPOSING | trigger("elected") | words("آلت أسندت")
"""Before "beside": those told are beside others in a body, not at an event."""
_TO_COME: Final = ("س", "ي", "ت")
"""First letters of verbs that tell of what is to come."""
_FROM: Final = words("من")
_DELEGATION_REACH: Final = 12
_AMONG_REACH: Final = 8
"""Words from those present to "first of them"."""
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
    if says(s, k, TRAINING):
        _assign(tp, s, k, "trainer", many=True)
    elif says(s, k, CHAIRING) and not _supervises_training(tp, s, k):
        if not _of_something_else(s, k):
            _assign(tp, s, k, "chair", many=_each_of(s, k))
    elif says(s, k, ATTENDING) and not (s.norm[k] in _BESIDE and not _beside_somebody_there(s, k)):
        _assign(tp, s, k, "attendee", many=True)
    elif says(s, k, _PRESENT):
        _of_those_present(tp, s, k)
    elif says(s, k, GUESTS):
        _assign(tp, s, k, "guest", many=False)
    elif (says(s, k, _ORGANIZING) and any(w in _FROM for w in s.norm[k + 1 : k + 3])) or _sees_to(s, k):
        _assign(tp, s, k, "organizer", many=False)


def _beside_somebody_there(s: Sentence, k: int) -> bool:
    """Whether those told beside somebody are beside one who takes part: not "إلى جانب الأمين يوجد في المكتب ..."."""
    if s.norm[k - 1] not in _TO and not s.norm[k].startswith("ب"):
        return False
    there = any(k - 1 > x for x in saying(s, _THERE)) or any(m.j < k for m in of_type(s, EventMention))
    return there and first_of(s, _CHOSEN, k) is None


def _stands_for(s: Sentence, k: int) -> bool:
    """ "ومثل المكتب السياسي كل من X وY": who came for a body; "مثل حزب كذا" is "like"."""
    body = next((m for m in s.mentions if m.i > k), None)
    if not isinstance(body, (BodyMention, PartyMention)) or body.i != k + 1 or body.prefix or k > 1:
        return False
    after = next((m for m in s.mentions if m.i >= body.j and not isinstance(m, (PlaceMention, PartyMention))), None)
    each = any(w in _EACH for w in s.norm[body.j : body.j + _NEAR])
    return each or (isinstance(after, PersonMention) and after.i <= body.j + _NEAR)


def _each_of(s: Sentence, k: int) -> bool:
    """ "أشرف على المؤتمر كل من X، عضو ...، وY": the word governs a list."""
    first = next((m.i for m in s.mentions if m.i > k and isinstance(m, PersonMention)), k)
    return any(w in _EACH for w in s.norm[k:first])


def _of_those_present(tp: Participations, s: Sentence, k: int) -> None:
    """ "في مقدمة الحضور X وY", "أمام الحاضرين، يتقدمهم X": some of those present, by name."""
    if k and says(s, k - 1, _OF_THEM):
        _assign(tp, s, k, "attendee", many=True)
        return
    among = next((x for x in range(k + 1, min(k + 1 + _AMONG_REACH, len(s.norm))) if says(s, x, _AMONG)), None)
    if among is not None and not any(isinstance(m, PersonMention) and k < m.i < among for m in s.mentions):
        _assign(tp, s, among, "attendee", many=True)


def _sees_to(s: Sentence, k: int) -> bool:
    """ "سهر على تنظيم ...", "تكلفت بتنظيمها": told at the noun."""
    return s.norm[k] in _ORGANISED and any(says(s, x, _SEEING_TO) for x in range(max(0, k - _NEAR), k))


def _of_something_else(s: Sentence, k: int) -> bool:
    """Whether a body is presided, no event: "رئاسة المكتب", "لجنة ترأسها X", "على رأس"."""
    if (s.norm[k] in _AT_HEAD and k and s.norm[k - 1] in _ON) or (
        s.norm[k].startswith("و") and s.norm[k][1:] in _AT_HEAD
    ):
        return True
    if _of_body(s, k):
        return True
    following = next((m for m in s.mentions if m.i > k), None)
    if (
        s.norm[k] in _NOUNS
        and isinstance(following, (BodyMention, PartyMention, PlaceMention))
        and following.i == k + 1
    ):
        return True
    if s.norm[k] in _RUNNING and not (isinstance(following, EventMention) and following.i <= k + 2):
        return not any(w in _CHAIRED for w in s.norm[k + 1 : k + 2])
    if (k and s.norm[k - 1] in _WINNING) or _of_delegation(s, k) or any(w in _SINCE for w in s.norm[k + 1 : k + 2]):
        return True
    subject = isinstance(following, (PersonMention, RoleMention)) and following.i <= k + _NEAR
    if k and s.norm[k - 1] in _WHO and not (_has_pronoun(s, k) or subject or _names_event(s, k)):
        return True
    if _has_pronoun(s, k) and k and s.norm[k - 1] in _WHO:
        before = k - 1
        last = next((m for m in reversed(s.mentions) if m.i < before), None)
        body = last if isinstance(last, BodyMention) else getattr(last, "body", None)
        if isinstance(body, BodyMention) and body.j == before and not isinstance(last, EventMention):
            return True
    return not _tells_event(s, k)


def _of_body(s: Sentence, k: int) -> bool:
    """Whether a body is told with its head, and nothing that is held: "الحكومة برئاسة X", "المكتب السابق برئاسة X"."""
    if s.norm[k] not in _BY_HEAD or not k:
        return False
    body = any(m.i < k <= m.j + 1 and isinstance(m, BodyMention) for m in s.mentions)
    event = any(m.kind != "election" for m in of_type(s, EventMention))
    return s.norm[k - 1] in _GOVERNMENT or (body and not event and not tells(s, _HOLDING))


def _names_event(s: Sentence, k: int) -> bool:
    """Whether what is presided, told right after the verb, is an event: "الذي ترأس الجلسة", not "الذي ترأس الفريق"."""
    event = any(k < m.i <= k + _NEAR for m in of_type(s, EventMention))
    return event or any(w in _CHAIRED or w in _ON for w in s.norm[k + 1 : k + 2])


def _of_delegation(s: Sentence, k: int) -> bool:
    """Whether a delegation is led: "وفدا ... يترأسه X"."""
    last = next((x for x in range(k - 1, max(-1, k - _DELEGATION_REACH), -1) if s.bare[x] in DELEGATION), None)
    return last is not None and not any(last < m.i < k for m in of_type(s, EventMention))


def _tells_event(s: Sentence, k: int) -> bool:
    """Whether an event is named in the sentence, or meant by "its proceedings", "it"."""
    chaired = any(w in _CHAIRED for w in s.norm[max(0, k - _NEAR) : k] + s.norm[k + 1 :])
    return any(True for _ in of_type(s, EventMention)) or _has_pronoun(s, k) or chaired


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
    if any(w in _TO_HIM for w in s.norm[max(0, k - 2) : k]):
        people = [m for m in of_type(s, PersonMention) if m.j <= k][-1:]
    if people and people[-1].j < len(s.norm) and s.norm[people[-1].j] in _WITH:
        people += listed(tp, s, people[-1].j, False)[0]
    taker = _taker(tp, s, k)
    return [taker] if taker is not None else people or _before(s, k), []


def _assign(tp: Participations, s: Sentence, k: int, capacity: Capacity, many: bool) -> None:
    people, groups = _told(tp, s, k, capacity, many)
    lines = list(_in_lines(tp, s, k, people, many))
    if not people and not groups and not lines:
        return
    for event in tp.events_for(s, k, people[0] if people else None, _points_back(s, k)):
        if capacity == "chair" and event.status == "announced" and s.norm[k].removeprefix("و")[:1] not in _TO_COME:
            continue
        trains = capacity == "chair" and event.kind == "training" and says(s, k, _SUPERVISING)
        for person in people:
            tp.add(s, event, tp.d.person(person), "trainer" if trains else capacity)
        for line, person in lines:
            tp.add(line, event, tp.d.person(person), capacity)
        for group in groups:
            tp.add(s, event, group, capacity, group=True)


def _taker(tp: Participations, s: Sentence, k: int) -> PersonMention | None:
    """ "تولى X، عضو ...، رئاسة الأشغال": who took over what is told by a noun."""
    if says(s, k, _TAKEN):
        verb = last_of(s, _SEEING_TO, k)
        person = speaker_of(tp, s, verb) if 0 <= k - verb <= _TAKEN_REACH and verb >= 0 else None
        return person if person is not None and verb < person.i < k else None
    return None


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
    for line in tp.d.sentences[s.index + 1 :]:
        first = line.mentions[0] if line.mentions else None
        introduced = isinstance(first, PersonMention) and first.i <= 1 and len(line.mentions) > 1
        if not introduced or not isinstance(first, PersonMention) or not _is_office(line, first) or tells(line, _TOLD):
            return
        yield line, first
        if not many:
            return


def _last_person(s: Sentence) -> PersonMention | None:
    return next((m for m in reversed(s.mentions) if isinstance(m, PersonMention)), None)


def _is_office(s: Sentence, person: PersonMention) -> bool:
    """Whether an office, or the body it is in, follows the name within a word or two."""
    after = s.mentions[s.mentions.index(person) + 1]
    return isinstance(after, (RoleMention, BodyMention)) and after.i - person.j <= 1


def _points_back(s: Sentence, k: int) -> bool:
    """Whether the word is of an event told before it: "ترأسه", "بحضور"."""
    norm = s.norm[k]
    return _has_pronoun(s, k) or norm.startswith("ب") or norm in _OF_THE_EVENT


def _has_pronoun(s: Sentence, k: int) -> bool:
    """Whether the word ends in a pronoun: "ترأسه", "أطرتها"."""
    return s.tokens[k].word.surface.endswith(_PRONOUNS)


def _before(s: Sentence, k: int) -> list[PersonMention]:
    """ "وكان X قد ترأس ...": the subject before the verb."""
    before = [m for m in s.mentions if m.j <= k]
    if before and isinstance(before[-1], PersonMention) and k - before[-1].j <= 2:
        return [before[-1]]
    people = [m for m in before if isinstance(m, PersonMention)]
    return people[-1:] if s.norm[k].endswith(("ها", "ته")) else []
