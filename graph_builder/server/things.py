"""What the graph says of one thing: as statements, and as a page shows it, with the claims about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.graph.terms import DCTERMS, PO, PROV, RDF, SCHEMA, SKOS
from graph_builder.query.store import base_of
from graph_builder.server.refusal import Refused

MOST = 200
"""Claims, values or links that a page shows of a kind."""
_MERGED = DefaultGraph()
_EVIDENCE = (PO.quote, PO.rule, PO.confidence, PROV.hadPrimarySource, RDF.type)
Subject: TypeAlias = NamedNode | BlankNode | Triple
Value: TypeAlias = dict[str, Any]
"""As a page reads it: ``iri`` with ``labels`` by language, or ``text`` with ``language``."""


def node(store: Store, kind: str, name: str) -> NamedNode:
    """Return the thing at a path ``kind/name`` of this build's ids, or of those that every build shares.

    Raises:
        Refused: the graph says nothing of it.
    """
    for base in dict.fromkeys((base_of(store), DEFAULT_BASE)):
        found = NamedNode(f"{base}{kind}/{name}")
        if any(islice(statements(store, found), 1)):
            return found
    raise Refused(404, f"The graph has nothing called {kind}/{name}", "Look for its name on the page of questions.")


def statements(store: Store, thing: NamedNode) -> Iterator[Triple]:
    """Yield what is said of a thing, the claims about it, what else links to it, and the names of all these."""
    named: set[NamedNode] = {thing}
    for quad in _around(store, thing):
        yield quad.triple
        for end in (quad.subject, quad.object):
            if isinstance(end, NamedNode) and end not in named:
                named.add(end)
                yield from (label.triple for label in store.quads_for_pattern(end, SKOS.prefLabel, None, _MERGED))


def _around(store: Store, thing: NamedNode) -> Iterator[Quad]:
    """Yield what is said of a thing, and what links to it; of the first claims all that they say."""
    yield from store.quads_for_pattern(thing, None, None, _MERGED)
    claims = 0
    for link in store.quads_for_pattern(None, None, thing, _MERGED):
        if claims < MOST and _is_claim(store, link.subject):
            claims += 1
            yield from store.quads_for_pattern(link.subject, None, None, _MERGED)
        else:
            yield link


def shown(store: Store, thing: NamedNode) -> dict[str, Any]:
    """Return what the page of a thing shows."""
    said = list(store.quads_for_pattern(thing, None, None, _MERGED))
    linking = [quad for quad in store.quads_for_pattern(None, None, thing, _MERGED) if quad.subject != thing]
    tellers = {quad.subject for quad in linking if _is_claim(store, quad.subject)}
    claims = sorted({thing, *tellers} if _is_claim(store, thing) else tellers, key=str)
    others = ((quad.predicate, quad.subject) for quad in linking if quad.subject not in tellers)
    return {
        "iri": thing.value,
        "labels": _labels(store, thing),
        "types": sorted(_texts(said, RDF.type)),
        "says": _grouped(store, ((quad.predicate, quad.object) for quad in said if quad.predicate not in _EVIDENCE)),
        "claims": sorted((_claim(store, claim, thing) for claim in claims[:MOST]), key=_order),
        "more_claims": max(0, len(claims) - MOST),
        "links": _grouped(store, others),
    }


def _order(claim: dict[str, Any]) -> tuple[bool, str, str]:
    """Sort by date; at the end what only says how the thing is written."""
    return PO.Mention.value in claim["types"], claim["date"], claim["iri"]


def _is_claim(store: Store, subject: Subject) -> bool:
    return any(islice(store.quads_for_pattern(subject, PO.quote, None, _MERGED), 1))


def _claim(store: Store, claim: Subject, thing: NamedNode) -> dict[str, Any]:
    """Return a claim with its sentence, its article and what it says beside the thing itself."""
    said = list(store.quads_for_pattern(claim, None, None, _MERGED))
    article = next((quad.object for quad in said if quad.predicate == PROV.hadPrimarySource), claim)
    beside = (quad for quad in said if quad.predicate not in _EVIDENCE and thing not in (quad.object, quad.subject))
    return {
        "iri": str(claim).strip("<>"),
        "types": sorted(_texts(said, RDF.type)),
        "quotes": sorted(_texts(said, PO.quote)),
        "rule": " ".join(sorted(_texts(said, PO.rule))),
        "confidence": " ".join(sorted(_texts(said, PO.confidence))),
        "article": _value(store, article),
        "date": "".join(_texts(store.quads_for_pattern(article, SCHEMA.datePublished, None, _MERGED))),  # type: ignore[arg-type]
        "says": _grouped(store, ((quad.predicate, quad.object) for quad in beside)),
    }


def _texts(quads: Iterable[Quad], predicate: NamedNode | None = None) -> Iterator[str]:
    for quad in quads:
        if predicate in (None, quad.predicate) and isinstance(quad.object, NamedNode | Literal):
            yield quad.object.value


def _grouped(store: Store, pairs: Iterable[tuple[NamedNode, Any]]) -> list[dict[str, Any]]:
    """Return predicate -> values, at most ``MOST`` of each, sorted; with the number of values that there are."""
    groups: dict[str, set[Any]] = {}
    for predicate, value in pairs:
        groups.setdefault(predicate.value, set()).add(value)
    return [
        {
            "predicate": predicate,
            "values": [_value(store, value) for value in sorted(values, key=str)[:MOST]],
            "all": len(values),
        }
        for predicate, values in sorted(groups.items())
    ]


def _value(store: Store, value: Any) -> Value:
    if isinstance(value, NamedNode):
        return {"iri": value.value, "labels": _labels(store, value)}
    if isinstance(value, Literal):
        return {"text": value.value, "language": value.language or ""}
    return {"text": str(value), "language": ""}


def _labels(store: Store, thing: NamedNode) -> dict[str, str]:
    """Return the names of a thing by language: its label, else an article's title, else nothing."""
    for predicate in (SKOS.prefLabel, DCTERMS.title, PO.spelling):
        found = [quad.object for quad in store.quads_for_pattern(thing, predicate, None, _MERGED)]
        if found:
            return {word.language or "": word.value for word in found if isinstance(word, Literal)}
    return {}
