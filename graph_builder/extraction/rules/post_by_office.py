"""The office told as a noun: "أسندت رئاسة اللجنة إلى X", "تولى X الكتابة العامة", "احتفظ X برئاسة المجلس الوطني"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from graph_builder.arabic.inflection import Form
from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import people_run
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.mention_kinds import BodyMention, EventMention, PartyMention, PersonMention, RoleMention
from graph_builder.extraction.mentions.roles import read_role
from graph_builder.extraction.rules.beside import past_party
from graph_builder.extraction.rules.clauses import WHO, of_people, own_end, subject_after
from graph_builder.extraction.rules.renewed import listed_body
from graph_builder.extraction.rules.triggers import MAKING, saying, says, trigger, words
from graph_builder.model import Status

NAMES = ("post.by_office",)
EXAMPLES = (
    (
        "عاد منصب أمين المال بمكتب فرع حزب الاستقلال بسلا إلى منى الزين.",
        ("منى الزين | أمين المال | فرع | حزب الاستقلال | سلا | elected",),
    ),
    ("أسندت رئاسة اللجنة التحضيرية لحزب الاستقلال إلى كريم العلمي.", ("كريم العلمي | رئيس | اللجنة التحضيرية",)),
    ("تولى سعيد الناصري أمانة المال بالمكتب المحلي لحزب الاستقلال بسلا.", ("سعيد الناصري | أمين المال",)),
    ("أسند حزب الاستقلال مهمة المنسق الجهوي بسوس ماسة إلى حميد التازي.", ("حميد التازي | المنسق الجهوي",)),
    (
        "أسندت أمانة المال بفرع حزب الاستقلال بسلا إلى كريم العلمي، والإعلام إلى سعيد الناصري.",
        ("كريم العلمي | أمين المال", "سعيد الناصري | مسؤول عن الإعلام"),
    ),
    (
        "أسندت مهمة التنسيق المحلي لحزب الاستقلال بكل من سلا وتمارة إلى كريم العلمي وسعيد الناصري.",
        (
            "كريم العلمي | المنسق المحلي | | حزب الاستقلال | سلا",
            "سعيد الناصري | المنسق المحلي | | حزب الاستقلال | تمارة",
        ),
    ),
    (
        "أما بالنسبة لكاتب مجلس جماعة سلا فقد آل إلى منى الزين، فيما آلت نيابة الكاتب إلى سعيد الناصري.",
        ("منى الزين | كاتب | مجلس جماعة", "سعيد الناصري | نائب الكاتب"),
    ),
    (
        "انتقلت رئاسة المجلس الوطني لحزب الاستقلال من كريم العلمي إلى سعيد الناصري.",
        ("سعيد الناصري | رئيس | المجلس الوطني", "كريم العلمي | رئيس | المجلس الوطني | حزب الاستقلال | | former"),
    ),
    (
        "ومع كريم العلمي، فاز بعضوية الأمانة العامة لحزب الاستقلال كل من: منى الزين، سعيد الناصري.",
        ("منى الزين | عضو | الأمانة العامة", "سعيد الناصري | عضو | الأمانة العامة"),
    ),
    (
        "فاز كريم العلمي برئاسة المجلس الوطني لحزب الاستقلال، ومنى الزين بنيابة الرئاسة، وسعيد الناصري بأمانة المال.",
        ("منى الزين | نائب الرئيس", "سعيد الناصري | أمين المال"),
    ),
    ("عاد كريم العلمي إلى رئاسة المجلس الوطني لحزب الاستقلال.", ("كريم العلمي | رئيس | المجلس الوطني",)),
    (
        "عهد حزب الاستقلال إلى كريم العلمي برئاسة لجنة المتابعة، وإلى المحامية منى الزين برئاسة لجنة التحكيم.",
        ("كريم العلمي | رئيس | لجنة المتابعة", "منى الزين | رئيس | لجنة التحكيم"),
    ),
    (
        "تولى كريم العلمي أمانة المال بفرع حزب الاستقلال بسلا، ومنصب الكاتب المحلي الدكتور سعيد الناصري.",
        ("كريم العلمي | أمين المال | فرع", "سعيد الناصري | الكاتب المحلي"),
    ),
    (
        "قال حزب الاستقلال إن مهمة المنسق الإقليمي بصفرو أسندت مؤقتا إلى الأستاذ كريم العلمي.",
        ("كريم العلمي | المنسق الإقليمي | | حزب الاستقلال | صفرو",),
    ),
    (
        "أحدث حزب الاستقلال لجنة التنسيق المحلية التي آلت مسؤوليتها إلى الطالب كريم العلمي.",
        ("كريم العلمي | مسؤول | لجنة التنسيق المحلية | حزب الاستقلال",),
    ),
    (
        "تقرر بحزب الاستقلال تكليف منى الزين بمهام الكتابة المحلية، وتكليف كريم العلمي بتدبير شؤون الكتابة الجهوية.",
        ("منى الزين | مكلف بمهام الكتابة المحلية", "كريم العلمي | مكلف بتدبير شؤون الكتابة الجهوية"),
    ),
)
NEAR_MISSES = (
    "عقدت الكتابة الإقليمية لحزب الاستقلال جمعا عاما أسندت رئاسته إلى كريم العلمي.",
    "حضر كريم العلمي، ونال موقع نائب رئيس حزب الاستقلال سعيد الناصري.",
    "تولى الأمين العام لحزب الاستقلال كريم العلمي إدارة الجلسة.",
    "انسحب كريم العلمي، وفاز حزب الاستقلال برئاسة المجلس الجهوي.",
    "تولى كريم العلمي رئاسة الأشغال بمقر حزب الاستقلال.",
    "انعقد اللقاء برئاسة كريم العلمي.",
    "ترأس كريم العلمي رئاسة المؤتمر.",
    "عبر كريم العلمي عن رغبته في شغل مهمة نائب رئيس المجلس الجماعي لسلا.",
    "أعلن كريم العلمي نقاشا بخصوص من يشغل منصب نائب رئيس المجلس الجماعي لسلا.",
)
_GIVING: Final = words(
    "تكليف بتكليف حسم حسمت أسند أسندت إسناد بإسناد عهد عهدت آلت آل عادت عاد فعادت رست رسا انتقلت انتقل سلم سلمت يسلم منح منحت أوكلت أوكل وأسندت وعهد وآلت كلف كلفت أسندوا تسند أنيطت انيطت ذهب استقر استقرت"
)
_TAKING: Final = words(
    "حصل حصلت حصول فوز بفوز انتزع انتزعت تحمل تحملت يتحمل تتحمل تكلف تكلفت تكفل تكفلت يتكفل تتكفل سيتولى ستتولى تولى تولت يتولى تتولى تسلم تسلمت احتفظ احتفظت واحتفظ فاز فازت الظفر الفوز ظفر نال فنال نالت تقلد تقلدت يشغل تشغل شغل شغلت واحتفظت حظي تبوأ حاز حازت حافظ حافظت ليشغل لتشغل ليتولى لتتولى وتولى وتولت"
)
_GETTING: Final = _GIVING | _TAKING
TO: Final = words("إلى الى لصالح لفائدة بكل عند")
_CHARGING: Final = words("كلف كلفت تكليف بتكليف يكلف تكلف")
_TASKS: Final = words("مهام بمهام")
_HAD: Final = words("قد")
_SETTLING: Final = words("حسم حسمت")
_WINNING: Final = trigger("winning_office")
_SEAT: Final = words("بمقعد بمنصب")
_ONCE: Final = words("سبق وسبق فسبق كان وكان ظل ظلت كانت")
OFFICE: Final = words(
    "مقعد بمقعد كرسي بكرسي مسؤولية بمسؤولية مهمة منصب مهام بمهمة بمنصب بموقع موقع بموقعي بمهام بالنسبة"
)
_KEEPING: Final = words("احتفظ احتفظت واحتفظ حافظ حافظت يشغل تشغل يتولى تتولى")
_HELD: Final = words("شغل شغلت")
_FORMERLY: Final = words("سابقا")
_AS_FOR: Final = words("أما اما بالنسبة بخصوص وبخصوص")
_HANDING: Final = words("انتقلت انتقل سلم سلمت يسلم")
_RETURNING: Final = words("عاد عادت يعود تعود")
_FROM: Final = words("من")
_AND_TO: Final = words("وإلى والى")
_ITS: Final = words("مسؤوليتها مسؤوليته أمرها أمره قيادتها قيادته تسييرها تسييره تدبيرها تدبيره")
_SESSION: Final = trigger("chaired") | words("الجلسة")
_FAR: Final = 12
"""Words from an office back from "fell to"."""
_OF_ALL: Final = words("كل كلا")
_OF_EACH: Final = words("من كلا كل")
_CHARGED: Final = "مسؤول عن"
_IN_CHARGE: Final = "مكلف بتدبير"
_WITH_TASKS: Final = "مكلف بمهام"
_ENTRUSTED: Final = "مكلف"
_WISHES: Final = words("رغبته رغبتها رغبتهم رغبتهما رغبة الراغبين الراغب طموحه طموحها")
_WHO: Final = words("من")
_ABOUT: Final = words("بخصوص حول بشأن على")
_TO_RUN: Final = words("تدبير بتدبير تسيير بتسيير")
_AFFAIRS: Final = words("شؤون")
_FOR_NOW: Final = words("مؤقتا مؤقت")
_ASIDE: Final = 6
"""Words between an office taken and "each of"."""
_SCOPE: Final = 5
"""Words on the office, at most, before "to"."""
_NEXT: Final = 4
"""Words, titles and trades, from "and", or "and to", to the next name."""
_REACH: Final = 9
"""Words between the verb, the office and the name."""
_FAR_SEAT: Final = 24
"""Words from "won", past when and how, to "the seat of"."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield the holders of offices told as nouns."""
    office: RoleMention | None = None
    for k in saying(s, _GETTING):
        if _open(s, k):
            continue
        giving = says(s, k, _GIVING) and not _settled(s, k)
        status = _status(s, k)
        found = _after(d, s, k, giving)
        while found is not None:
            people, role = found
            before = office
            office = role if not role.possessive else office
            its = _its_body(s, role)
            if its is None and role.possessive and _of_event(s, role):
                break
            body = None if role.body else its or listed_body(d, s, role.i)
            role = _of_principal(s, role, before)
            for person in _handing_over(s, k, role, people):
                yield Holding(person, role, s, "post.by_office", 0.75, "former", body=body)
            for person, told in _each(people, role):
                yield Holding(person, told, s, "post.by_office", 0.8, status, body=body)
            found = (_after(d, s, people[-1].j, True) if giving else None) or _carried(d, s, people, role)


