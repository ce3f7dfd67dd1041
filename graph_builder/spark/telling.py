"""Telling on the cluster: each article's graph, rows and facts, of its reading and of what was decided of its names."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial
from typing import Any

from graph_builder.export.facts import fact_lines
from graph_builder.export.tables import OF_ARTICLES, table_rows
from graph_builder.graph import provenance
from graph_builder.graph.article import part
from graph_builder.graph.iris import Ids
from graph_builder.graph.lines import line, ntriples
from graph_builder.graph.tally import Tally
from graph_builder.memory.form import article_from_line, at
from graph_builder.model import PostFact, World
from graph_builder.report import of_article
from graph_builder.spark import things
from graph_builder.spark.things import text
from graph_builder.writing import Decided, Denoted, Sifting, alone

SCHEMA = "what string, article string, number int, told string"
"""What is told, of which article, its place among what is told of that there, and the words."""
GRAPH, NOTED, SHARED, FACTS, REPORT = "graph", "noted", "shared", "facts", "report"
"""What is told beside rows of tables: a graph as N-Quads; its name, its size, and that of the article; its statements
on things of which other graphs may tell, too; facts; what the report says of the article."""
JUDGED, ROLES, INTRODUCED, HELD, TALLY = "judged", "roles", "introduced", "held", "tally"
"""What is told for what is no article's: lines of which name was judged to denote what; keys of roles; facts that
introduce people and parties, under the ids of these, and posts, under their seats (``things``); counts of statements
on what is the articles' own, for many articles at a time."""
Names = Sequence[Mapping[str, Any]] | None
"""What the names of an article denote: fields of ``Denoted``."""
Row = tuple[str, str, int, str]
"""As ``SCHEMA``."""


@dataclass(frozen=True)
class Teller:
    """How articles are told."""

    base: str
    sifting: Sifting

    def rows(self, articles: Iterable[tuple[str, str, Names, str | None]]) -> Iterator[Row]:
        """Yield what is told of articles: the line of each, its id, what its names denote, and its copies."""
        tally = Tally()
        for words, name, names, copies in articles:
            kept = article_from_line(words.encode())
            read = at(kept, kept.place, kept.wanted, name).reading
            denoted = sorted((Denoted(**said) for said in names or ()), key=lambda known: (known.kind, known.name))
            world, left_out = alone(read, Decided(denoted, json.loads(copies or "[]")), self.sifting)
            for what, every in self._told(world, left_out, tally):
                yield from ((what, name, number, said) for number, said in enumerate(every))
            yield from ((INTRODUCED, key, 0, said) for key, said in things.introduced(world))
            yield from ((HELD, key, 0, said) for key, said in things.held(world))
        yield TALLY, "", 0, tally_text(tally)

    def _told(self, world: World, left_out: int, tally: Tally) -> Iterator[tuple[str, Iterable[str]]]:
        (reading,) = world.readings
        own = part(world, reading, world.of, Ids(self.base))
        yield GRAPH, [ntriples(own.lines, own.noted.graph).rstrip("\n")]
        yield NOTED, [text([own.noted.graph, own.noted.statements, own.noted.article])]
        tally.update(own.noted.tally)
        yield SHARED, own.noted.shared
        yield FACTS, fact_lines(world)
        yield REPORT, [text(of_article(reading, left_out))]
        yield ROLES, {fact.role_key for fact in reading.facts if isinstance(fact, PostFact) and fact.role_key}
        judged = partial(provenance.judged, Ids(self.base))
        yield JUDGED, (line(judged(thing, claim, reading.article.digest)) for claim, thing in world.of.items())
        for table in OF_ARTICLES:
            yield table, map(text, table_rows(world, table))


def tally_text(tally: Tally) -> str:
    """Return counts as one line."""
    return json.dumps({each.name: getattr(tally, each.name) for each in fields(tally)}, default=sorted)


def tally_of(words: str) -> Tally:
    """Return the counts that ``tally_text`` gave."""
    said = json.loads(words)
    counts = Counter(said["classes"]), Counter(said["properties"])
    return Tally(said["subjects"], *counts, *(set(said[name]) for name in ("days", "countries", "concepts")))
