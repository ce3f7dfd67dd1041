"""What follows from claims and no article says: that a term of office ended, from another's election to the seat."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from graph_builder.chronology import tenures
from graph_builder.graph.iris import Ids
from graph_builder.graph.literals import partial_date
from graph_builder.graph.source import Source
from graph_builder.graph.terms import PO, PROV, RDF, SCHEMA
from graph_builder.model import PostFact, World


def successions(world: World, ids: Ids) -> Iterator[Triple]:
    """Yield who followed whom in seats for one, and by which claims: what ``tenures.csv`` calls derived."""
    sources = {reading.article.id: Source(world, reading.article, ids) for reading in world.readings}

    def claim(fact: PostFact) -> NamedNode:
        return sources[fact.evidence.article].fact("membership", fact)

    for term in tenures(world):
        if term.succession is None:
            continue
        claims = sorted({claim(said.fact).value for said in term.said} | {claim(term.succession.fact).value})
        node = ids.mint("succession", *claims)
        yield Triple(node, RDF.type, PO.Succession)
        yield Triple(node, PO.predecessor, ids.entity(term.person))
        yield Triple(node, PO.successor, ids.entity(term.succession.by))
        yield Triple(node, SCHEMA.endDate, partial_date(term.succession.days.shown))
        for each in claims:
            yield Triple(node, PROV.wasDerivedFrom, NamedNode(each))
