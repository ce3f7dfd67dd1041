"""Which body the officers that a passage lists are of: the one renewed, founded or made up there, or last before."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from graph_builder.arabic.inflection import is_possessive
from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.full_names import stands_alone, steering
from graph_builder.extraction.known import BODY
from graph_builder.extraction.mention_kinds import BodyMention, EventMention, PersonMention, RoleMention
from graph_builder.extraction.mentions.bodies import read_that_body
from graph_builder.extraction.rules.triggers import (
    COMPOSING,
    ELECTING,
    LISTING,
    RENEWING,
    SUCCEEDING,
    last_of,
    saying,
    says,
    tells,
    trigger,
    words,
)
from graph_builder.extraction.wordlists import LISTS
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

_RENEWAL_REACH: Final = 8
"""Words between "renewal of" and the body renewed."""
_SOON: Final = 3
"""Words after a body within which a verb says of whom it is made up."""
_STEMMED_REACH: Final = 4
"""Words more of "that came out of the congress" before that verb."""
_FIRST: Final = 1
"""Words before "members of" that opens a sentence: "وضع أعضاء المكتب استقالتهم"."""
_VENUES: Final = folded(data("body_words")["venues"])
_COMMITTEES: Final = folded(data("body_words")["committees"])
_BUREAUS: Final = folded(data("body_words")["bureaus"])
_FOR: Final = words("عن")
_THEY: Final = words("هم وهم هي وهي")
_CHAIR_HEAD: Final = fold("رئاسة")
_CHAIR: Final = words("رئاسة لرئاسة")
_CONGRESS: Final = "مؤتمر"
_OF_CONGRESS: Final = words("المؤتمر للمؤتمر")
_BY: Final = words("من طرف باسم عن")
_PRESIDING: Final = words("الرئاسة رئاسة الفرز")
_BUREAU: Final = fold("مكتب")
_A_BUREAU: Final = fold("مكتبا")
_COUNCIL: Final = fold("مجلس")
_OF_BRANCH: Final = 2
"""Words of "مجلس الفرع"."""
_HOLDING: Final = trigger("holding")
_ASSEMBLIES: Final = ("congress", "general_assembly")
_OF_IT: Final = words("له لها")
_HEAD_OF: Final = fold("لرئيس")
_ITS: Final = ("ه", "ها")
_SHARING: Final = words("توزيع بتوزيع وزع وزعت توزعت يوزع")
_TASKS: Final = words("المهام مهام المسؤوليات الأدوار الحقائب")
_TASKS_REACH: Final = 2
"""Sentences after the one that tells of the tasks."""
_HOSTING: Final = words("استضافه استضافته استضافها استضافتها احتضنه احتضنته احتضنها احتضنتها")
_ON: Final = words("على")
_CHOOSES: Final = words("انتخب ينتخب اختار يختار جدد يجدد")
_FRESH: Final = words("جديد منتخب جديده منتخبه مسير")
_INSTEAD: Final = SUCCEEDING | words("بدل")
_MEMBERSHIP: Final = words("أعضاء لأعضاء عضوية داخل رأس")
_PREMISES: Final = words("مقر بمقر قاعة بقاعة رحاب برحاب فضاء بفضاء")
_ON_IT: Final = words("عليه عليها")
"""Before who approved a body: "المكتب التنفيذي الذي صادق عليه المجلس الوطني"."""
_SOME_OF: Final = words("من ومن")
_OF_SOME: Final = words("من بين بينهم بحضور حضور رفقة عدد جانب بعض لبعض كافة باقي")
_REST: Final = words("بقية وبقية باقي وباقي")
_STEMMING: Final = words("المنبثق المنبثقة المتمخض المتمخضة")
_RELATIVE: Final = words("الذي التي")
_APPROVING: Final = trigger("approving")
_MAKING: Final = LISTS.declare(ELECTING | COMPOSING | LISTING)
_LISTING: Final = LISTING | COMPOSING
_SECTIONS: Final = ("local", "provincial", "regional", "parallel")


def listed_body(d: Discourse, s: Sentence, i: int, officers: bool = True) -> BodyMention | None:
    """Return the body whose officers are listed at token ``i``: of the officer named before, or the one last renewed.

    Else that of ``officers`` is the bureau that the sentence tells by its first word, or the one that the article is about.
    """
    body = _chair(s, i) or _renewed_in(d, s, i)
    for k in range(s.index - 1, -1, -1):
        if body is not None:
            return body
        if k not in d.renewed:
            d.renewed[k] = _renewed_in(d, d.sentences[k], len(d.sentences[k].norm), lasting=True)
        body = d.renewed[k]
    return (
        body
        or (_told_alone(d, s, i) if officers else None)
        or _subject(d, s, i if officers else len(s.norm))
        or _sharing(d, s)
    )


def _chair(s: Sentence, i: int) -> BodyMention | None:
    """The chair of a congress, told last before token ``i``: "واختيار رئاسة المؤتمر المؤلفة من X رئيسا"."""
    at = next(
        (k for k in range(min(i, len(s.norm)) - 2, -1, -1) if s.norm[k] in _CHAIR and s.norm[k + 1] in _OF_CONGRESS), -1
    )
    if at < 0 or any(at < b.i < i for b in bodies_in(s)) or (at and says(s, at - 1, _BY)):
        return None
    name = f"رئاسة {ARTICLE}{_CONGRESS}"
    return BodyMention(at, at + 2, "", name, _CHAIR_HEAD, None, "party", "singular", core=at + 2)


def _told_alone(d: Discourse, s: Sentence, i: int) -> BodyMention | None:
    """The bureau that the sentence tells by its first word: "ولم يبق من المكتب أحد", "ست عضوات من المكتب"."""
    named = {b.i for b in bodies_in(s)}
    for k in range(min(i, len(s.norm)) - 1, -1, -1):
        body = read_that_body(s, k, d.vocabulary) if s.may[k] & BODY and k not in named else None
        if body is not None and body.head in _BUREAUS:
            whole = d.full_body(s, body)
            return None if whole.generic else whole
    return None


def _sharing(d: Discourse, s: Sentence) -> BodyMention | None:
    """The body whose members share out their tasks in the sentence, or one right before: "توزيع المهام على الأعضاء"."""
    near = d.sentences[max(0, s.index - _TASKS_REACH) : s.index + 1]
    if not any(o.norm[k + 1] in _TASKS for o in near for k in saying(o, _SHARING) if k + 1 < len(o.norm)):
        return None
    for other in d.sentences[: s.index + 1][::-1]:
        for role in of_type(other, RoleMention)[::-1]:
            members = role.key == "member" and role.form.number == "plural"
            if members and role.body is not None and role.body.kind == "party" and not role.body.generic:
                return role.body
    return None


def made_up_before(d: Discourse, s: Sentence, i: int) -> BodyMention | None:
    """Return the body, named in full elsewhere, that "في مجلس يضم" right before token ``i`` tells by its first word."""
    told = i > 1 and says(s, i - 1, COMPOSING)
    body = read_that_body(s, i - 2, d.vocabulary, definite=False) if told else None
    whole = d.full_body(s, body) if body is not None else None
    return None if whole is None or whole.generic else whole


def _subject(d: Discourse, s: Sentence, i: int) -> BodyMention | None:
    """The body that the article is about: the first below the national level, in title or lead, before token ``i``."""
    for other in d.sentences[: s.index + 1]:
        if other.paragraph > 1:
            return None
        for body in bodies_in(other):
            if (
                body.number == "singular"
                and body.kind != "public"
                and body.level in _SECTIONS
                and not (other is s and body.i >= i)
                and not (body.i > 0 and other.norm[body.i - 1] in _SOME_OF)
                and not _is_venue(body)
                and not _hosts(other, body)
                and not steering(other, body)
            ):
                return body
    return None


def _hosts(s: Sentence, body: BodyMention) -> bool:
    """Whether a body is told as where something took place: "اجتماع استضافه منتدى كذا", "احتضنته جمعية كذا"."""
    return body.kind == "civil" and body.i > 0 and says(s, body.i - 1, _HOSTING | _PREMISES)


def _is_venue(body: BodyMention) -> bool:
    """Whether a body is only where something took place: "بنادي المحامين", "احتضن مركز الندوات"."""
    return (body.kind == "civil" and body.prefix == "ب") or body.head in _VENUES


def _renewed_in(d: Discourse, s: Sentence, end: int, lasting: bool = False) -> BodyMention | None:
    """The body renewed last before token ``end``; ``lasting``: for the sentences after, so that one seat won is none."""
    if (headed := _headed(s, end)) is not None:
        return headed
    opened = _opened_list(s, end)
    if opened is not None:
        return _its_bureau(s, opened)
    found = chooser_of_its_own(d, s, end)
    held = [r.body for r in of_type(s, RoleMention) if r.body and r.form.number == "singular" and not r.form.case]
    for body in bodies_in(s):
        if body.i >= end or not _may_be_renewed(s, body):
            continue
        elected = any(r.body is body and _won(r, body) for r in of_type(s, RoleMention)) and not _of_member(d, s, body)
        if body.kind == "public" and not (elected or _votes(s, body)):
            continue
        if any(body is other for other in held) and not (elected or _composed(s, body)):
            continue  # "عضو المكتب الوطني X": somebody's body, not the one renewed
        near = _is_renewed(s, body)
        whole = d.full_body(s, body) if elected and body.generic else body  # "رئيسا للفريق"
        if near and body.possessive and body.core == body.i + 1:
            whole = _owner(s, body) or whole
        whole = _bureau_of(d, s, found, whole)
        seat = not near and all(r.key == "member" for r in of_type(s, RoleMention) if r.body is body)
        if (
            (near or elected)
            and not (steering(s, whole) and whole.kind == "party")
            and not (seat and (lasting or found is not None))
        ):
            found = whole  # of "كاتبا للفرع ... الذي أصبح عضوا باللجنة" the branch
    return found


def _of_member(d: Discourse, s: Sentence, body: BodyMention) -> bool:
    """ "وضم المكتب 17 عضوا من بينهم X رئيسا للمكتب السياسي، وY ناطقا": the body of one who is listed in another."""
    told = (k + 1 for k in saying(s, COMPOSING) if k + 1 < body.i)
    return any(read_that_body(s, k, d.vocabulary) is not None and s.bare[k] in _BUREAUS for k in told)


def _bureau_of(d: Discourse, s: Sentence, found: BodyMention | None, body: BodyMention) -> BodyMention:
    """The bureau of an association, where one is told before it in the sentence, or the article is about no party."""
    bureau = body.kind == "party" and body.party is None and body.head == _BUREAU and not body.generic
    civil = (found is not None and found.kind == "civil") or (d.main_party is None and steering(s, body))
    return (
        replace(body, kind="civil", place=body.place or (found.place if found else None)) if bureau and civil else body
    )


def _may_be_renewed(s: Sentence, body: BodyMention) -> bool:
    """Whether a body is one, no venue, and told neither in place of another nor in a clause on somebody."""
    before = s.norm[body.i - 1] if body.i else ""
    apart = (
        before in _FOR or before in _INSTEAD or before in _SOME_OF or before in _PREMISES or before in _ON_IT
    )  # "نائبا أولا عن فريق كذا", "لجنة مؤقتة بدل مكتب الفرع"
    return (
        body.number == "singular"
        and not (_is_venue(body) and not _holds_its_own(s, body))
        and not apart
        and not any(says(s, k, _PRESIDING) for k in range(body.i, body.j))
        and not _of_somebody(s, body)
    )


def _of_somebody(s: Sentence, body: BodyMention) -> bool:
    """ "خلفا لـX الذي ترقى إلى عضوية المكتب السياسي": in a relative clause right after a name, no sign between."""
    k = last_of(s, _RELATIVE, body.i)
    told = k >= 0 and any(p.j == k for p in of_type(s, PersonMention))
    return told and not any(k < sign < body.i for sign in s.signs) and not tells_between(s, k, body.i, ELECTING)


def _is_renewed(s: Sentence, body: BodyMention) -> bool:
    """Whether the text says near a body that it is renewed, founded, made up, or new."""
    if renewed_between(s, body.i - _RENEWAL_REACH, body.i) or _FRESH & set(s.bare[body.core : body.core + 1]):
        return True
    if body.i > 0 and says(s, body.i - 1, _REST):
        return True  # "أما بقية الكتابة الإقليمية فهم"
    if _is_made(s, body) or _holds_its_own(s, body):
        return True
    approved = body.i > 0 and s.norm[body.i - 1] in _ON and tells_between(s, 0, body.i, _APPROVING)
    return approved or _composed(s, body) or _of_assembly(s, body) or _made_up(s, body) or _heads(s, body)


def _headed(s: Sentence, end: int) -> BodyMention | None:
    """ "- لجنة المالية: X رئيسا، وY مقررا": the body that a line of a list begins with, a colon right after its name."""
    body = s.mentions[0] if s.mentions else None
    if not isinstance(body, BodyMention) or body.head not in _COMMITTEES or body.kind == "public" or body.generic:
        return None
    begins = all(s.tokens[k].word.kind != "word" for k in range(body.i))
    return body if begins and body.j < end and s.is_sign(body.j, ":") else None


def _opened_list(s: Sentence, end: int) -> BodyMention | None:
    """The body last named before a colon that opens a list: "صادق ... على المكتب الوطني، وهو كالتالي:".

    The list follows in lines, or in the sentence before token ``end``.
    """
    at = _colon(s, end)
    if at <= 0 or not (tells_between(s, 0, at, _LISTING) or s.norm[at - 1] in _THEY):
        return None
    held = {id(r.body) for r in of_type(s, RoleMention) if r.body and r.form.number == "singular"}
    bodies = [b for b in bodies_in(s) if b.j <= at]
    told = [b for b in bodies if b.number == "singular" and b.kind != "public" and id(b) not in held]
    told = [b for b in told if not (b.i and s.norm[b.i - 1] in _ON_IT)]
    last = told[-1] if told else None
    if last is None or last.level in (None, "parallel") or steering(s, last) or _is_venue(last):
        return None
    return last if last.i > 0 and not says(s, last.i - 1, ELECTING) else None


def _colon(s: Sentence, end: int) -> int:
    """The colon before token ``end`` that opens a list in the sentence or, as its last sign, after it; -1 if none does."""
    last = len(s.norm) - 1
    if end > last and s.norm[last] == ":":
        return last
    opening = next((k for k in s.signs if s.norm[k] == ":" and k < end), -1)
    if opening < 0:
        return -1
    people = (p for p in of_type(s, PersonMention) if p.i > opening)
    offices = (r for r in of_type(s, RoleMention) if r.i > opening)
    return opening if any(people) and any(offices) and not any(m.j == opening for m in s.mentions) else -1


def chooser_of_its_own(d: Discourse, s: Sentence, end: int) -> BodyMention | None:
    """Return the council, told by its first word, that chooses officers "of it": "انتخب المجلس X رئيسة له"."""
    if not any(_of_it(s, role) for role in of_type(s, RoleMention)):
        return None
    for k in saying(s, _CHOOSES)[::-1]:
        body = read_that_body(s, k + 1, d.vocabulary) if k + 1 < end else None
        if body is not None and body.prefix == "":
            return d.full_body(s, body)
    return None


def _of_it(s: Sentence, role: RoleMention) -> bool:
    """Whether an office is told as "of it" or "of its head"."""
    its = any(s.norm[k].startswith(_HEAD_OF) and s.norm[k].endswith(_ITS) for k in range(role.i, role.j))
    return its or (role.j < len(s.norm) and s.norm[role.j] in _OF_IT)


def _its_bureau(s: Sentence, body: BodyMention) -> BodyMention:
    """The bureau that the council named before chooses: "مجلسا للفرع، ثم انتخب المجلس مكتبا جاء كالتالي:"."""
    chosen = any(body.j <= k - 1 and says(s, k - 2, _CHOOSES) for k in range(2, len(s.norm)) if s.norm[k] == _A_BUREAU)
    if body.head != _COUNCIL or not chosen:
        return body
    owner = body.name.split()[1:2] if body.core - body.i == _OF_BRANCH and body.level == "local" else []
    name = " ".join(["مكتب", *owner]) if owner else "المكتب"
    return replace(body, name=name, head=_BUREAU)


def _votes(s: Sentence, body: BodyMention) -> bool:
    """ "انتخب مجلس النواب X نائبا أولا": a council right after the verb chooses its own officers."""
    return body.prefix == "" and body.i > 0 and says(s, body.i - 1, _CHOOSES)


def _is_made(s: Sentence, body: BodyMention) -> bool:
    """ "أفرز المؤتمر العاشر للجمعية، قبل قليل، مكتبا مركزيا": an indefinite bureau that a verb of choosing yields."""
    indefinite = body.core - body.i > 1 and s.tokens[body.i].word.surface.endswith("ا")
    return indefinite and not body.prefix and tells_between(s, 0, body.i, ELECTING)


def _holds_its_own(s: Sentence, body: BodyMention) -> bool:
    """ "عقدت الجمعية جمعها العام", "الجامعة الوطنية لكذا عقدت مؤتمرها": whose officers its own assembly chooses."""
    if stands_alone(body) or body.core - body.i == 1:
        return False
    held = any(says(s, k, _HOLDING) for k in (body.i - 1, body.j) if 0 <= k < len(s.norm))
    events = (e for e in of_type(s, EventMention) if body.j <= e.i <= body.j + _SOON and e.kind in _ASSEMBLIES)
    return held and any(is_possessive(s.tokens[e.i].word.surface) for e in events)


def _composed(s: Sentence, body: BodyMention) -> bool:
    """Whether a verb right after the body says of whom it is made up: "الكتابة الإقليمية التي ضمت ..."."""
    stemmed = body.j < len(s.norm) and s.norm[body.j] in _STEMMING
    return tells_between(s, body.j, body.j + _SOON + (_STEMMED_REACH if stemmed else 0), COMPOSING)


def _heads(s: Sentence, body: BodyMention) -> bool:
    """Whether the body is all that a line says, a word or two and signs apart: the heading of its officers."""
    if len(s.mentions) != 1 or s.paragraph < 0:
        return False
    return sum(token.word.kind == "word" for token in s.tokens) - (body.j - body.i) <= 1


def _owner(s: Sentence, body: BodyMention) -> BodyMention | None:
    """ "منظمة الشبيبة تجدد مكتبها": whose bureau is renewed, where the possessive bureau says."""
    owners = [b for b in bodies_in(s) if b.j <= body.i and b.known]
    return replace(owners[-1], place=body.place or owners[-1].place) if owners else None


def _made_up(s: Sentence, body: BodyMention) -> bool:
    """ "وضم المكتب كلا من ...": a verb right before the body; "اجتماعا ضم المكتب السياسي" is of a meeting."""
    told = body.i > 0 and says(s, body.i - 1, COMPOSING)
    return told and not any(e.j <= body.i - 1 <= e.j + 1 for e in of_type(s, EventMention))


def _of_assembly(s: Sentence, body: BodyMention) -> bool:
    """Whether the body is the one that an assembly founds or renews: "جمع عام تأسيسي لفرع سلا"."""
    return any(e.body is body and e.kind == "general_assembly" for e in of_type(s, EventMention))


def _won(role: RoleMention, body: BodyMention) -> bool:
    """Whether a role told as won names the body: "كاتبا للفرع", "رئيسة لمجلس"; "عضوا المكتب" is a dual in construct."""
    feminine = role.form.gender == "f" and not role.definite and body.prefix == "ل"
    return (role.form.case == "accusative" or feminine) and not (body.prefix == "" and body.i == role.i + 1)


def renewed_between(s: Sentence, start: int, end: int) -> bool:
    """Whether a word of renewal stands between two tokens; "members of" is one only where an election is told."""
    for k in range(max(0, start), end):
        if not (s.norm[k] in RENEWING or s.norm[k][1:] in RENEWING):
            continue
        members = s.norm[k] in _MEMBERSHIP or s.norm[k][1:] in _MEMBERSHIP
        some = k > 0 and says(s, k - 1, _OF_SOME)  # "بحضور عدد من أعضاء المكتب السياسي"
        opens = k <= _FIRST or s.norm[-1] == ":" or tells(s, _MAKING)
        if not members or (not some and opens):
            return True
    return False


def tells_between(s: Sentence, start: int, end: int, among: frozenset[str]) -> bool:
    """Whether one of the words stands between two tokens, a conjunction before it allowed."""
    return any(start <= k < end for k in saying(s, among))
