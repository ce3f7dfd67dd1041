"""Lists of words that rules look for, declared once: whether a sentence says one of a list is then one look.

A rule asks for the words of its list in every sentence, and nearly always in vain. So each list has a number, each
spelling, once, the numbers of all lists that have it, and a sentence the tokens of each list (``Sentence.said``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from graph_builder.arabic.tokens import Word

NOWHERE: Final[list[int]] = []
"""The tokens of a list of which a sentence says no word."""


class WordLists:
    """The lists of a process. They are declared when modules are imported, before the first text is read."""

    def __init__(self) -> None:
        self._declared: list[frozenset[str]] = []
        self._numbers: dict[frozenset[str], tuple[int, ...]] = {}
        self._having: dict[str, tuple[int, ...]] = {}
        self._in_use = False

    def declare(self, words: Iterable[str]) -> frozenset[str]:
        """Return folded words as a declared list; once texts were read it is one that is not."""
        given = frozenset(words)
        known = self._numbers.get(given)
        if known is not None:
            return self._declared[known[0]] if len(known) == 1 else given  # one object: identity is found faster
        if given and not self._in_use:
            number = len(self._declared)
            self._declared.append(given)
            self._numbers[given] = (number,)
            for word in given:
                self._having[word] = (*self._having.get(word, ()), number)
        return given

    def numbers(self, words: frozenset[str]) -> tuple[int, ...]:
        """Return the number of the declared list that ``words`` are, or of those that together make them, if any do."""
        found = self._numbers.get(words)
        if found is None:
            within = [n for n, part in enumerate(self._declared) if part <= words]
            parts = [self._declared[n] for n in within]
            found = tuple(n for n in within if not any(self._declared[n] < other for other in parts))
            if words != frozenset().union(*parts):
                found = ()
            if self._in_use:
                self._numbers[words] = found
        return found

    def having(self, word: Word) -> tuple[int, ...]:
        """Return the numbers of the lists that have a word, a conjunction before it allowed."""
        self._in_use = True
        found = self._having.get(word.norm, ())
        for said in word.said[1:]:
            found = tuple(dict.fromkeys((*found, *self._having.get(said, ()))))
        return found

    def nowhere(self) -> list[list[int]]:
        """Return the tokens of each list in a sentence that says no word of any."""
        return [NOWHERE] * len(self._declared)


LISTS: Final = WordLists()
