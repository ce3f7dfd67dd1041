"""Turtle: the whole dataset as one graph, for reading and citing."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat

from graph_builder.graph.dataset import merged
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.graph.layout import readable


def turtle(quads: Iterable[Quad], base: str = DEFAULT_BASE) -> bytes:
    """Return a dataset as one Turtle graph: every claim with its article and quote, without the annotations."""
    return readable([quad.triple for quad in merged(quads)], RdfFormat.TURTLE, base)
