"""Facts that were read elsewhere, from a file in the form of ``facts.jsonl``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from graph_builder.errors import ConfigurationError
from graph_builder.extractors.checked import Supplied, checked
from graph_builder.model import Article, Fact, Notice

_REMEDY = "graph-builder schema prints what a fact has to be like"


class Ready:
    """The facts of one file, by article."""

    def __init__(self, path: str) -> None:
        """Read the file.

        Raises:
            ConfigurationError: it cannot be read.
        """
        self._file = Path(path).name
        self.name = self._file.split(".", maxsplit=1)[0] or self._file
        try:
            content = Path(path).read_bytes()
            lines = content.decode("utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigurationError(
                f"The facts in {path} cannot be read: {error}", "Name a file of JSON Lines in UTF-8 with --facts."
            ) from error
        self._digest = hashlib.sha256(content).hexdigest()
        self._waiting: dict[str, list[Supplied]] = {}
        self._lost: list[Notice] = []
        for number, line in enumerate(lines, 1):
            if line.strip():
                self._take(number, line)

    def _take(self, number: int, line: str) -> None:
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            self._lost.append(self._notice(f"line {number}", f"is not JSON: {error}"))
            return
        evidence = value.get("evidence") if isinstance(value, dict) else None
        article = evidence.get("article") if isinstance(evidence, dict) else None
        if isinstance(article, str):
            self._waiting.setdefault(article, []).append(Supplied(f"line {number}", value))
        else:
            self._lost.append(self._notice(f"line {number}", "is refused: it has no evidence.article"))

    def facts(self, article: Article) -> tuple[list[Fact], list[Notice]]:
        """Return the facts of an article, each once: a second article of the same id gets none."""
        facts, refused = checked(article, self._waiting.pop(article.id, ()), self.name)
        return facts, [self._notice(told.where, f"is refused: {told.reason}") for told in refused]

    def unused(self) -> Iterator[Notice]:
        """Yield what is to be said of lines that are of no article of the build."""
        yield from self._lost
        for article, supplied in sorted(self._waiting.items()):
            where = ", ".join(given.where for given in supplied[:3]) + (" ..." if len(supplied) > 3 else "")
            yield self._notice(where, f"is of the article {article!r}, which this build does not have")

    def description(self) -> dict[str, str]:
        """Return what the report says of it."""
        return {"name": self.name, "file": self._file, "digest": self._digest}

    def _notice(self, where: str, problem: str) -> Notice:
        return Notice(self._file, "warning", f"{where} {problem}", _REMEDY)