def _handing_over(s: Sentence, k: int, role: RoleMention, people: list[PersonMention]) -> list[PersonMention]:
    """ "سلم X مهام الكتابة إلى Y", "انتقلت الرئاسة من X إلى Y": who had the office before."""
    if not says(s, k, _HANDING):
        return []
    told = [p for p in of_type(s, PersonMention) if k < p.i < people[0].i]
    return [p for p in told if p.j <= role.i or s.norm[p.i - 1] in _FROM][:1]


def _carried(
    d: Discourse, s: Sentence, people: list[PersonMention], role: RoleMention
) -> tuple[list[PersonMention], RoleMention] | None:
    """The verb holds on: "... إلى X، وإلى Y برئاسة كذا", "تولى X رئاسة كذا، وY أمانة المال", "ومنصب كذا Y"."""
    at = max(people[-1].j, role.j)
    at += s.is_sign(at, "،,؛")
    if at >= len(s.norm) or s.norm[at][0] != "و":
        return None
    if s.norm[at] not in _AND_TO:
        further = office_at(d, s, at + 1) if says(s, at, OFFICE) else noun_at(d, s, at)
        after = subject_after(d, s, further.j) if further is not None and further.modified else None
        if further is not None and after is not None:
            return [after], further
    person = next((p for p in of_type(s, PersonMention) if p.i >= at), None)
    if person is None or person.i - at > _NEXT or not (s.norm[at] in _AND_TO or person.prefix == "و"):
        return None
    end = past_party(s, person)
    start = end + (end < len(s.norm) and s.norm[end] in OFFICE)
    told = office_at(d, s, start) if start > end else noun_at(d, s, start) if start < len(s.norm) else None
    return ([person], told) if told is not None and told.modified and not told.event else None


