"""Facts as a reader meets them: a headline, labelled details, the ties that the network draws, and the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Literal

from graph_builder.model import (
    BodyFact,
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
    StatementFact,
    StepFact,
    World,
)

Value = tuple[Literal["text", "entity", "word", "date", "number"], str | int]
"""``word`` is a key of ui.yml, ``entity`` an entity's id, ``date`` an EDTF date."""
Field = tuple[str, Value]
"""The name of a field (``field.<name>`` in ui.yml) and its value."""
SECTIONS = ("body", "post", "participation", "statement", "event", "plan", "figure", "step", "deadline", "named")
"""The kinds of facts, in the order in which they are shown."""
LINES = ("current", "former", "candidate")
"""How a tie is drawn; of several between two things, the first."""
MISSING: Value = ("word", "missing.value")


@dataclass(frozen=True, slots=True)
class Tie:
    """What the network draws for a fact: an arrow between two entities. ``line``: current, former or candidate."""

    source: str
    target: str
    label: Value
    line: str = "current"


@dataclass(frozen=True, slots=True)
class Statement:
    """What a fact says, without its evidence: two articles that say the same give one statement."""

    kind: str
    head: tuple[Field, ...]
    rows: tuple[Field, ...]
    ties: tuple[Tie, ...] = ()

    def entities(self) -> list[str]:
        """Return the ids of the entities that it speaks of, in the order of its fields."""
        values = [value for _, value in (*self.head, *self.rows)]
        return list(dict.fromkeys(str(value) for kind, value in values if kind == "entity"))


@dataclass(frozen=True, slots=True)
class Names:
    """What names mean in one article: entities of the network where they are known, else the words themselves."""

    world: World
    article: str

    def find(self, name: str | None, *kinds: EntityKind) -> Entity | None:
        """Return the entity of the first kind that ``name`` denotes."""
        return self.world.find(self.article, name, *kinds)

    def value(self, name: str | None, *kinds: EntityKind) -> Value | None:
        """Return the entity, or the words as text, or nothing for no name."""
        entity = self.find(name, *kinds)
        return ("entity", entity.id) if entity else text(name)

    def tie(self, source: Entity | None, target: Entity | None, label: Value, line: str = "current") -> tuple[Tie, ...]:
        """Return the tie between two entities, if both are known and not one."""
        known = source is not None and target is not None and source.id != target.id
        return (Tie(source.id, target.id, label, line),) if source and target and known else ()


def statements(world: World) -> Iterator[tuple[Statement, Evidence]]:
    """Yield what each fact says with its evidence, in the order of the articles' ids."""
    for reading in sorted(world.readings, key=lambda reading: reading.article.id):
        names = Names(world, reading.article.id)
        for fact in reading.facts:
            yield describe(fact, names), fact.evidence


def text(words: str | None) -> Value | None:
    """Return words of the article as a value."""
    return None if words is None else ("text", words)


def date(edtf: str | None) -> Value | None:
    """Return a date as a value."""
    return None if edtf is None else ("date", edtf)


def fields(*pairs: tuple[str, Value | None]) -> tuple[Field, ...]:
    """Keep the fields that have a value."""
    return tuple((name, value) for name, value in pairs if value is not None)


def word(group: str, key: str | None) -> Value | None:
    """Return a word of the interface as a value."""
    return None if key is None else ("word", f"{group}.{key}")


@singledispatch
def describe(fact: Fact, names: Names) -> Statement:
    """Say what a fact states, in the terms of the page."""
    raise TypeError(f"no words for {type(fact).__name__} in {names.article}")


@describe.register
def _(fact: PersonFact, names: Names) -> Statement:
    rows = fields(*_spellings(fact.name, fact.aliases), ("gender", word("gender", fact.gender)))
    return Statement("named", fields(("person", names.value(fact.name, "person"))), rows)


@describe.register
def _(fact: PartyFact, names: Names) -> Statement:
    rows = fields(*_spellings(fact.name, fact.aliases), ("abbreviation", text(fact.abbreviation)))
    return Statement("named", fields(("party", names.value(fact.name, "party"))), rows)


def _spellings(name: str, aliases: Iterable[str]) -> list[tuple[str, Value | None]]:
    return [("name", text(name)), *(("spellings", text(alias)) for alias in aliases)]


