"""A large graph of a build's shape: its articles, people and claims many times over, each under ids of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, serialize

from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.output import replacing
from graph_builder.query.store import GRAPH, load, write_store

SHARED = ("capacity", "eventstatus", "graph", "level", "party", "place", "quantity", "role", "scheme", "status")
"""The kinds of ids that are the same in every copy: what the lexicon lists, and the graphs of the whole."""


def write_copies(out: str, folder: Path, times: int) -> int:
    """Write the graph of the build in ``out`` so many times into another folder; return the number of quads."""
    once = [quad for quad in load(out) if quad.graph_name != DefaultGraph()]
    every = list(dict.fromkeys(quad for copy in range(times) for quad in _copy(once, f"{copy:04x}")))
    with replacing(folder) as new:
        serialize(every, str(new / GRAPH), format=RdfFormat.TRIG)
        write_store(every, new)
    return len(every)


def _copy(quads: list[Quad], ending: str) -> Iterator[Quad]:
    def named(node: object) -> object:
        if not isinstance(node, NamedNode) or not node.value.startswith(DEFAULT_BASE):
            return node
        kind = node.value[len(DEFAULT_BASE) :].partition("/")[0]
        return node if kind in SHARED else NamedNode(node.value + ending)

    for quad in quads:
        yield Quad(*(named(node) for node in (quad.subject, quad.predicate, quad.object, quad.graph_name)))  # type: ignore[arg-type]