def _of_principal(s: Sentence, role: RoleMention, office: RoleMention | None) -> RoleMention:
    """ "وآلت مهمة أمين المال إلى X ومهمة نائبه إلى Y", "كتابة المجلس إلى X ونيابتها إلى Y": of the office told before."""
    before = [r for r in (*of_type(s, RoleMention), *([office] if office else [])) if r.j <= role.i and not r.event]
    before.sort(key=lambda r: r.i)
    if role.key != "deputy" or not role.possessive or not before:
        return role
    principal = before[-1]
    return replace(
        role, text=f"{role.text} {principal.text}", lemmas=(*role.lemmas, *principal.lemmas), possessive=False,
        body=principal.body, party=principal.party, places=principal.places,
    )  # fmt: skip


def _open(s: Sentence, k: int) -> bool:
    """Whether nobody has the office yet: "عبر عن رغبته في شغل مهمة كذا", "نقاش بخصوص من يشغل منصب كذا"."""
    wished = any(w in _WISHES for w in s.norm[max(0, k - 3) : k])
    return wished or (k > 1 and s.norm[k - 1] in _WHO and s.norm[k - 2] in _ABOUT)


def _settled(s: Sentence, k: int) -> bool:
    """ "X حسم منصب نائب الرئيس": the name before the verb is who got the office."""
    return says(s, k, _SETTLING) and any(0 <= k - p.j <= 1 for p in of_type(s, PersonMention))