@describe.register
def _(fact: BodyFact, names: Names) -> Statement:
    body, parent, party = (
        names.find(fact.name, "body"),
        names.find(fact.parent, "body"),
        names.find(fact.party, "party"),
    )
    rows = fields(
        ("level", word("level", fact.level)),
        ("party", names.value(fact.party, "party") or MISSING),
        ("parent", names.value(fact.parent, "body", "party")),
        ("place", text(fact.place)),
        *(("spellings", text(alias)) for alias in fact.aliases),
    )
    of_party: Value = ("word", "relation.parallel_of" if fact.level == "parallel" else "relation.body_of")
    ties = names.tie(body, parent, ("word", "relation.part_of")) or names.tie(body, party, of_party)
    return Statement("body", fields(("body", names.value(fact.name, "body"))), rows, ties)


@describe.register
def _(fact: PostFact, names: Names) -> Statement:
    where = names.find(fact.body, "body") or names.find(fact.party, "party")
    line = fact.status if fact.status in ("former", "candidate") else "current"
    rows = fields(
        ("body", names.value(fact.body, "body")),
        ("party", names.value(fact.party, "party")),
        ("place", text(fact.place)),
        ("status", word("status", fact.status)),
        ("since", date(fact.since)),
        ("until", date(fact.until)),
        ("public", word("status", "public") if fact.public else None),
    )
    head = fields(("person", names.value(fact.person, "person")), ("role", text(fact.role)))
    ties = names.tie(names.find(fact.person, "person"), where, ("text", fact.role), line)
    return Statement("post", head, rows, ties)


@describe.register
def _(fact: EventFact, names: Names) -> Statement:
    event = names.find(fact.id, "event")
    owner = names.find(fact.body, "body") or names.find(fact.party, "party")
    rows = fields(
        ("event_kind", word("event_kind", fact.kind)),
        ("date", date(fact.date) or MISSING),
        ("place", text(fact.place) or MISSING),
        *(("covers", text(place)) for place in fact.covers),
        ("body", names.value(fact.body, "body")),
        ("party", names.value(fact.party, "party")),
        ("status", None if fact.status == "held" else word("event_status", fact.status)),
    )
    head: Value = ("entity", event.id) if event else ("text", fact.label)
    return Statement("event", (("event", head),), rows, names.tie(event, owner, ("word", "relation.event_of")))


@describe.register
def _(fact: ParticipationFact, names: Names) -> Statement:
    person, event = names.find(fact.person, "person"), names.find(fact.event, "event")
    capacity: Value = ("word", f"capacity.{fact.capacity}")
    head = fields(
        ("person", names.value(fact.person, "person")),
        ("group", text(fact.group)),
        ("capacity", capacity),
        ("event", names.value(fact.event, "event")),
    )
    return Statement("participation", head, (), names.tie(person, event, capacity))


@describe.register
def _(fact: FigureFact, names: Names) -> Statement:
    rows = fields(
        ("of", names.value(fact.of, "body", "party", "event", "plan")),
        ("group", text(fact.group)),
        ("phase", text(fact.phase)),
        ("exact", None if fact.exact else ("word", "exact.approximate")),
    )
    return Statement("figure", fields(("value", ("number", fact.value)), ("what", word("what", fact.what))), rows)


@describe.register
def _(fact: PlanFact, names: Names) -> Statement:
    plan, body, party = (
        names.find(fact.plan, "plan"),
        names.find(fact.adopted_by, "body"),
        names.find(fact.party, "party"),
    )
    rows = fields(
        ("party", names.value(fact.party, "party")),
        ("adopted_by", names.value(fact.adopted_by, "body") or MISSING),
        ("adopted", date(fact.adopted) or MISSING),
    )
    ties = names.tie(plan, body, ("word", "relation.adopted_by")) or names.tie(
        plan, party, ("word", "relation.plan_of")
    )
    return Statement("plan", fields(("plan", names.value(fact.plan, "plan"))), rows, ties)


@describe.register
def _(fact: StatementFact, names: Names) -> Statement:
    speaker, event = names.find(fact.speaker, "person"), names.find(fact.event, "event")
    rows = fields(("event", names.value(fact.event, "event")))
    head = fields(("speaker", names.value(fact.speaker, "person", "body", "party")), ("about", text(fact.about)))
    return Statement("statement", head, rows, names.tie(speaker, event, ("word", "relation.spoke")))


@describe.register
def _(fact: StepFact, names: Names) -> Statement:
    head: tuple[Field, ...] = (("number", ("number", fact.number)), ("step", ("text", fact.step)))
    return Statement(
        "step", head, fields(("procedure", text(fact.procedure)), ("body", names.value(fact.body, "body")))
    )


@describe.register
def _(fact: DeadlineFact, names: Names) -> Statement:
    rows = fields(
        ("who", names.value(fact.who, "body", "party", "person")),
        ("due", date(fact.due)),
        ("due_text", text(fact.due_text)),
    )
    return Statement("deadline", fields(("obligation", text(fact.what))), rows)
