"""Deputies told by a pronoun: "X كاتبا إقليميا، وY نائبا له", "نائبه الثاني Z", "ونيابتها لـW"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from graph_builder.arabic.inflection import Form
from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import BRACKETED, bracketed, gap, people_run
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import PersonMention, RoleMention
from graph_builder.extraction.rules.beside import party_aside
from graph_builder.extraction.rules.renewed import listed_body
from graph_builder.extraction.rules.roster import in_lines
from graph_builder.extraction.rules.status import is_listing, renewal_told
from graph_builder.extraction.rules.triggers import ELECTING, saying, says, tells, words

NAMES = ("post.deputy_by_pronoun",)
EXAMPLES = (
    (
        "انتخب فرع حزب الاستقلال بسلا كريم العلمي كاتبا محليا، وسعيد الناصري نائبا له.",
        ("سعيد الناصري | نائب الكاتب المحلي",),
    ),
    (
        "المكتب المحلي لحزب الاستقلال بسلا: أمين المال: حميد التازي، نائبه: خالد السباعي.",
        ("خالد السباعي | نائب أمين المال",),
    ),
    (
        "انتخب فرع حزب الاستقلال بسلا كريم العلمي مكلفا بالمالية، وسعيد الناصري نائبا له.",
        ("سعيد الناصري | نائب المكلف بالمالية",),
    ),
    (
        "انتخب فرع حزب الاستقلال بسلا كريم العلمي كاتبا محليا، وعضو المجلس الوطني سعيد الناصري نائبا له.",
        ("سعيد الناصري | نائب الكاتب المحلي",),
    ),
    (
        "انتخب أعضاء مكتب فرع حزب الاستقلال بسلا كريم العلمي رئيسا وفاطمة الزاوي نائبة له.",
        ("فاطمة الزاوي | نائبة رئيس",),
    ),
    (
        "آلت رئاسة مجلس الشورى بحزب الاستقلال إلى كريم العلمي، الأمين العام السابق، وينوب عنه سعيد الناصري.",
        ("سعيد الناصري | نائب رئيس | مجلس الشورى",),
    ),
    (
        "انتخب الجمع العام لفرع حزب الاستقلال كريم العلمي رئيسا ينوب عنه على التوالي سعيد الناصري ومنى الزين.",
        ("سعيد الناصري | نائب رئيس", "منى الزين | نائب رئيس"),
    ),
    (
        "تسلم كريم العلمي رئاسة قطاع التنظيم بحزب الاستقلال ونوابه سعيد الناصري ومنى الزين.",
        ("سعيد الناصري | نائب رئيس | قطاع التنظيم", "منى الزين | نائب رئيس | قطاع التنظيم"),
    ),
    (
        "انتخب كريم العلمي كاتبا إقليميا لحزب الاستقلال، وسعيد الناصري (التعليم) نائبه الأول، ومنى الزين (الصحة) نائبته الثانية.",
        ("سعيد الناصري | نائب الكاتب الإقليمي الأول", "منى الزين | نائبة الكاتب الإقليمي الثانية"),
    ),
    (
        "عقد حزب الاستقلال جمعا بسلا، وأسندت مهمة المقرر لكريم العلمي ونائبته منى الزين.",
        ("منى الزين | نائبة المقرر | | | | elected",),
    ),
    ("كريم العلمي أمينا للمال، ونائبته فاطمة الزاوي.", ("فاطمة الزاوي | نائبة أمين المال",)),
)
NEAR_MISSES = (
    "حضر كريم العلمي ونائبه اللقاء.",
    "قال خالد السباعي إن نائبه غاب.",
    "حضر رئيس جماعة سلا ونائبها بالبرلمان كريم العلمي.",
    "انتخب كريم العلمي رئيسا للجنة بحزب الاستقلال يساعده سعيد الناصري مقررا.",
    "انتخبت منى الزين كاتبة إقليمية لحزب الاستقلال بسلا. وترأس مكتب الفرع بتمارة كريم العلمي، ثم حميد التازي نائبا له.",
)
_DEPUTIES: Final = words("نائب مساعد خليفة")
_OF_HIM: Final = words("له لها لهما")
_ACTS: Final = words("ينوب تنوب سينوب ستنوب")
_FOR_HIM: Final = words("عنه عنها")
_FOR: Final = words("عن")
_HELPS: Final = words("يساعده تساعده يساعدها تساعدها")
_SERVING: Final = _ACTS | _HELPS
_BY_VERB: Final = ("post.by_office", "post.for_office", "post.by_verb", "post.head_of_body")
_FORMS: Final = {"نائب": "deputy", "مساعد": "assistant"}
_REACH: Final = 5
"""Words between "acts for him" and the deputy's name."""
_LINES: Final = 5
"""Lines of a list back to the principal: deputies may stand between."""
_PARLIAMENT: Final = words("البرلمان بالبرلمان")
_IS: Final = words("له لها لهما هو هي وهو وهي كل كلا من هما هم السيدان السادة")


