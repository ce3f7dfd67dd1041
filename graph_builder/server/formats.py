"""The forms of answers: of a table or a yes or no (SPARQL's results formats), and of a graph (RDF)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pyoxigraph import QueryResultsFormat, RdfFormat

from graph_builder.server.accept import best

TABLES: Mapping[str, QueryResultsFormat] = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
GRAPHS: Mapping[str, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "rdfxml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
}
ENDINGS: Mapping[str, str] = {"ttl": "turtle", "nt": "ntriples", "rdf": "rdfxml", "jsonld": "jsonld"}
"""Endings of the addresses at which a thing is described, and the form of each."""
TABLE_TYPES: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
}
GRAPH_TYPES: Mapping[str, str] = {
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/rdf+xml": "rdfxml",
    "application/ld+json": "jsonld",
    "application/trig": "trig",
    "application/n-quads": "nquads",
    "application/json": "jsonld",
    "application/x-turtle": "turtle",
    "application/xml": "rdfxml",
    "text/xml": "rdfxml",
    "text/plain": "ntriples",
}
"""Media types by which a form may be asked for, the one of its standard first; it is answered as it was asked for."""
HTML = "text/html"
_WITH_CHARSET = frozenset(("text/csv", "text/tab-separated-values", "text/turtle", "text/plain", "text/xml", HTML))


class Choice(NamedTuple):
    """A form by its name, and the media type under which it is answered."""

    form: str
    media: str


def choose(accept: str, types: Mapping[str, str], named: str = "") -> Choice | None:
    """Return the form that a client likes best, or the one it named; ``None`` if there is none that it takes.

    A name that is none of these forms is passed over: clients send names of their own beside the Accept header.
    """
    standing = {types[media]: media for media in reversed(list(types))}
    media = standing.get(ENDINGS.get(named, named)) or best(accept, types)
    return Choice(types[media], media) if media else None


def content_type(media: str) -> str:
    """Return a media type as a header gives it: the text formats with their encoding."""
    return f"{media}; charset=utf-8" if media in _WITH_CHARSET else media
