"""The whole world as sorted quads: a graph for each article, one of entities, one of the lexicon, one description.

    claims/...          what one article claims, nothing else: drop it and the article is retracted
    graph/entities      the things that the articles' names denote, and why those names are judged to denote them
    graph/reference     what the lexicon knows of the roles, parties and places that occur, and what concepts are called
    graph/derived       what follows from claims and no article says: who followed whom in a seat for one
    graph/description   what this dataset is, and what the other graphs hold

No node is blank and nothing depends on the order of articles or on the clock: the same articles give the same quads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, Triple

from graph_builder.graph import claims, provenance, reference, things
from graph_builder.graph.derived import successions
from graph_builder.graph.description import description
from graph_builder.graph.iris import DEFAULT_BASE, Ids
from graph_builder.graph.source import Source
from graph_builder.graph.terms import OA, RDF
from graph_builder.lexicon.loader import addition
from graph_builder.model import (
    BodyFact,
    Claim,
    DeadlineFact,
    EventFact,
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

__all__ = ["DEFAULT_BASE", "merged", "quads"]

WRITERS: Mapping[type[Fact], Callable[[Source, Any], Iterator[Triple]]] = {
    PersonFact: things.person,
    PartyFact: things.party,
    BodyFact: things.body,
    EventFact: things.event,
    PlanFact: things.plan,
    PostFact: claims.membership,
    ParticipationFact: claims.participation,
    FigureFact: claims.figure,
    StatementFact: claims.statement,
    DeadlineFact: claims.deadline,
}
"""How each kind of fact becomes triples; steps, which follow one another, are written together."""
EVIDENCE_CLASSES = frozenset((OA.Annotation, OA.SpecificResource, OA.TextQuoteSelector, OA.TextPositionSelector))


def quads(world: World, base: str = DEFAULT_BASE) -> list[Quad]:
    """Return the world as quads, sorted; ``base`` is where the ids of this build live."""
    ids = Ids(base)
    graphs: dict[NamedNode, set[Triple]] = {}
    articles: dict[NamedNode, NamedNode] = {}
    names: dict[str, list[Claim]] = {}
    for claim in world.of:
        names.setdefault(claim.article, []).append(claim)
    for reading in world.readings:
        source = Source(world, reading.article, ids)
        graphs[source.graph] = set(_article(source, reading.facts, names.get(reading.article.id, [])))
        articles[source.graph] = source.node
    graphs[ids.named("graph", "entities")] = set(_entities(world, ids))
    if derived := set(successions(world, ids)):
        graphs[ids.named("graph", "derived")] = derived
    known = set(_reference(world))
    values = {triple.object for triples in (known, *graphs.values()) for triple in triples}
    graphs[ids.named("graph", "reference")] = known | set(reference.concepts(values))
    added = addition()
    lexicon = [added.digest] if added else []
    dataset = ids.mint("dataset", *sorted((r.article.id, r.article.digest) for r in world.readings), *lexicon)
    described = set(description(ids, dataset, graphs, articles))
    described.update(triple for digest in lexicon for triple in provenance.added_lexicon(ids, dataset, digest))
    graphs[ids.named("graph", "description")] = described
    return sorted(
        (Quad(t.subject, t.predicate, t.object, graph) for graph, triples in graphs.items() for t in triples),
        key=_order,
    )


def merged(dataset: Iterable[Quad]) -> list[Quad]:
    """Return the dataset as one graph, sorted: every claim with its article, quote, rule and confidence.

    Left out are the graph names and the Web Annotations, which give the same quotes with their positions.
    """
    every = list(dataset)
    annotations = {quad.subject for quad in every if quad.predicate == RDF.type and quad.object in EVIDENCE_CLASSES}
    kept = {Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in every if q.subject not in annotations}
    return sorted(kept, key=_order)


def _order(quad: Quad) -> tuple[str, str, bool, str, str]:
    """Sort by graph, subject, predicate (the class first), object."""
    return (
        str(quad.graph_name),
        str(quad.subject),
        quad.predicate != RDF.type,
        str(quad.predicate),
        str(quad.object),
    )


def _article(source: Source, facts: tuple[Fact, ...], names: Iterable[Claim]) -> Iterator[Triple]:
    yield from source.description()
    yield from provenance.mentions(source, names, facts)
    for fact in facts:
        if not isinstance(fact, StepFact):
            yield from WRITERS[type(fact)](source, fact)
    yield from claims.steps(source, [fact for fact in facts if isinstance(fact, StepFact)])


def _entities(world: World, ids: Ids) -> Iterator[Triple]:
    digests = {reading.article.id: reading.article.digest for reading in world.readings}
    genders: dict[str, set[str]] = {}
    for reading in world.readings:
        for fact in reading.facts:
            if isinstance(fact, PersonFact) and fact.gender:
                thing = world.of[Claim("person", reading.article.id, fact.name)]
                genders.setdefault(thing.id, set()).add(fact.gender)
    for thing in world.entities:
        yield from provenance.entity(ids, thing, digests, genders.get(thing.id, ()))


def _reference(world: World) -> Iterator[Triple]:
    facts = (fact for reading in world.readings for fact in reading.facts)
    return reference.used(
        (fact.role_key for fact in facts if isinstance(fact, PostFact) and fact.role_key is not None),
        (thing.key for thing in world.entities if thing.kind == "party" and thing.key is not None),
        (thing.key for thing in world.entities if thing.kind == "place" and thing.key is not None),
    )
