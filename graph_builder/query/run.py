"""SPARQL over a built graph, read only, and its results as a table, CSV, JSON or Turtle."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, TypeAlias

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Store, Triple

from graph_builder.errors import QueryError
from graph_builder.graph.iris import prefixes
from graph_builder.graph.layout import readable
from graph_builder.graph.terms import VOCABULARIES
from graph_builder.query.grid import grid
from graph_builder.query.guard import check
from graph_builder.query.remote import Remote, Server
from graph_builder.query.store import base_of, load, namespaces_of

Form: TypeAlias = Literal["table", "csv", "json", "turtle"]


def query(out: str | Path, sparql: str, form: Form = "table") -> str:
    """Return the answer of the graph in ``out`` to a SPARQL query.

    The default graph is all named graphs as one; ``GRAPH ?g`` tells them apart. The prefixes of the ontology, of the
    vocabularies that it reuses and of the ids are declared already. CSV and JSON are as SPARQL 1.1 defines them.

    Raises:
        QueryError: the query is malformed, not allowed, or its answer has no such form.
        OutputError: ``out`` is not the folder of a build.
    """
    check(sparql)
    return answer(load(out), sparql, form)


def answer(store: Store, sparql: str, form: Form = "table") -> str:
    """Return the answer of a loaded graph; the query is not checked again."""
    base = base_of(store)
    try:
        found = store.query(sparql, prefixes=namespaces_of(base))
    except SyntaxError as error:
        raise QueryError(f"The query is not SPARQL: {error}", "Mend it there; strings need quotes, IRIs <>.") from None
    return written(found, form, base)


def query_remote(address: str, sparql: str, form: Form = "table") -> str:
    """Return the answer of the build at an address that speaks the SPARQL 1.1 Protocol.

    Raises:
        QueryError: as ``query`` does.
        ServerError: the server cannot be reached, or holds no build.
    """
    check(sparql)
    with Server(address) as server:
        remote = Remote(server)
        return written(remote.query(sparql), form, base_of(remote.names))


def written(found: QuerySolutions | QueryBoolean | Iterable[Triple], form: Form, base: str) -> str:
    """Return an answer in a form; ``base`` is where the ids live that get prefixes."""
    if isinstance(found, QuerySolutions):
        return _solutions(found, form, base)
    if isinstance(found, QueryBoolean):
        return _boolean(found, form)
    if form not in {"turtle", "table"}:
        raise QueryError(f"A graph has no {form} form", "Use --format turtle, or ask with SELECT.")
    triples = sorted(set(found), key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
    return readable(triples, RdfFormat.TURTLE, base).decode("utf-8")


def _solutions(found: QuerySolutions, form: Form, base: str) -> str:
    match form:
        case "csv":
            return _text(found.serialize(format=QueryResultsFormat.CSV))
        case "json":
            return _text(found.serialize(format=QueryResultsFormat.JSON))
        case "turtle":
            raise QueryError("The answer is a table, not a graph", "Ask with CONSTRUCT or DESCRIBE for Turtle.")
    names = [variable.value for variable in found.variables]
    spaces = {**VOCABULARIES, **prefixes(base)}
    return grid(names, ([solution[name] for name in names] for solution in found), spaces)


def _boolean(found: QueryBoolean, form: Form) -> str:
    if form == "json":
        return _text(found.serialize(format=QueryResultsFormat.JSON))
    if form == "turtle":
        raise QueryError("The answer is yes or no, not a graph", "Ask with CONSTRUCT or DESCRIBE for Turtle.")
    return "true\n" if found else "false\n"


def _text(data: bytes | None) -> str:
    return (data or b"").decode("utf-8")
