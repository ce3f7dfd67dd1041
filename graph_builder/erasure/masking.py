"""Names in a text, found however they are spelt, and what stands in their place."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from graph_builder.arabic.tokens import Token, tokenise
from graph_builder.erasure.forgotten import OPENING, Forgotten, Person, folded, is_full
from graph_builder.model import Span

MASK = "█"
"""Stands for each letter of a name, so that offsets hold."""
LONGEST = 7
"""Words of a name."""


@dataclass(frozen=True)
class Mask:
    """What is to be masked in one article."""

    forgotten: Forgotten
    people: Collection[Person]
    """Those whose full names are meant in this article."""
    words: frozenset[str]
    """Folded names of one part that mean one of them in this article."""

    def text(self, text: str) -> str:
        """Return a text of the same length without the names."""
        masked = list(text)
        for span in self.spans(text):
            masked[span.start : span.end] = MASK * (span.end - span.start)
        return "".join(masked)

    def spans(self, text: str) -> Iterator[Span]:
        """Yield where names stand, with the particles that are glued to them."""
        tokens = [token for token in tokenise(text) if token.word.kind == "word"]
        at = 0
        while at < len(tokens):
            many = self._words_of_name(text, tokens, at)
            if many:
                yield Span(tokens[at].start, tokens[at + many - 1].end)
            at += many or 1

    def _words_of_name(self, text: str, tokens: list[Token], at: int) -> int:
        """Return how many words from one on are a name, the most there are; 0 if none is."""
        for split in tokens[at].word.splits:
            if not self._opens(split.bare[:OPENING]):
                continue
            for many in range(min(LONGEST, len(tokens) - at), 0, -1):
                rest = text[tokens[at].end : tokens[at + many - 1].end]
                if "\n" not in rest and self._is_name(split.rest + rest):
                    return many
        return 0

    def _opens(self, letters: str) -> bool:
        hashed = self.forgotten.hash("opening", letters)
        return any(hashed in person.openings for person in self.people) or any(
            word.startswith(letters) for word in self.words
        )

    def _is_name(self, name: str) -> bool:
        own = folded(name)
        if own in self.words:
            return True
        hashed = self.forgotten.hash("name", own)
        return is_full(name) and any(hashed in person.names for person in self.people)
