"""What a list of people is of: an office of many, or a body chosen or made up, that the words before it tell."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.holdings import office_of
from graph_builder.extraction.known import BODY
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    EventMention,
    Mention,
    NumberMention,
    PersonMention,
    RoleMention,
)
from graph_builder.extraction.mentions.bodies import read_that_body
from graph_builder.extraction.rules.renewed import listed_body
from graph_builder.extraction.rules.rows import Row
from graph_builder.extraction.rules.triggers import (
    COMPOSING,
    ELECTING,
    LEAVING,
    LISTING,
    MAKING,
    RENEWING,
    saying,
    says,
    tells,
    trigger,
    words,
)
from graph_builder.model import Status

_CHOSEN: Final = ELECTING | MAKING | RENEWING | LISTING
_MADE_UP: Final = COMPOSING | words("مكونا متكونا مؤلفا مشكلا")
_WON: Final = ELECTING | MAKING | _MADE_UP
_EITHER: Final = words("تكون تشكل تألف كون شكل")
_SEEKING: Final = words("ترشح ترشحت ترشحوا يترشح تترشح يتنافس تتنافس تنافس ينافس لترشيح ترشيح رشح رشحت")
_GONE: Final = LEAVING | trigger("all_resigning") | trigger("resigned")
_MEMBERS: Final = words("أعضاء أعضائه أعضائها")
_SEATS: Final = _MEMBERS | words(
    "عضوية لعضوية بعضوية عضويته عضويتها تشكيلة تركيبة لائحة قائمة تطعيم تعزيز مقعدا مقعد مقاعد"
)
_FOR_SEATS: Final = words("بعضويتها بعضويته عضوية لعضوية بعضوية العضوية للعضوية")
_CONTESTED: Final = words("مقاعد مقعد عضوية لعضوية بعضوية")
_BEING: Final = words("يوجد توجد كان كانت كانوا يظل ظل يبقى بقي يستمر يجلس")
_WERE: Final = words("كان كانت كانوا")
_WINNING: Final = trigger("winning") | words("الفائزين الفائزون الفائزات فوز بفوز")
_IN: Final = words("في داخل ضمن")
_EACH: Final = words("كل كلا بكل لكل")
_NAMELY: Final = words(
    "بينها منها ضمنها أبرزها هم هن هما وهم وهن وهما فهم فهن فهما الأمر أسماؤهم أسماء الأسماء بأسماء"
) | trigger("among")
_MAKES: Final = _CHOSEN | _MADE_UP | _SEATS | words("إنشاء بإنشاء أنشأ أنشأت ألف ألفت")
_NAMES_OF: Final = words("أسماء الأسماء أسماؤهم اللائحة القائمة التشكيلة")
_BRIDGE: Final = words(
    "من كل كلا إلى فعادت عادت كالتالي كالآتي على الشكل التالي النحو الآتي السادة السيدات بكل وهم هم الإخوة الأخوات "
    "والسادة الأمر ويتعلق يتعلق الجديد الجديدة المنتخب المنتخبة الأسماء أسماء التالية كذلك أيضا بالإضافة إضافة الرفاق "
    "الرفيقات في عضويتها عضويته عضوا عضوة أعضاء امرأتان امرأة رجال نساء"
)
_OTHERS: Final = (
    LEAVING | trigger("attending") | trigger("speaking") | trigger("receiving") | trigger("chairing")
    | trigger("training") | words(
        "شهداء ضحايا وفاة تكريم كرم كرمت لاعبين فنانين التعازي تعازيه أمثال ضيوف الضيوف الراحلين "
        "احتياطية الاحتياطية احتياط الاحتياط غاب غابت خلت استبعد استبعدت استبعاد إقصاء"
    )
)  # fmt: skip
"""Words before a list of others than those chosen."""
_ANNOUNCING: Final = words("أعلن أعلنت كشف كشفت أبرز أبرزت قدم قدمت عرض عرضت ذكر ذكرت أفاد جدد")
_LISTS: Final = _MAKES | _NAMES_OF | _NAMELY | _WINNING
_PRESIDING: Final = words("الرئاسة رئاسة الفرز")
_SENT: Final = trigger("delegation") | words("الوفد")
_RELATIVE: Final = words("التي الذي")
_CHOOSING: Final = words("انتخب انتخبت انتخبوا اختار اختارت اختير اختيرت")
_CHOOSES: Final = words("ألف ألفت انتخب ينتخب اختار يختار عين يعين زكى نصب")
_RUNS: Final = words("يديرون يسيرون يشكلون يكونون شكلوا دخل دخلت ولج ولجت انضم انضمت الوجوه وجوه")
_OF: Final = "من"
SOUGHT: Final = ("candidate", "list_head")
_PARLIAMENT: Final = "member_of_parliament"
_FOLLOWED: Final = 2
"""Words before a body within which an act on it is told, or by it."""
_MEMBER: Final = fold("عضو")
_LISTED: Final = 24
"""Tokens between the office or body and a list that a colon, or "each of", opens."""
_NEAR: Final = 5
"""Tokens before a body within which it is told as chosen or made up."""
_FEW: Final = 1
"""Words between a body and a list that nothing else opens."""
_FREE: Final = 2
"""Words before a list that refers to what was told before."""
_FREE_NAMES: Final = 8
"""... if it says that names follow."""
_BACK: Final = 4
"""Sentences back to the office or body."""
_FAR_BACK: Final = 5
"""... to the election that those listed won."""
SURE: Final = 3
"""Names of a list whose office is told in a sentence before."""


class Office(NamedTuple):
    """What those listed are."""

    role: RoleMention
    status: Status
    body: BodyMention | None


def office_before(d: Discourse, s: Sentence, start: int, rows: list[Row]) -> Office | None:
    """What the words before the list say, else a sentence before that the list goes on with."""
    floor = max((p.j for p in of_type(s, PersonMention) if p.j <= start), default=0)
    office = _told_before(d, s, floor, start, rows)
    seeking = [k for k in saying(s, _SEEKING) if floor <= k < start]
    sought = office is not None and seeking != [] and not any(seeking[-1] < k < start for k in saying(s, _WINNING))
    return office._replace(status="candidate") if office is not None and sought else office


def _told_before(d: Discourse, s: Sentence, floor: int, start: int, rows: list[Row]) -> Office | None:
    others = (k for k in saying(s, _OTHERS) if floor <= k < start and not says(s, k, _ANNOUNCING))
    aside = max(others, default=-1)
    if any(aside < k < start for k in saying(s, _CHOOSING)):
        aside = -1  # "لتقوية حضور الجهة اختارت اللجنة عضوين، هما X وY"
    for m in _mentions(d, s, floor, start):
        if isinstance(m, RoleMention) and not m.public and (m.form.number != "singular" or _is_counted(s, m)):
            return _of_role(d, s, m, start, aside)
        body = m.body if isinstance(m, EventMention) and m.kind == "election" else m
        if isinstance(body, BodyMention):
            if _presides(s, body) or body.number != "singular":
                return None
            if _in_clause(s, body, floor):
                continue
            if (office := _of_body(d, s, body, floor, start, aside)) is not None:
                return office
    if (seats := _seats(d, s, floor, start, rows)) is not None:
        return seats
    return None if aside >= 0 or len(rows) < SURE else _referred(d, s, floor, start)


def _referred(d: Discourse, s: Sentence, floor: int, start: int) -> Office | None:
    """What was told before, where the words before the list go on with it and tell of nothing else."""
    office = _before(d, s, floor) if _goes_on(s, floor, start) else None
    if office is None or office.role.key in SOUGHT:
        return office
    between = range(floor, start)
    listed = any(says(s, k, _LISTS) for k in between) or not any(_is_free(s, k) for k in between)
    return office if listed and not any(says(s, k, _SEEKING) for k in between) else None


def _mentions(d: Discourse, s: Sentence, floor: int, start: int) -> list[Mention]:
    """What is told before a list, last first; with bodies told by their first word: "وتضم اللجنة كلا من ..."."""
    told = [m for m in s.mentions if floor <= m.i < m.j <= start]
    taken = {k for m in told for k in range(m.i, m.j)}
    heads = [k for k in range(floor, start) if s.may[k] & BODY and k not in taken]
    told += [body for k in heads if (body := read_that_body(s, k, d.vocabulary)) is not None]
    return sorted(told, key=lambda m: -m.i)


def _seats(d: Discourse, s: Sentence, floor: int, start: int, rows: list[Row]) -> Office | None:
    """ "عضوية كل من X وY في الكتابة المحلية", "أما العضوية فعادت إلى X وY": seats before a list, whose body is told after it."""
    seats = [k for k in saying(s, _FOR_SEATS) if floor <= k < start and start - k <= _NEAR]
    if not seats or rows[-1].s is not s:
        return None
    end = rows[-1].person.j
    after = next((b for b in bodies_in(s) if b.i >= end), None)
    told = after is not None and after.i - end <= _FEW and (after.prefix == "ب" or s.norm[after.i - 1] in _IN)
    body = after if told else listed_body(d, s, seats[-1])
    if body is None or body.kind == "public":
        return None
    return Office(office_of(body, _MEMBER, "member"), "elected", None)


def _is_counted(s: Sentence, role: RoleMention) -> bool:
    """ "24 عضوا": an office after a number of people."""
    return any(n.j == role.i and n.value > 1 for n in of_type(s, NumberMention))


def _of_role(d: Discourse, s: Sentence, role: RoleMention, start: int, aside: int) -> Office | None:
    """The members or candidates told as many, in words, before their list."""
    free = any(_is_free(s, k) for k in range(role.j, start))
    if free and (not _is_opened(s, role.j, start) or start - role.j > _LISTED or aside >= 0):
        return None
    if role.key in SOUGHT:
        seats = [b for b in bodies_in(s) if 0 < b.i < b.j <= role.i and says(s, b.i - 1, _CONTESTED)]
        if seats:
            won = any(k < role.i for k in saying(s, _WINNING))
            return Office(office_of(seats[-1], _MEMBER, "member"), "elected" if won else "candidate", None)
        return Office(replace(role, modified=True), "candidate", None) if free and not role.places else None
    seat = next((r for r in of_type(s, RoleMention) if r.j == role.i and r.key == _PARLIAMENT), None)
    if seat is not None and role.key == "deputy" and not role.modified:
        return Office(replace(role, modified=True, public=True), "current", None)  # "ومن البرلمانيين النواب X وY"
    if role.key != "member" and start == len(s.norm) and is_heading(s) and not (role.possessive or role.public):
        body = None if role.body else listed_body(d, s, role.i)
        return Office(role, "elected", body) if role.modified or body else None
    if role.key != "member" or (role.possessive and role.body is not None):
        return None
    left = aside >= 0 and says(s, aside, LEAVING)
    status: Status = "former" if left else "elected" if any(k < start for k in saying(s, _WON)) else "current"
    if role.body is not None:
        return Office(role, status, None)
    before = [b for b in bodies_in(s) if b.j <= role.i and b.kind != "public" and b.number == "singular"]
    after = [b for b in bodies_in(s) if role.j < b.i <= role.j + 2 and b.j <= start and s.norm[b.i - 1] == _OF]
    named = after[:1] or before[-1:]
    if not named:
        return _of_told_body(d, s, role, status)
    body = d.full_body(s, named[0]) if named[0].generic else named[0]
    return Office(office_of(body, _MEMBER, "member"), status, None)


def _of_told_body(d: Discourse, s: Sentence, role: RoleMention, status: Status) -> Office | None:
    """ "اختارت اللجنة عضوين آخرين هما X وY", "الأعضاء: X، Y": of the body told by its first word, or last before."""
    heads = [k for k in range(role.i) if s.may[k] & BODY and not any(m.i <= k < m.j for m in s.mentions)]
    that = next((b for k in heads[::-1] if (b := read_that_body(s, k, d.vocabulary)) is not None), None)
    if that is not None and status == "elected" and not (whole := d.full_body(s, that)).generic:
        return Office(office_of(whole, _MEMBER, "member"), status, None) if whole.kind != "public" else None
    return _before(d, s, role.i) if role.definite or status == "elected" else None


def _of_body(d: Discourse, s: Sentence, body: BodyMention, floor: int, start: int, aside: int) -> Office | None:
    """The members of a body that the words around it tell as chosen, made up or represented by those listed."""
    if body.kind == "public":
        return None
    at = body.i
    near = range(max(floor, at - _NEAR), at)
    between = range(body.j, start)
    if body.generic and (body := d.full_body(s, body)).generic:
        return None
    opened = _is_opened(s, between.start, start) and len(between) <= _LISTED
    made = any(says(s, k, _MADE_UP) and _agrees(s.norm[k], body) for k in between)
    composed = made or any(says(s, k, _MADE_UP) for k in near)
    composed = composed or any(says(s, k, _SEATS) or says(s, k, _RUNS) for k in near)
    within = at > floor and s.norm[at - 1] in _IN and any(says(s, k, _BEING) for k in near)
    chosen = any(says(s, k, _CHOSEN) for k in near)
    if any(says(s, k, _SENT) for k in near[-2:]) or (chosen and not composed and near and says(s, near[-1], _CHOOSES)):
        return None  # "وفد عن المكتب": of the delegation; "انتخب المجلس الوطني كلا من X": it chooses
    free = sum(_is_free(s, k) for k in between)
    if start == len(s.norm) and is_heading(s):
        return Office(office_of(body, _MEMBER, "member"), "elected", None)
    if within and opened:
        were = any(says(s, k, _WERE) for k in near)
        return Office(office_of(body, _MEMBER, "member"), "former" if were else "current", None)
    if aside >= max(0, at - _FOLLOWED) and not (made and aside < at):
        return None
    if (composed and (opened or free <= _FEW)) or (chosen and opened):
        won = any(k < start for k in saying(s, _WON)) or not any(says(s, k, _MEMBERS) for k in near)
        status: Status = "former" if 0 <= aside < at and says(s, aside, LEAVING) else "elected" if won else "current"
        return Office(office_of(body, _MEMBER, "member"), status, None)
    return None


def is_heading(s: Sentence) -> bool:
    """Whether a body, or an office of many, is all that a line says, two words apart: "من في المكتب السياسي؟"."""
    if not s.mentions or s.paragraph < 0 or s.is_sign(len(s.norm) - 1, "."):
        return False
    roles = [m for m in s.mentions if isinstance(m, RoleMention)]
    both = len(roles) == len(s.mentions) and all(r.key == roles[0].key for r in roles)  # "مساعدو ومساعدات الأمين العام"
    told = sum(m.j - m.i for m in s.mentions) if both or len(s.mentions) == 1 else 0
    return told > 0 and sum(token.word.kind == "word" for token in s.tokens) - told <= _FREE


def _agrees(word: str, body: BodyMention) -> bool:
    """Whether a word of composing is of the body's gender: in "رئاسة المؤتمر، المكونة من" of a bureau it is not."""
    word = word.removeprefix("و")
    either = word in _EITHER
    return either or (word.endswith(("ه", "ت")) or word.startswith("ت")) == body.head.endswith("ه")