def holdings(d: Discourse, s: Sentence, found: Sequence[Holding]) -> Iterator[Holding]:
    """Yield deputies whose principal was named before them, in this sentence or the line before.

    ``found``: what other rules read; an office that a verb tells has deputies as well as one told by its holder.
    """
    if not tells(s, _SERVING) and not any(r.head in _DEPUTIES for r in of_type(s, RoleMention)):
        return
    told = _told_by_verb(s, found)
    before: RoleMention | None = _last_role(d, s)
    principal: RoleMention | None = None
    for k, role in enumerate(s.mentions):
        if not isinstance(role, RoleMention) or _of_deputy(s, k) or _in_parliament(s, role):
            continue
        if role.head in _DEPUTIES and (role.possessive or _of_him(s, role)):
            people = _people(d, s, k, role)
            principal = _later(told, principal, role.i)
            principal = _role_of_the_last(d, s, role) or principal or (None if _of_another(s, role, people) else before)
            if principal is not None:
                won = role.prefix == "و" and any(h.role is principal and h.status == "elected" for h in found)
                yield from (_holding(d, s, person, role, principal, won) for person in people)
        elif _may_have_deputy(role):
            principal = role
    yield from _acting(d, s, told)
    yield from _acts_for(d, s)


def _told_by_verb(s: Sentence, found: Sequence[Holding]) -> list[tuple[int, RoleMention]]:
    """The offices of the sentence that no noun of their holders tells, and where each is told."""
    here = [h for h in found if h.sentence is s and h.rule in _BY_VERB and h.role.head not in _DEPUTIES]
    return sorted(((max(h.role.i, h.person.i), h.role) for h in here if h.status != "former"), key=lambda x: x[0])


def _later(told: list[tuple[int, RoleMention]], principal: RoleMention | None, before: int) -> RoleMention | None:
    """The principal, or the office that a verb tells after it."""
    last = next((x for x in reversed(told) if x[0] < before), None)
    return last[1] if last is not None and (principal is None or last[0] > principal.i) else principal


def _may_have_deputy(role: RoleMention) -> bool:
    """Whether an office has deputies: no deputy, no candidate, no members told of together."""
    members = role.key == "member" and role.form.number == "plural"
    held = not role.event and not role.former and role.key != "candidate"
    return held and role.head not in _DEPUTIES and not members


def _of_deputy(s: Sentence, k: int) -> bool:
    """Whether an office before a name is one that its bearer has besides: "X رئيسا، وعضو المجلس Y نائبا له"."""
    role, following = s.mentions[k], s.mentions[k + 1 : k + 3]
    if len(following) < len(("name", "deputy")) or not isinstance(following[0], PersonMention):
        return False
    deputy = following[1]
    told = isinstance(deputy, RoleMention) and deputy.head in _DEPUTIES and _of_him(s, deputy)
    told = told and following[0].prefix == "" and isinstance(role, RoleMention) and role.form.case != "accusative"
    return told and role.j == following[0].i and deputy.i == following[0].j


def _in_parliament(s: Sentence, role: RoleMention) -> bool:
    """Whether a town's "deputy" is one in parliament: "عمدة المدينة ونائبها بالبرلمان"."""
    return any(s.norm[n] in _PARLIAMENT for n in range(role.i, min(role.j + 1, len(s.norm))))


def _of_another(s: Sentence, role: RoleMention, deputies: list[PersonMention]) -> bool:
    """Whether somebody else is named between the office of a line before and "his deputy": "ترأسه X، ثم Y نائبا له"."""
    return any(p.i < role.i and p not in deputies for p in of_type(s, PersonMention))


