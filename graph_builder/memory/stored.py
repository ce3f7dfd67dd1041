"""A file of readings, looked into: what was read already, wherever it stands in the inputs now."""

from __future__ import annotations

from dataclasses import replace
from typing import BinaryIO

from graph_builder.articles import Found, Place
from graph_builder.memory.form import Copy, Kept, Line, article_from_line, at, from_line
from graph_builder.model import Notice


class Stored:
    """The articles of an open file, of which only the one asked for is in memory."""

    def __init__(self, file: BinaryIO) -> None:
        """Read the file from where it is; it ends where a line is not whole, as after a crash."""
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
                self._take(from_line(line))
            except (ValueError, LookupError, TypeError):
                break
            self.end += len(line)

    def _take(self, item: Line) -> None:
        match item:
            case Notice():
                self.notices.append(item)
                return
            case Kept():
                name = item.reading.article.id
                self._lines[name] = self.end
            case Copy(of=name):
                self._copies[item.place] = item
        self._alike.setdefault((item.place.name, item.place.digest), name)
        self.found.append((Found(item.place, item.wanted, None), name))

    def has(self, place: Place) -> bool:
        """Whether the article of a place was read: the same bytes, in a file of that name."""
        return (place.name, place.digest) in self._alike

    def recall(self, place: Place) -> Kept:
        """Return an article that was read, at the place where it stood then."""
        self._file.seek(self._lines[self._alike[place.name, place.digest]])
        kept = article_from_line(self._file.readline())
        copy = self._copies.get(place)
        return replace(at(kept, place, copy.wanted, copy.of), notices=copy.notices) if copy else kept
