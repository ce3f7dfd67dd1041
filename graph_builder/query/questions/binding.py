"""From what a user says of a parameter to a term of RDF: names are looked up however they are spelt."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from graph_builder.errors import QueryError
from graph_builder.graph.terms import CAPACITY, DCTERMS, EVENTSTATUS, LEVEL, QUANTITY, STATUS, XSD
from graph_builder.query.grid import printable
from graph_builder.query.names import ANY, find, suggestions
from graph_builder.query.questions.catalogue import Parameter

THINGS: Mapping[str, tuple[str, ...]] = {
    "thing": tuple(ANY),
    "organisation": ("body", "party"),
    **{kind: (kind,) for kind in (*ANY, "role")},
}
"""Types that are looked up by name or id, and the kinds of things that they take."""
CONCEPTS: Mapping[str, Mapping[str, NamedNode]] = {
    "level": LEVEL,
    "status": STATUS,
    "capacity": CAPACITY,
    "quantity": QUANTITY,
    "eventstatus": EVENTSTATUS,
}
"""Types whose values are the concepts of a scheme."""
WORDS: Mapping[str, tuple[re.Pattern[str], str]] = {
    "date": (re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}"), "Give a year, month or day: 2019, 2019-05, 2019-05-12."),
    "number": (re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?"), "Give a number, like 0.8."),
    "text": (re.compile(".+", re.DOTALL), "Give some words."),
}
"""Types that are taken as they are written: their form, and what to do where it is another."""
TYPES = frozenset({*THINGS, *CONCEPTS, *WORDS, "article"})


def term(store: Store, parameter: Parameter, said: str) -> NamedNode | Literal:
    """Return what a user says of a parameter as a term of the graph.

    Raises:
        QueryError: the graph has nothing of this name, or several; the form is another. The remedy says what to give.
    """
    if parameter.type in THINGS:
        return _thing(store, parameter, said)
    if parameter.type == "article":
        return _article(store, said)
    if parameter.type in CONCEPTS:
        concepts = CONCEPTS[parameter.type]
        if said not in concepts:
            raise QueryError(f"{parameter.name} cannot be {printable(said)!r}", f"Give one of: {', '.join(concepts)}.")
        return concepts[said]
    form, remedy = WORDS[parameter.type]
    if not form.fullmatch(said):
        raise QueryError(f"{parameter.name} cannot be {printable(said)!r}", remedy)
    return Literal(said, datatype=XSD.decimal) if parameter.type == "number" else Literal(said)


def _thing(store: Store, parameter: Parameter, said: str) -> NamedNode:
    kinds = THINGS[parameter.type]
    found = find(store, said, kinds)
    if not found:
        like = "، ".join(suggestions(store, said, kinds))
        remedy = f"Did you mean: {like}" if like else "Give a name as the articles have it, or an id."
        raise QueryError(f"The graph has no {parameter.type} {printable(said)!r}", remedy)
    if len(found) > 1:
        lines = [f"  {thing.id}  {thing.name} ({', '.join(thing.about)})" for thing in found]
        remedy = "\n".join(["Ask for one of them by its id:", *map(printable, lines)])
        raise QueryError(f"{len(found)} things are called {printable(said)!r}", remedy)
    return found[0].node


def _article(store: Store, said: str) -> Literal:
    """Return an article's id, by which questions know it."""
    if not any(store.quads_for_pattern(None, DCTERMS.identifier, Literal(said), DefaultGraph())):
        raise QueryError(f"There is no article {printable(said)!r}", "Give its id, as the tables have it.")
    return Literal(said)
