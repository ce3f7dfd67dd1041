"""Terms of several words, found in a sentence by their words: a dictionary of dictionaries, longest match first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, Generic, TypeVar

T = TypeVar("T")
_AND: Final = "و"
DASHES: Final = frozenset("-–—‑")
"""Signs that newspapers put, or forget, between the parts of one name; within a term they do not count."""
_ASIDE: Final = DASHES | frozenset('"«»“”')
"""... nor do quotation marks around a part of it: حركة "النهضة"."""


class Terms(Generic[T]):
    """Terms with what they mean. Words are compared as given, so fold them (and strip articles) alike on both sides."""

    def __init__(self) -> None:
        self._root: dict[str | None, Any] = {}

    def add(self, words: Sequence[str], meaning: T) -> None:
        """Add a term; the first meaning of a term stays."""
        node = self._root
        for word in words:
            if word not in DASHES:
                node = node.setdefault(word, {})
        node.setdefault(None, meaning)

    def longest(self, first: str, words: Sequence[str], start: int) -> tuple[int, T] | None:
        """Return end and meaning of the longest term that begins with ``first`` and goes on at ``words[start + 1]``."""
        node: dict[str | None, Any] | None = self._root.get(first)
        found: tuple[int, T] | None = None
        end = start + 1
        while node is not None:
            if None in node:
                found = end, node[None]
            while end < len(words) and words[end] in _ASIDE:
                end += 1
            if end >= len(words):
                break
            if words[end] == _AND and end + 1 < len(words) and words[end] not in node:
                node, end = node.get(_AND + words[end + 1]), end + 2  # "العدالة و التنمية"
                continue
            node = node.get(words[end])
            end += 1
        return found

    def firsts(self) -> Iterator[str]:
        """Yield the words that terms begin with."""
        return (first for first in self._root if first is not None)

    def __contains__(self, first: str) -> bool:
        """Whether any term begins with this word."""
        return first in self._root
