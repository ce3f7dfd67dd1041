"""What a list of people is of: an office of many, or a body chosen or made up, that the words before it tell."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
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
from graph_builder.extraction.rules.list_after import departed, told_after
from graph_builder.extraction.rules.list_lead import (
    CHOOSES,
    CHOSEN,
    EACH,
    MADE_UP,
    SEATS,
    SECTIONS,
    SEEKING,
    SENT,
    WINNING,
    before_section,
    beside_them,
    is_counted,
    is_heading,
    is_opened,
    loose_words,
    others_follow,
    presides,
    turns,
)
from graph_builder.extraction.rules.list_references import (
    SOUGHT,
    Office,
    are_leaders,
    member_of,
    referred,
    told_last,
)
from graph_builder.extraction.rules.nominations import (
    FOR_ELECTIONS,
    HEADS,
    MANY_HEADS,
    candidacy,
    given_favour,
    is_electoral,
    nomination,
    party_before,
)
from graph_builder.extraction.rules.renewed import listed_body
from graph_builder.extraction.rules.row_places import places_of
from graph_builder.extraction.rules.rows import Row
from graph_builder.extraction.rules.triggers import (
    ACTING_ON,
    ELECTING,
    LEAVING,
    LISTING,
    MAKING,
    saying,
    says,
    trigger,
    words,
)
from graph_builder.model import Status

_WON: Final = ELECTING | MAKING | MADE_UP
_EITHER: Final = words("تكون تشكل تألف كون شكل")
_MEMBERS: Final = words("أعضاء أعضائه أعضائها")
_FOR_SEATS: Final = words("بعضويتها بعضويته عضوية لعضوية بعضوية العضوية للعضوية")
_CONTESTED: Final = words("مقاعد مقعد عضوية لعضوية بعضوية")
_BEING: Final = words("يوجد توجد كان كانت كانوا يظل ظل يبقى بقي يستمر يجلس")
_WERE: Final = words("كان كانت كانوا")
_IN: Final = words("في داخل ضمن")
_OTHERS: Final = (
    LEAVING | trigger("attending") | trigger("speaking") | trigger("receiving") | trigger("chairing")
    | trigger("training") | words(
        "شهداء ضحايا وفاة تكريم كرم كرمت لاعبين فنانين التعازي تعازيه أمثال ضيوف الضيوف الراحلين "
        "احتياطية الاحتياطية احتياط الاحتياط غاب غابت خلت استبعد استبعدت استبعاد إقصاء"
    )
)  # fmt: skip
"""Words before a list of others than those chosen."""
_ANNOUNCING: Final = words("أعلن أعلنت كشف كشفت أبرز أبرزت قدم قدمت عرض عرضت ذكر ذكرت أفاد جدد")
_BESIDE: Final = words("جانب جانبه جانبها جانبهم بجانب رأس")
"""... that are not, where a word of choosing stands before the list: "وانتخب إلى جانبه كل من"."""
_RELATIVE: Final = words("التي الذي")
_CHOOSING: Final = words("انتخب انتخبت انتخبوا اختار اختارت اختير اختيرت")
_RUNS: Final = words(
    "يديرون يسيرون يشكلون يكونون شكلوا دخل دخلت ولج ولجت انضم انضمت تعزز تعززت يتعزز تتعزز الوجوه وجوه"
)
_VOTING: Final = words("صوت صوتت يصوت وافق صادق أجمع")
_OF: Final = "من"
_PARLIAMENT: Final = "member_of_parliament"
_RESULTS: Final = trigger("listing") | words("النتائج نتائج فوز عن")
_OVERSEEING: Final = words("الإشراف الاشراف للإشراف المشرفة مشرفة المراقبة التتبع")
_ALL_GONE: Final = trigger("all_resigning") | trigger("resigned")
_QUITTING: Final = words(
    "غادر غادرت مغادرة بمغادرة ترك تركت خرج خرجت خروج بخروج المطرودين المطرودون المستبعدين المستبعدون المقالين المفصولين "
    "المغادرين استبعاد إبعاد"
)
_THEY: Final = words("هم وهم هن وهن هما وهما")
_ADDED: Final = words("إضافة بالإضافة")
_AND_OF: Final = frozenset(["ومن"])
_FOLLOWED: Final = 2
"""Words before a body within which an act on it is told, or by it."""
_LISTED: Final = 24
"""Tokens between the office or body and a list that a colon, or "each of", opens."""
_NEAR: Final = 5
"""Tokens before a body within which it is told as chosen or made up."""
_FEW: Final = 1
"""Words between a body and a list that nothing else opens."""
SURE: Final = 3
"""Names of a list whose office is told in a sentence before."""


def office_before(d: Discourse, s: Sentence, start: int, rows: list[Row]) -> Office | None:
    """What the words before the list say, else a sentence before that the list goes on with."""
    floor = max((p.j for p in of_type(s, PersonMention) if p.j <= start), default=0)
    start = before_section(s, floor, start)
    after = told_after(d, s, floor, start, rows[-1].person.j) if rows[-1].s is s else None
    office = after or _told_before(d, s, floor, start, rows)
    if office is None or office.status == "candidate":
        return office
    seeking = [k for k in saying(s, SEEKING) if floor <= k < start]
    won = [k for k in saying(s, WINNING) if floor <= k < start]
    seekers = [r for r in of_type(s, RoleMention) if r.key in SOUGHT and floor <= r.i < start]
    if (seeking and not any(k > seeking[-1] for k in won)) or (seekers and not won):
        return office._replace(status="candidate")
    gone = any(floor <= k < start for k in saying(s, _ALL_GONE))
    return office._replace(status="former") if gone else office


def _told_before(d: Discourse, s: Sentence, floor: int, start: int, rows: list[Row]) -> Office | None:
    chosen = any(floor <= k < start for k in (*saying(s, CHOSEN), *saying(s, MADE_UP)))
    others = (
        k
        for k in saying(s, _OTHERS)
        if floor <= k < start and not says(s, k, _ANNOUNCING) and not (says(s, k, _BESIDE) and chosen)
    )
    aside = max(others, default=-1)
    if any(aside < k < start for k in saying(s, _CHOOSING)):
        aside = -1  # "لتقوية حضور الجهة اختارت اللجنة عضوين، هما X وY"
    for m in _mentions(d, s, floor, start):
        if isinstance(m, RoleMention) and m.i and (says(s, m.i - 1, _VOTING) or beside_them(s, m, start)):
            continue  # "وصوت أعضاء المجلس لفائدة كل من"
        if isinstance(m, RoleMention) and not m.public and (m.form.number != "singular" or is_counted(s, m)):
            of_them = not others_follow(s, m, start, rows[0].office, rows[0].person, d.vocabulary.people.verbs)
            return _of_role(d, s, m, start, aside) if of_them else None
        body = m.body if isinstance(m, EventMention) and m.kind == "election" and not _overseen(s, m) else m
        if isinstance(body, BodyMention):
            if presides(s, body) or body.number != "singular":
                return None
            if _in_clause(s, body, floor) or are_leaders(body):
                continue
            office = _of_body(d, s, body, floor, start, aside) or _of_results(s, m, body, start)
            if office is not None:
                return office
    told = _seats(d, s, floor, start, rows) or departed(d, s, floor, start)
    if told is not None or aside >= 0:
        return told
    told = _put_up(d, s, floor, start, rows)
    few = len(rows) < SURE and None in places_of(d, rows)
    return told if told is not None or few else referred(d, s, floor, start, len(rows))


def _of_results(s: Sentence, m: Mention, body: BodyMention, start: int) -> Office | None:
    """The members of a body whose election is told, and its results: "انتخابات المكتب، وجاءت النتائج كالآتي:"."""
    told = m is not body and any(says(s, k, _RESULTS) for k in range(m.j, start)) and is_opened(s, m.j, start)
    return member_of(body, "elected") if told else None


def _overseen(s: Sentence, election: EventMention) -> bool:
    """Whether a committee before an election is for that: "لجنة الإشراف على انتخابات المكتب"."""
    return any(0 <= election.i - b.j <= 1 and says(s, b.j - 1, _OVERSEEING) for b in of_type(s, BodyMention))


def _put_up(d: Discourse, s: Sentence, floor: int, start: int, rows: list[Row]) -> Office | None:
    """The candidates whom a party puts up, or who run for it: "آلت التزكية لكل من", "يخوض الانتخابات باسم الحزب كل من"."""
    end = rows[-1].person.j if rows[-1].s is s else len(s.norm)
    told = nomination(s, floor, start) or given_favour(s, floor, start, end)
    if told is None or start - told[0] > _LISTED:
        return None
    placed = sum(place is not None for place in places_of(d, rows))
    if not (is_electoral(d, s) or 2 * placed > len(rows)) or _for_office(rows[-1]):
        return None
    if any(k > told[0] and turns(s, k, d.vocabulary.people.verbs) for k in loose_words(s, floor, start)):
        return None
    heading = HEADS if placed else MANY_HEADS
    return Office(candidacy(d, start, told[1], party_before(s, start), [], heading), "candidate", None)


def _for_office(last: Row) -> bool:
    """ "رشح كلا من X وY لعضوية المكتب": for an office of the party, which others state."""
    after = last.s.norm[last.person.j] if last.person.j < len(last.s.norm) else ""
    return after.startswith("ل") and after not in FOR_ELECTIONS


def _mentions(d: Discourse, s: Sentence, floor: int, start: int) -> list[Mention]:
    """What is told before a list, last first; with bodies told by their first word: "وتضم اللجنة كلا من ..."."""
    told = [m for m in s.mentions if floor <= m.i < m.j <= start]
    taken = {k for m in told for k in range(m.i, m.j)}
    heads = [k for k in range(floor, start) if s.may[k] & BODY and k not in taken]
    told += [body for k in heads if (body := read_that_body(s, k, d.vocabulary)) is not None]
    return sorted(told, key=lambda m: -m.i)


def _seats(d: Discourse, s: Sentence, floor: int, start: int, rows: list[Row]) -> Office | None:
    """ "عضوية كل من X وY في الكتابة المحلية", "أما العضوية فعادت إلى X وY": seats before a list, whose body is told after it."""
    if rows[-1].s is not s:
        return None
    end = rows[-1].person.j
    seats = [k for k in saying(s, _FOR_SEATS) if floor <= k < start and start - k <= _NEAR]
    if not seats:
        return None
    after = next((b for b in bodies_in(s) if b.i >= end), None)
    told = after is not None and after.i - end <= _FEW and (after.prefix == "ب" or s.norm[after.i - 1] in _IN)
    body = after if told else listed_body(d, s, seats[-1])
    if body is None or body.kind == "public":
        return None
    return member_of(body, "elected")


def _of_role(d: Discourse, s: Sentence, role: RoleMention, start: int, aside: int) -> Office | None:
    """The members or candidates told as many, in words, before their list."""
    if loose_words(s, role.j, start) and (not is_opened(s, role.j, start) or start - role.j > _LISTED or aside >= 0):
        return None
    if role.key in SOUGHT:
        seats = [b for b in bodies_in(s) if 0 < b.i < b.j <= role.i and says(s, b.i - 1, _CONTESTED)]
        if seats:
            won = any(k < role.i for k in saying(s, WINNING))
            return member_of(seats[-1], "elected" if won else "candidate")
        return None if role.places else Office(replace(role, modified=True), "candidate", None)
    seat = any(r.j == role.i and r.key == _PARLIAMENT for r in of_type(s, RoleMention))
    if seat and role.key == "deputy" and not role.modified:
        return Office(replace(role, modified=True, public=True), "current", None)  # "ومن البرلمانيين النواب X وY"
    if role.key != "member":
        return _of_officers(d, s, role, start)
    if role.possessive and role.body is not None:
        return None
    won = any(k < start for k in saying(s, _WON))
    status: Status = "former" if aside >= 0 and says(s, aside, LEAVING) else "elected" if won else "current"
    if role.body is not None:
        that = told_last(d, s, role.i) if are_leaders(role.body) else None
        return that if that is not None and that.role.key == "member" else Office(role, status, None)
    before = [b for b in bodies_in(s) if b.j <= role.i and b.kind != "public" and b.number == "singular"]
    after = [b for b in bodies_in(s) if role.j < b.i <= role.j + 2 and b.j <= start and s.norm[b.i - 1] == _OF]
    named = after[:1] or before[-1:]
    if not named:
        floor = max((p.j for p in of_type(s, PersonMention) if p.j <= start), default=0)
        return _of_told_body(d, s, role, status, floor, start)
    body = d.full_body(s, named[0]) if named[0].generic else named[0]
    return member_of(body, status)


def _of_officers(d: Discourse, s: Sentence, role: RoleMention, start: int) -> Office | None:
    """Officers of one kind, told by a heading or counted: "المستشارون:", "أربعة مستشارين يتعلق الأمر بكل من"."""
    heading = start == len(s.norm) and is_heading(s)
    if role.possessive or role.public or not (heading or is_counted(s, role)):
        return None
    body = None if role.body else listed_body(d, s, role.i)
    won = heading or any(k < start for k in saying(s, _WON))
    return Office(role, "elected" if won else "current", body) if role.modified or body else None


def _of_told_body(
    d: Discourse, s: Sentence, role: RoleMention, status: Status, floor: int, start: int
) -> Office | None:
    """ "اختارت اللجنة عضوين آخرين هما X وY", "الأعضاء: X، Y": of the body told by its first word, or last before."""
    heads = [k for k in range(role.i) if s.may[k] & BODY and not any(m.i <= k < m.j for m in s.mentions)]
    that = next((b for k in heads[::-1] if (b := read_that_body(s, k, d.vocabulary)) is not None), None)
    if that is not None and status == "elected" and not (whole := d.full_body(s, that)).generic:
        return member_of(whole, status) if whole.kind != "public" else None
    if not (role.definite or role.possessive or is_counted(s, role) or status == "elected"):
        return None
    if that is not None and role.possessive:
        return None  # "اللجنة المكلفة بكذا، ممثلة في أعضائها": of that one
    verbs = d.vocabulary.people.verbs
    turned = status != "elected" and any(turns(s, k, verbs) for k in loose_words(s, floor, start))
    return None if turned else told_last(d, s, role.i)


def _of_body(d: Discourse, s: Sentence, body: BodyMention, floor: int, start: int, aside: int) -> Office | None:
    """The members of a body that the words around it tell as chosen, made up or represented by those listed."""
    if body.kind == "public":
        return None
    at, between = body.i, range(_past_purpose(s, body.j, start), start)
    if body.generic and (body := d.full_body(s, body)).generic:
        whole = None if body.possessive else listed_body(d, s, at)
        if whole is None or whole.generic or whole.kind == "public":
            return None
        body = whole
    if _is_of_another(s, between):
        return None  # "كلف المكتب السياسي لجنة مكونة من"
    status = _status_in(s, body, at, floor, between, aside)
    return None if status is None else member_of(body, status)


def _status_in(s: Sentence, body: BodyMention, at: int, floor: int, between: range, aside: int) -> Status | None:
    """How those listed came to be members of the body at token ``at``; ``None`` if nothing says that they are."""
    start = between.stop
    near = range(max(floor, at - _NEAR), at)
    opened = is_opened(s, between.start, start) and len(between) <= _LISTED
    made = any(says(s, k, MADE_UP) and _agrees(s.norm[k], body) for k in between)
    composed = made or any(says(s, k, MADE_UP) for k in near)
    composed = composed or any(says(s, k, SEATS) or says(s, k, _RUNS) for k in near)
    free = len(loose_words(s, body.j if body.i == at else between.start, start))
    listed = opened and free == 0 and any(says(s, k, LISTING) for k in between)
    chosen = listed or any(says(s, k, CHOSEN) for k in near)
    if (told := _told_beside(s, body, at, floor, between, opened)) is not None:
        won = chosen or any(floor <= k < at for k in (*saying(s, _WON), *saying(s, WINNING)))
        return "elected" if won and told == "current" else told
    if any(says(s, k, SENT) for k in (*near[-2:], *between)) or (
        chosen and not composed and not listed and near and says(s, near[-1], CHOOSES)
    ):
        return None  # "وفد عن المكتب": of the delegation; "انتخب المجلس الوطني كلا من X": it chooses
    if aside >= max(0, at - _FOLLOWED) and not (made and aside < at):
        return None
    if (composed and (opened or free <= _FEW)) or (chosen and opened):
        won = any(k < start for k in saying(s, _WON)) or not any(says(s, k, _MEMBERS) for k in near)
        return "former" if 0 <= aside < at and says(s, aside, LEAVING) else "elected" if won else "current"
    return None


def _told_beside(s: Sentence, body: BodyMention, at: int, floor: int, between: range, opened: bool) -> Status | None:
    """How they are members, where the words right before or after a body say so: "وغادر المكتب كل من", "من المكتب، وهم"."""
    start = between.stop
    if start == len(s.norm) and is_heading(s):
        return "elected"
    direct = opened or not loose_words(s, between.start, start)
    if direct and at > floor and any(_is_left(s, k, at) for k in saying(s, LEAVING | _QUITTING) if floor <= k < at):
        return "former"
    if (
        opened
        and at > floor
        and s.norm[at - 1] in _IN
        and any(max(floor, at - _NEAR) <= k < at for k in saying(s, _BEING))
    ):
        return "former" if any(max(floor, at - _NEAR) <= k < at for k in saying(s, _WERE)) else "current"
    if loose_words(s, between.start, start):
        return None
    if any(says(s, k, SENT) for k in between) or any(says(s, k, ACTING_ON) for k in range(floor, at)):
        return None  # "استقبل المكتب وفدا، وهم"
    if any(s.norm[k] in _THEY for k in between):
        many = any(
            max(floor, at - _NEAR) <= m.i < start for m in s.mentions if isinstance(m, (RoleMention, NumberMention))
        )
        return None if many else "current"  # "المكتب السياسي، وهم X وY"
    if body.prefix.endswith("ل") and any(s.norm[k] in EACH for k in between):
        added = any(says(s, k, _ADDED) for k in range(max(floor, at - _FOLLOWED), at))
        return "current" if added else None  # "بالإضافة للجنة التحضيرية كل من"
    if at <= 1 and all(s.tokens[k].word.kind != "word" for k in range(at)):
        alone = len(between) == 1 and s.is_sign(between.start, ":") and not says(s, at, SECTIONS) and s.paragraph >= 0
        return "elected" if alone else None  # "المكتب السياسي: X، Y"
    return "current" if floor > 0 and len(between) == 0 and s.norm[at - 1] in _AND_OF else None


def _past_purpose(s: Sentence, at: int, end: int) -> int:
    """Past what a body is for: "اللجنة التحضيرية لانتخابات المنطقة"."""
    if at + 1 >= end or s.norm[at][0] != "ل" or not s.tokens[at + 1].word.definite:
        return at
    return next((k for k in range(at + 1, end) if not s.tokens[k].word.definite), end)


def _is_left(s: Sentence, k: int, at: int) -> bool:
    """Whether a body is what is left: "استقال من المكتب", "خرج من تشكيلة المكتب", "غادر المكتب"."""
    if any(s.norm[n] == _OF for n in range(k + 1, min(at, k + _FOLLOWED))):
        return at - k <= _FOLLOWED + 1
    return at == k + 1 and says(s, k, _QUITTING)


def _is_of_another(s: Sentence, between: range) -> bool:
    """Whether a word for a body, no more of it read, stands before the word of composing."""
    made = next((k for k in between if says(s, k, MADE_UP)), -1)
    taken = {k for m in s.mentions for k in range(m.i, m.j)}
    return any(s.may[k] & BODY and k not in taken and not s.tokens[k].word.definite for k in range(between.start, made))


def _agrees(word: str, body: BodyMention) -> bool:
    """Whether a word of composing is of the body's gender: in "رئاسة المؤتمر، المكونة من" of a bureau it is not."""
    word = word.removeprefix("و").removeprefix("ف")
    either = word in _EITHER
    return either or (word.endswith(("ه", "ت")) or word.startswith("ت")) == body.head.endswith("ه")


def _in_clause(s: Sentence, body: BodyMention, floor: int) -> bool:
    """Whether a body is who did something with another, as a clause says: "اللجنة التي شكلها المكتب السياسي"."""
    before = range(max(floor, body.i - _FOLLOWED), body.i)
    told = any(says(s, k, _RELATIVE) for k in before)
    return told and s.norm[body.i - 1].endswith(("ه", "ها")) and not says(s, body.i - 1, MADE_UP)