def _status(s: Sentence, k: int) -> Status:
    """ "سبق لـX أن تولى ...": held before; "احتفظ X بـ...": held still."""
    near = s.norm[max(0, k - 5) : k]
    if says(s, k, _HELD) or any(w in _FORMERLY for w in s.norm[k + 1 : k + _REACH]):
        return "former"  # "شغل X منصب كذا"
    if any(w in _ONCE for w in near) and not (near[-1] in _HAD and says(s, k, _WINNING)):
        return "former"
    return "current" if says(s, k, _KEEPING) else "elected"


def _each(people: list[PersonMention], role: RoleMention) -> Iterator[tuple[PersonMention, RoleMention]]:
    """Each person with the office; with his own place where there are as many places as people."""
    if len(people) == len(role.places) > 1:
        for person, place in zip(people, role.places, strict=True):
            yield person, replace(role, places=[place])
        return
    yield from ((person, role) for person in people)


def _of_event(s: Sentence, role: RoleMention) -> bool:
    """ "عقد جمعا عاما أسندت رئاسته إلى X": whether the pronoun may mean an event, which X chairs."""
    feminine = s.norm[role.i].endswith("ها")
    return any(e.i < role.i and (e.form.gender == "f") == feminine for e in of_type(s, EventMention))


def _its_body(s: Sentence, role: RoleMention) -> BodyMention | None:
    """The body that "its presidency" is of: the one just made, else the last one named."""
    if not role.possessive:
        return None
    feminine = s.norm[role.i].endswith("ها")
    before = [b for b in bodies_in(s) if b.i < role.i and b.number == "singular" and b.head.endswith("ه") == feminine]
    made = [b for b in before if b.i > 0 and says(s, b.i - 1, MAKING)]
    named = made or before
    return named[-1] if named else None


def office_at(d: Discourse, s: Sentence, at: int) -> RoleMention | None:
    """Return the office, told as a noun or by its holder, at a token."""
    if at >= len(s.norm) or s.tokens[at].word.kind != "word":
        return None
    return read_role(s, at, d.vocabulary, "office") or read_role(s, at, d.vocabulary)


