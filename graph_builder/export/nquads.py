"""N-Quads: the whole dataset, one statement a line, for loading, comparing and cutting to pieces."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, serialize


def nquads(quads: Iterable[Quad]) -> bytes:
    """Return quads as N-Quads, in the order given."""
    return serialize(quads, format=RdfFormat.N_QUADS) or b""
