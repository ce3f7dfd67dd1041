"""Every name by which a fact speaks of a thing: the one list of the fields that need an entity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from graph_builder.model import (
    BodyFact,
    Claim,
    DeadlineFact,
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
)

Grade = Literal["firm", "spelling", "loose"]
Table = Mapping[tuple[EntityKind, Grade], tuple[Claim, ...]]


class Named(NamedTuple):
    """A name that a fact uses, and for what kind of thing.

    ``firm``: the field holds such a thing, so the name always gets an entity. ``spelling``: another spelling of it.
    ``loose``: words that may name a thing of another fact of the article (whose figure, who owes) or a mere group;
    they get an entity only where they do.
    """

    kind: EntityKind
    name: str
    grade: Grade = "firm"


def named(fact: Fact) -> Iterator[Named]:
    """Yield the names that a fact uses."""
    match fact:
        case PersonFact():
            yield Named("person", fact.name)
            yield from (Named("person", alias, "spelling") for alias in fact.aliases)
        case PartyFact():
            yield Named("party", fact.name)
            yield from (Named("party", alias, "spelling") for alias in fact.aliases)
        case BodyFact():
            yield from _firm(body=fact.name, party=fact.party, place=fact.place)
            yield from _firm(body=fact.parent)
            yield from (Named("body", alias, "spelling") for alias in fact.aliases)
        case PostFact():
            yield from _firm(person=fact.person, body=fact.body, party=fact.party, place=fact.place)
        case EventFact():
            yield from _firm(event=fact.id, body=fact.body, party=fact.party, place=fact.place)
            yield from (Named("place", place) for place in fact.covers)
        case PlanFact():
            yield from _firm(plan=fact.plan, party=fact.party, body=fact.adopted_by)
        case _:
            yield from _of_the_rest(fact)


def _of_the_rest(fact: Fact) -> Iterator[Named]:
    """Facts that tell of things which other facts introduce."""
    match fact:
        case ParticipationFact():
            yield from _firm(event=fact.event, person=fact.person)
        case StatementFact():
            yield from _firm(event=fact.event)
            yield from _loose(fact.speaker)
        case StepFact():
            yield from _firm(body=fact.body)
        case FigureFact(of=str(name)) | DeadlineFact(who=str(name)):
            yield from _loose(name)


def _firm(**names: str | None) -> Iterator[Named]:
    for kind, name in names.items():
        if name is not None:
            yield Named(kind, name)  # type: ignore[arg-type]


def _loose(name: str) -> Iterator[Named]:
    yield Named("person", name, "loose")
    yield Named("body", name, "loose")
    yield Named("party", name, "loose")


def table(reading: Reading) -> Table:
    """Return the claims of a reading by kind and grade, each once, in the order of the text."""
    found: dict[tuple[EntityKind, Grade], dict[Claim, None]] = {}
    for use in dict.fromkeys(use for fact in reading.facts for use in named(fact)):
        found.setdefault((use.kind, use.grade), {})[Claim(use.kind, reading.article.id, use.name)] = None
    return {use: tuple(claims) for use, claims in found.items()}
