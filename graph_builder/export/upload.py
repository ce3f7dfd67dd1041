"""A build written to another server by the SPARQL 1.1 Graph Store Protocol, which replaces one graph at a time.

Each graph is replaced as a whole or not at all. While a build is being written, and if that was cut short, a graph
``graph/upload`` tells so and lists what may be there; writing again finishes the work. What the build's graphs do not
hold stays untouched, but for the default graph, which then holds every statement of the build once, as in OUT.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, TypeAlias
from urllib.parse import quote

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store, Triple, parse, serialize

from graph_builder.errors import ServerError
from graph_builder.graph.terms import RDF, VOID
from graph_builder.query.remote import UPLOAD, Server
from graph_builder.query.store import DESCRIPTION, base_of, load

Graph: TypeAlias = NamedNode | DefaultGraph
_NTRIPLES = "application/n-triples"
_IN_MEMORY = 64 * 1024 * 1024
"""Bytes of a graph that are held before they are sent; a larger one is written to a file first."""


def upload(out: str | Path, address: str) -> int:
    """Let the graph store at an address hold the build in ``out``; return how many graphs were written.

    Raises:
        OutputError: ``out`` is not the folder of a build.
        ServerError: the server cannot be reached or refuses, or its default graph holds what is not ours.
    """
    store = load(out)
    base = base_of(store)
    described, marked = NamedNode(base + DESCRIPTION), NamedNode(base + UPLOAD)
    ours = {graph for graph in store.named_graphs() if isinstance(graph, NamedNode)}
    with Server(address) as server:
        before = {*_parts(server, described), *_parts(server, marked)}
        if not before and _get(server, DefaultGraph(), most=1):
            raise ServerError(
                f"The default graph of {server.address} holds what graph-builder did not write",
                "Give the build a store (a dataset, a repository) of its own.",
            )
        _put(server, marked, serialize(_listing(marked, before | ours), format=RdfFormat.N_TRIPLES) or b"")
        for graph in sorted(ours - {described}, key=str):
            _copy(server, store, graph)
        _copy(server, store, DefaultGraph())
        for graph in sorted(before - ours, key=str):
            _send(server, "DELETE", graph)
        _copy(server, store, described)
        _send(server, "DELETE", marked)
    return len(ours)


def _listing(node: NamedNode, graphs: Iterable[NamedNode]) -> list[Triple]:
    return [
        Triple(node, RDF.type, VOID.Dataset),
        *(Triple(node, VOID.subset, graph) for graph in sorted(graphs, key=str)),
    ]


def _parts(server: Server, graph: NamedNode) -> set[NamedNode]:
    """Return the graphs that a graph of the server lists, and itself; none if it is not there."""
    found = [quad for quad in parse(_get(server, graph), RdfFormat.N_TRIPLES) if quad.predicate == VOID.subset]
    return {quad.object for quad in found if isinstance(quad.object, NamedNode)} | ({graph} if found else set())


def _copy(server: Server, store: Store, graph: Graph) -> None:
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
        store.dump(file, RdfFormat.N_TRIPLES, from_graph=graph)
        size = file.tell()
        file.seek(0)
        _put(server, graph, file, size)


def _get(server: Server, graph: Graph, most: int | None = None) -> bytes:
    status, body = _send(server, "GET", graph, most=most)
    return b"" if status == 404 else body


def _put(server: Server, graph: Graph, body: bytes | IO[bytes], size: int | None = None) -> None:
    length = {} if size is None else {"Content-Length": str(size)}
    _send(server, "PUT", graph, body, {"Content-Type": _NTRIPLES, **length})


def _send(
    server: Server,
    method: str,
    graph: Graph,
    body: bytes | IO[bytes] | None = None,
    headers: Mapping[str, str] | None = None,
    most: int | None = None,
) -> tuple[int, bytes]:
    named = f"graph={quote(graph.value, safe='')}" if isinstance(graph, NamedNode) else "default"
    status, _, told = server.request(method, named, body, {"Accept": _NTRIPLES, **(headers or {})}, most)
    if status >= 300 and not (status == 404 and method != "PUT"):
        problem = f"{server.address} does not take graphs (status {status})"
        raise ServerError(problem, "Give the address of its Graph Store Protocol, like http://localhost:7878/store.")
    return status, told