def noun_at(d: Discourse, s: Sentence, at: int) -> RoleMention | None:
    """Return the office told as a noun at a token."""
    return read_role(s, at, d.vocabulary, "office") if s.tokens[at].word.kind == "word" else None


def _after(d: Discourse, s: Sentence, k: int, giving: bool) -> tuple[list[PersonMention], RoleMention] | None:
    """The office after the verb, and who got it: after "to" where it is given, near the verb where it is taken."""
    role = _office(d, s, k, giving)
    if role is None:
        return _portfolio(s, k) if giving and k < len(s.norm) and not says(s, k, _GIVING) else None
    people = [m for m in s.mentions if isinstance(m, PersonMention)]
    if giving:
        after = max(role.j, k + 1)
        to = [p for p in people if 0 <= p.i - after <= _REACH and (p.prefix in ("ل", "ب") or _has_to(s, after, p.i))]
        to = to or [p for p in people if k < p.i < role.i and (says(s, k, _CHARGING) or _given_first(s, k, p))]
        if not to and says(s, k, _RETURNING) and s.norm[role.i - 1] in TO:  # "عاد X إلى رئاسة كذا"
            to = [p for p in people if k < p.i < role.i]
        return (_those(d, s, to[0], role), role) if to else None
    near = [p for p in people if k < p.i < role.i or p.j == k]
    near = near or [p for p in people if p.i >= role.j and _of_each(s, p) and p.i - role.j <= _ASIDE]
    won_by = any(m.i == k + 1 and m.j <= role.i for m in s.mentions if isinstance(m, (PartyMention, BodyMention)))
    told_after = subject_after(d, s, role.j) is not None or _opens_list(s, role.j)
    another = won_by or told_after or s.norm[k + 1] in d.vocabulary.people.family
    if not near and not another:  # no "فاز حزب كذا برئاسة", no "نال منصب كذا Y", no unknown name after the verb
        near = [p for p in people if p.j <= k][-1:]
    return (_those(d, s, near[0], role), role) if near else None


def _opens_list(s: Sentence, at: int) -> bool:
    """Whether "each of" or a colon, and a name after it, stand near: "وفاز بعضوية المجلس عن الفرع كل من X"."""
    opened = next(
        (n for n in range(at, min(at + _REACH, len(s.norm))) if s.norm[n] in _OF_ALL or s.is_sign(n, ":")), -1
    )
    return opened >= 0 and any(p.i > opened for p in of_type(s, PersonMention))


def _office(d: Discourse, s: Sentence, k: int, giving: bool) -> RoleMention | None:
    """The office told within reach after token ``k``."""
    after = s.norm[k + 1 : k + 3]
    adverb = after[1:] != [] and after[0] not in _ITS and after[1] in TO and noun_at(d, s, k + 1) is None
    if giving and (adverb or (after and after[0] in TO)) and (before := _fronted(d, s, k)) is not None:
        return before
    told = [n for n in range(max(0, k - _REACH), k) if s.norm[n] in _AS_FOR and not of_people(s, n, k)]
    fronted = told[0] if giving and told else None
    seat = next((n for n in range(k + _REACH, min(k + _FAR_SEAT, len(s.norm))) if s.norm[n] in _SEAT), None)
    if seat is not None and s.norm[k] in _WINNING and seat + 1 < len(s.norm) and not of_people(s, k + 1, seat):
        return read_role(s, seat + 1, d.vocabulary)
    for at in range(k + 1, min(k + _REACH, len(s.norm))) if fronted is None else range(fronted + 1, k):
        if s.tokens[at].word.kind != "word":
            continue
        office = read_role(s, at, d.vocabulary, "office")
        if office is None and s.norm[at - 1] in OFFICE:
            office = read_role(s, at, d.vocabulary)
        named = office is not None and (office.modified or giving or s.norm[at - 1] in OFFICE)
        session = office is not None and office.key == "rapporteur" and not (office.modified or giving)
        session = session or (office is not None and any(w in _SESSION for w in s.norm[at : own_end(office)]))
        if office is None and s.norm[at] in _ITS and (its := _of_its_noun(d, s, at)) is not None:
            return its
        if office is not None and named and not office.event and not session:
            return _running(s, k, at, office)
    return None


