"""Words of a text with their offsets, and the ways each may be read as clitics and a stem.

Arabic glues conjunctions and prepositions to the word after them, so ``وبالمكتب`` may be ``و + ب + المكتب``. Which
reading holds is for the lexicon to say: a ``Word`` lists them all, and is built once for each spelling met.
"""

from __future__ import annotations

import re
from typing import Final

from graph_builder.arabic.normalise import MARKS, SILENT, fold, unmarked

_TOKEN: Final = re.compile(rf"\d+|(?:[^\W\d_]|[{MARKS}])+|[^\w\s]|_|\n")
MOST_FORMS: Final = 30_000
"""Spellings that a cache keeps before it begins anew: so memory does not grow with the number of articles.

Keeping the last used ones would cost more at each look than the few that have to be read again.
"""
_DASH: Final = "–"
"""What a tatweel by itself stands for: "الكاتب ـ كريم العلمي"."""
_LONGEST_CACHED: Final = 40
"""Code points. What stands between two spaces is cut into tokens once for each spelling, unless it is longer."""
ARTICLE: Final = "ال"
_CLITICS: Final = ("وف", "بلك")
"""Conjunctions, and the prepositions that may follow them."""


class Split:
    """One reading of a word: its clitics, the rest with the article restored, and the rest without the article."""

    __slots__ = ("bare", "prefix", "rest")

    def __init__(self, prefix: str, rest: str, bare: str) -> None:
        self.prefix = prefix
        self.rest = rest
        self.bare = bare


class Word:
    """A spelling: folded, and its possible readings, the one without clitics first. One object for each spelling."""

    __slots__ = ("bare", "kind", "known", "norm", "said", "spelt", "splits", "surface")

    def __init__(
        self, spelt: str, norm: str, bare: str, splits: tuple[Split, ...], kind: str, said: tuple[str, ...]
    ) -> None:
        self.spelt = spelt
        """As it is written, vowel signs and all."""
        self.surface = unmarked(spelt)
        """Without them, its letters as they are written."""
        self.norm = norm
        self.bare = bare
        self.splits = splits
        self.kind = kind
        """``word``, ``number``, ``punct``, ``break`` (a newline)."""
        self.said = said
        """``norm``, and what follows a conjunction و or ف at its beginning."""
        self.known: object = None
        """What a layer above found out about this spelling and keeps with it."""

    @property
    def definite(self) -> bool:
        """Whether it begins with the article."""
        return self.bare != self.norm


class Token:
    """A word at its place in the article's text."""

    __slots__ = ("end", "start", "word")

    def __init__(self, start: int, end: int, word: Word) -> None:
        self.start = start
        self.end = end
        self.word = word


def strip_article(norm: str) -> str:
    """Drop a leading article; words too short to carry one stay.

    >>> strip_article("المكتب"), strip_article("الا")
    ('مكتب', 'الا')
    """
    return norm[2:] if norm.startswith(ARTICLE) and len(norm) > 4 else norm


def _splits(norm: str, bare: str) -> list[Split]:
    splits = [Split("", norm, bare)]
    rest = norm
    prefix = ""
    for letters in _CLITICS:
        if len(rest) < 3 or rest[0] not in letters:
            continue
        prefix, rest = prefix + rest[0], rest[1:]
        if prefix[-1] == "ل" and rest[0] == "ل" and len(rest) > 3:
            splits.append(Split(prefix, rest, rest))
            rest = "ا" + rest
        splits.append(Split(prefix, rest, strip_article(rest)))
    return splits


_words: Final[dict[str, Word]] = {}
_chunks: Final[dict[str, tuple[tuple[int, int, Word], ...]]] = {}


def word(surface: str) -> Word:
    """Return the word of this spelling."""
    found = _words.get(surface)
    if found is None:
        if len(_words) >= MOST_FORMS:
            _words.clear()
        found = _words[surface] = _read(surface)
    return found


def _read(surface: str) -> Word:
    norm = fold(surface) or _DASH
    if surface.isdecimal():
        return Word(surface, norm, norm, (Split("", norm, norm),), "number", (norm,))
    if surface == "\n":
        return Word(surface, "\n", "\n", (), "break", ("\n",))
    if not norm or not norm[0].isalpha():
        return Word(surface, norm, norm, (), "punct", (norm,))
    said = (norm, norm[1:]) if norm[0] in "وف" else (norm,)
    bare = strip_article(norm)
    return Word(surface, norm, bare, tuple(_splits(norm, bare)), "word", said)


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Split ``text[start:end]`` into words, numbers, punctuation signs and newlines, with offsets into ``text``."""
    tokens: list[Token] = []
    at = start
    for chunk in text[start : len(text) if end is None else end].split(" "):
        after = at + len(chunk)
        whole = _words.get(chunk)
        if whole is not None:
            tokens.append(Token(at, after, whole))
        else:
            for first, last, found in _chunks.get(chunk) or _cut(chunk):
                tokens.append(Token(at + first, at + last, found))
        at = after + 1
    return tokens


def _cut(chunk: str) -> tuple[tuple[int, int, Word], ...]:
    """Cut a stretch without spaces into tokens, with offsets into it; keep what may well come again."""
    if chunk.isalpha():
        return ((0, len(chunk), word(chunk)),)
    parts = tuple([(*m.span(), word(m[0])) for m in _TOKEN.finditer(chunk) if m[0].strip(SILENT)])
    if len(chunk) <= _LONGEST_CACHED:
        if len(_chunks) >= MOST_FORMS:
            _chunks.clear()
        _chunks[chunk] = parts
    return parts
