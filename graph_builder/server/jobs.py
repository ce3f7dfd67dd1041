"""What a worker does: answer a question, describe a thing, tell the facts about it, tell of the dataset."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any, NamedTuple

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, Store, Triple, serialize

from graph_builder.errors import QueryError
from graph_builder.export.jsonld import graph_jsonld
from graph_builder.graph.layout import readable
from graph_builder.query.guard import check
from graph_builder.query.store import DESCRIPTION, base_of, namespaces
from graph_builder.server.caps import Capped, rows_of
from graph_builder.server.formats import GRAPHS, TABLES
from graph_builder.server.frames import Head
from graph_builder.server.refusal import Refused, too_large
from graph_builder.server.settings import MEGABYTE
from graph_builder.server.things import node, shown, statements


class Limits(NamedTuple):
    """How large an answer may be."""

    rows: int
    bytes: int


def answer(store: Store, asked: Head, limits: Limits) -> tuple[Head, bytes]:
    """Return the answer to a query, in the form chosen for tables or for graphs, whichever it is.

    Raises:
        QueryError: the query is malformed or not allowed.
        Refused: the client takes no form of such an answer, or the answer is too large.
    """
    found = _found(store, asked)
    kind = "graphs" if isinstance(found, QueryTriples) else "tables"
    if asked[kind] is None:
        raise not_acceptable(kind)
    form, media = asked[kind]
    if isinstance(found, QueryTriples):
        return {"media": media}, _graph(store, found, form, limits)
    variables = [variable.value for variable in found.variables] if isinstance(found, QuerySolutions) else []
    output = Capped(limits.bytes, limits.rows, rows_of(form, variables))
    found.serialize(output, TABLES[form])
    return {"media": media}, output.getvalue()


def _found(store: Store, asked: Head) -> QuerySolutions | QueryBoolean | QueryTriples:
    check(asked["sparql"], [*asked["default"], *asked["named"]])
    # A dataset that the request names is the only one, whatever FROM says (protocol, 2.1.4).
    named = bool(asked["default"] or asked["named"])
    default = _nodes(asked["default"]) if named else None
    graphs = _nodes(asked["named"]) if named else None
    try:
        return store.query(
            asked["sparql"],
            base_iri=base_of(store),
            prefixes=namespaces(store),
            default_graph=default,
            named_graphs=graphs,
        )
    except SyntaxError as error:
        raise QueryError(f"The query is not SPARQL: {error}", "Mend it there; strings need quotes, IRIs <>.") from None


def _nodes(graphs: Iterable[str]) -> list[Any]:
    try:
        return [NamedNode(graph) for graph in graphs]
    except ValueError as error:
        raise QueryError(f"A graph's name is no IRI: {error}", "Give whole IRIs, percent-encoded.") from None


def not_acceptable(kind: str) -> Refused:
    """Return that the client takes none of the forms of tables (or yes and no), or of graphs."""
    answers, forms = ("a graph", GRAPHS) if kind == "graphs" else ("a table or a yes or no", TABLES)
    media = ", ".join(form.media_type.split(";")[0] for form in forms.values())
    return Refused(406, f"The answer is {answers}, which the Accept header takes in no form", f"Accept one of {media}.")


def _graph(store: Store, triples: Iterable[Triple], form: str, limits: Limits, *, own: bool = False) -> bytes:
    """Return triples in a form; ``own``: all are of our vocabulary, so that JSON-LD can have its short names."""
    found = list(islice(triples, limits.rows + 1))
    if len(found) > limits.rows:
        raise too_large(f"{limits.rows:,} statements")
    ordered = sorted(set(found), key=lambda triple: (str(triple.subject), str(triple.predicate), str(triple.object)))
    if GRAPHS[form] in (RdfFormat.TURTLE, RdfFormat.TRIG):
        written = readable(ordered, GRAPHS[form], base_of(store))
    elif own and GRAPHS[form] == RdfFormat.JSON_LD:
        written = graph_jsonld(ordered, base_of(store))
    else:
        written = serialize(ordered, format=GRAPHS[form], prefixes=namespaces(store)) or b""
    if len(written) > limits.bytes:
        raise too_large(f"{limits.bytes // MEGABYTE:,} MB")
    return written


def describe(store: Store, asked: Head, limits: Limits) -> tuple[Head, bytes]:
    """Return what the graph says of a thing, as RDF."""
    thing = node(store, asked["kind"], asked["name"])
    return {"iri": thing.value}, _graph(store, statements(store, thing), asked["form"], limits, own=True)


def facts_of(store: Store, asked: Head, limits: Limits) -> tuple[Head, bytes]:
    """Return what the page of a thing shows, in the head."""
    del limits  # the page has its own
    return shown(store, node(store, asked["kind"], asked["name"])), b""


def about_dataset(store: Store, asked: Head, limits: Limits) -> tuple[Head, bytes]:
    """Return what the build says of itself (VoID and DCAT), as RDF."""
    graph = NamedNode(base_of(store) + DESCRIPTION)
    return {}, _graph(
        store, (quad.triple for quad in store.quads_for_pattern(None, None, None, graph)), asked["form"], limits
    )


def bound(store: Store, asked: Head, limits: Limits) -> tuple[Head, bytes]:
    """Return a question that comes with the program as SPARQL, about what is said of its parameters."""
    del limits
    # Imported only here: a worker that takes another's place should do so at once.
    from graph_builder.query.questions import question  # noqa: PLC0415
    from graph_builder.query.questions.asking import terms  # noqa: PLC0415

    known = question(asked["name"])
    return {"sparql": known.bound(terms(store, known, asked["about"]))}, b""
