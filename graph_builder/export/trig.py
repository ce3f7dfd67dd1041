"""TriG: the whole dataset, each article's claims in a graph of its own, readable."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat

from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.graph.layout import readable


def trig(quads: Iterable[Quad], base: str = DEFAULT_BASE) -> bytes:
    """Return sorted quads as TriG."""
    return readable(quads, RdfFormat.TRIG, base)
