"""Who heads a body, told by a noun: "تشكيل لجنة برئاسة X", "انتخاب X على رأس الكتابة الإقليمية"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import people_run
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.mention_kinds import BodyMention, PersonMention, RoleMention
from graph_builder.extraction.mentions.places import FUNCTION
from graph_builder.extraction.mentions.roles import read_role
from graph_builder.extraction.rules.clauses import WHO, subject_after
from graph_builder.extraction.rules.triggers import ELECTING, MAKING, last_of, saying, says, words
from graph_builder.model import Status

NAMES = ("post.head_of_body",)
EXAMPLES = (
    (
        "انتخب المؤتمر كريم العلمي على رأس الكتابة الإقليمية لحزب الاستقلال بسطات.",
        ("كريم العلمي | الكاتب الإقليمي | | حزب الاستقلال | سطات | elected",),
    ),
    (
        "جدد حزب الاستقلال الثقة في فاطمة الزاوي على رأس منظمة المرأة الاستقلالية.",
        ("فاطمة الزاوي | رئيس | منظمة المرأة الاستقلالية | حزب الاستقلال | | elected",),
    ),
    (
        "فعلى رأس قطاع العاملين بحزب الاستقلال جاء كريم العلمي وزير النقل.",
        ("كريم العلمي | رئيس | قطاع العاملين | حزب الاستقلال",),
    ),
    (
        "واستحدث حزب الاستقلال لجنة للمناصفة، ووضع على رأسها منى الزين التي توصف بالمرأة القوية.",
        ("منى الزين | رئيس | لجنة للمناصفة | حزب الاستقلال",),
    ),
    (
        "اختار شباب حزب الاستقلال بسلا مكتبهم الجديد المكون من 18 عضوا برئاسة كريم العلمي.",
        ("كريم العلمي | رئيس | مكتب",),
    ),
    (
        "شكل حزب الاستقلال لجنة تحضيرية برئاسة عضو المكتب السياسي كريم العلمي.",
        ("كريم العلمي | رئيس | لجنة تحضيرية",),
    ),
    (
        "شكل حزب الاستقلال لجنة تحضيرية تتفرع عنها لجن هي:\n1. لجنة الوثائق، برئاسة كريم العلمي.",
        ("كريم العلمي | رئيس | لجنة الوثائق | حزب الاستقلال",),
    ),
    (
        "يتوفر حزب الاستقلال على مكتب محلي بسلا الذي تأسس في يونيو برئاسة منى الزين.",
        ("منى الزين | رئيس | مكتب محلي | حزب الاستقلال | سلا",),
    ),
    (
        "قسم حزب الاستقلال الإقليم: قطاع الشمال برئاسة كريم العلمي ومنى الزين، وقطاع الجنوب برئاسة سعيد الناصري.",
        ("منى الزين | رئيس | قطاع الشمال", "سعيد الناصري | رئيس | قطاع الجنوب"),
    ),
    ("قرر حزب الاستقلال تشكيل لجنة تحضيرية برئاسة الأستاذ سعيد الناصري.", ("سعيد الناصري | رئيس | لجنة تحضيرية",)),
)
NEAR_MISSES = (
    "عقدت اللجنة التحضيرية لحزب الاستقلال برئاسة كريم العلمي اجتماعا.",
    "اجتمع المكتب السياسي لحزب الاستقلال، برئاسة كريم العلمي.",
    "حضر كريم العلمي على رأس وفد عن المكتب السياسي لحزب الاستقلال.",
    "حضر وفد عن المكتب السياسي لحزب الاستقلال، وعلى رأسه كريم العلمي.",
    "انتخب كريم العلمي على رأس الفرع المحلي لحزب الاستقلال بسلا.",
)
_UNDER: Final = words("برئاسة")
_PRESIDENT: Final = ("رئيس", "president")
_HEAD: Final = words("رأس راس")
_AT: Final = words("على")
_ITS_HEAD: Final = words("رأسها رأسه")
_SUCCEEDING: Final = words("خلف خلفت يخلف تخلف ليخلف لتخلف سيخلف ستخلف خلافة لخلافة")
_PRESIDED: Final = words("مجلس لجنة فريق مجموعة اتحاد")
_SECTIONS: Final = words("فرع مكتب أمانة كتابة وفد لائحة قائمة")
_COMING: Final = words("جاء جاءت يوجد توجد حل حلت عين عينت")
_DIVISIONS: Final = words("قطاع لجنة قطب خلية دائرة")
_FORMED: Final = words("تشكيلها تشكيله تأسس تأسست تكونت تشكل أحدثت بتشكيل اختيار")
_MADE_REACH: Final = 3
"""Words from the verb of making to the body made."""
_ASIDE: Final = 8
"""Words on a body between it and the verb that says who heads it."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "تشكيل لجنة برئاسة X", "انتخاب X على رأس المجلس": the head of a body, told by a noun."""
    yield from _at_head(d, s)
    for body in of_type(s, BodyMention) if saying(s, _UNDER) else []:
        under = _headed_by(s, body)
        holder = subject_after(d, s, under + 1) if under is not None else None
        if holder is not None:
            parallel = _is_parallel(s, body)
            run = people_run(s, s.mentions.index(holder), 1, d.vocabulary) if parallel else [holder]
            for person in run:
                yield Holding(person, office_of(body, *_PRESIDENT), s, "post.head_of_body", 0.8)


