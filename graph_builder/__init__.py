"""graph-builder: Arabic news about party organisation, read into one RDF graph that shows its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph_builder.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from graph_builder.loading import Build

__all__ = ["__version__", "load"]


def load(out: str | Path) -> Build:
    """Return what a build wrote into the folder ``out``: its graph for rdflib, pyoxigraph and networkx, its answers.

    Raises:
        OutputError: the folder is not one that a build wrote.
    """
    # Imported only here: what only wants the version, or builds, need not load rdflib and networkx.
    from graph_builder.loading import Build  # noqa: PLC0415

    return Build(out)
