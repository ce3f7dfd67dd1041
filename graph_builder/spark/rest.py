"""The graphs that no single article makes, of what is noted of all: made by the driver, in bounded memory."""

from __future__ import annotations

import gzip
import tempfile
from collections.abc import Iterable
from pathlib import Path

from graph_builder.graph.dataset import Rest
from graph_builder.graph.iris import Ids
from graph_builder.graph.lines import ntriples
from graph_builder.model import World
from graph_builder.spark.telling import noted


def write_rest(world: World, ids: Ids, graphs: Iterable[str], shared: Iterable[str], path: Path) -> None:
    """Write them as N-Quads, packed.

    ``graphs``: what was noted of each article's graph (``telling.NOTED``); ``shared``: the statements on things of
    which other graphs may tell, too.
    """
    with tempfile.TemporaryDirectory() as passing:
        rest = Rest(world, ids, Path(passing))
        for graph in graphs:
            rest.note(noted(graph))
        rest.shared.add(shared)
        with gzip.GzipFile(path, "wb", mtime=0) as file:
            for name, lines in rest.graphs():
                for line in lines:
                    file.write(ntriples([line], name).encode())
