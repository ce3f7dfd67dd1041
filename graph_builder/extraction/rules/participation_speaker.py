"""Who spoke at an event: in turn, in a speech that is named, or after another speaker; not to the press."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.events import Event
from graph_builder.extraction.mention_kinds import EventMention, Mention, PersonMention, RoleMention
from graph_builder.extraction.participations import Participations
from graph_builder.extraction.rules.event_words import DURING
from graph_builder.extraction.rules.listed import free_words, lines_after, listed
from graph_builder.extraction.rules.speakers import PRESENTING, SPEAKING, SPEECH, opening_subject, speaker_of, together
from graph_builder.extraction.rules.triggers import last_of, saying, says, tells, trigger, words

NAMES = ("participation.speaker",)
EXAMPLES = (
    (
        "عقد حزب الاستقلال لقاء بسلا. وتناول الكلمة كريم العلمي، تلاه سعيد الناصري، ثم الكاتبة المحلية منى الزين.",
        ("كريم العلمي | speaker", "سعيد الناصري | speaker", "منى الزين | speaker"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وتناوب على الكلمة كل من كريم العلمي وفاطمة الزاوي.",
        ("كريم العلمي | speaker", "فاطمة الزاوي | speaker"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وتميزت الجلسة بكلمة للكاتب الإقليمي سعيد الناصري.",
        ("سعيد الناصري | speaker",),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال. وأكد كريم العلمي في كلمته أن الحزب قوي. ومن جهتها شكرت زينب العلوي الناس.",
        ("كريم العلمي | speaker", "زينب العلوي | speaker"),
    ),
    (
        "انعقد الجمع العام لفرع حزب الاستقلال بسلا. وبعد تقديم التقرير الأدبي من طرف الكاتب السابق كريم العلمي، ناقشه الحاضرون.",
        ("كريم العلمي | speaker",),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وتناول الكلمة كريم العلمي، وبعده فاطمة الزاوي باسم النساء.",
        ("كريم العلمي | speaker", "فاطمة الزاوي | speaker"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. كريم العلمي، الذي قدم في كلمته حصيلة الفرع، شكر المناضلين.",
        ("كريم العلمي | speaker",),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وتكلمت منى الزين، الكاتبة المحلية للحزب، في مداخلتها عن الماء.",
        ("منى الزين | speaker",),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وذكر كريم العلمي، كاتب الفرع المحلي للحزب بسلا، بأن الحزب قوي.",
        ("كريم العلمي | speaker",),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال. وتناول الكلمة كريم العلمي. ومن جهته، طالب سعيد الناصري بجامعة. أما منى الزين فقد طافت في مداخلتها.",
        ("كريم العلمي | speaker", "سعيد الناصري | speaker", "منى الزين | speaker"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وشرح كريم العلمي ومنى الزين مبادئ الحزب.",
        ("كريم العلمي | speaker", "منى الزين | speaker"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وعرف المؤتمر مداخلات كل من كريم العلمي وسعيد الناصري.",
        ("كريم العلمي | speaker", "سعيد الناصري | speaker"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وقام كريم العلمي، كاتب الفرع، بتقديم التقرير الأدبي.",
        ("كريم العلمي | speaker",),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وأشرف عليه كريم العلمي، وأكد في كلمته أن الحزب قوي.",
        ("كريم العلمي | speaker",),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. منى الزين، رئيسة الفرع المحلي للمنظمة، نوهت بالحاضرين.",
        ("منى الزين | speaker",),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وتكلمت منى الزين باسم النساء، وكريم العلمي باسم الشباب.",
        ("منى الزين | speaker", "كريم العلمي | speaker"),
    ),
    (
        'ينظم حزب الاستقلال بسلا ملتقى، من فقراته ندوة "واقع الصحافة اليوم" التي يتحدث فيها كل من كريم العلمي، ومنى الزين.',
        ("كريم العلمي | speaker", "منى الزين | speaker"),
    ),
    (
        "انعقدت بسلا ندوة لحزب الاستقلال تحدث فيها كل من:\nالسيد “كريم العلمي”، عضو المجلس الوطني\nالسيدة “منى الزين” رئيسة جماعة",
        ("كريم العلمي | speaker", "منى الزين | speaker"),
    ),
    (
        "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. ثم صعد إلى المنصة كريم العلمي رئيس اللجنة التحضيرية.",
        ("كريم العلمي | speaker",),
    ),
)
NEAR_MISSES = (
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. ثم نوه المفتش في كلمته بالأخ كريم العلمي.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وتعهد كريم العلمي في تصريح أعقب انتخابه بجمع كلمة الأعضاء.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وهنأ الحاضرون كريم العلمي.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وثمن البيان مواقف الأمين العام للحزب كريم العلمي.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وجدد المؤتمر الثقة في كريم العلمي.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وسجل المؤتمر حضور كريم العلمي.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وانتقد المتدخلون سياسة الحكومة التي يرأسها كريم العلمي.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وأكد البيان أن كريم العلمي ناجح، وحيا سعيد الناصري.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا، وتمت المصادقة على اللائحة المقترحة من طرف كريم العلمي.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وقدم كريم العلمي استقالته من الحزب.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وأعلن كل من كريم العلمي وسعيد الناصري انسحابهما من السباق.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. ومن جهته، انتقد سعيد الناصري في تصريح للجريدة نتائج المؤتمر.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وأكد كريم العلمي في تصريح للجريدة أن الحزب قوي.",
    "قال كريم العلمي إن حزب الاستقلال سينظم لقاءات.",
    "انعقد المؤتمر المحلي لحزب الاستقلال بسلا. وأشاد المتدخلون بمواقف كريم العلمي، وندد البيان باعتقال سعيد الناصري.",
)
_STRONG: Final = trigger("strong_speaking")
_TURNS: Final = trigger("turns")
_FLOOR: Final = trigger("floor")
_PRESS: Final = trigger("press")
_COLLECTIVE: Final = trigger("collective")
_TURN_TO: Final = trigger("turn_to")
_WRITTEN: Final = trigger("written")
_AFTER_HIM: Final = trigger("after_him")
_BY_WHOM: Final = trigger("by_whom")
_FROM: Final = "من"
_EACH_OF: Final = ["كل", _FROM]
_PRESENTED_REACH: Final = 6
"""Words between a report that is presented and by whom."""
_TALKING: Final = words("يتحدث تتحدث تحدث تحدثت يحاضر تحاضر حاضر حاضرت يتدخل تتدخل تدخل تدخلت يتكلم تكلم")
_AT_IT: Final = words("فيه فيها خلاله خلالها")
"""After such a verb: at the event named before, which may be still to come."""
_SPOKEN: Final = SPEAKING | SPEECH | _FLOOR
_PRAISING: Final = words("شكر شكرت حيا حيت هنأ هنأت هاجم هاجمت")
"""Whoever follows one of these after another verb of speaking is told of, and does not speak."""
_AS_FOR: Final = words("أما")
_TALKERS: Final = trigger("talkers")
_AMONG: Final = trigger("among")
_FIRST: Final = words("أول أولى آخر")
_NOT_SAID: Final = trigger("attending") | words("غياب الثقة ثقته ثقتها")
"""What is told, and not said, after a verb that else tells who says something: "سجل حضور X", "جدد الثقة"."""
_DOING: Final = words("قام قامت تولى تولت تكلف تكلفت باشر باشرت")
_GIVING: Final = words("ألقى ألقت قدم قدمت تناول أخذ أخذت")
_GIVING_IT: Final = words("بتقديم تقديم بإلقاء إلقاء بتلاوة تلاوة بقراءة قراءة بعرض عرض بسرد سرد")
_A_SPEECH: Final = words("كلمة الكلمة كلمته كلمتها عرضا مداخلة")
_HIS_SPEECH: Final = words("كلمته كلمتها مداخلته مداخلتها عرضه عرضها تدخله تدخلها خطابه خطابها")
_SAID: Final = words("أن إن بأن على إلى عن")
_WITHIN: Final = words("في خلال ضمن")
_SHARE: Final = words("نصيب")
"""What a speech was: "ثم كلمة الشبيبة التي كانت من نصيب X"."""
_GIVEN_REACH: Final = 2
"""Words from who does it, and his offices, to the noun of what he does."""
_DOING_REACH: Final = 16
"""Words from a verb of doing, through who does it, to the speech that he gives."""
_NO_SPEECH: Final = trigger("elected") | words("حصل حصلت نال نالت غاب غابت ترشح ترشحت استقال استقالت تغيب تعذر")
"""What is told of those who take no turn to speak."""
_OPENING: Final = 3
"""Words within which a sentence says that somebody takes his turn."""
_TURN_BACK: Final = 4
"""Sentences back to the speaker before."""
_STAGES: Final = words("الختام ختاما البداية بداية المستهل مستهل")
"""Words that open a sentence on what is said at an event: "وفي الختام نوه X ..."."""
_BEFORE_VERB: Final = 3
_AFTER_NAME: Final = 6
_PRESS_REACH: Final = 12
"""Words around a verb and its subject where a speech, or the press, may be named."""
_TO_PRESS: Final = 3
"""Words from who speaks to the press that he speaks to, whatever speech is named further on."""
_TURN_REACH: Final = 5
"""Words from a verb of turns to the floor that is taken."""


def read(tp: Participations) -> None:
    """Note the speakers of each sentence of the body."""
    for s in tp.d.sentences:
        if s.paragraph < 0:
            continue
        for k in saying(s, _SPOKEN):
            if any(m.i <= k < m.j for m in s.mentions):
                continue
            if says(s, k, _TALKING) and s.norm[k + 1 : k + 2] != [] and s.norm[k + 1] in _AT_IT:
                _at_it(tp, s, k)
            elif _in_turn(s, k) or (says(s, k, SPEECH) and _is_given(s, k)):
                people, _ = listed(tp, s, k, many=True)
                if not people and k and says(s, k - 1, _FIRST):
                    people = [m for m in of_type(s, PersonMention) if m.j == k - 1]
                _note(tp, s, _event(tp, s, k), people)
            elif says(s, k, SPEAKING):
                _by_verb(tp, s, k)
        _by_doing(tp, s)
        _by_opening(tp, s)
        _by_turn(tp, s)
        _next_ones(tp, s)


def _at_it(tp: Participations, s: Sentence, k: int) -> None:
    """ "ندوة ... يتحدث فيها كل من X وY": who speaks, or will, at the event named before the verb."""
    before = [m for m in of_type(s, EventMention) if m.i < k and tp.events.of(m)]
    event = tp.events.of(before[-1])[0] if before else _event(tp, s, k)
    people = listed(tp, s, k + 1, many=True)[0]
    _note(tp, s, event, people)
    if event is not None and not people and s.is_sign(len(s.norm) - 1, ":"):
        for line, person in lines_after(tp, s, many=True):
            _note(tp, line, event, [person])


def _in_turn(s: Sentence, k: int) -> bool:
    """ "تعاقب على الكلمة ...", "تناول الكلمة ...", "المتدخلون، ومنهم ..."."""
    praising = k > 0 and _is_said_by_all(s, k - 1)
    if praising or not says(s, k, _FLOOR) or (says(s, k, _TALKERS) and not _are_named(s, k)):
        return False
    return any(says(s, x, _TURNS) for x in range(max(0, k - _TURN_REACH), k + 1))


def _are_named(s: Sentence, k: int) -> bool:
    """Whether those who speak, told in general, are named: "المتدخلون، ومنهم X", "أول المتدخلين كان X"."""
    near = range(k + 1, min(k + 1 + _TURN_REACH, len(s.norm)))
    first = k > 0 and says(s, k - 1, _FIRST)
    return first or s.is_sign(k + 1, ":") or any(says(s, x, _AMONG) or s.norm[x : x + 2] == _EACH_OF for x in near)


def _is_given(s: Sentence, k: int) -> bool:
    """Whether a speech is somebody's, told by "of": "كلمة للأمين العام", "كلمات لكل من"."""
    window = range(k + 1, min(k + 4, len(s.norm) - 1))
    first = next((m for m in s.mentions if m.i > k), None)
    if isinstance(first, PersonMention) and first.i - k <= 2 and s.norm[k + 1 : first.i] in ([], [_FROM]):
        return True
    return any(s.norm[x] == "لكل" or s.norm[x : x + 2] == _EACH_OF for x in window) or (
        first is not None and first.i in window and _is_to(s, first) and not isinstance(first, EventMention)
    )


