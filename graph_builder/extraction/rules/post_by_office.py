"""The office told as a noun: "أسندت رئاسة اللجنة إلى X", "تولى X الكتابة العامة", "احتفظ X برئاسة المجلس الوطني"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from graph_builder.arabic.inflection import Form
from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import BodyMention, EventMention, PersonMention, RoleMention, Sentence, of_type
from graph_builder.extraction.gaps import people_run
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.mentions.places import FUNCTION
from graph_builder.extraction.mentions.roles import read_role
from graph_builder.extraction.rules.status import listed_body
from graph_builder.extraction.rules.triggers import ELECTING, last_of, saying, says, words
from graph_builder.model import Status

NAMES = ("post.by_office",)
EXAMPLES = (
    ("أسندت رئاسة اللجنة التحضيرية لحزب الاستقلال إلى كريم العلمي.", ("كريم العلمي | رئيس | اللجنة التحضيرية",)),
    ("تولى سعيد الناصري أمانة المال بالمكتب المحلي لحزب الاستقلال بسلا.", ("سعيد الناصري | أمين المال",)),
    ("أسند حزب الاستقلال مهمة المنسق الجهوي بسوس ماسة إلى حميد التازي.", ("حميد التازي | المنسق الجهوي",)),
    ("حضر كريم العلمي الذي يرأس المجلس الجهوي لحزب الاستقلال.", ("كريم العلمي | رئيس | المجلس الجهوي",)),
    ("قرر حزب الاستقلال تشكيل لجنة تحضيرية برئاسة الأستاذ سعيد الناصري.", ("سعيد الناصري | رئيس | لجنة تحضيرية",)),
)
NEAR_MISSES = (
    "انعقد اللقاء برئاسة كريم العلمي.",
    "ترأس كريم العلمي رئاسة المؤتمر.",
    "عقدت اللجنة التحضيرية لحزب الاستقلال برئاسة كريم العلمي اجتماعا.",
    "كان كريم العلمي الذي يرأس المؤتمر حاضرا.",
)
_GIVING = words(
    "تكليف بتكليف حسم حسمت أسند أسندت إسناد بإسناد عهد عهدت آلت عادت فعادت منح منحت أوكلت أوكل وأسندت وعهد وآلت كلف كلفت أسندوا تسند أنيطت انيطت"
)
_TAKING = words(
    "تحمل تحملت يتحمل تتحمل تكلف تكلفت تكفل تكفلت يتكفل تتكفل سيتولى ستتولى تولى تولت يتولى تتولى تسلم تسلمت احتفظ احتفظت واحتفظ فاز فازت ظفر نال فنال نالت تقلد تقلدت يشغل شغل شغلت واحتفظت حظي تبوأ وتولى وتولت"
)
_GETTING = _GIVING | _TAKING
_TO = words("إلى الى لصالح لفائدة")
_CHARGING = words("كلف كلفت تكليف بتكليف")
_SHARE = words("نصيب")
_JOINING = words("انضم انضمت التحق التحقت صعد صعدت دخل دخلت ولج ولجت")
_REPLACING = words("خلف خلفت يخلف تخلف ليخلف لتخلف")
_ONCE = words("سبق وسبق فسبق كان وكان")
_OFFICE = words("مقعد بمقعد كرسي بكرسي مسؤولية بمسؤولية مهمة منصب مهام بمهمة بمنصب بموقع موقع بموقعي بمهام")
_PRESIDES = words("يرأس ترأس يترأس تترأس رأس")
_PRESIDES_NOW = words("يرأس")
_WHO = words("الذي التي")
_MAKING = words("تشكيل إحداث تكوين شكل شكلت أحدث أحدثت تشكلت تأسيس بتشكيل بإحداث وتشكيل وإحداث")
_UNDER = words("برئاسة")
_COORDINATES = words("ينسقها تنسقها ينسقه تنسقه")
_HEADED = words("يرأسها ترأسها يترأسها تترأسها يرأسه ترأسه يترأسه تترأسه") | _COORDINATES
_HEADS = {"رأس": ("رئيس", "president"), "نسق": ("منسق", "coordinator")}
_KEEPING = words("احتفظ احتفظت واحتفظ يشغل تشغل يتولى تتولى")
_TO_OFFICE = words("لمنصب لمهمة لمهام لشغل لتحمل لتولي لتقلد")
_AS_FOR = words("أما اما")
_IN = words("في على")
_FAR = 12
"""Words from an office back from "fell to"."""
_OF_EACH = words("من كلا كل")
_CHARGED = "مسؤول عن"
_ASIDE = 6
"""Words on a body between it and the verb that says who heads it."""
_SCOPE = 5
"""Words on the office, at most, before "to"."""
_REACH = 9
"""Words between the verb, the office and the name."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield the holders of offices told as nouns."""
    for k in saying(s, _GETTING):
        giving = says(s, k, _GIVING)
        status = _status(s, k)
        found = _after(d, s, k, giving)
        while found is not None:
            people, role = found
            body = None if role.body else _its_body(s, role) or listed_body(d, s, role.i)
            for person, told in _each(s, people, role):
                yield Holding(person, told, s, "post.by_office", 0.8, status, body=body)
            found = _after(d, s, people[-1].j, True) if giving else None
    yield from _presidents(d, s)
    yield from _chosen_for(d, s)
    yield from _shares(d, s)
    yield from _joined(d, s)
    yield from _replaced(d, s)