def _in_clause(s: Sentence, body: BodyMention, floor: int) -> bool:
    """Whether a body is who did something with another, as a clause says: "اللجنة التي شكلها المكتب السياسي"."""
    before = range(max(floor, body.i - _FOLLOWED), body.i)
    told = any(says(s, k, _RELATIVE) for k in before)
    return told and s.norm[body.i - 1].endswith(("ه", "ها")) and not says(s, body.i - 1, _MADE_UP)


def _presides(s: Sentence, body: BodyMention) -> bool:
    """Whether a body only presides over a congress, or counts its votes."""
    return any(says(s, k, _PRESIDING) for k in range(body.i, body.j))


def _is_free(s: Sentence, k: int) -> bool:
    """Whether token ``k`` is a word that joins no body to its list."""
    if s.tokens[k].word.kind != "word" or says(s, k, _BRIDGE) or says(s, k, _NAMELY | _MADE_UP):
        return False
    return not any(m.i <= k < m.j for m in s.mentions)


def _is_opened(s: Sentence, floor: int, start: int) -> bool:
    """Whether a colon, "each of" or "namely" stands right before the list."""
    last = range(max(floor, start - 3), start)
    if start == len(s.norm) and (not s.is_sign(start - 1, ".") or tells(s, LISTING)):
        return True
    if any(s.is_sign(k, ":") or s.norm[k] in _EACH for k in last):
        return True
    return any(says(s, k, _NAMELY) or says(s, k, _MADE_UP) or says(s, k, _WINNING) for k in last)


