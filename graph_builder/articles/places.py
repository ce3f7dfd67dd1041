"""Where articles stand, what may be one and was not looked into yet, and what was found to be one."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from graph_builder.articles.inputs import Format
from graph_builder.articles.records import Record
from graph_builder.model import Article, Notice


class Place(NamedTuple):
    """Where an article was found. Articles are read in the order of their places."""

    file: str
    """Name of the file: its path relative to its input."""
    member: str
    """Name of the file within that one, if it is an archive."""
    number: int
    """Of the record or page in it, from 1; 0 where it is one article."""
    digest: str
    """As ``Article.digest``."""

    @property
    def name(self) -> str:
        """As ``Article.file``."""
        return f"{self.file}/{self.member}" if self.member else self.file

    @property
    def shown(self) -> str:
        """The file, or file and number."""
        return f"{self.name}:{self.number}" if self.number else self.name


class Saved(NamedTuple):
    """A text, a document or a page as its bytes were saved; ``url``: where, if the page does not say."""

    content: bytes
    form: Format
    url: str | None = None


class Raw(NamedTuple):
    """What may be an article. Any process can look into it, and that is nearly all of the work of reading."""

    place: Place
    wanted: str
    """The id that its file or record has for it."""
    held: Saved | Record

    @property
    def size(self) -> int:
        """How much it holds, in bytes or characters."""
        return len(self.held.content if isinstance(self.held, Saved) else self.held.text)


class Found(NamedTuple):
    """An article that was found, and what is to be said of how it was read."""

    place: Place
    wanted: str
    """As ``Raw.wanted``."""
    article: Article | None
    """``None``: it is known, or the same as another, and was not read."""
    notices: tuple[Notice, ...] = ()
    id: str | None = None
    """What ``numbered`` gave it; ``None``: it is the same as another article."""


Known = Callable[[Place], bool]
"""Whether an article was read before and is only to be named."""
