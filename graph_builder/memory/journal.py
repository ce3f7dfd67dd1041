"""What was read so far, beside OUT while a build is at work: a run after one that was cut off goes on from there.

The first line says by what program, words and sources it was read; a journal of others is not used. Every article's
line is written as soon as the article is read. What a crash left of a line is cut away. A build that ends well
removes its journal.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from graph_builder.articles import Place
from graph_builder.extractors import Ready, Source
from graph_builder.lexicon.loader import addition
from graph_builder.memory.form import Kept
from graph_builder.memory.stored import Stored
from graph_builder.output import beside

PACKAGE = Path(__file__).parents[1]


class Journal:
    """The journal of one build, to be opened when no other can be at work on its OUT."""

    def __init__(self, out: str | Path, among: Sequence[Source] = (), how: object = None) -> None:
        """Name it; nothing is read or written yet. ``how``: what else makes readings different, as JSON."""
        self._path = beside(out, "journal")
        self._header = _header(among, how)
        self._file: BinaryIO | None = None
        self._stored = Stored(BytesIO())
        # Facts of files go by the ids of articles, which more inputs may change: such articles are read anew.
        self._used = not any(isinstance(source, Ready) for source in among)

    def __enter__(self) -> Journal:
        if self._used and self._path.exists():
            self._file = self._path.open("rb+")
            if self._file.readline() == self._header:
                self._stored = Stored(self._file, sound=False)
                self._file.truncate(self._stored.end)
            else:
                self._file.truncate(0)
        return self

    def __exit__(self, *_: object) -> None:
        if self._file is not None:
            self._file.close()

    def has(self, place: Place) -> bool:
        """Whether the article of a place was read."""
        return self._stored.has(place)

    def id(self, place: Place) -> str:
        """As ``Stored.id``."""
        return self._stored.id(place)

    def recall(self, place: Place, wanted: str, name: str) -> tuple[Kept, bytes]:
        """As ``Stored.recall``."""
        return self._stored.recall(place, wanted, name)

    def write(self, line: bytes) -> None:
        """Note that an article was read; ``line`` is its own."""
        if not self._used:
            return
        if self._file is None:
            self._file = self._path.open("xb")
        self._file.seek(0, 2)
        if not self._file.tell():
            self._file.write(self._header)
        self._file.write(line)
        self._file.flush()

    def remove(self) -> None:
        """Remove it: what it holds is in OUT."""
        self._path.unlink(missing_ok=True)


def _header(among: Sequence[Source], how: object) -> bytes:
    """Return the line that only a journal of the same program, words and sources has."""
    words = addition()
    sources = [source.description() for source in among]
    told = [_program(), words.digest if words else None, sources, how]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest().encode() + b"\n"


@cache
def _program() -> str:
    """Return a digest of this program: its code and its data."""
    digest = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in (".py", ".yml", ".tsv", ".txt", ".json"):
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
