"""What one article claims about posts, participations, figures, statements, steps and deadlines, as triples."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pyoxigraph import NamedNode, Triple

from graph_builder.graph.iris import Ids, listed
from graph_builder.graph.literals import boolean, integer, partial_date, text
from graph_builder.graph.source import Source
from graph_builder.graph.terms import (
    CAPACITY,
    ORG,
    PO,
    PPLAN,
    QUANTITY,
    RDF,
    SCHEMA,
    SKOS,
    STATUS,
    TIME,
    XSD,
)
from graph_builder.model import (
    DeadlineFact,
    EntityKind,
    FigureFact,
    ParticipationFact,
    PostFact,
    StatementFact,
    StepFact,
)

SUBJECTS: tuple[EntityKind, ...] = ("body", "party", "event", "person", "plan", "place")
"""Kinds of things that a figure can be of, the likeliest first."""
INSTANTS = {XSD.date: TIME.inXSDDate, XSD.gYearMonth: TIME.inXSDgYearMonth, XSD.gYear: TIME.inXSDgYear}


def membership(source: Source, fact: PostFact) -> Iterator[Triple]:
    """Yield that a person holds, won, left or seeks a role.

    A public office is held for a party, not in it: without a body it is in no organization that the article names.
    """
    node = source.fact("membership", fact)
    person = source.entity("person", fact.person)
    party, place = source.entity("party", fact.party), source.entity("place", fact.place)
    body = source.entity("body", fact.body)
    organization = body or (None if fact.public else party)
    role, about_role = _role(source.ids, fact)
    yield from about_role
    yield Triple(node, RDF.type, ORG.Membership)
    yield from _links(node, {ORG.member: person, ORG.organization: organization, PO.party: party, PO.place: place})
    yield Triple(node, ORG.role, role)
    yield Triple(node, PO.roleName, text(fact.role))
    yield Triple(node, PO.status, STATUS[fact.status])
    yield Triple(node, PO.public, boolean(fact.public))
    where = None if body else place  # a body has its own place; a post of the party, or of the state, is told by it
    if organization or (fact.public and where):
        post = source.ids.mint("post", role.value, organization and organization.value, where and where.value)
        yield Triple(node, PO.post, post)
        yield Triple(post, RDF.type, ORG.Post)
        yield from _links(post, {ORG.role: role, ORG.postIn: organization, PO.place: where})
    yield from _tenure(source, node, fact)
    if source.article.published:
        yield Triple(node, PO.attestedOn, partial_date(source.article.published))
    yield from source.claim(node, fact.evidence)


def participation(source: Source, fact: ParticipationFact) -> Iterator[Triple]:
    """Yield that a person or a group took part in an event."""
    node = source.fact("participation", fact)
    yield Triple(node, RDF.type, PO.Participation)
    yield from _links(node, {PO.event: source.entity("event", fact.event)})
    yield Triple(node, PO.capacity, CAPACITY[fact.capacity])
    if fact.person is not None:
        yield from _links(node, {PO.participant: source.entity("person", fact.person)})
    elif fact.group is not None:
        group, about = source.agent(fact.group)
        yield from about
        yield Triple(node, PO.participant, group)
    yield from source.claim(node, fact.evidence)


def figure(source: Source, fact: FigureFact) -> Iterator[Triple]:
    """Yield a number that the article states."""
    node = source.fact("figure", fact)
    yield Triple(node, RDF.type, PO.Figure)
    yield Triple(node, SCHEMA.value, integer(fact.value))
    yield Triple(node, PO.quantity, QUANTITY[fact.what])
    yield Triple(node, PO.exact, boolean(fact.exact))
    if fact.of is not None:
        yield from _links(node, {SCHEMA.observationAbout: source.find(SUBJECTS, fact.of)})
    yield from _texts(node, {PO.subjectName: fact.of, PO.subgroup: fact.group, PO.phase: fact.phase})
    yield from source.claim(node, fact.evidence)


def statement(source: Source, fact: StatementFact) -> Iterator[Triple]:
    """Yield that somebody spoke about something."""
    node = source.fact("statement", fact)
    speaker, about = source.agent(fact.speaker)
    yield from about
    yield Triple(node, RDF.type, PO.Statement)
    yield from _links(node, {PO.speaker: speaker, PO.event: source.entity("event", fact.event)})
    yield Triple(node, PO.topic, text(fact.about))
    yield from source.claim(node, fact.evidence)


def deadline(source: Source, fact: DeadlineFact) -> Iterator[Triple]:
    """Yield what somebody owes by when."""
    node = source.fact("obligation", fact)
    yield Triple(node, RDF.type, PO.Obligation)
    yield from _texts(node, {PO.task: fact.what, PO.dueText: fact.due_text})
    yield Triple(node, PO.due, partial_date(fact.due))
    if fact.who is not None:
        obliged, about = source.agent(fact.who)
        yield from about
        yield Triple(node, PO.obliged, obliged)
    yield from source.claim(node, fact.evidence)


def steps(source: Source, facts: list[StepFact]) -> Iterator[Triple]:
    """Yield the steps of all procedures that the article describes, each after the one before it."""
    procedures: dict[tuple[str, str | None], list[StepFact]] = {}
    for fact in facts:
        procedures.setdefault((fact.procedure, fact.body), []).append(fact)
    for (name, body), own in procedures.items():
        procedure = source.ids.of_article("procedure", source.article, name, body)
        yield Triple(procedure, RDF.type, PO.Procedure)
        yield Triple(procedure, SKOS.prefLabel, text(name))
        yield from _links(procedure, {PO.body: source.entity("body", body)})
        ordered = sorted(own, key=lambda fact: (fact.number, fact.evidence, fact.step))
        for fact in ordered:
            node = source.fact("step", fact)
            yield Triple(node, RDF.type, PO.Step)
            yield Triple(node, PPLAN.isStepOfPlan, procedure)
            yield Triple(node, SCHEMA.position, integer(fact.number))
            yield Triple(node, SCHEMA.text, text(fact.step))
            yield from source.claim(node, fact.evidence)
        for before, after in pairwise(ordered):
            if before.number < after.number:
                yield Triple(source.fact("step", after), PPLAN.isPrecededBy, source.fact("step", before))


def _role(ids: Ids, fact: PostFact) -> tuple[NamedNode, list[Triple]]:
    """Return the lexicon's role, else a role of that very phrase, with what is said of it."""
    if fact.role_key is not None:
        return listed("role", fact.role_key), []
    role = ids.mint("role", fact.role)
    return role, [Triple(role, RDF.type, ORG.Role), Triple(role, SKOS.prefLabel, text(fact.role))]


