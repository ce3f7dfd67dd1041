"""The office told as a noun: "أسندت رئاسة اللجنة إلى X", "تولى X الكتابة العامة", "احتفظ X برئاسة المجلس الوطني"."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import BodyMention, PersonMention, RoleMention, Sentence, of_type
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.mentions.roles import read_role
from graph_builder.extraction.rules.status import listed_body
from graph_builder.extraction.rules.triggers import says, words
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
_PRESIDENT = "رئيس"
_GIVING = words(
    "أسند أسندت إسناد بإسناد عهد عهدت آلت عادت فعادت منح منحت أوكلت أوكل وأسندت وعهد وآلت كلف كلفت أسندوا تسند أنيطت انيطت"
)
_TAKING = words(
    "تولى تولت يتولى تتولى تسلم تسلمت احتفظ احتفظت واحتفظ فاز فازت ظفر نال فنال نالت تقلد تقلدت يشغل شغل شغلت واحتفظت حظي تبوأ وتولى وتولت"
)
_TO = words("إلى لصالح لفائدة")
_ONCE = words("سبق وسبق فسبق كان وكان")
_OFFICE = words("مهمة منصب مهام بمهمة بمنصب")
_PRESIDES = words("يرأس ترأس يترأس تترأس رأس")
_WHO = words("الذي التي")
_MAKING = words("تشكيل إحداث تكوين شكل شكلت أحدث أحدثت تشكلت تأسيس بتشكيل بإحداث وتشكيل وإحداث")
_UNDER = words("برئاسة يرأسها ترأسها يترأسها تترأسها")
_SCOPE = 5
"""Words on the office, at most, before "to"."""
_REACH = 9
"""Words between the verb, the office and the name."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield the holders of offices told as nouns."""
    for k in range(len(s.norm)):
        if says(s, k, _GIVING) or says(s, k, _TAKING):
            giving = says(s, k, _GIVING)
            found = _after(d, s, k, giving)
            while found is not None:
                person, role = found
                before = s.norm[max(0, k - 5) : k]
                status: Status = "former" if any(w in _ONCE for w in before) else "elected"
                body = None if role.body else listed_body(d, s, role.i)
                yield Holding(person, role, s, "post.by_office", 0.8, status, body=body)
                found = _after(d, s, person.j, True) if giving else None
    yield from _presidents(d, s)


def _presidents(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "X الذي يرأس المجلس الجهوي", "تشكيل لجنة برئاسة X": the presidency of a body, told by a verb."""
    for body in of_type(s, BodyMention):
        people = [p for p in of_type(s, PersonMention) if p.prefix == ""]
        holder = None
        if body.i >= 2 and s.norm[body.i - 1] in _PRESIDES and s.norm[body.i - 2] in _WHO:
            holder = next((p for p in people if p.j == body.i - 2), None)
        elif (
            body.j < len(s.norm) and s.norm[body.j] in _UNDER and any(w in _MAKING for w in s.norm[body.i - 1 : body.i])
        ):
            holder = next((p for p in people if p.i > body.j and gap(s, body, p, d.vocabulary) == "w"), None)
        if holder is not None:
            yield Holding(holder, office_of(body, _PRESIDENT, "president"), s, "post.by_office", 0.8)


def _after(d: Discourse, s: Sentence, k: int, giving: bool) -> tuple[PersonMention, RoleMention] | None:
    """The office after the verb, and who got it: after "to" where it is given, near the verb where it is taken."""
    role = None
    for at in range(k + 1, min(k + _REACH, len(s.norm))):
        if s.tokens[at].word.kind != "word":
            continue
        office = read_role(s, at, d.vocabulary, "office")
        if office is None and s.norm[at - 1] in _OFFICE:
            office = read_role(s, at, d.vocabulary)
        if office is not None and not office.event and (office.modified or giving):
            role = office
            break
    if role is None:
        return None
    people = [m for m in s.mentions if isinstance(m, PersonMention)]
    if giving:
        to = [p for p in people if 0 <= p.i - role.j <= _REACH and (p.prefix in ("ل", "ب") or _has_to(s, role.j, p.i))]
        return (to[0], role) if to else None
    near = [p for p in people if k < p.i < role.i or p.j == k] or [p for p in people if 0 <= k - p.j <= 3]
    return (near[0], role) if near else None


def _has_to(s: Sentence, start: int, end: int) -> bool:
    """Whether "to" opens what stands between the office and the name, but for a few words on the office."""
    return any(w in _TO for w in s.norm[start : min(end, start + _SCOPE)])