def _is_to(s: Sentence, first: Mention) -> bool:
    """Whether "of" stands before a mention or its title: "كلمة للأمين العام", "كلمة الترحيب للرفيق X"."""
    return first.prefix.endswith("ل") or (isinstance(first, PersonMention) and s.norm[first.i - 1].startswith("لل"))


def _note(tp: Participations, s: Sentence, event: Event | None, people: list[PersonMention]) -> None:
    if event is not None and people:
        tp.spoke.add(s.index)
        for person in people:
            tp.add(s, event, tp.d.person(person), "speaker")


def _event(tp: Participations, s: Sentence, k: int) -> Event | None:
    """The event at which a word of the sentence is spoken: one named as its frame, else the scene."""
    for m in of_type(s, EventMention):
        framed = m.i > k and any(says(s, x, DURING) for x in range(max(k, m.i - 2), m.i))
        if framed and tp.events.of(m) and not tp.events.background(s, m):
            return tp.events.of(m)[0]
    shown = [e for m in of_type(s, EventMention) if m.demonstrative for e in tp.events.of(m)]
    return shown[0] if shown else tp.events.scene(s, k)


def _going_on(tp: Participations, s: Sentence, person: PersonMention) -> Event | None:
    """The event at which a person already speaks, if the sentence names none: his speech goes on."""
    if any(tp.events.of(m) for m in of_type(s, EventMention)):
        return None
    who = tp.d.person(person)
    return next((e for e in tp.events.all if (e.id, who, "speaker") in tp.found), None)


