"""A built graph as a store, ready for questions: the database that the build wrote, else its TriG file in memory.

The default graph holds every statement once, beside the named graphs. It is filled, rather than made a union by each
query, because Oxigraph's union has a statement once for each graph that it is in, and counts would be wrong.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse, serialize

from graph_builder.graph.iris import DEFAULT_BASE, prefixes
from graph_builder.graph.terms import DCAT, RDF, VOCABULARIES
from graph_builder.output import DATABASE, open_output, read_manifest

GRAPH = "graph.trig"
STAMP = "graph.sha256"
"""Beside the database's own files: the digest of the graph that it holds."""
DESCRIPTION = "graph/description"
BATCH = 8_000_000
"""Bytes that are loaded at a time: about 120,000 statements, for which Oxigraph needs 120 MB."""


def load(out: str | Path) -> Store:
    """Return the graph of a build, read only where it is the database of the build.

    Several processes may load one build at once. Where the database is not there (it is not copied by version control)
    or cannot be opened, the TriG file is read into memory.

    Raises:
        OutputError: the folder is not one that a build wrote, or not as it wrote it.
    """
    return _database(Path(out)) or _in_memory(out)


def load_trig(file: BinaryIO) -> Store:
    """Return the dataset of a TriG file in memory as ``load`` does."""
    store = Store()
    store.bulk_extend(in_both(parse(file, RdfFormat.TRIG)))
    return store


class Database:
    """The database of a build while it is written, beside the TriG file in ``folder``.

    Another thread loads what is given while more is made: Oxigraph does not hold the interpreter meanwhile.
    """

    def __init__(self, folder: Path, head: str = "") -> None:
        """Make it, empty; ``head`` declares the prefixes of all that is added."""
        self._folder = folder
        self._store = Store(str(folder / DATABASE))
        self._head = head.encode()
        self._waiting: list[bytes] = []
        self._size = 0
        self._loader = ThreadPoolExecutor(1)
        self._at_work: Future[None] | None = None

    def add(self, *trig: bytes) -> None:
        """Load statements, of whole named graphs or of the default one, which is to have each of them once."""
        self._waiting += trig
        self._size += sum(map(len, trig))
        if self._size > BATCH:
            self._load()

    def finish(self) -> Store:
        """Load the rest, stamp the database with the digest of the TriG file, which is whole now; return it, open."""
        self._load()
        if self._at_work:
            self._at_work.result()
        self._loader.shutdown()
        self._store.flush()
        with (self._folder / GRAPH).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        (self._folder / DATABASE / STAMP).write_text(digest, encoding="ascii")
        return self._store

    def _load(self) -> None:
        if self._at_work:
            self._at_work.result()  # one batch at a time is in memory, and an error ends the build
        text = b"".join((self._head, *self._waiting))
        self._waiting, self._size = [], 0
        self._at_work = self._loader.submit(self._store.bulk_load, text, RdfFormat.TRIG, lenient=True)  # it is ours


def write_store(graph: Iterable[Quad], folder: Path) -> Store:
    """Write a dataset, whose TriG file stands in ``folder`` already, as a database beside it; return it, open."""
    every = list(graph)
    database = Database(folder)
    triples = {quad.triple for quad in every}
    database.add(serialize(every, format=RdfFormat.TRIG) or b"", serialize(triples, format=RdfFormat.N_TRIPLES) or b"")
    return database.finish()


def base_of(store: Store) -> str:
    """Return where the ids of this build live, at once however many named graphs there are."""
    for quad in store.quads_for_pattern(None, RDF.type, DCAT.Dataset, None):
        if isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.endswith(DESCRIPTION):
            return quad.graph_name.value.removesuffix(DESCRIPTION)
    return DEFAULT_BASE


def namespaces(store: Store) -> dict[str, str]:
    """Return the prefixes that questions may use without declaring them."""
    return namespaces_of(base_of(store))


def namespaces_of(base: str) -> dict[str, str]:
    """Return the prefixes of a build whose ids live at ``base``."""
    return dict(_namespaces(base))


@lru_cache(maxsize=8)
def _namespaces(base: str) -> dict[str, str]:
    return {**VOCABULARIES, **prefixes(base)}


def in_both(graph: Iterable[Quad]) -> Iterator[Quad]:
    """Yield each quad in its own graph and in the default graph."""
    for quad in graph:
        yield quad
        yield Quad(quad.subject, quad.predicate, quad.object)


def _database(out: Path) -> Store | None:
    """Return the database, if it holds what the build's graph does."""
    try:
        if (out / DATABASE / STAMP).read_text(encoding="ascii") != read_manifest(out).get(GRAPH):
            return None
        return Store.read_only(str(out / DATABASE))
    except (OSError, RuntimeError, ValueError):  # not there; damaged; no digest
        return None


def _in_memory(out: str | Path) -> Store:
    with open_output(out, GRAPH) as files:
        return load_trig(files[GRAPH])
