"""Readings for the tests of resolution, told fact by fact: ``reading("a", person("..."), post("...", party=...))``."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

from graph_builder.model import (
    Article,
    BodyFact,
    DeadlineFact,
    Entity,
    EntityKind,
    EventFact,
    Evidence,
    Fact,
    FigureFact,
    Level,
    ParticipationFact,
    PartyFact,
    PersonFact,
    PlanFact,
    PostFact,
    Reading,
    StatementFact,
    StepFact,
    World,
)

Told = Callable[[Evidence], Fact]
PPS, PI, PAM = "حزب التقدم والاشتراكية", "حزب الاستقلال", "حزب الأصالة والمعاصرة"


def reading(article: str, *facts: Told) -> Reading:
    """Return an article with these facts."""
    digest = hashlib.sha256(article.encode()).hexdigest()
    evidence = Evidence(article, 0, 0, "", "test.rule", 0.9)
    source = Article(article, "", f"{article}.txt", digest, None, ())
    return Reading(source, tuple(fact(evidence) for fact in facts))


def person(name: str, *aliases: str) -> Told:
    return lambda evidence: PersonFact(name, aliases, None, evidence)


def party(name: str, *aliases: str, key: str | None = None) -> Told:
    return lambda evidence: PartyFact(name, aliases, None, key, evidence)


def body(
    name: str,
    level: Level = "local",
    party: str | None = PPS,
    place: str | None = None,
    parent: str | None = None,
    aliases: Iterable[str] = (),
) -> Told:
    return lambda evidence: BodyFact(name, level, party, parent, place, tuple(aliases), evidence)


def post(
    person: str,
    party: str | None = None,
    body: str | None = None,
    place: str | None = None,
    public: bool = False,
) -> Told:
    return lambda evidence: PostFact(
        person, "عضو", None, body, party, place, "current", None, None, public=public, evidence=evidence
    )


def event(
    name: str = "e1",
    date: str | None = "2019-05-05",
    place: str | None = "تمارة",
    party: str | None = PPS,
    body: str | None = None,
    label: str = "جمع عام",
    covers: Iterable[str] = (),
) -> Told:
    return lambda evidence: EventFact(
        name, label, "general_assembly", date, place, tuple(covers), party, body, "held", evidence
    )


def took_part(event: str, person: str | None = None, group: str | None = None) -> Told:
    return lambda evidence: ParticipationFact(event, person, group, "attendee", evidence)


def figure(of: str | None) -> Told:
    return lambda evidence: FigureFact(3, "members", of, None, None, exact=True, evidence=evidence)


def plan(name: str, party: str | None = None, adopted_by: str | None = None) -> Told:
    return lambda evidence: PlanFact(name, party, adopted_by, None, evidence)


def said(speaker: str, event: str | None = None) -> Told:
    return lambda evidence: StatementFact(speaker, "التنظيم", event, evidence)


def step(body: str | None) -> Told:
    return lambda evidence: StepFact("الانخراط", body, 1, "طلب", evidence)


def owed(who: str | None) -> Told:
    return lambda evidence: DeadlineFact("أداء الواجبات", who, "2019-06-30", "نهاية يونيو", evidence)


def one(world: World, kind: EntityKind, *names: tuple[str, str]) -> Entity:
    """Return the entity that all names (article, name) denote; fail if they are several."""
    found = {world.entity(kind, article, name) for article, name in names}
    assert len(found) == 1, found
    entity = found.pop()
    assert entity is not None
    return entity


def apart(world: World, kind: EntityKind, *names: tuple[str, str]) -> None:
    """Fail if two of the names denote one entity."""
    assert len({world.entity(kind, article, name) for article, name in names}) == len(names)
