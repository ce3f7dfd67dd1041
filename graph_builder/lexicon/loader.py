"""Read the lexicon's data files, once for a process: the package's own and those of a user's folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from graph_builder.errors import ConfigurationError
from graph_builder.lexicon import shipped
from graph_builder.lexicon.addition import Addition, read_addition
from graph_builder.lexicon.merging import merged, merged_rows


class Lexicon:
    """The package's data, with what a user added. What was read once stays: so nothing can be added after that."""

    def __init__(self) -> None:
        self.addition: Addition | None = None
        """What a user added; ``None`` if nobody did."""
        self._read = False

    def use(self, folder: str | Path) -> None:
        """Add the files of a folder.

        Raises:
            ConfigurationError: a file of the folder is not as it should be, or the lexicon has been read already.
        """
        self.adopt(read_addition(Path(folder)))

    def adopt(self, addition: Addition) -> None:
        """Add what was read from a folder.

        Raises:
            ConfigurationError: the lexicon has been read already.
        """
        if self.addition == addition:
            return
        if self._read or self.addition:
            raise ConfigurationError(
                "The lexicon is in use already, so nothing can be added to it",
                "Call graph_builder.lexicon.use once, before any other module of graph_builder is imported.",
            )
        self.addition = addition

    def table(self, name: str) -> Any:
        """Return the content of ``<name>.yml``: a table, or a list of entries."""
        self._read = True
        own = shipped.table(name)
        added = self.addition.tables.get(name) if self.addition else None
        return own if added is None else merged(own, added)

    def rows(self, name: str) -> Iterator[list[str]]:
        """Yield the rows of a tab separated file, the user's first."""
        self._read = True
        added = self.addition.rows.get(name, ()) if self.addition else ()
        return merged_rows(shipped.rows(name), added)

    def rules(self) -> Sequence[Any]:
        """Return the entries of the user's ``rules.yml``; the package has no such file."""
        self._read = True
        return tuple(self.addition.tables.get("rules", ())) if self.addition else ()


_LEXICON: Final = Lexicon()
"""The one lexicon of this process."""


def use(folder: str | Path) -> None:
    """Add a user's words (docs/how-to/extend.md) to the lexicon of this process, before anything reads it.

    Modules compile the lexicon when they are imported, so call this before any other module of graph_builder is.
    The same folder again changes nothing.

    Raises:
        ConfigurationError: a file of the folder is not as it should be, or the lexicon has been read already.
    """
    _LEXICON.use(folder)


def adopt(added: Addition | None) -> None:
    """Make the lexicon of this process like that of another, whose ``addition()`` was ``added``.

    Raises:
        ConfigurationError: the lexicon has been read already.
    """
    if added is not None:
        _LEXICON.adopt(added)


def addition() -> Addition | None:
    """Return what a user added to the lexicon of this process, if anybody did."""
    return _LEXICON.addition


@cache
def data(name: str) -> Any:
    """Return the content of ``<name>.yml``, the package's with the user's: a table, or a list of entries.

    Raises:
        FileNotFoundError: the package was installed without its data.
    """
    return _LEXICON.table(name)


def rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of ``<name>``, a tab separated file whose lines with ``#`` are comments."""
    return _LEXICON.rows(name)


def rules() -> Sequence[Any]:
    """Return the entries of the user's ``rules.yml``."""
    return _LEXICON.rules()