def _tenure(source: Source, node: NamedNode, fact: PostFact) -> Iterator[Triple]:
    """Yield since and until when: as dates, and as the interval that the Organization Ontology asks for."""
    ends = ((fact.since, SCHEMA.startDate, TIME.hasBeginning), (fact.until, SCHEMA.endDate, TIME.hasEnd))
    interval = source.ids.mint("interval", fact.since, fact.until)
    for edtf, on_membership, on_interval in ends:
        if edtf is None:
            continue
        date = partial_date(edtf)
        yield Triple(node, on_membership, date)
        if date.datatype in INSTANTS:
            instant = source.ids.named("instant", edtf)
            yield Triple(node, ORG.memberDuring, interval)
            yield Triple(interval, RDF.type, TIME.ProperInterval)
            yield Triple(interval, on_interval, instant)
            yield Triple(instant, RDF.type, TIME.Instant)
            yield Triple(instant, INSTANTS[date.datatype], date)


def _links(node: NamedNode, objects: dict[NamedNode, NamedNode | None]) -> Iterator[Triple]:
    return (Triple(node, predicate, target) for predicate, target in objects.items() if target is not None)


def _texts(node: NamedNode, words: dict[NamedNode, str | None]) -> Iterator[Triple]:
    return (Triple(node, predicate, text(said)) for predicate, said in words.items() if said)
