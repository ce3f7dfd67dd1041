"""What one article says of people, parties, bodies, events and plans: each statement on the thing itself, in its graph.

Two articles that disagree give two values, each in the graph of its article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Triple

from graph_builder.graph.literals import partial_date, text
from graph_builder.graph.source import Source
from graph_builder.graph.terms import EVENTSTATUS, LEVEL, ORG, PO, RDF, SCHEMA
from graph_builder.model import BodyFact, EventFact, EventKind, PartyFact, PersonFact, PlanFact

EVENT_CLASSES: Mapping[EventKind, NamedNode] = {
    "congress": PO.Congress,
    "general_assembly": PO.GeneralAssembly,
    "meeting": PO.Meeting,
    "training": PO.Training,
    "election": PO.Election,
    "rally": PO.Rally,
    "conference": PO.Conference,
    "campaign": PO.Campaign,
    "other": PO.Event,
}


def person(source: Source, fact: PersonFact) -> Iterator[Triple]:
    """Yield a person's gender, if the article's grammar shows it."""
    if fact.gender:
        yield from _about(source.entity("person", fact.name), {PO.grammaticalGender: Literal(fact.gender)})


def party(source: Source, fact: PartyFact) -> Iterator[Triple]:
    """Yield the abbreviation that the article uses for a party."""
    if fact.abbreviation:
        yield from _about(source.entity("party", fact.name), {PO.abbreviation: text(fact.abbreviation)})


def body(source: Source, fact: BodyFact) -> Iterator[Triple]:
    """Yield what sort of body it is, of which party and body, at which level, for which place."""
    node, its_party = source.entity("body", fact.name), source.entity("party", fact.party)
    parent = source.entity("body", fact.parent)
    kind, tie = PO.Organ, ORG.unitOf
    if fact.level == "parallel":
        kind, tie = PO.ParallelOrganization, PO.affiliatedWith
    elif fact.level == "other" and its_party is None:
        kind = ORG.Organization
    about = {RDF.type: kind, PO.level: LEVEL[fact.level], tie: its_party, PO.place: source.entity("place", fact.place)}
    yield from _about(node, about)
    if parent != node:
        yield from _about(node, {ORG.subOrganizationOf: parent})


def event(source: Source, fact: EventFact) -> Iterator[Triple]:
    """Yield what sort of event it is, when and where it is held and for whom."""
    node = source.entity("event", fact.id)
    about = {
        RDF.type: EVENT_CLASSES[fact.kind],
        PO.eventStatus: EVENTSTATUS[fact.status],
        SCHEMA.location: source.entity("place", fact.place),
        PO.party: source.entity("party", fact.party),
        PO.body: source.entity("body", fact.body),
    }
    yield from _about(node, about)
    for place in fact.covers:
        yield from _about(node, {PO.covers: source.entity("place", place)})
    if fact.date is not None:
        start, _, end = fact.date.partition("/")
        yield from _about(node, {SCHEMA.startDate: partial_date(start)})
        if end:
            yield from _about(node, {SCHEMA.endDate: partial_date(end)})


def plan(source: Source, fact: PlanFact) -> Iterator[Triple]:
    """Yield whose plan it is, and which body adopted it when."""
    about = {
        PO.party: source.entity("party", fact.party),
        PO.adoptedBy: source.entity("body", fact.adopted_by),
        PO.adoptedOn: None if fact.adopted is None else partial_date(fact.adopted),
    }
    yield from _about(source.entity("plan", fact.plan), about)


def _about(node: NamedNode | None, about: Mapping[NamedNode, NamedNode | Literal | None]) -> Iterator[Triple]:
    """Yield the statements that have a value; the node is one that every fact names."""
    if node is not None:
        for predicate, value in about.items():
            if value is not None:
                yield Triple(node, predicate, value)
