"""graph-builder: Arabic news about party organisation, read into one RDF graph that shows its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from graph_builder.loading import Build

__version__ = "0.1.0"


def load(out: str | Path) -> Build:
    """Return what a build wrote into the folder ``out``: its graph for rdflib, pyoxigraph and networkx, its answers.

    Raises:
        OutputError: the folder is not one that a build wrote.
    """
    # Imported only here: what only wants the version, or builds, need not load rdflib and networkx.
    from graph_builder.loading import Build  # noqa: PLC0415

    return Build(out)
