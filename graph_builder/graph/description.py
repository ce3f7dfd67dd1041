"""What a dataset says of itself (DCAT, VoID): what it is about, its files, its graphs, what they hold and how much.

Nothing is said that the articles or the lexicon do not tell: no licence, no publisher, no date of making.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from importlib.resources import files

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from graph_builder.graph.iris import Ids
from graph_builder.graph.literals import integer, partial_date
from graph_builder.graph.terms import (
    DCAT,
    DCTERMS,
    EDTF,
    ONTOLOGY,
    PO,
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


def description(
    ids: Ids, dataset: NamedNode, graphs: Mapping[NamedNode, Set[Triple]], sources: Mapping[NamedNode, NamedNode]
) -> Iterator[Triple]:
    """Yield what a dataset is. ``graphs``: its named graphs but this one; ``sources``: graph -> the article of it."""
    template = files("graph_builder.graph").joinpath("description.ttl").read_bytes()
    for quad in parse(template, format=RdfFormat.TURTLE):
        yield Triple(dataset, quad.predicate, quad.object)
    yield Triple(dataset, DCTERMS.conformsTo, VERSION)
    yield Triple(dataset, VOID.uriSpace, Literal(ids.base))
    yield from _builder(ids, dataset)
    yield from _distributions(ids, dataset)
    for graph, triples in graphs.items():
        yield Triple(dataset, VOID.subset, graph)
        yield Triple(graph, RDF.type, VOID.Dataset)
        yield Triple(graph, VOID.triples, integer(len(triples)))
        if graph in sources:
            yield Triple(graph, RDF.type, PROV.Bundle)
            yield Triple(graph, DCTERMS.source, sources[graph])
    every: set[Triple] = set().union(*graphs.values())
    yield from _coverage(ids, dataset, every)
    yield from _statistics(ids, dataset, every)


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


def _coverage(ids: Ids, dataset: NamedNode, every: Iterable[Triple]) -> Iterator[Triple]:
    """Yield from when to when the dated articles were published, and in which countries the places lie."""
    days = []
    for triple in every:
        if triple.predicate == SCHEMA.datePublished and isinstance(triple.object, Literal):
            if triple.object.datatype != EDTF.EDTF:  # a day that the calendar has not, a year that is not stated
                days.append(triple.object.value)
        elif triple.predicate == PO.areaKind and triple.object == Literal("country"):
            yield Triple(dataset, DCTERMS.spatial, triple.subject)
    if days:
        first, last = min(days), max(days)
        period = ids.mint("period", first, last)
        yield Triple(dataset, DCTERMS.temporal, period)
        yield Triple(period, RDF.type, DCTERMS.PeriodOfTime)
        yield Triple(period, DCAT.startDate, partial_date(first))
        yield Triple(period, DCAT.endDate, partial_date(last))


def _statistics(ids: Ids, dataset: NamedNode, every: Set[Triple]) -> Iterator[Triple]:
    """Yield how much there is, in all, of each class and of each property, and whose vocabularies they are."""
    classes = Counter(triple.object for triple in every if triple.predicate == RDF.type)
    properties = Counter(triple.predicate for triple in every)
    yield Triple(dataset, VOID.triples, integer(len(every)))
    yield Triple(dataset, VOID.distinctSubjects, integer(len({triple.subject for triple in every})))
    for kind, number in classes.items():
        part = ids.mint("partition", dataset.value, "class", kind.value)  # type: ignore[union-attr]
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
    terms = {node.value for node in (*classes, *properties)}  # type: ignore[union-attr]
    yield Triple(dataset, VOID.vocabulary, ONTOLOGY)
    for space in VOCABULARIES.values():
        if space != f"{ONTOLOGY.value}#" and any(term.startswith(space) for term in terms):
            yield Triple(dataset, VOID.vocabulary, NamedNode(space))