def _at_head(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "انتخاب X على رأس الكتابة الإقليمية", "على رأس القطاع جاء X": an office that the body's own noun tells, or its presidency.

    Who heads a branch may be its secretary or its president: that is not stated.
    """
    for k in saying(s, _HEAD):
        if k == 0 or k + 1 >= len(s.norm) or not says(s, k - 1, _AT) or s.tokens[k + 1].word.kind != "word":
            continue
        role = read_role(s, k + 1, d.vocabulary, "office")
        body = next((b for b in bodies_in(s) if b.i == k + 1 and b.number == "singular"), None)
        if role is None and body is not None and _presided(d, body):
            role = office_of(body, *_PRESIDENT)
        chosen = last_of(s, ELECTING, k) >= 0
        person = _headed_after(d, s, role) if role is not None else None
        person = person or next((p for p in of_type(s, PersonMention)[::-1] if p.j < k), None)
        if role is None or person is None or not role.modified or (k - person.j > _ASIDE and not chosen):
            continue
        left = any(says(s, n, _SUCCEEDING) for n in range(max(0, person.i - 3), person.i))  # "ليخلف X على رأس كذا"
        status: Status = "former" if left else "elected" if chosen else "current"
        yield Holding(person, role, s, "post.head_of_body", 0.75, status)
    for k in saying(s, _ITS_HEAD):
        yield from _at_its_head(d, s, k)


def _at_its_head(d: Discourse, s: Sentence, k: int) -> Iterator[Holding]:
    """ "لجنة كذا، ووضع على رأسها X", "وعين X على رأسها": of the body that the pronoun means."""
    feminine = s.norm[k].endswith("ها")
    told = [b for b in bodies_in(s) if b.j <= k and b.number == "singular" and b.head.endswith("ه") == feminine]
    person = subject_after(d, s, k + 1) or next((p for p in of_type(s, PersonMention) if p.j == k - 1), None)
    if person is None or not told or k == 0 or not says(s, k - 1, _AT):
        return
    role = read_role(s, told[-1].i, d.vocabulary, "office")
    if role is None and _presided(d, told[-1]):
        role = office_of(told[-1], *_PRESIDENT)
    if role is not None and role.modified:
        yield Holding(
            person, role, s, "post.head_of_body", 0.75, "elected" if last_of(s, ELECTING, k) >= 0 else "current"
        )


def _presided(d: Discourse, body: BodyMention) -> bool:
    """Whether who heads a body is its president: a union, a council, a committee, whatever is no section of a party."""
    return body.head in _PRESIDED | d.vocabulary.bodies.unions or (body.level is None and body.head not in _SECTIONS)


def _headed_after(d: Discourse, s: Sentence, role: RoleMention) -> PersonMention | None:
    """ "على رأس القطاع جاء X": the name after a verb of coming."""
    came = role.j < len(s.norm) and says(s, role.j, _COMING)
    return subject_after(d, s, role.j + 1) if came else None


def _headed_by(s: Sentence, body: BodyMention) -> int | None:
    """ "Under the presidency of" after a body just made, or an item of a list, past a comma and what the body is for."""
    made = _was_made(s, body)
    if not (made or _is_made(s, body) or _is_item(s, body) or _is_parallel(s, body)):
        return None
    for k in range(body.j, min(body.j + _ASIDE, len(s.norm))):
        if s.norm[k] in _UNDER:
            return k
        if not made and s.norm[k] in FUNCTION and s.norm[k] not in WHO and s.norm[k] != "من":
            return None
    return None


def _was_made(s: Sentence, body: BodyMention) -> bool:
    """Whether the making is told after the body: "المكتب الذي تأسس الشهر الماضي برئاسة X"."""
    at = body.j + 1
    return at < len(s.norm) and s.norm[body.j] in WHO and (says(s, at, MAKING) or says(s, at, _FORMED))


def _is_parallel(s: Sentence, body: BodyMention) -> bool:
    """Whether a sector stands beside others of its sort, each with its head: "قطاع أ برئاسة X، وقطاع ب برئاسة Y"."""
    others = [b for b in bodies_in(s) if b.head == body.head and b is not body and b.name != body.name]
    return body.head in _DIVISIONS and body.number == "singular" and others != []


def _is_made(s: Sentence, body: BodyMention) -> bool:
    """Whether the body is told as made or chosen: "تشكيل لجنة", "اختاروا مكتبهم", "تأسس فرع"."""
    before = range(max(0, body.i - _MADE_REACH), body.i)
    made = any(says(s, k, MAKING) or says(s, k, _FORMED) for k in before)
    chosen = body.possessive and any(says(s, k, ELECTING) for k in range(max(0, body.i - _ASIDE), body.i))
    return made or chosen


def _is_item(s: Sentence, body: BodyMention) -> bool:
    """ "1. لجنة الوثائق، برئاسة X": whether a line or item is the body and who heads it."""
    opens = all(s.tokens[k].word.kind != "word" for k in range(body.i)) and body.i + 1 < body.core
    people = [p for p in of_type(s, PersonMention) if p.i > body.j]
    return opens and len(people) == 1 and len(s.norm) - people[0].j <= 1 and people[0].i - body.j <= _ASIDE
