"""Lists of words that rules look for: whether a sentence says one of a list is one look.

A rule asks for the words of its list in every sentence, and nearly always in vain. So each list has a number once it
has been asked for, each spelling the numbers of all lists that have it, and a sentence the tokens of each list
(``Sentence.said``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from graph_builder.arabic.tokens import Word

NOWHERE: Final[list[int]] = []
"""The tokens of a list of which a sentence says no word."""
MOST_LISTS: Final = 2_000
"""Lists that get a number; rules have some hundreds, and one that makes new ones as it goes has to do without."""


class WordLists:
    """The lists of a process, and what has been asked of them so far."""

    def __init__(self) -> None:
        self._declared: dict[frozenset[str], frozenset[str]] = {}
        self._numbers: dict[frozenset[str], int] = {}
        self._having: dict[str, tuple[int, ...]] = {}
        self.count = 0
        """How many lists have a number."""

    def declare(self, words: Iterable[str]) -> frozenset[str]:
        """Return folded words as a list: one object for equal lists, for identity is found faster."""
        given = frozenset(words)
        return self._declared.setdefault(given, given)

    def number(self, words: frozenset[str]) -> int:
        """Return the number of a list; a sentence read before it got one, the last, knows nothing of it."""
        found = self._numbers.get(words)
        if found is not None:
            return found
        if self.count == MOST_LISTS:
            return MOST_LISTS
        found = self._numbers[words] = self.count
        for word in words:
            self._having[word] = (*self._having.get(word, ()), found)
        self.count += 1
        return found

    def having(self, word: Word) -> tuple[int, ...]:
        """Return the numbers of the lists that have a word, a conjunction before it allowed."""
        found = self._having.get(word.norm, ())
        for said in word.said[1:]:
            found = tuple(dict.fromkeys((*found, *self._having.get(said, ()))))
        return found


LISTS: Final = WordLists()
