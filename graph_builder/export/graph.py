"""The graph of a build as files, graph after graph: ``graph.trig``, ``graph.ttl`` and the database.

``graph.ttl`` has the merged graph: first the things of which articles tell, sorted, then what each article claims, in
the order of the articles. Left out of it are the names of graphs and the Web Annotations, which give the same quotes
with their positions.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from pyoxigraph import Store

from graph_builder.graph.article import EVIDENCE, OWN, Part
from graph_builder.graph.blocks import Blocks
from graph_builder.graph.dataset import Rest
from graph_builder.graph.iris import DEFAULT_BASE, Ids
from graph_builder.graph.lines import grouped
from graph_builder.query.store import GRAPH, Database

MERGED = "graph.ttl"
_AT_ONCE = 5_000
"""Things of a graph that is not one article's which are in memory at a time."""


@dataclass(frozen=True, slots=True)
class Text:
    """The graph of one article as the files have it, but for the prefixes."""

    trig: bytes
    turtle: bytes
    """What it says of its own things, of which no other graph tells, but for evidence."""
    evidence: bytes
    """That, as Turtle, too."""
    used: frozenset[str]
    """The prefixes that are needed, those of evidence apart."""
    used_by_evidence: frozenset[str]


def text(part: Part, ids: Ids) -> Text:
    """Return the graph of an article as text."""
    claims, evidence = Blocks(ids.base), Blocks(ids.base)
    every: list[str] = []
    own: list[str] = []
    why: list[str] = []
    for about in part.subjects:
        kind = ids.kind(about.subject)
        every.append((evidence if kind in EVIDENCE else claims).turtle(about))
        if kind in OWN:
            (why if kind in EVIDENCE else own).append(every[-1])
    return Text(
        trig="".join(claims.trig(part.noted.graph, every)).encode(),
        turtle="".join(own).encode(),
        evidence="".join(why).encode(),
        used=frozenset(claims.used),
        used_by_evidence=frozenset(evidence.used),
    )


class GraphFiles:
    """The files while they are written; a context that closes them."""

    def __init__(self, folder: Path, passing: Path, base: str = DEFAULT_BASE) -> None:
        """Write into ``folder``, and what is not to stay into ``passing``."""
        self._folder = folder
        self._bodies = {name: passing / name for name in ("trig", "shared", "own")}
        self._blocks = Blocks(base)
        self._used_by_evidence: set[str] = set()
        self._database = Database(folder, self._blocks.head())

    def __enter__(self) -> GraphFiles:
        self._stack = ExitStack()
        self._files = {name: self._stack.enter_context(path.open("wb")) for name, path in self._bodies.items()}
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def add(self, article: Text) -> None:
        """Write the graph of an article."""
        self._files["trig"].write(article.trig)
        self._files["own"].write(article.turtle)
        self._database.add(article.trig, article.turtle, article.evidence)
        self._blocks.used |= article.used
        self._used_by_evidence |= article.used_by_evidence

    def finish(self, rest: Rest) -> Store:
        """Write the graphs that are no article's; return the database, open."""
        for graph, lines in rest.graphs():
            self._write("trig", self._blocks.trig(graph, self._loaded(lines, f"{graph} {{", "}")))
        self._write("shared", self._loaded(rest.shared))
        self._stack.close()
        used = self._blocks.used
        self._join(self._folder / GRAPH, used | self._used_by_evidence, "trig")
        self._join(self._folder / MERGED, used, "shared", "own")
        return self._database.finish()

    def _loaded(self, lines: Iterable[str], begin: str = "", end: str = "") -> Iterator[str]:
        """Yield lines as Turtle, and let them be loaded: into the graph that ``begin`` begins, as TriG has it."""
        blocks = map(self._blocks.turtle, grouped(lines))
        for some in iter(lambda: list(islice(blocks, _AT_ONCE)), []):
            self._database.add(*map(str.encode, (begin, *some, end)))
            yield from some

    def _write(self, name: str, text: Iterable[str]) -> None:
        self._files[name].writelines(piece.encode() for piece in text)

    def _join(self, path: Path, used: Iterable[str], *bodies: str) -> None:
        """Write a file from its head and its bodies."""
        with path.open("wb") as file:
            file.write(self._blocks.head(used).encode())
            for name in bodies:
                with self._bodies[name].open("rb") as body:
                    shutil.copyfileobj(body, file)