def _by_verb(tp: Participations, s: Sentence, k: int) -> None:
    """ "أكد X": a speech if it is named, if X takes part, if he follows another speaker, or the event is named."""
    if (says(s, k, _PRAISING) and last_of(s, SPEAKING, k) >= 0) or _is_said_by_all(s, k):
        return
    if any(w in _NOT_SAID for w in s.norm[k + 1 : k + 2]):
        return
    person = speaker_of(tp, s, k) or _understood(tp, s, k)
    event = _going_on(tp, s, person) or _event(tp, s, k) if person else None
    if person is None or event is None or event.status != "held":
        return
    end = _end(tp, s, person) if person in s.mentions else k
    if any(w in _WRITTEN for w in s.norm[end : end + _AFTER_NAME]):
        return
    window = range(max(0, k - _BEFORE_VERB), min(max(end, k) + _AFTER_NAME, len(s.norm)))
    strong = any(says(s, x, _STRONG) for x in window) or any(w in _STAGES for w in s.norm[:_OPENING])
    press = any(w in _PRESS for w in s.norm[max(0, k - _PRESS_REACH) : max(end, k) + _PRESS_REACH])
    if any(w in _PRESS for w in s.norm[end : end + _TO_PRESS]):
        return
    here = any(tp.events.of(m) for m in of_type(s, EventMention) if m.demonstrative or not m.qualified)
    single = event is tp.events.only_gathering()
    if strong or (not press and (here or single or tp.present(event, tp.d.person(person)) or _follows(tp, s))):
        _note(tp, s, event, list(together(tp, s, k, person)))


