"""Lists of words that rules look for, declared once: whether a sentence says one of a list is then one look.

A rule asks for the words of its list in every sentence, and nearly always in vain. So each spelling gets, once, all the
lists that have it; a sentence has the lists of all its words (``Sentence.said``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from graph_builder.arabic.tokens import Word


class WordLists:
    """The lists of a process. They are declared when modules are imported, before the first text is read."""

    def __init__(self) -> None:
        self._parts: dict[frozenset[str], tuple[frozenset[str], ...]] = {}
        self._having: dict[str, frozenset[frozenset[str]]] = {}
        self._in_use = False

    def declare(self, words: Iterable[str]) -> frozenset[str]:
        """Return folded words as a declared list; once texts were read it is one that is not."""
        given = frozenset(words)
        known = self._parts.get(given)
        if known is not None:
            return known[0] if len(known) == 1 else given  # one object for equal lists: identity is found faster
        if not self._in_use:
            self._parts[given] = (given,)
            for word in given:
                self._having[word] = self._having.get(word, frozenset()) | {given}
        return given

    def parts(self, words: frozenset[str]) -> tuple[frozenset[str], ...]:
        """Return the declared list that ``words`` are, or those that together make them; none if none do."""
        found = self._parts.get(words)
        if found is None:
            declared = (part for part, made in self._parts.items() if made == (part,))
            within = [part for part in declared if part and part <= words]
            found = tuple(part for part in within if not any(part < other for other in within))
            if words != frozenset().union(*found):
                found = ()
            if self._in_use:
                self._parts[words] = found
        return found

    def having(self, word: Word) -> frozenset[frozenset[str]]:
        """Return the lists that have a word, a conjunction before it allowed."""
        self._in_use = True
        found: frozenset[frozenset[str]] = frozenset()
        for said in word.said:
            if said in self._having:
                found |= self._having[said]
        return found


LISTS: Final = WordLists()
