"""The graphs that no single article makes: the large ones on the cluster, the small ones by the driver, of counts."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from graph_builder.graph.dataset import Known, Rest
from graph_builder.graph.description import Size
from graph_builder.graph.iris import Ids
from graph_builder.graph.lines import grouped, ntriples
from graph_builder.graph.tally import Tally
from graph_builder.model import World
from graph_builder.spark.telling import GRAPH, tally_text

SIZES = "size"
"""What is told of a graph: how many of its lines."""
BATCH = 1_000
"""Lines that are told at a time."""


# ---------------------------------------------------------------- on the cluster


def quads(graph: str, rows: Iterable[Sequence[str]]) -> Iterator[tuple[str, str, int, str]]:
    """Yield lines of a graph as N-Quads (``GRAPH``), and how many they are (``SIZES``), as ``telling.SCHEMA``."""
    lines = (row[0] for row in rows)
    size = 0
    while some := list(islice(lines, BATCH)):
        size += len(some)
        yield GRAPH, "", 0, ntriples(some, graph).rstrip("\n")
    yield SIZES, "", size, ""


def tallied(rows: Iterable[Sequence[Any]]) -> Iterator[tuple[str]]:
    """Yield counts of lines, each after its subject, which stand together by subject, in order."""
    tally = Tally()
    tally.add(grouped(line for line, _ in groupby(row[1] for row in rows)))
    yield (tally_text(tally),)


# ---------------------------------------------------------------- on the driver


@dataclass(frozen=True)
class Told:
    """What the cluster told of all articles."""

    articles: Sequence[tuple[str, str]]
    """Id and digest of each."""
    sizes: Iterable[Size]
    """Of their graphs."""
    tally: Tally
    """Counts of the statements on what is the articles' own."""
    entities: int
    """Statements of the graph of entities."""
    derived: Iterable[str]
    """Lines of what follows from claims."""
    known: Known
    counted: Callable[[Iterable[str]], Tally]
    """Counts these lines together with all lines on things of which several graphs may tell."""


def write_rest(told: Told, ids: Ids, folder: Path, path: Path) -> None:
    """Write the small graphs as N-Quads, packed; ``folder`` holds passing files."""
    with gzip.GzipFile(path, "wb", mtime=0) as file:
        for name, lines in _graphs(told, ids, Rest(World((), (), {}), ids, folder)):
            for line in lines:
                file.write(ntriples([line], name).encode())


def _graphs(told: Told, ids: Ids, rest: Rest) -> Iterator[tuple[str, Iterable[str]]]:
    rest.sizes += told.sizes
    rest.tally.update(told.tally)
    yield from rest.graph("derived", told.derived)
    rest.sizes.append(Size(str(ids.named("graph", "entities")), told.entities))
    yield from rest.graph("reference", rest.reference(told.known))
    rest.tally.update(told.counted(rest.shared))
    yield from rest.graph("description", rest.description(told.articles))
