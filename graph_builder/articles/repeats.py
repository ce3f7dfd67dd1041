"""Paragraphs that a page prints twice: word for word but for spaces, or first as an excerpt that is cut off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph_builder.articles.lines import Line

TELLING = 20
"""Code points without white space. Shorter paragraphs may well say the same twice (a list of votes, say)."""
OPENING = 60
"""Code points. Paragraphs are compared in full only if they open alike; an excerpt is at least as long."""
DOTS = ("...", "…", "...]", "…]")
EXCERPTS = 3
"""A page has one or two of them."""


def excerpts(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the indices of lines that are only the beginning of a later one, cut off with dots."""
    cut_off = [index for index, line in enumerate(lines) if line.text.endswith(DOTS) and len(line.text) >= OPENING]
    for index in cut_off[:EXCERPTS]:
        beginning = _compact(lines[index].text.rstrip(".…[] "))
        enough = 2 * len(lines[index].text)
        if any(_compact(line.text[:enough]).startswith(beginning) for line in lines[index + 1 :]):
            yield index


class Seen:
    """The paragraphs seen so far."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}
        self._alike: dict[str, set[str]] = {}

    def before(self, text: str) -> bool:
        """Say whether a telling paragraph that differs only in spaces was seen before, and remember this one."""
        opening = _compact(text[:OPENING])[:TELLING]
        if len(opening) < TELLING:
            return False
        if opening not in self._first:
            self._first[opening] = text
            return False
        alike = self._alike.setdefault(opening, {_compact(self._first[opening])})
        known = len(alike)
        alike.add(_compact(text))
        return len(alike) == known


def _compact(text: str) -> str:
    return "".join(text.split())
