"""A small world made by hand: three articles that state every kind of fact, one of them hostile; nothing is extracted.

``small_world()`` is what the tests of graph, query, export start from; ``world_of`` resolves any readings by ``SAME``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from graph_builder.model import (
    Article,
    BodyFact,
    Claim,
    DeadlineFact,
    Entity,
    EntityKind,
    EventFact,
    Evidence,
    Fact,
    FigureFact,
    ParticipationFact,
    PartyFact,
    PersonFact,
    PlanFact,
    PostFact,
    Reading,
    Span,
    StatementFact,
    StepFact,
    World,
)

PARTY = "حزب التقدم والاشتراكية"
BRANCH_TEXT = """فرع تمارة يجدد مكتبه
عقد فرع حزب التقدم والاشتراكية بتمارة جمعا عاما يوم 5 ماي 2019.
واختيرت كريمة الزناتي كاتبة عامة للمكتب المحلي، وسمير الوالي نائبا لها، وكلاهما عضو في اللجنة المركزية.
وقال الوالي إن الفرع يضم 120 عضوا، منهم نحو 30 طالبا.
وكانت اللجنة المركزية قد صادقت في فبراير 2019 على خطة «جذور».
"""
TRAINING_TEXT = """تكوين لأطر جهتين
يستعد الحزب لدورة تكوينية بالرباط لفائدة جهتي مراكش آسفي وسوس ماسة، يؤطرها سمير الوالى ويحضرها الكتاب الإقليميون.
ويبدأ الانخراط في فرع تمارة بطلب مكتوب، ثم لقاء مع المكتب.
وعلى الفروع أن تعقد مؤتمراتها قبل نهاية يونيو.
وكان يوسف المنصوري كاتبا عاما للمكتب المحلي إلى غاية 2019، وهو اليوم مستشار جماعي ومرشح لرئاسة الجماعة.
"""
HOSTILE_NAME = '<img src=x onerror=alert("1")>'
HOSTILE_BODY = '=HYPERLINK("http://evil.example/"; "مكتب")'
HOSTILE_PLACE = 'here"> .\n<http://evil.example/s> <http://evil.example/p> "x'
HOSTILE_PARTY = "@حزب|وهمي\\"
HOSTILE_TEXT = (
    "عنوان \"'><script>alert(1)</script>\u2028\n"
    '=1+1 قال <img src=x onerror=alert("1")> من =HYPERLINK إن الأمر <http://evil.example/> كذلك.\r\n'
    "\t-\tو\u202eبعد\u0085 ذلك \\u0022 انتهى \u0001.\n"
)
SAME = {
    "كريمة الزناتي": ("كريمة الزناتي", None),
    "الوالي": ("سمير الوالي", None),
    "سمير الوالى": ("سمير الوالي", None),
    PARTY: (PARTY, "pps"),
    "الحزب": (PARTY, "pps"),
    "تمارة": ("تمارة", "04.501.01.07"),
    "الرباط": ("الرباط", "04.421"),
    "مراكش آسفي": ("مراكش آسفي", "07"),
    "سوس ماسة": ("سوس ماسة", "09"),
}
"""Name -> the name of its entity and its key in the lexicon; other names denote themselves."""


def article(
    name: str, text: str, source: str | None = None, published: str | None = None, url: str | None = None
) -> Article:
    """Return an article whose first line is its title."""
    title = Span(0, text.index("\n"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    body = (Span(title.end + 1, len(text)),)
    return Article(name, text, f"{name}.txt", digest, title, body, (), source, published, url)


class Said:
    """Evidence from an article: the line in which some words stand."""

    def __init__(self, source: Article) -> None:
        self.article = source

    def __call__(self, words: str, rule: str = "test.rule", confidence: float = 0.9) -> Evidence:
        """Return the evidence of the line with these words."""
        at = self.article.text.index(words)
        start = self.article.text.rfind("\n", 0, at) + 1
        end = self.article.text.find("\n", at)
        return Evidence(self.article.id, start, end, self.article.text[start:end], rule, confidence)


def post(person: str, role: str, evidence: Evidence, **more: object) -> PostFact:
    """Return a post of the party, with what else is said of it."""
    about: dict[str, object] = {
        "role_key": None, "body": None, "party": PARTY, "place": None, "status": "current",
        "since": None, "until": None, "public": False,
    }  # fmt: skip
    return PostFact(person=person, role=role, evidence=evidence, **about | more)  # type: ignore[arg-type]


def branch() -> Reading:
    """Return an article about the general assembly of a branch."""
    source = article(
        "001_branch", BRANCH_TEXT, published="2019-05-12", source="صدى المدينة", url="https://example.org/1"
    )
    said = Said(source)
    elected, held, counted = said("واختيرت"), said("جمعا عاما"), said("120")
    bureau, committee = "المكتب المحلي", "اللجنة المركزية"
    local = {"body": bureau, "place": "تمارة", "status": "elected"}
    facts: list[Fact] = [
        PersonFact("كريمة الزناتي", (), "female", elected),
        PersonFact("سمير الوالي", ("الوالي",), "male", elected),
        PartyFact(PARTY, (), "PPS", "pps", held),
        BodyFact("فرع تمارة", "local", PARTY, None, "تمارة", (), held),
        BodyFact(bureau, "local", PARTY, "فرع تمارة", "تمارة", (), elected),
        BodyFact(committee, "national", PARTY, None, None, (), elected),
        BodyFact("شبيبة الحزب", "parallel", PARTY, None, None, (), held),
        BodyFact("جمعية الحي", "other", None, None, None, (), held),
        post("كريمة الزناتي", "كاتبة عامة", elected, role_key="general_secretary", since="2019-05-05", **local),
        post("سمير الوالي", "نائب الكاتب العام", elected, **local),
        post("كريمة الزناتي", "عضوة", said("واختيرت", confidence=0.75), role_key="member", body=committee),
        post("سمير الوالي", "عضو", elected, role_key="member", body=committee, since="2017-02"),
        EventFact("e1", "جمع عام", "general_assembly", "2019-05-05", "تمارة", (), PARTY, "فرع تمارة", "held", held),
        EventFact("e2", "دورة اللجنة المركزية", "meeting", "2019-02", None, (), PARTY, committee, "held", said("جذور")),
        ParticipationFact("e1", "كريمة الزناتي", None, "elected", elected),
        ParticipationFact("e1", "سمير الوالي", None, "elected", elected),
        FigureFact(120, "members", "فرع تمارة", None, None, True, counted),
        FigureFact(30, "members", "فرع تمارة", "طلبة", "اليوم", False, counted),
        PlanFact("جذور", PARTY, committee, "2019-02", said("جذور")),
        StatementFact("الوالي", "عدد أعضاء الفرع", "e1", counted),
    ]
    return Reading(source, tuple(facts))


def training() -> Reading:
    """Return an article about a training to come, a procedure, a deadline, a former holder and a candidate."""
    source = article("002_training", TRAINING_TEXT)
    said = Said(source)
    session, joining, due, former = said("تكوينية"), said("الانخراط"), said("يونيو"), said("المنصوري")
    covers = ("مراكش آسفي", "سوس ماسة")
    facts: list[Fact] = [
        PersonFact("سمير الوالى", (), None, session),
        PersonFact("يوسف المنصوري", (), "male", former),
        BodyFact("المكتب المحلي", "local", "الحزب", None, None, (), former),
        BodyFact("فرع تمارة", "local", "الحزب", None, "تمارة", (), joining),
        post("يوسف المنصوري", "كاتب عام", former, role_key="general_secretary", body="المكتب المحلي", party="الحزب",
             status="former", until="2019"),
        post("يوسف المنصوري", "مستشار جماعي", former, party=None, place="تمارة", public=True),
        post("يوسف المنصوري", "رئيس الجماعة", former, party=None, public=True, status="candidate"),
        EventFact("e1", "دورة تكوينية", "training", None, "الرباط", covers, "الحزب", None, "announced", session),
        EventFact("e2", "قافلة", "campaign", "2019-06-01/2019-06-20", None, (), None, None, "postponed", session),
        ParticipationFact("e1", "سمير الوالى", None, "trainer", session),
        ParticipationFact("e1", None, "الكتاب الإقليميون", "attendee", session),
        StepFact("الانخراط", "فرع تمارة", 1, "طلب مكتوب", joining),
        StepFact("الانخراط", "فرع تمارة", 2, "لقاء مع المكتب", joining),
        DeadlineFact("عقد المؤتمرات", "الفروع", "XXXX-06-30", "قبل نهاية يونيو", due),
        FigureFact(3, "other", "برنامج اليوم", None, None, True, session),
        StatementFact("المتدخلون", "المرحلة المقبلة", None, session),
        PlanFact("جذور", None, None, None, session),
    ]  # fmt: skip
    return Reading(source, tuple(facts))


def hostile() -> Reading:
    """Return an article whose names are markup, formulas and pieces of Turtle."""
    source = article("003_hostile", HOSTILE_TEXT, source='"<b>', url='javascript:alert("1")', published="2019-02-30")
    said = Said(source)
    first, second = said("قال"), said("انتهى")
    facts: list[Fact] = [
        PersonFact(HOSTILE_NAME, ("+212", "x|y"), None, first),
        PartyFact(HOSTILE_PARTY, (), "=1", None, second),
        BodyFact(HOSTILE_BODY, "other", HOSTILE_PARTY, None, HOSTILE_PLACE, (), first),
        post(HOSTILE_NAME, "\t@role", first, party=HOSTILE_PARTY, body=HOSTILE_BODY, place=HOSTILE_PLACE, since="1/1"),
        EventFact("e1", "-حدث\r\n", "other", "0000", HOSTILE_PLACE, (HOSTILE_PLACE,), None, None, "cancelled", second),
        ParticipationFact("e1", HOSTILE_NAME, None, "guest", second),
        DeadlineFact("+عمل", None, "2019-13", "-", second),
    ]
    return Reading(source, tuple(facts))


def retold(reading: Reading, name: str, change: Callable[[Fact], Fact] = lambda fact: fact) -> Reading:
    """Return the facts of a reading as another article states them, each changed."""
    facts = (replace(fact, evidence=replace(fact.evidence, article=name)) for fact in reading.facts)
    return Reading(replace(reading.article, id=name), tuple(map(change, facts)))


def claims_of(reading: Reading) -> Iterator[Claim]:
    """Yield every name that the facts of a reading use for something."""
    for fact in reading.facts:
        about: list[tuple[EntityKind, str | None]] = []
        match fact:
            case PersonFact():
                about = [("person", name) for name in (fact.name, *fact.aliases)]
            case PartyFact():
                about = [("party", name) for name in (fact.name, *fact.aliases)]
            case BodyFact():
                about = [("body", fact.name), ("body", fact.parent), ("party", fact.party), ("place", fact.place)]
            case PostFact():
                about = [("person", fact.person), ("body", fact.body), ("party", fact.party), ("place", fact.place)]
            case EventFact():
                about = [("event", fact.id), ("body", fact.body), ("party", fact.party), ("place", fact.place)]
                about += [("place", place) for place in fact.covers]
            case ParticipationFact():
                about = [("person", fact.person)]
            case PlanFact():
                about = [("plan", fact.plan), ("party", fact.party), ("body", fact.adopted_by)]
            case StepFact():
                about = [("body", fact.body)]
        yield from (Claim(kind, reading.article.id, name) for kind, name in about if name is not None)


def world_of(readings: Iterable[Reading], same: Mapping[str, tuple[str, str | None]] = SAME) -> World:
    """Resolve readings by ``same``: events never, other names alike in all articles."""
    ordered = tuple(sorted(readings, key=lambda reading: reading.article.id))
    labels = {(r.article.id, f.id): f.label for r in ordered for f in r.facts if isinstance(f, EventFact)}
    found: dict[tuple[str, ...], set[Claim]] = {}
    for reading in ordered:
        for claim in claims_of(reading):
            identity = (
                (claim.article, claim.name) if claim.kind == "event" else (same.get(claim.name, (claim.name,))[0],)
            )
            found.setdefault((claim.kind, *identity), set()).add(claim)
    entities = tuple(_entity(identity, claims, labels, same) for identity, claims in sorted(found.items()))
    return World(ordered, entities, {claim: entity for entity in entities for claim in entity.claims})


def _entity(
    identity: tuple[str, ...],
    claims: set[Claim],
    labels: dict[tuple[str, str], str],
    same: Mapping[str, tuple[str, str | None]],
) -> Entity:
    ordered = tuple(sorted(claims))
    kind = ordered[0].kind
    name = labels[identity[1], identity[2]] if kind == "event" else identity[1]
    aliases = () if kind == "event" else tuple(sorted({claim.name for claim in claims} - {name}))
    reasons = tuple(f"{alias} = {name}: بخط اليد" for alias in aliases)
    key = None if kind == "event" else same.get(name, (name, None))[1]
    number = hashlib.sha256("\0".join(identity).encode()).hexdigest()[:12]
    return Entity(number, kind, name, aliases, ordered, reasons, key)


def small_world() -> World:
    """Return the world of all three articles."""
    return world_of((branch(), training(), hostile()))
