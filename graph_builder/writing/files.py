"""The files of a build, written article by article."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from pyoxigraph import Store

from graph_builder.export.csvw import write_csvw
from graph_builder.export.graph import GraphFiles
from graph_builder.export.tables import COLUMNS, OF_ARTICLES, Tables, rows_text
from graph_builder.graph.dataset import Rest, names_of
from graph_builder.graph.iris import Ids
from graph_builder.memory import ENTITIES, PAIRS, write_entities, write_pairs
from graph_builder.memory.world import FACTS, REPORT
from graph_builder.model import World
from graph_builder.report import Report
from graph_builder.stages import Stages
from graph_builder.workers import Workers
from graph_builder.writing.article import Asked, Decided, Denoted, Teller, Told

BATCH = 20
"""Articles that go to a process at a time."""


class Files:
    """The files while they are written into a folder; a context that closes them."""

    def __init__(self, folder: Path, world: World, base: str, stages: Stages) -> None:
        """Write into ``folder``, which has ``readings.jsonl`` already; of the world's facts no quote is needed."""
        self._stages = stages
        self._folder = folder
        self._world = world
        self._base = base
        self._passing = folder / "passing"

    def __enter__(self) -> Files:
        self._stages.begin("writing articles")
        self._passing.mkdir()
        with ExitStack() as stack:
            stack.callback(shutil.rmtree, self._passing)
            self._rest = Rest(self._world, Ids(self._base), self._passing)
            self._graph = stack.enter_context(GraphFiles(self._folder, self._passing, self._base))
            self._tables = stack.enter_context(Tables(self._folder / "tables"))
            self._facts = stack.enter_context((self._folder / FACTS).open("w", encoding="utf-8", newline="\n"))
            self.report = stack.enter_context(Report(self._folder / REPORT))
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def add(self, article: Told) -> None:
        """Write what the files hold of an article; articles come in the order of their ids."""
        self._rest.note(article.noted)
        self._graph.add(article.graph)
        self._facts.write(article.facts)
        self.report.add(article.report)
        for table, rows in article.tables.items():
            self._tables.add(table, rows)

    def finish(self) -> Store:
        """Write what is no article's, but for the report; return the graph as a database, open."""
        self._stages.begin("writing graph")
        store = self._graph.finish(self._rest)
        self._stages.begin("writing tables")
        for table in COLUMNS.keys() - set(OF_ARTICLES):
            self._tables.add(table, rows_text(self._world, table))
        write_csvw(self._folder / "tables", self._base)
        write_entities(self._world, self._folder / ENTITIES)
        write_pairs(self._world, self._folder / PAIRS)
        return store


def write_articles(world: World, lines: Mapping[str, int], teller: Teller, files: Files, workers: Workers) -> None:
    """Write what the files hold of each article of a world; ``lines``: id -> where its line begins."""
    articles = _asked(world, lines)
    for article in workers.in_order(teller.tell, iter(lambda: list(islice(articles, BATCH)), [])):
        files.add(article)


def _asked(world: World, lines: Mapping[str, int]) -> Iterator[Asked]:
    for article, known in decided(world):
        yield Asked(lines[article], known)


def decided(world: World) -> Iterator[tuple[str, Decided]]:
    """Yield the id of each article, and what was decided of it."""
    names = names_of(world)
    for reading in world.readings:
        of = ((claim, world.of[claim]) for claim in names.get(reading.article.id, ()))
        denoted = [Denoted(claim.kind, claim.name, thing.id, thing.name, thing.key) for claim, thing in of]
        yield reading.article.id, Decided(denoted, world.copies.get(reading.article.id, ()))
