"""What a dataset says of itself (DCAT, VoID): what it is about, its files, its graphs, what they hold and how much.

Nothing is said that the articles or the lexicon do not tell: no licence, no publisher, no date of making.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from graph_builder.graph.iris import Ids
from graph_builder.graph.lines import CLASS
from graph_builder.graph.literals import integer, partial_date
from graph_builder.graph.tally import Tally
from graph_builder.graph.terms import (
    DCAT,
    DCTERMS,
    ONTOLOGY,
    PROV,
    RDF,
    SCHEMA,
    SKOS,
    VERSION,
    VOCABULARIES,
    VOID,
)
from graph_builder.version import __version__

TABLES = (
    "articles", "deadlines", "events", "figures", "participations", "parties", "people", "plans", "posts", "statements",
    "steps", "tenures", "units",
)  # fmt: skip
FILES: Mapping[str, str | None] = {
    "graph.ttl": "text/turtle",
    "graph.trig": "application/trig",
    "facts.jsonl": None,
    **{f"tables/{table}.csv": "text/csv" for table in TABLES},
    "tables/csv-metadata.json": "application/csvm+json",
}
"""The files of a build that hold the graph or a part of it, and their types in IANA's registry, where they have one."""
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


class Size(NamedTuple):
    """A named graph, and how many statements it has; nodes in their brackets."""

    graph: str
    statements: int
    article: str | None = None
    """The article whose graph it is."""


def description(ids: Ids, dataset: NamedNode, graphs: Iterable[Size], tally: Tally) -> Iterator[Triple]:
    """Yield what a dataset is. ``graphs``: its named graphs but this one; ``tally``: counts of all their statements."""
    template = files("graph_builder.graph").joinpath("description.ttl").read_bytes()
    for quad in parse(template, format=RdfFormat.TURTLE):
        yield Triple(dataset, quad.predicate, quad.object)
    yield Triple(dataset, DCTERMS.conformsTo, VERSION)
    yield Triple(dataset, VOID.uriSpace, Literal(ids.base))
    yield from _builder(ids, dataset)
    yield from _distributions(ids, dataset)
    for size in graphs:
        graph = _node(size.graph)
        yield Triple(dataset, VOID.subset, graph)
        yield Triple(graph, RDF.type, VOID.Dataset)
        yield Triple(graph, VOID.triples, integer(size.statements))
        if size.article:
            yield Triple(graph, RDF.type, PROV.Bundle)
            yield Triple(graph, DCTERMS.source, _node(size.article))
    yield from _coverage(ids, dataset, tally)
    yield from _statistics(ids, dataset, tally)


def _node(brackets: str) -> NamedNode:
    return NamedNode(brackets[1:-1])


def _builder(ids: Ids, dataset: NamedNode) -> Iterator[Triple]:
    program = ids.named("extractor", "graph-builder")
    yield Triple(dataset, PROV.wasAttributedTo, program)
    yield Triple(program, RDF.type, PROV.SoftwareAgent)
    yield Triple(program, SKOS.prefLabel, Literal("graph-builder"))
    yield Triple(program, SCHEMA.softwareVersion, Literal(__version__))


def _distributions(ids: Ids, dataset: NamedNode) -> Iterator[Triple]:
    for name, media_type in FILES.items():
        file = ids.mint("distribution", dataset.value, name)
        yield Triple(dataset, DCAT.distribution, file)
        yield Triple(file, RDF.type, DCAT.Distribution)
        yield Triple(file, DCTERMS.identifier, Literal(name))
        if media_type:
            yield Triple(file, DCAT.mediaType, NamedNode(MEDIA_TYPES + media_type))


def _coverage(ids: Ids, dataset: NamedNode, tally: Tally) -> Iterator[Triple]:
    """Yield from when to when the dated articles were published, and in which countries the places lie."""
    for country in tally.countries:
        yield Triple(dataset, DCTERMS.spatial, _node(country))
    if tally.days:
        first, last = min(tally.days), max(tally.days)
        period = ids.mint("period", first, last)
        yield Triple(dataset, DCTERMS.temporal, period)
        yield Triple(period, RDF.type, DCTERMS.PeriodOfTime)
        yield Triple(period, DCAT.startDate, partial_date(first))
        yield Triple(period, DCAT.endDate, partial_date(last))


def _statistics(ids: Ids, dataset: NamedNode, tally: Tally) -> Iterator[Triple]:
    """Yield how much there is, in all, of each class and of each property, and whose vocabularies they are."""
    classes = {_node(name): number for name, number in tally.classes.items()}
    properties = {RDF.type if p == CLASS else _node(p): number for p, number in tally.properties.items()}
    yield Triple(dataset, VOID.triples, integer(tally.statements))
    yield Triple(dataset, VOID.distinctSubjects, integer(tally.subjects))
    for kind, number in classes.items():
        part = ids.mint("partition", dataset.value, "class", kind.value)
        yield Triple(dataset, VOID.classPartition, part)
        yield Triple(part, RDF.type, VOID.Dataset)
        yield Triple(part, VOID.class_, kind)
        yield Triple(part, VOID.entities, integer(number))
    for predicate, number in properties.items():
        part = ids.mint("partition", dataset.value, "property", predicate.value)
        yield Triple(dataset, VOID.propertyPartition, part)
        yield Triple(part, RDF.type, VOID.Dataset)
        yield Triple(part, VOID.property, predicate)
        yield Triple(part, VOID.triples, integer(number))
    terms = {node.value for node in (*classes, *properties)}
    yield Triple(dataset, VOID.vocabulary, ONTOLOGY)
    for space in VOCABULARIES.values():
        if space != f"{ONTOLOGY.value}#" and any(term.startswith(space) for term in terms):
            yield Triple(dataset, VOID.vocabulary, NamedNode(space))