def _acting(d: Discourse, s: Sentence, told: list[tuple[int, RoleMention]]) -> Iterator[Holding]:
    """ "وينوب عنه X": the deputy of the officer named before."""
    for k in saying(s, _SERVING):
        acts = says(s, k, _ACTS) and k + 1 < len(s.norm) and s.norm[k + 1] in _FOR_HIM
        if not (acts or says(s, k, _HELPS)):
            continue
        principals = [r for r in of_type(s, RoleMention) if r.j <= k and _may_have_deputy(r)]
        principals = [r for r in principals if (acts and r.form.number == "singular") or r.form.case]
        # "يساعده" of a chair is no office
        principal = _later(told, principals[-1] if principals else None, k)
        first = next((n for n, m in enumerate(s.mentions) if isinstance(m, PersonMention) and m.i > k), None)
        if principal is not None and first is not None and s.mentions[first].i - k <= _REACH:
            feminine = s.norm[k].removeprefix("و").startswith("ت")
            lemma = "نائب" if acts else "مساعد"
            form = Form("f" if feminine else "m", "singular", "", True)
            text = lemma + "ة" if feminine else lemma
            role = RoleMention(
                k, k + 1 + acts, "", text, fold(lemma), _FORMS[lemma], form, (fold(lemma),), False, False, possessive=True
            )  # fmt: skip
            for person in _those(d, s, first):
                if acts or not _has_office(s, person):
                    yield _holding(d, s, person, role, principal)


def _has_office(s: Sentence, person: PersonMention) -> bool:
    """Whether the helper has an office of his own: "يساعده X مقررا"."""
    return any(r.i == person.j and r.form.case == "accusative" for r in of_type(s, RoleMention))