def _is_said_by_all(s: Sentence, k: int) -> bool:
    """ "أشاد المتدخلون بمواقف X", "ندد البيان باعتقال X": the subject is no one person."""
    if not says(s, k, SPEAKING) or k + 1 >= len(s.norm) or s.norm[k + 1] not in _COLLECTIVE:
        return False
    return not (s.norm[k + 1] in PRESENTING and says(s, k, _STRONG))  # "تلا التقرير الأدبي X"


def _understood(tp: Participations, s: Sentence, k: int) -> PersonMention | None:
    """Who gives a speech told with no subject: "ترأس X اللقاء، وأكد في كلمته أن ...": the one told before."""
    told = s.norm[k + 1 : k + 2]
    if any(isinstance(m, (PersonMention, RoleMention)) and k < m.i <= k + _AFTER_NAME for m in s.mentions):
        return None
    before = any(w in _HIS_SPEECH for w in s.norm[max(0, k - _BEFORE_VERB) : k]) and any(w in _SAID for w in told)
    after = any(w in _WITHIN for w in told) and any(w in _HIS_SPEECH for w in s.norm[k + 2 : k + 3])
    if not (before or after or (says(s, k, _GIVING) and any(w in _A_SPEECH for w in told))):
        return None
    for near in reversed(tp.d.sentences[max(0, s.index - 1) : s.index + 1]):
        people = [m for m in of_type(near, PersonMention) if near is not s or m.j <= k]
        names = {tp.d.person(m): m for m in people}
        event = tp.events.scene(s, k)
        chairs = [m for who, m in names.items() if event and (event.id, who, "chair") in tp.found]
        chosen = chairs if len(chairs) == 1 else list(names.values())
        if chosen or near.paragraph < 0:
            return chosen[0] if len(chosen) == 1 and near.paragraph >= 0 else None
    return None


def _by_doing(tp: Participations, s: Sentence) -> None:
    """ "قام X بتقديم التقرير", "تولى X، عضو ...، إلقاء كلمة": who gives a speech, told by its noun."""
    for k in saying(s, _DOING):
        reach = range(k + 1, min(k + _DOING_REACH, len(s.norm)))
        at = next((x for x in reach if s.norm[x] in _GIVING_IT and _of_speech(s, x)), None)
        person = speaker_of(tp, s, k) if at is not None else None
        event = _event(tp, s, k)
        near = person is not None and at is not None and person.i < at <= _end(tp, s, person) + _GIVEN_REACH
        if person is not None and near and event is not None and event.status == "held":
            _note(tp, s, event, list(together(tp, s, k, person)))


