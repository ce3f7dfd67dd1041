"""N-Quads: the whole dataset, one statement a line, for loading, comparing and cutting to pieces."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, serialize


def nquads(quads: Iterable[Quad]) -> bytes:
    """Return quads as N-Quads, in the order given."""
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


def write_nquads(quads: Iterable[Quad], path: Path) -> None:
    """Write them to a file."""
    path.write_bytes(nquads(quads))
