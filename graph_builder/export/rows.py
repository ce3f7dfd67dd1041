"""The rows of each table: what a fact says, the names of its entities, and their ids in the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from graph_builder.graph.iris import entity_id
from graph_builder.model import (
    Article,
    BodyFact,
    Claim,
    DeadlineFact,
    Entity,
    EntityKind,
    EventFact,
    Fact,
    FigureFact,
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

Value = str | int | float | bool | tuple[str, ...] | None
"""A cell before it is written: ``None`` is not stated, a tuple is joined."""
Row = dict[str, Value]


class Names:
    """What the names of one article denote."""

    def __init__(self, world: World, reading: Reading) -> None:
        self.world = world
        self.article = reading.article.id
        self.events = {fact.id: fact for fact in reading.facts if isinstance(fact, EventFact)}

    def find(self, kind: EntityKind, name: str | None) -> Entity | None:
        """Return the entity of this kind that a name denotes here, if it denotes any."""
        return self.world.find(self.article, name, kind)

    def name(self, kind: EntityKind, name: str | None) -> str | None:
        """Return the name of the entity that a name denotes here; else the name itself."""
        entity = self.find(kind, name)
        return entity.name if entity else name

    def id(self, kind: EntityKind, name: str | None) -> str | None:
        """Return the id of the entity that a name denotes here."""
        entity = self.find(kind, name)
        return entity_id(entity) if entity else None

    def ids(self, **names: str | None) -> Row:
        """Return an ``_id`` column for each of these kinds."""
        return {f"{kind}_id": self.id(kind, name) for kind, name in names.items()}  # type: ignore[arg-type]


def article(source: Article, world: World) -> Row:
    """Return the row of an article; ``copies`` are the others of its text."""
    title = source.quote(source.title) if source.title else None
    return {
        "article": source.id, "title": title, "source": source.source, "published": source.published,
        "url": source.url, "file": source.file,
        "copies": tuple(other for other in world.copies.get(source.id, ()) if other != source.id),
    }  # fmt: skip


def post(names: Names, fact: PostFact) -> Row:
    """Return the row of a post."""
    return {
        "person": names.name("person", fact.person), "role": fact.role, "organ": fact.body,
        "party": names.name("party", fact.party), "place": fact.place, "status": fact.status, "since": fact.since,
        "until": fact.until, "public": fact.public, "confidence": fact.evidence.confidence,
        **_where(fact), "role_key": fact.role_key,
        **names.ids(person=fact.person, body=fact.body, party=fact.party, place=fact.place), **_why(fact),
    }  # fmt: skip


def unit(names: Names, fact: BodyFact) -> Row:
    """Return the row of a body."""
    return {
        "unit": fact.name, "level": fact.level, "party": names.name("party", fact.party), "parent": fact.parent,
        "place": fact.place, **_where(fact), "body_id": names.id("body", fact.name),
        "parent_id": names.id("body", fact.parent), **names.ids(party=fact.party, place=fact.place), **_why(fact),
    }  # fmt: skip


def event(names: Names, fact: EventFact) -> Row:
    """Return the row of an event."""
    return {
        "id": names.id("event", fact.id), "label": fact.label, "kind": fact.kind, "date": fact.date,
        "place": fact.place, "covers": fact.covers, "party": names.name("party", fact.party), "organ": fact.body,
        **_where(fact), "status": fact.status,
        **names.ids(party=fact.party, body=fact.body, place=fact.place), **_why(fact),
    }  # fmt: skip


def participation(names: Names, fact: ParticipationFact) -> Row:
    """Return the row of a participation."""
    its_event = names.events[fact.event]
    return {
        "person": names.name("person", fact.person), "group": fact.group, "event_id": names.id("event", fact.event),
        "event": its_event.label, "kind": its_event.kind, "capacity": fact.capacity,
        **_where(fact), **names.ids(person=fact.person), **_why(fact),
    }  # fmt: skip


def figure(names: Names, fact: FigureFact) -> Row:
    """Return the row of a figure."""
    return {
        "value": fact.value, "what": fact.what, "of": fact.of, "group": fact.group, "phase": fact.phase,
        "exact": fact.exact, **_where(fact), **names.ids(body=fact.of), **_why(fact),
    }  # fmt: skip


def plan(names: Names, fact: PlanFact) -> Row:
    """Return the row of a plan."""
    return {
        "plan": fact.plan, "party": names.name("party", fact.party), "adopted_by": fact.adopted_by,
        "adopted": fact.adopted, **_where(fact),
        **names.ids(plan=fact.plan, party=fact.party, body=fact.adopted_by), **_why(fact),
    }  # fmt: skip


def statement(names: Names, fact: StatementFact) -> Row:
    """Return the row of a statement."""
    return {
        "speaker": names.name("person", fact.speaker), "about": fact.about, **_where(fact),
        **names.ids(person=fact.speaker, event=fact.event), **_why(fact),
    }  # fmt: skip


def step(names: Names, fact: StepFact) -> Row:
    """Return the row of a step."""
    return {
        "procedure": fact.procedure, "unit": fact.body, "number": fact.number, "step": fact.step, **_where(fact),
        **names.ids(body=fact.body), **_why(fact),
    }  # fmt: skip


def deadline(names: Names, fact: DeadlineFact) -> Row:
    """Return the row of a deadline."""
    return {
        "what": fact.what, "who": fact.who, "due": fact.due, "due_text": fact.due_text, **_where(fact),
        **names.ids(body=fact.who), **_why(fact),
    }  # fmt: skip


OF_FACTS: Mapping[str, tuple[type[Fact], Callable[[Names, Any], Row]]] = {
    "posts": (PostFact, post),
    "units": (BodyFact, unit),
    "events": (EventFact, event),
    "participations": (ParticipationFact, participation),
    "figures": (FigureFact, figure),
    "plans": (PlanFact, plan),
    "statements": (StatementFact, statement),
    "steps": (StepFact, step),
    "deadlines": (DeadlineFact, deadline),
}
"""Table -> the facts that are its rows."""


def people(world: World) -> Iterator[Row]:
    """Yield a row for each person; the gender where the grammar of all articles agrees."""
    for entity, facts in _in_order(world, "person", PersonFact):
        genders = {fact.gender for fact in facts if fact.gender}
        yield {
            "name": entity.name, "aliases": entity.aliases, "articles": _articles(entity),
            "gender": genders.pop() if len(genders) == 1 else None, "person_id": entity_id(entity),
        }  # fmt: skip


def parties(world: World) -> Iterator[Row]:
    """Yield a row for each party."""
    for entity, facts in _in_order(world, "party", PartyFact):
        yield {
            "name": entity.name, "aliases": entity.aliases,
            "abbreviation": min((fact.abbreviation for fact in facts if fact.abbreviation), default=None),
            "articles": _articles(entity), "party_key": entity.key, "party_id": entity_id(entity),
        }  # fmt: skip


def _in_order(world: World, kind: EntityKind, sort: type[Any]) -> Iterable[tuple[Entity, list[Any]]]:
    """Return the entities of a kind with the facts that introduce them, by where they are first named."""
    facts: dict[str, list[Any]] = {}
    for reading in world.readings:
        for fact in reading.facts:
            if isinstance(fact, sort):
                facts.setdefault(world.of[Claim(kind, reading.article.id, fact.name)].id, []).append(fact)
    entities = [entity for entity in world.entities if entity.kind == kind]

    def first(entity: Entity) -> tuple[str, int, str, str]:
        places = [(fact.evidence.article, fact.evidence.start) for fact in facts.get(entity.id, ())]
        article, start = min(places, default=(_articles(entity)[0], 0))
        return article, start, entity.name, entity.id

    return [(entity, facts.get(entity.id, [])) for entity in sorted(entities, key=first)]


def _articles(entity: Entity) -> tuple[str, ...]:
    return tuple(sorted({claim.article for claim in entity.claims}))


def _where(fact: Fact) -> Row:
    return {"article": fact.evidence.article, "quote": fact.evidence.quote, "start": fact.evidence.start}


def _why(fact: Fact) -> Row:
    return {"confidence": fact.evidence.confidence, "rule": fact.evidence.rule}