def _of_speech(s: Sentence, x: int) -> bool:
    return any(w in SPEECH or w in PRESENTING for w in s.norm[x + 1 : x + 3])


def _end(tp: Participations, s: Sentence, person: PersonMention) -> int:
    """The token after a name and the offices told of it: "X، كاتب الفرع الإقليمي للحزب، في مداخلته"."""
    end = person.j
    for m in s.mentions[s.mentions.index(person) + 1 :]:
        if isinstance(m, (PersonMention, EventMention)) or free_words(tp.d, s, list(range(end, m.i))):
            break
        end = m.j
    return end


def _next_ones(tp: Participations, s: Sentence) -> None:
    """ "وبعده X", of one who speaks after another; "تقديم التقرير الأدبي من طرف X، والتقرير المالي من طرف Y"."""
    after = saying(s, _AFTER_HIM) if s.index in tp.spoke else []
    after = [*after, *(k for k in saying(s, _SHARE) if last_of(s, SPEECH, k) >= 0)]
    presented = [k for k in saying(s, _BY_WHOM) if s.norm[k - 1] == _FROM and _is_presented(s, k)]
    for k in (*after, *presented):
        people, _ = listed(tp, s, k, many=k in presented)
        if not people:
            continue
        end = people[0].i if people[0] in s.mentions else len(s.norm)  # those of a list may stand in the next lines
        between = [x for m in s.mentions if k < m.i < end for x in range(m.i, m.j)]
        if free_words(tp.d, s, [x for x in range(k + 1, end) if x not in between]) > 1:
            continue
        event = _event(tp, s, k)
        if event is not None and event.status == "held":
            _note(tp, s, event, people)


def _is_presented(s: Sentence, k: int) -> bool:
    return any(says(s, x, PRESENTING) for x in range(max(0, k - _PRESENTED_REACH), k))


def _follows(tp: Participations, s: Sentence) -> bool:
    """Whether somebody takes over from a speaker: "من جهته ..." after another sentence, "بينما ..." in the same."""
    turn = any(w in _TURN_TO for w in s.norm[:4]) and bool({s.index - 1, s.index - 2} & tp.spoke)
    return turn or s.index in tp.spoke


def _by_turn(tp: Participations, s: Sentence) -> None:
    """ "ومن جهته، طالب X ب...", "أما X، عضو ...، فقد طاف في مداخلته ...": whoever takes his turn after a speaker."""
    spoke = any(s.index - k in tp.spoke for k in range(1, _TURN_BACK + 1))
    turn = next((k for k in range(min(_OPENING, len(s.norm))) if s.norm[k] in _TURN_TO or s.norm[k] in _AS_FOR), None)
    if turn is None or not spoke or tells(s, _NO_SPEECH) or any(w in _PRESS for w in s.norm):
        return
    first = next((m for m in s.mentions if m.i > turn), None)
    if isinstance(first, RoleMention) and s.norm[turn] in _AS_FOR:
        first = next((m for m in s.mentions if m.i == first.j and isinstance(m, PersonMention)), first)
    if not isinstance(first, PersonMention) or _apart(tp, s, turn, first):
        return
    said = any(says(s, k, SPEAKING) or says(s, k, SPEECH) for k in range(first.j, len(s.norm)))
    if s.norm[turn] in _AS_FOR and not said:
        return
    event = _going_on(tp, s, first) or _event(tp, s, len(s.norm))
    if event is not None and event.status == "held":
        _note(tp, s, event, list(together(tp, s, turn, first)))


def _apart(tp: Participations, s: Sentence, turn: int, person: PersonMention) -> bool:
    """Whether more than an office stands between a word of turns and a name: "أما البرلماني X فقد تحدث"."""
    inside = {x for m in s.mentions if m is not person for x in range(m.i, m.j)}
    return free_words(tp.d, s, [x for x in range(turn + 1, person.i) if x not in inside]) > 1


def _by_opening(tp: Participations, s: Sentence) -> None:
    """ "أوزين، الذي زاوج في كلمته بين ...، قال إن ...": the subject stands far before its verb."""
    person = opening_subject(s)
    if person is None:
        return
    spoken = next((k for k, w in enumerate(s.norm) if w in _STRONG and w in SPEECH), None)
    if spoken is not None and any(says(s, k, SPEAKING) for k in range(person.j, len(s.norm))):
        between = [m for m in of_type(s, PersonMention) if person.j <= m.i < spoken]
        if not between and not any(w in _PRESS for w in s.norm[person.j : spoken]):
            _note(tp, s, _going_on(tp, s, person) or _event(tp, s, spoken), [person])
