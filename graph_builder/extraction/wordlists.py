"""Lists of words that rules look for, told apart by a bit each: whether a sentence says one of a list is one look.

A rule asks for the words of its list in every sentence, and nearly always in vain. So each spelling gets, once, the
bits of all the lists that have it; a sentence has those of its words.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from graph_builder.arabic.tokens import Word


class WordLists:
    """The lists of a process. They are declared when modules are imported, before the first text is read."""

    def __init__(self) -> None:
        self._lists: dict[frozenset[str], frozenset[str]] = {}
        self._bits: dict[frozenset[str], int] = {}
        self._marks: dict[str, int] = {}
        self._in_use = False

    def declare(self, words: Iterable[str]) -> frozenset[str]:
        """Return folded words as a list with a bit of its own; once texts were read it is one without."""
        given = frozenset(words)
        declared = self._lists.setdefault(given, given)  # one object for equal lists: identity is found faster
        if declared not in self._bits and not self._in_use:
            bit = 1 << len(self._bits)
            self._bits[declared] = bit
            for word in declared:
                self._marks[word] = self._marks.get(word, 0) | bit
        return declared

    def bits(self, words: frozenset[str]) -> int:
        """Return the bits of a list, or of those that together make it; 0 if none do."""
        found = self._bits.get(words)
        if found is None:
            parts = [part for part, bit in self._bits.items() if bit and part <= words]
            found = 0
            if words == frozenset().union(*parts):
                for part in parts:
                    found |= self._bits[part]
            if self._in_use:
                self._bits[words] = found
        return found

    def marks(self, word: Word) -> int:
        """Return the bits of the lists that have a word, a conjunction before it allowed."""
        self._in_use = True
        marks = 0
        for said in word.said:
            marks |= self._marks.get(said, 0)
        return marks


LISTS: Final = WordLists()