def _status(s: Sentence, k: int) -> Status:
    """ "سبق لـX أن تولى ...": held before; "احتفظ X بـ...": held still."""
    if any(w in _ONCE for w in s.norm[max(0, k - 5) : k]):
        return "former"
    return "current" if says(s, k, _KEEPING) else "elected"


def _each(s: Sentence, people: list[PersonMention], role: RoleMention) -> Iterator[tuple[PersonMention, RoleMention]]:
    """Each person with the office; with his own place where there are as many places as people."""
    if len(people) == len(role.places) > 1:
        for person, place in zip(people, role.places, strict=True):
            yield person, replace(role, places=[place])
        return
    for person in people:
        yield person, role


def _its_body(s: Sentence, role: RoleMention) -> BodyMention | None:
    """The body that "its presidency" is of: the one just made, else the last one named."""
    if not role.possessive:
        return None
    before = [b for b in bodies_in(s) if b.i < role.i and b.number == "singular"]
    made = [b for b in before if b.i > 0 and says(s, b.i - 1, _MAKING)]
    return (made or before or [None])[-1]


def _presidents(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "X الذي يرأس المجلس الجهوي", "لجنة يرأسها X", "تشكيل لجنة برئاسة X": the head of a body, told by a verb."""
    for body in of_type(s, BodyMention):
        people = [p for p in of_type(s, PersonMention) if p.prefix == ""]
        holder, (lemma, key) = None, _HEADS["رأس"]
        if (before := _presiding(s, people, body)) is not None:
            holder = before
        elif body.i >= 2 and s.norm[body.i - 1] in _PRESIDES and s.norm[body.i - 2] in _WHO:
            holder = next((p for p in people if p.j == body.i - 2), None)
        elif (verb := _headed_by(d, s, body)) is not None:
            holder = next((p for p in people if p.i > verb and _only_titles(d, s, verb + 1, p.i)), None)
            lemma, key = _HEADS["نسق" if s.norm[verb] in _COORDINATES else "رأس"]
        if holder is not None:
            yield Holding(holder, office_of(body, lemma, key), s, "post.by_office", 0.8)


def _presiding(s: Sentence, people: list[PersonMention], body: BodyMention) -> PersonMention | None:
    """ "يرأس X المجلس الوطني": in the present, which tells of no single session."""
    holder = next((p for p in people if p.j == body.i), None)
    return holder if holder is not None and holder.i and says(s, holder.i - 1, _PRESIDES_NOW) else None


def _headed_by(d: Discourse, s: Sentence, body: BodyMention) -> int | None:
    """The verb after a body that says who heads it, past "which", a comma and what the body is for."""
    made = any(w in _MAKING for w in s.norm[max(0, body.i - 1) : body.i])
    for k in range(body.j, min(body.j + _ASIDE, len(s.norm))):
        if (s.norm[k] in _HEADED and _agrees(s, body, k)) or (made and s.norm[k] in _UNDER):
            return k
        if s.norm[k] in FUNCTION and s.norm[k] not in _WHO and s.norm[k] != "من":
            return None
    return None


def _agrees(s: Sentence, body: BodyMention, k: int) -> bool:
    """Whether the verb's pronoun means the body: right after it or "which"; else of its gender, and of no event's."""
    if k == body.j or s.norm[k - 1] in _WHO:
        return True
    feminine = s.norm[k].endswith("ها")
    events = [e for e in of_type(s, EventMention) if e.i < k]
    return feminine == body.head.endswith("ه") and not any((e.form.gender == "f") == feminine for e in events)


def _only_titles(d: Discourse, s: Sentence, start: int, end: int) -> bool:
    """Whether nothing but titles and professions stands between a verb and a name."""
    k = start
    while k < end:
        title = d.vocabulary.people.honorifics.longest(s.bare[k], s.bare, k)
        if title is None:
            return False
        k = title[0]
    return k == end


def _chosen_for(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "اختار الحزب X لرئاسة الفريق": elected or appointed to an office told after the name."""
    for person in of_type(s, PersonMention):
        if person.j >= len(s.norm) or last_of(s, ELECTING, person.i) < 0:
            continue
        at = person.j + (s.norm[person.j] in _TO_OFFICE)
        at += at > person.j and at < len(s.norm) and s.norm[at] in _OFFICE
        role = _office_at(d, s, at)
        if role is not None and role.modified and (at > person.j or (role.prefix == "ل" and role.sense == "office")):
            run = people_run(s, s.mentions.index(person), -1, d.vocabulary)
            for one in run if s.norm[run[-1].i - 1] in _OF_EACH else run[:1]:
                yield Holding(one, role, s, "post.by_office", 0.85, "elected")


def _office_at(d: Discourse, s: Sentence, at: int) -> RoleMention | None:
    """The office, told as a noun or by its holder, at a token."""
    if at >= len(s.norm) or s.tokens[at].word.kind != "word":
        return None
    return read_role(s, at, d.vocabulary, "office") or read_role(s, at, d.vocabulary)


def _shares(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "وكانت أمانة المال من نصيب X": the office before, who got it after."""
    for person in of_type(s, PersonMention):
        k = person.i - 1
        k -= k > 0 and s.norm[k] not in _SHARE  # a title of courtesy
        if k < 2 or s.norm[k] not in _SHARE:
            continue
        offices = [r for n in range(max(0, k - _FAR), k) if (r := _noun_at(d, s, n)) is not None and r.modified]
        if offices:
            body = None if offices[0].body else listed_body(d, s, offices[0].i)
            yield Holding(person, offices[0], s, "post.by_office", 0.85, "elected", body=body)


def _noun_at(d: Discourse, s: Sentence, at: int) -> RoleMention | None:
    return read_role(s, at, d.vocabulary, "office") if s.tokens[at].word.kind == "word" else None


def _joined(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "انضم X إلى المكتب السياسي": a new member of a body that people are chosen for."""
    for person in of_type(s, PersonMention):
        if person.i == 0 or not any(says(s, n, _JOINING) for n in range(max(0, person.i - 2), person.i)):
            continue
        at = person.j + (person.j < len(s.norm) and s.norm[person.j] in _TO)
        body = next((b for b in bodies_in(s) if at <= b.i <= at + 1 and b.kind == "party"), None)
        joins = body is not None and (body.prefix == "ب" or at > person.j) and body.level not in (None, "parallel")
        if body is not None and joins and body.number == "singular":
            yield Holding(person, office_of(body, "عضو", "member"), s, "post.by_office", 0.8, "elected")


def _replaced(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "خلف X Y في الكتابة الإقليمية": the new holder and the former one of an office told after both."""
    for first, second in pairwise(m for m in s.mentions if isinstance(m, PersonMention)):
        if first.i == 0 or not any(says(s, n, _REPLACING) for n in range(max(0, first.i - 2), first.i)):
            continue
        at = second.j + 1
        near = first.j <= second.i <= first.j + 2 and second.j < len(s.norm) and s.norm[second.j] in _IN
        role = _noun_at(d, s, at) if near and at < len(s.norm) else None
        if role is not None and role.modified:
            yield Holding(first, role, s, "post.by_office", 0.85, "elected")
            yield Holding(second, role, s, "post.by_office", 0.85, "former")


def _after(d: Discourse, s: Sentence, k: int, giving: bool) -> tuple[list[PersonMention], RoleMention] | None:
    """The office after the verb, and who got it: after "to" where it is given, near the verb where it is taken."""
    role = _office(d, s, k, giving)
    if role is None:
        return (_portfolio(s, k)) if giving else None
    people = [m for m in s.mentions if isinstance(m, PersonMention)]
    if giving:
        after = max(role.j, k + 1)
        to = [p for p in people if 0 <= p.i - after <= _REACH and (p.prefix in ("ل", "ب") or _has_to(s, after, p.i))]
        to = to or [p for p in people if k < p.i < role.i and (says(s, k, _CHARGING) or _given_first(s, k, p))]
        return (_those(d, s, to[0], role), role) if to else None
    near = [p for p in people if k < p.i < role.i or p.j == k]
    near = near or [p for p in people if p.i >= role.j and s.norm[p.i - 1] in _OF_EACH and p.i - role.j <= _ASIDE]
    near = near or [p for p in people if p.j <= k][-1:]
    return (_those(d, s, near[0], role), role) if near else None


def _office(d: Discourse, s: Sentence, k: int, giving: bool) -> RoleMention | None:
    """The office told within reach after token ``k``."""
    fronted = next((n for n in range(max(0, k - _REACH), k) if s.norm[n] in _AS_FOR), None) if giving else None
    for at in range(k + 1, min(k + _REACH, len(s.norm))) if fronted is None else range(fronted + 1, k):
        if s.tokens[at].word.kind != "word":
            continue
        office = read_role(s, at, d.vocabulary, "office")
        if office is None and s.norm[at - 1] in _OFFICE:
            office = read_role(s, at, d.vocabulary)
        named = office is not None and (office.modified or giving or s.norm[at - 1] in _OFFICE)
        session = office is not None and office.key == "rapporteur" and not (office.modified or giving)
        if office is not None and named and not office.event and not session:
            return office
    return None


def _portfolio(s: Sentence, k: int) -> tuple[list[PersonMention], RoleMention] | None:
    """ "أسندت أمانة المال إلى X، والإعلام إلى Y": what goes on with "and" and "to" is in Y's charge."""
    at = k + (k < len(s.norm) and s.norm[k] in "،,")
    joined = at < len(s.norm) and s.norm[at].startswith("وال")
    to = next((n for n in range(at + 1, min(at + _SCOPE, len(s.norm))) if s.norm[n] in _TO), None) if joined else None
    if to is None or any(m.i < to and m.j > at for m in s.mentions if not isinstance(m, BodyMention)):
        return None
    people = [p for p in of_type(s, PersonMention) if 0 < p.i - to <= 2]
    form = Form("m", "singular", "", False)
    text = f"{_CHARGED} {s.text(at, to)[1:]}"
    role = RoleMention(
        at, to, "", text, fold("مسؤول"), "in_charge", form, (fold("مسؤول"), *s.bare[at:to]), False, False, modified=True
    )  # fmt: skip
    return (people[:1], role) if people else None


def _those(d: Discourse, s: Sentence, first: PersonMention, role: RoleMention) -> list[PersonMention]:
    """The name, or the list that "each of" or as many places open."""
    run = people_run(s, s.mentions.index(first), 1, d.vocabulary)
    several = s.norm[first.i - 1] in _OF_EACH or len(run) == len(role.places)
    return run if several else run[:1]


def _given_first(s: Sentence, k: int, person: PersonMention) -> bool:
    """ "أوكلت للسيدة X أمانة المال": "to" stands between the verb and the name."""
    return person.prefix == "ل" or any(s.norm[n].startswith("لل") for n in range(k + 1, person.i))


def _has_to(s: Sentence, start: int, end: int) -> bool:
    """Whether "to" opens what stands between the office and the name, but for a few words on the office."""
    return any(w in _TO for w in s.norm[start : min(end, start + _SCOPE)])