def _of_its_noun(d: Discourse, s: Sentence, at: int) -> RoleMention | None:
    """ "آلت مسؤوليتها إلى X": the officer whom the noun of the body before tells, else who is in charge of it."""
    feminine = s.norm[at].endswith("ها")
    told = [b for b in bodies_in(s) if b.j <= at and b.number == "singular" and b.head.endswith("ه") == feminine]
    if not told:
        return None
    role = read_role(s, told[-1].i, d.vocabulary, "office") or office_of(told[-1], "مسؤول", "in_charge")
    return replace(role, i=at, j=at + 1)


def _fronted(d: Discourse, s: Sentence, k: int) -> RoleMention | None:
    """ "إن مهمة المنسق الإقليمي أسندت إلى X", "رئاسة الفرع التي آلت إلى X": the office right before the verb."""
    end = k - (k > 0 and s.norm[k - 1] in WHO)
    for at in range(max(0, k - _FAR), end):
        told = s.norm[at] in OFFICE and at + 1 < end
        role = office_at(d, s, at + 1) if told else noun_at(d, s, at)
        if role is not None and role.modified and role.j == end and not role.event:
            return role
    return None


def _running(s: Sentence, k: int, at: int, office: RoleMention) -> RoleMention:
    """ "تدبير التنسيقية الإقليمية", "كلف X بمهام الكتابة": who is given the running of a body, or tasks, has not its office."""
    tasks = says(s, k, _CHARGING) and s.norm[at - 1] in _TASKS and office.sense == "office"
    start = at - (s.norm[at - 1] in _AFFAIRS)  # "كلف X بتدبير شؤون الكتابة"
    if s.norm[start - 1] not in _TO_RUN and not tasks:
        return office
    end = next((k for k in range(at, office.j) if s.bare[k] in _FOR_NOW), office.j)
    text = f"{_WITH_TASKS if tasks else _IN_CHARGE} {s.text(start, end)}"
    return replace(office, text=text, lemmas=(_IN_CHARGE,), head=_ENTRUSTED, key="entrusted")


def _portfolio(s: Sentence, k: int) -> tuple[list[PersonMention], RoleMention] | None:
    """ "أسندت أمانة المال إلى X، والإعلام إلى Y": what goes on with "and" and "to" is in Y's charge."""
    at = k + (k < len(s.norm) and s.norm[k] in "،,")
    joined = at < len(s.norm) and s.norm[at].startswith("وال")
    to = next((n for n in range(at + 1, min(at + _SCOPE, len(s.norm))) if s.norm[n] in TO), None) if joined else None
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
    several = _of_each(s, first) or len(run) == len(role.places)
    return run if several else run[:1]


def _of_each(s: Sentence, person: PersonMention) -> bool:
    """Whether "each of" stands before a name, a colon between allowed."""
    return s.norm[person.i - 1 - s.is_sign(person.i - 1, ":")] in _OF_EACH


def _given_first(s: Sentence, k: int, person: PersonMention) -> bool:
    """ "أوكلت للسيدة X أمانة المال": "to" stands between the verb and the name."""
    to = any(s.norm[n] in TO for n in range(max(k + 1, person.i - 2), person.i))  # "عهد إلى X بالكتابة"
    return person.prefix == "ل" or to or any(s.norm[n].startswith("لل") for n in range(k + 1, person.i))


def _has_to(s: Sentence, start: int, end: int) -> bool:
    """Whether "to" opens what stands between the office and the name, but for a few words on the office."""
    between = s.norm[start : min(end, start + _SCOPE)]
    return any(w in TO for w in between) or (between[:1] != [] and between[0].startswith("لل"))
