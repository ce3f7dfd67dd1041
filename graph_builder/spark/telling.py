"""Telling on the cluster: each article's graph, rows and facts, of its reading and of what was decided of its names."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from graph_builder.export.facts import fact_lines
from graph_builder.export.tables import OF_ARTICLES, table_rows
from graph_builder.graph.article import Noted, part
from graph_builder.graph.iris import Ids
from graph_builder.graph.lines import ntriples
from graph_builder.graph.tally import Tally
from graph_builder.memory.form import article_from_line, at
from graph_builder.report import of_article
from graph_builder.spark.deciding import restored
from graph_builder.writing import Sifting, alone

SCHEMA = "what string, article string, number int, told string"
"""What is told, of which article, its place among what is told of that there, and the words."""
GRAPH, NOTED, SHARED, FACTS, REPORT = "graph", "noted", "shared", "facts", "report"
"""What is told beside rows of tables: a graph as N-Quads; what is noted of it (``noted``); its statements on things of
which other graphs may tell, too; facts; what the report says of the article."""
Row = tuple[str, str, int, str]
"""As ``SCHEMA``."""


@dataclass(frozen=True)
class Teller:
    """How articles are told."""

    base: str
    sifting: Sifting

    def rows(self, articles: Iterable[tuple[str, str, str]]) -> Iterator[Row]:
        """Yield what is told of articles: the line of each, its id, and what was decided of it."""
        for line, name, decided in articles:
            for what, every in self._told(line, name, decided):
                yield from ((what, name, number, words) for number, words in enumerate(every))

    def _told(self, line: str, name: str, decided: str) -> Iterator[tuple[str, Iterable[str]]]:
        kept = article_from_line(line.encode())
        read = at(kept, kept.place, kept.wanted, name).reading
        world, left_out = alone(read, restored(decided), self.sifting)
        (reading,) = world.readings
        own = part(world, reading, world.of, Ids(self.base))
        yield GRAPH, [ntriples(own.lines, own.noted.graph).rstrip("\n")]
        yield NOTED, [_noted_text(own.noted)]
        yield SHARED, own.noted.shared
        yield FACTS, fact_lines(world)
        yield REPORT, [text(of_article(reading, left_out))]
        for table in OF_ARTICLES:
            yield table, map(text, table_rows(world, table))


def text(said: object) -> str:
    """Return something as one line."""
    return json.dumps(said, ensure_ascii=False)


def _noted_text(graph: Noted) -> str:
    tally = {each.name: getattr(graph.tally, each.name) for each in fields(graph.tally)}
    return json.dumps([graph.graph, graph.article, graph.statements, tally], default=sorted)


def noted(line: str) -> Noted:
    """Return what is noted of a graph, without its statements on things of which others may tell, too."""
    graph, article, statements, said = json.loads(line)
    counts = Counter(said["classes"]), Counter(said["properties"])
    tally = Tally(said["subjects"], *counts, *(set(said[name]) for name in ("days", "countries", "concepts")))
    return Noted(graph, article, statements, [], tally)
