"""What the endpoint says of itself (SPARQL 1.1 Service Description)."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Triple, serialize

from graph_builder.graph.terms import DCTERMS, RDF, VOCABULARIES
from graph_builder.server.formats import GRAPHS, TABLES

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle",
    "ntriples": "N-Triples",
    "rdfxml": "RDF_XML",
    "jsonld": "JSON-LD",
    "trig": "TriG",
    "nquads": "N-Quads",
}


def description(endpoint: str, void: str, form: str) -> bytes:
    """Return what describes the service at one address, whose dataset is described at another, as RDF."""
    prefixes = {"dcterms": VOCABULARIES["dcterms"], "formats": _FORMATS, "sd": _SD, "void": VOCABULARIES["void"]}
    return serialize(_triples(NamedNode(endpoint), NamedNode(void)), format=GRAPHS[form], prefixes=prefixes) or b""


def _triples(endpoint: NamedNode, void: NamedNode) -> Iterator[Triple]:
    service, dataset, default = BlankNode("service"), BlankNode("dataset"), BlankNode("default")
    yield Triple(service, RDF.type, _sd("Service"))
    yield Triple(service, _sd("endpoint"), endpoint)
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    for form in (*TABLES, *GRAPHS):
        yield Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + _RESULTS[form]))
    yield Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(dataset, RDF.type, _sd("Dataset"))
    yield Triple(dataset, _sd("defaultGraph"), default)
    yield Triple(default, RDF.type, _sd("Graph"))
    yield Triple(default, DCTERMS.description, Literal("Every statement of every named graph, once.", language="en"))
    yield Triple(dataset, NamedNode(VOCABULARIES["void"] + "inDataset"), void)


def _sd(term: str) -> NamedNode:
    return NamedNode(_SD + term)