def _goes_on(s: Sentence, floor: int, start: int) -> bool:
    """Whether the words before a list refer to what was told: none, "the list", "it is made up of", "namely"."""
    made = [k for k in saying(s, _MADE_UP) if floor <= k < start]
    between = range(made[-1] if made else floor, start)
    opened = _is_opened(s, floor, start) or bool(made)
    opened = opened or (start > floor and says(s, start - 1, _NAMES_OF))
    if any(e.kind != "election" and e.i in between for e in of_type(s, EventMention)):
        return False  # "برنامج الندوة:"
    if start == len(s.norm) and not (s.is_sign(start - 1, ":") or tells(s, LISTING)):
        return False  # "اقرأ أيضا", and lines of names
    names = any(says(s, k, _NAMES_OF) for k in between)
    free = sum(_is_free(s, k) and not says(s, k, _CHOSEN) for k in between)
    return opened and free <= (_FREE_NAMES if names else _FREE)


def _before(d: Discourse, s: Sentence, floor: int) -> Office | None:
    """What was chosen or made up last before the list, in this sentence or those before."""
    back = _FAR_BACK if tells(s, _WINNING) else _BACK
    for other in d.sentences[max(0, s.index - back) : s.index + 1][::-1]:
        end = floor if other is s else len(other.norm)
        if other is not s and tells(other, _GONE):
            return None
        many = [r for r in of_type(other, RoleMention) if r.j <= end and r.form.number != "singular"]
        if any(r.key != "member" and r.key not in SOUGHT for r in many) and tells(other, _MAKES):
            return None
        if many and many[-1].key in SOUGHT:
            return Office(replace(many[-1], modified=True), "candidate", None)
        if many and many[-1].body is not None and tells(other, _MAKES):
            return Office(many[-1], "elected", None)
        told = [b for b in bodies_in(other) if b.j <= end and _is_chosen(other, b)]
        if told:
            body = _filled(other, told[-1], end)
            body = d.full_body(other, body) if body.generic else body
            return None if body.generic else Office(office_of(body, _MEMBER, "member"), "elected", None)
    return None


def _filled(s: Sentence, body: BodyMention, end: int) -> BodyMention:
    """The body that those chosen fill, where the one right after the verb is who chooses: "انتخب المجلس الوطني مكتبه"."""
    later = [b for b in bodies_in(s) if body.j <= b.i and b.j <= end and b.kind == "party" and b.number == "singular"]
    return later[-1] if later and body.i > 0 and says(s, body.i - 1, _CHOOSES) else body


def _is_chosen(s: Sentence, body: BodyMention) -> bool:
    """Whether a word of choosing or composing stands right before a body, which is not the one that chooses, or after it."""
    if body.kind == "public" or body.number != "singular" or _presides(s, body):
        return False
    held = any(r.body is body and r.form.number == "singular" for r in of_type(s, RoleMention))
    composed = any(says(s, k, _MADE_UP) for k in range(body.j, min(body.j + 2, len(s.norm))))
    before = range(max(0, body.i - 2), body.i)
    elected = any(e.body is body and e.kind == "election" for e in of_type(s, EventMention))
    return not held and (composed or elected or is_heading(s) or any(says(s, k, _MAKES) for k in before))
