"""The graphs that no single article makes, of what the cluster noted of all: joined by the driver on its disk."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graph_builder.graph.dataset import Known, Rest
from graph_builder.graph.iris import Ids
from graph_builder.graph.lines import line, ntriples
from graph_builder.graph.provenance import shared_text
from graph_builder.model import World
from graph_builder.spark.telling import noted


@dataclass(frozen=True)
class Told:
    """What the cluster told of all articles."""

    articles: list[tuple[str, str]]
    """Id and digest of each."""
    copies: list[tuple[str, ...]]
    """The ids of the articles of each text that has several."""
    graphs: Iterable[str]
    """What was noted of each article's graph (``telling.NOTED``)."""
    shared: Iterable[str]
    """The statements on things of which several graphs may tell."""
    derived: Iterable[str]
    """Lines of what follows from claims."""
    entities: Iterable[str]
    """Lines of what names denote, and why."""
    known: Known


class RestOfAll(Rest):
    """The rest of what the cluster told."""

    def __init__(self, told: Told, ids: Ids, folder: Path) -> None:
        """Take what was told; ``folder`` holds passing files."""
        super().__init__(World((), (), {}), ids, folder)
        self._told = told
        self._own = ids
        for graph in told.graphs:
            self.note(noted(graph))
        self.shared.add(told.shared)

    def derived(self) -> Iterable[str]:
        """Return the lines of what follows from claims."""
        return self._told.derived

    def entities(self) -> Iterable[str]:
        """Return the lines of what names denote, and why."""
        yield from self._told.entities
        digests = dict(self._told.articles)
        for group in self._told.copies:
            yield from map(line, shared_text(self._own, [(article, digests[article]) for article in group]))

    def known(self) -> Known:
        """Return what of the lexicon occurs."""
        return self._told.known

    def articles(self) -> Iterable[tuple[str, str]]:
        """Return id and digest of each article."""
        return self._told.articles


def write_rest(rest: Rest, path: Path) -> None:
    """Write the graphs as N-Quads, packed."""
    with gzip.GzipFile(path, "wb", mtime=0) as file:
        for name, lines in rest.graphs():
            for each in lines:
                file.write(ntriples([each], name).encode())
