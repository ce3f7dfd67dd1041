"""Words of a text with their offsets, and the ways each may be read as clitics and a stem.

Arabic glues conjunctions and prepositions to the word after them, so ``وبالمكتب`` may be ``و + ب + المكتب``. Which
reading holds is for the lexicon to say: a ``Word`` lists them all, and is built once for each spelling met.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import accumulate
from typing import NamedTuple

from graph_builder.arabic.normalise import MARKS, fold

_TOKEN = re.compile(rf"\d+|(?:[^\W\d_]|[{MARKS}])+|[^\w\s]|_|\n")
MOST_FORMS = 30_000
"""Spellings that a cache keeps, the last used ones: so memory does not grow with the number of articles."""
_LONGEST_CACHED = 40
"""Code points. What stands between two spaces is cut into tokens once for each spelling, unless it is longer."""
ARTICLE = "ال"


class Split(NamedTuple):
    """One reading of a word: its clitics, the rest with the article restored, and the rest without the article."""

    prefix: str
    rest: str
    bare: str


@dataclass(frozen=True, slots=True)
class Word:
    """A spelling: folded, and its possible readings, the one without clitics first."""

    surface: str
    norm: str
    bare: str
    splits: tuple[Split, ...]
    kind: str
    """``word``, ``number``, ``punct``, ``break`` (a newline)."""
    said: tuple[str, ...]
    """``norm``, and what follows a conjunction و or ف at its beginning."""

    @property
    def definite(self) -> bool:
        """Whether it begins with the article."""
        return self.bare != self.norm


class Token(NamedTuple):
    """A word at its place in the article's text."""

    start: int
    end: int
    word: Word


def strip_article(norm: str) -> str:
    """Drop a leading article; words too short to carry one stay.

    >>> strip_article("المكتب"), strip_article("الا")
    ('مكتب', 'الا')
    """
    return norm[2:] if norm.startswith(ARTICLE) and len(norm) > 4 else norm


def _splits(norm: str) -> Iterator[Split]:
    yield Split("", norm, strip_article(norm))
    rest = norm
    prefix = ""
    for letters in ("وف", "بلك"):
        if len(rest) < 3 or rest[0] not in letters:
            continue
        prefix, rest = prefix + rest[0], rest[1:]
        if prefix[-1] == "ل" and rest[0] == "ل" and len(rest) > 3:
            yield Split(prefix, rest, rest)
            rest = "ا" + rest
        yield Split(prefix, rest, strip_article(rest))


@lru_cache(maxsize=MOST_FORMS)
def word(surface: str) -> Word:
    """Return the word of this spelling."""
    norm = fold(surface)
    if surface.isdecimal():
        return Word(surface, norm, norm, (Split("", norm, norm),), "number", (norm,))
    if surface == "\n":
        return Word(surface, "\n", "\n", (), "break", ("\n",))
    if not norm or not norm[0].isalpha():
        return Word(surface, norm, norm, (), "punct", (norm,))
    said = (norm, norm[1:]) if norm[0] in "وف" else (norm,)
    return Word(surface, norm, strip_article(norm), tuple(_splits(norm)), "word", said)


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split ``text[start:end]`` into words, numbers, punctuation signs and newlines, with offsets into ``text``."""
    stop = len(text) if end is None else end
    chunks = text[start:stop].split(" ")
    lengths = [len(chunk) + 1 for chunk in chunks]
    cut = _cut if max(lengths) <= _LONGEST_CACHED else _cut.__wrapped__
    places = accumulate(lengths, initial=start)
    return [
        _new_token((at + first, at + last, found))
        for at, parts in zip(places, map(cut, chunks), strict=False)
        for first, last, found in parts
    ]


@lru_cache(maxsize=MOST_FORMS)
def _cut(chunk: str) -> tuple[tuple[int, int, Word], ...]:
    """Cut a stretch without spaces into tokens, with offsets into it."""
    return tuple((*m.span(), word(m[0])) for m in _TOKEN.finditer(chunk))


_new_token: Callable[[tuple[int, int, Word]], Token] = partial(tuple.__new__, Token)
"""``Token(...)`` without the detour through Python that a named tuple's own constructor takes for every word."""
