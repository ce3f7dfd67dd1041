"""What each fact ties together: from one thing to another, with what is said of the tie."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph_builder.graph.iris import entity_id
from graph_builder.model import (
    BodyFact,
    Entity,
    EntityKind,
    EventFact,
    Fact,
    ParticipationFact,
    PlanFact,
    PostFact,
    StatementFact,
    World,
)

Scalar = str | int | float | bool


@dataclass(frozen=True, slots=True)
class Tie:
    """What one fact says between two things; equal ties of several articles are one."""

    source: str
    """The names of both nodes: ``node_id``."""
    target: str
    relation: str
    """``holds``, ``represents`` (a party, in a public office), ``part_of``, ``body_of``, ``parallel_of``, ``event_of``,
    ``took_part``, ``spoke``, ``adopted_by``, ``plan_of``; with places also ``located_in``, ``covers``."""
    details: tuple[tuple[str, Scalar], ...] = ()
    """``label`` (the role in the article's words, or what was spoken about), ``role`` (its key in the lexicon),
    ``status``, ``public``, ``since``, ``until``, ``party``, ``place``, ``capacity``, ``date``; only what is stated."""


@dataclass(frozen=True, slots=True)
class Names:
    """What names denote in one article."""

    world: World
    article: str
    places: bool = False
    """Whether places are things, too."""

    def find(self, name: str | None, *kinds: EntityKind) -> Entity | None:
        """Return the entity of the first of these kinds that a name denotes."""
        return self.world.find(self.article, name, *kinds)

    def place(self, name: str | None) -> Entity | None:
        """Return the place that a name denotes, where places are things."""
        return self.find(name, "place") if self.places else None

    def called(self, name: str | None, kind: EntityKind) -> str | None:
        """Return the name of the entity that a name denotes; else the name itself."""
        entity = self.find(name, kind)
        return entity.name if entity else name

    def tie(self, source: Entity | None, target: Entity | None, relation: str, **details: Any) -> Iterator[Tie]:
        """Yield the tie between two things, if both are known and not one, with the details that are stated."""
        if source is not None and target is not None and source.id != target.id:
            stated = tuple((name, value) for name, value in details.items() if value not in (None, ""))
            yield Tie(node_id(source), node_id(target), relation, stated)


def node_id(entity: Entity) -> str:
    """Return the name of an entity's node: its kind and the end of its IRI."""
    return f"{entity.kind}:{entity_id(entity)}"


def ties(names: Names, fact: Fact) -> Iterator[Tie]:
    """Yield what a fact ties; many a fact ties nothing."""
    if type(fact) in OF_FACTS:
        yield from OF_FACTS[type(fact)](names, fact)


def _body(names: Names, fact: BodyFact) -> Iterator[Tie]:
    body = names.find(fact.name, "body")
    of_party = "parallel_of" if fact.level == "parallel" else "body_of"
    yield from names.tie(body, names.find(fact.parent, "body", "party"), "part_of")
    yield from names.tie(body, names.find(fact.party, "party"), of_party)
    yield from names.tie(body, names.place(fact.place), "located_in")


def _post(names: Names, fact: PostFact) -> Iterator[Tie]:
    """Yield where an office is held: in a body, else in the party, or for a party if it is a public one."""
    person, body, party = (
        names.find(fact.person, "person"),
        names.find(fact.body, "body"),
        names.find(fact.party, "party"),
    )
    details = {
        "label": fact.role, "role": fact.role_key, "status": fact.status, "public": fact.public, "since": fact.since,
        "until": fact.until, "party": names.called(fact.party, "party"), "place": names.called(fact.place, "place"),
    }  # fmt: skip
    if body is None and fact.public:
        yield from names.tie(person, party, "represents", **details)
        yield from names.tie(person, names.place(fact.place), "holds", **details)
    else:
        yield from names.tie(person, body or party or names.place(fact.place), "holds", **details)


def _event(names: Names, fact: EventFact) -> Iterator[Tie]:
    event = names.find(fact.id, "event")
    owner = names.find(fact.body, "body") or names.find(fact.party, "party")
    yield from names.tie(event, owner, "event_of", date=fact.date)
    yield from names.tie(event, names.place(fact.place), "located_in")
    for place in fact.covers:
        yield from names.tie(event, names.place(place), "covers")


def _participation(names: Names, fact: ParticipationFact) -> Iterator[Tie]:
    event = names.find(fact.event, "event")
    yield from names.tie(names.find(fact.person, "person"), event, "took_part", capacity=fact.capacity)


def _statement(names: Names, fact: StatementFact) -> Iterator[Tie]:
    speaker = names.find(fact.speaker, "person", "body", "party")
    yield from names.tie(speaker, names.find(fact.event, "event"), "spoke", label=fact.about)


def _plan(names: Names, fact: PlanFact) -> Iterator[Tie]:
    plan = names.find(fact.plan, "plan")
    yield from names.tie(plan, names.find(fact.adopted_by, "body"), "adopted_by", date=fact.adopted)
    yield from names.tie(plan, names.find(fact.party, "party"), "plan_of")


OF_FACTS: Mapping[type[Fact], Callable[[Names, Any], Iterator[Tie]]] = {
    BodyFact: _body,
    PostFact: _post,
    EventFact: _event,
    ParticipationFact: _participation,
    StatementFact: _statement,
    PlanFact: _plan,
}
"""How each kind of fact ties things; the others tie none."""