def _acts_for(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """ "وتنوب X عن الكاتب المحلي": the deputy of an officer told after him."""
    for k in saying(s, _ACTS):
        person = next((p for p in of_type(s, PersonMention) if 0 < p.i - k <= 2), None)
        if person is None or person.j >= len(s.norm) or s.norm[person.j] not in _FOR:
            continue
        principal = next((r for r in of_type(s, RoleMention) if r.i == person.j + 1 and not r.event), None)
        if principal is not None:
            feminine = s.norm[k].removeprefix("و").removeprefix("س").startswith("ت")
            lemma = "نائبة" if feminine else "نائب"
            form = Form("f" if feminine else "m", "singular", "accusative", False)
            role = RoleMention(k, k + 1, "", lemma, fold("نائب"), "deputy", form, (fold("نائب"),), False, False)
            yield _holding(d, s, person, role, principal)


def _those(d: Discourse, s: Sentence, first: int) -> list[PersonMention]:
    """Whom a verb is told of: those joined after it, or the list after "each of", up to the one with a role of his own."""
    run = people_run(s, first, 1, d.vocabulary)
    if s.norm[s.mentions[first].i - 1] != "من":
        joined = next((n for n, p in enumerate(run[1:], 1) if p.i != run[n - 1].j or p.prefix != "و"), len(run))
        run = run[:joined]  # "ينوب عنه X وY"
    at = s.mentions.index(run[-1]) + 1
    own = at < len(s.mentions) and isinstance(s.mentions[at], RoleMention) and s.mentions[at].i == run[-1].j
    return run[:-1] if own and len(run) > 1 else run


def _last_role(d: Discourse, s: Sentence) -> RoleMention | None:
    """The last role of the sentence before, if lines are officers of one list."""
    for k in range(s.index - 1, max(-1, s.index - 1 - _LINES), -1):
        roles = list(of_type(d.sentences[k], RoleMention))
        principals = [r for r in roles if r.head not in _DEPUTIES and r.key != "candidate"]
        if principals or not roles:
            return principals[-1] if principals else None
    return None


def _role_of_the_last(d: Discourse, s: Sentence, role: RoleMention) -> RoleMention | None:
    """The office, told before, of the person named last in a sentence that has no other office: "... وقال X إن نائبه Y"."""
    told = [m for m in s.mentions if m.i < role.i and isinstance(m, RoleMention)]
    people = [m for m in of_type(s, PersonMention) if m.i < role.i]
    if told or not people:
        return None
    name = d.person(people[-1])
    for other in d.sentences[: s.index][::-1]:
        for n, m in enumerate(other.mentions):
            if not isinstance(m, PersonMention) or d.person(m) != name:
                continue
            for beside in other.mentions[max(0, n - 1) : n] + other.mentions[n + 1 : n + 2]:
                if (
                    isinstance(beside, RoleMention)
                    and beside.form.number == "singular"
                    and beside.head not in _DEPUTIES
                ):
                    first, second = (m, beside) if m.i < beside.i else (beside, m)
                    if gap(other, first, second, d.vocabulary).strip("،:(-") == "":
                        return beside
    return None


def _of_him(s: Sentence, role: RoleMention) -> bool:
    return role.j < len(s.norm) and s.norm[role.j] in _OF_HIM


def _people(d: Discourse, s: Sentence, k: int, role: RoleMention) -> list[PersonMention]:
    """The deputy; of a dual ("نائباه") the two named before or after, of a plural ("نوابه: ...") all."""
    person = _person(d, s, k, role)
    if person is None or role.form.number == "singular":
        return [person] if person else []
    at = s.mentions.index(person)
    run = people_run(s, at, 1 if at > k else -1, d.vocabulary)
    return run[:2] if role.form.number == "dual" else run


def _beside(d: Discourse, s: Sentence, before: PersonMention, role: RoleMention) -> bool:
    return BRACKETED.sub("", gap(s, before, role, d.vocabulary)).strip("(،") == ""


def _person(d: Discourse, s: Sentence, k: int, role: RoleMention) -> PersonMention | None:
    after = s.mentions[k + 1] if k + 1 < len(s.mentions) else None
    if k > 1 and party_aside(s, k - 1) and gap(s, s.mentions[k - 1], role, d.vocabulary).strip(")،") == "":
        return s.mentions[k - 2]  # type: ignore[return-value]  # "X (الاستقلال) نائبا له"
    while k > 1 and bracketed(s, s.mentions[k - 1]):  # "X (التعليم) نائبه الأول"
        k -= 1
    before = s.mentions[k - 1] if k else None
    told = role.form.case == "accusative" or not role.possessive or s.is_sign(role.i - 1, "(")
    if isinstance(before, PersonMention) and told and role.prefix == "" and _beside(d, s, before, role):
        return before
    beside = gap(s, before, role, d.vocabulary) if isinstance(before, PersonMention) and role.prefix == "" else None
    beside = BRACKETED.sub("", beside) if beside is not None else None
    signs = gap(s, role, after, d.vocabulary, _IS) if isinstance(after, PersonMention) else None
    if isinstance(before, PersonMention) and beside in ("", ":", "|") and signs != "" and not s.is_sign(role.j, ":=/|"):
        return before  # "X: نائبه، Y: ...", "الأخ X نائبه، الأخ Y ..."
    if isinstance(after, PersonMention) and signs is not None and signs.strip(":،,-=/|") == "":
        return after
    return before if isinstance(before, PersonMention) and beside in ("", "(", "،", ":") else None


def _holding(
    d: Discourse, s: Sentence, person: PersonMention, role: RoleMention, principal: RoleMention, won: bool = False
) -> Holding:
    """The deputy of ``principal``; ``won``: joined to one who was elected, "أسندت المهمة لX ونائبته Y"."""
    base = principal.text if principal.definite or " " not in principal.text else _definite(principal.text)
    head = role.text.split()[0].removeprefix("ال")
    ordinal = " ".join(role.text.split()[1:])
    text = f"{head} {base}" + (f" {ordinal}" if ordinal else "")
    merged = RoleMention(
        role.i, role.j, role.prefix, text, role.head, role.key, role.form, (role.head, *principal.lemmas), principal.public,
        True, body=principal.body, party=principal.party, places=principal.places, level=principal.level, modified=True,
    )  # fmt: skip
    body = principal.body or listed_body(d, s, role.i)
    return Holding(
        person,
        merged,
        s,
        "post.deputy_by_pronoun",
        0.88,
        "elected" if won or role.form.case or principal.form.case or _elected(d, s, role) else "current",
        text,
        body,
    )


def _elected(d: Discourse, s: Sentence, role: RoleMention) -> bool:
    """Whether the deputy is one of a list or roster of those elected, or an election is told right before."""
    roster = in_lines(d, s) and listed_body(d, s, role.i) is not None and renewal_told(d, s)
    return roster or is_listing(d, s) or _by_election(s, role)


def _by_election(s: Sentence, role: RoleMention) -> bool:
    """ "كما تم انتخاب نائبيها X وY": an election right before."""
    return role.i > 0 and says(s, role.i - 1, ELECTING)


def _definite(text: str) -> str:
    """ "كاتب إقليمي" as the principal in construct: "الكاتب الإقليمي"; "المكلف بالمالية", "أمين المال" stay."""
    first, *rest = text.split()
    if rest and rest[0].startswith("ال"):
        return text
    return " ".join(w if w.startswith(("بال", "لل")) else "ال" + w for w in (first, *rest))
