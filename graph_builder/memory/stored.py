"""A file of readings, looked into: what was read already, wherever it stands in the inputs now."""

from __future__ import annotations

from dataclasses import replace
from typing import BinaryIO

from graph_builder.articles import Found, Place
from graph_builder.memory.form import Copy, Head, Kept, article_from_line, as_line, at, from_line, head_of_line
from graph_builder.model import Notice


class Stored:
    """The articles of an open file, of which only the one asked for is in memory."""

    def __init__(self, file: BinaryIO, *, sound: bool = True) -> None:
        """Read the file from where it is; unless it is ``sound``, as after a crash, to where a line is not whole."""
        self._file = file
        self._lines: dict[str, int] = {}
        """Id of an article -> where its line begins."""
        self._alike: dict[tuple[str, str], str] = {}
        """Name of a file and digest -> the id of the article that stands there."""
        self._copies: dict[Place, Copy] = {}
        self.found: list[tuple[Found, str]] = []
        """Where articles stand, each with its id; a copy with that of its article."""
        self.notices: list[Notice] = []
        """About files that are no articles."""
        self.end = file.tell()
        for line in iter(file.readline, b""):
            try:
                if not sound:
                    from_line(line if line.endswith(b"\n") else b"")
                self._take(head_of_line(line))
            except (ValueError, LookupError, TypeError):
                break
            self.end += len(line)

    def _take(self, item: Copy | Head | Notice) -> None:
        match item:
            case Notice():
                self.notices.append(item)
                return
            case Head(id=name):
                self._lines[name] = self.end
            case Copy(of=name):
                self._copies[item.place] = item
        self._alike.setdefault((item.place.name, item.place.digest), name)
        self.found.append((Found(item.place, item.wanted, None), name))

    def has(self, place: Place) -> bool:
        """Whether the article of a place was read: the same bytes, in a file of that name."""
        return (place.name, place.digest) in self._alike

    def id(self, place: Place) -> str:
        """Return the id that the article of a place had."""
        return self._alike[place.name, place.digest]

    def recall(self, place: Place, wanted: str, name: str) -> tuple[Kept, bytes]:
        """Return an article that was read, at its place and under its id of now, and its line."""
        self._file.seek(self._lines[self.id(place)])
        line = self._file.readline()
        kept = article_from_line(line)
        copy = self._copies.get(place)
        known = replace(at(kept, place, copy.wanted, copy.of), notices=copy.notices) if copy else kept
        now = at(known, place, wanted, name)
        return now, line if now is kept else as_line(now).encode()
