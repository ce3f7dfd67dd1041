"""JSON-LD: the whole dataset with a context of short names, for people who know JSON and not RDF."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from itertools import groupby
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Triple

from graph_builder.export.context import CONTEXT
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.graph.terms import RDF, VOCABULARIES, XSD

NATIVE: Mapping[NamedNode, Callable[[str], bool | int]] = {XSD.boolean: "true".__eq__, XSD.integer: int}
"""Datatypes that JSON has itself; the context names no type for properties that have them."""


def jsonld(quads: Iterable[Quad], base: str = DEFAULT_BASE) -> bytes:
    """Return sorted quads as JSON-LD: one object a named graph, in it one a subject, ids relative to ``base``."""
    names = _Names(base)
    graphs = [
        {"@id": names.id(graph), "@graph": names.nodes(own)}
        for graph, own in groupby(quads, key=lambda quad: quad.graph_name)
    ]
    return _document(graphs, base)


def graph_jsonld(triples: Iterable[Triple], base: str = DEFAULT_BASE) -> bytes:
    """Return sorted triples, whose terms the ontology declares, as JSON-LD: one object a subject."""
    return _document(_Names(base).nodes(triples), base)


def _document(nodes: list[dict[str, Any]], base: str) -> bytes:
    document = {"@context": {"@base": base, **CONTEXT}, "@graph": nodes}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


class _Names:
    """Short names of IRIs, as the context gives them."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.terms: dict[str, str] = {}
        self.types: dict[str, Mapping[str, str]] = {}
        for name, meaning in CONTEXT.items():
            if name not in VOCABULARIES:
                details = {"@id": meaning} if isinstance(meaning, str) else meaning
                self.terms[_expanded(details["@id"])] = name
                self.types[name] = details

    def id(self, node: Any) -> str:
        """Return the id of a thing, relative to the base if it lives there."""
        iri: str = node.value
        return iri.removeprefix(self.base)

    def term(self, node: NamedNode) -> str:
        """Return the name of a property or class; where the context has none, by its prefix."""
        return self.terms.get(node.value) or _compact(node.value)

    def nodes(self, statements: Iterable[Quad | Triple]) -> list[dict[str, Any]]:
        """Return sorted statements as one object a subject."""
        return [self.node(list(about)) for _, about in groupby(statements, key=lambda each: each.subject)]

    def node(self, about: list[Quad | Triple]) -> dict[str, Any]:
        """Return one subject with all that is said of it."""
        found: dict[str, Any] = {"@id": self.id(about[0].subject)}
        for predicate, statements in groupby(about, key=lambda quad: quad.predicate):
            if predicate == RDF.type:
                name, values = "@type", [self.term(quad.object) for quad in statements]  # type: ignore[arg-type]
            else:
                name = self.term(predicate)
                values = [self.value(quad.object, self.types.get(name, {})) for quad in statements]
            found[name] = values[0] if len(values) == 1 else values
        return found

    def value(self, term: Any, details: Mapping[str, str]) -> Any:
        """Return an object as the context lets it be written: bare where the context says what it is."""
        if not isinstance(term, Literal):
            return self.id(term) if details.get("@type") == "@id" else {"@id": self.id(term)}
        datatype = term.datatype
        if term.language:
            bare = term.language == details.get("@language")
            return term.value if bare else {"@value": term.value, "@language": term.language}
        if datatype in NATIVE and not details.keys() - {"@id"}:
            return NATIVE[datatype](term.value)
        if datatype.value.endswith("#string"):
            return {"@value": term.value} if details.keys() - {"@id"} else term.value
        declared = details.get("@type", "")
        if ":" in declared and _expanded(declared) == datatype.value:
            return term.value
        return {"@value": term.value, "@type": _compact(datatype.value)}


def _expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    return VOCABULARIES[prefix] + local


def _compact(iri: str) -> str:
    prefix, namespace = next((p, n) for p, n in VOCABULARIES.items() if iri.startswith(n))
    return f"{prefix}:{iri[len(namespace) :]}"
