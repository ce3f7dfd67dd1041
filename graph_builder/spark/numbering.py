"""Ids of articles, given by the driver: they depend on the names of all files. It holds no text and no fact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph_builder.articles import Found, Place, numbered
from graph_builder.memory.form import Kept, from_line
from graph_builder.model import Notice

COLUMNS = "path", "member", "number", "id"
"""Where an article stands (the path of a file, and member and number in it), and its id."""


@dataclass
class Numbering:
    """The articles, by where they stand."""

    notices: list[Notice] = field(default_factory=list)
    """All that was said of inputs."""
    ids: list[tuple[str, str, int, str]] = field(default_factory=list)
    """As ``COLUMNS``."""
    articles: list[tuple[str, str]] = field(default_factory=list)
    """Id and digest of each."""

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str]], about_files: Iterable[Notice]) -> Numbering:
        """Take in articles, each the path of its file and its head, in any order, and notices; give ids."""
        waiting: list[_Head] = []
        said = set(about_files)
        for path, line in rows:
            match from_line(line.encode()):
                case Kept() as item:
                    waiting.append(_Head(item.place, path, item.wanted, item.notices, item.said))
                case Notice() as notice:
                    said.add(notice)
        found = cls(sorted(said))
        waiting.sort(key=lambda head: (head.place, head.path))
        found._number(waiting)
        return found

    def _number(self, heads: list[_Head]) -> None:
        waiting = iter(heads)
        for given in numbered(Found(head.place, head.wanted, None, head.notices) for head in heads):
            if isinstance(given, Notice):
                self.notices.append(given)
                continue
            head = next(waiting)
            self.notices += head.notices
            if given.id is not None:
                self.notices += head.said
                self.ids.append((head.path, head.place.member, head.place.number, given.id))
                self.articles.append((given.id, head.place.digest))


@dataclass(frozen=True, slots=True)
class _Head:
    """What is to be known of an article to give it an id."""

    place: Place
    path: str
    wanted: str
    notices: tuple[Notice, ...]
    said: tuple[Notice, ...]
