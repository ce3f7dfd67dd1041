"""Numbers in digits and in words. The words are the lexicon's; the grammar of joining them is here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from graph_builder.arabic.tokens import Token, strip_article

LARGEST: Final = 10**9
"""Numbers above are telephone numbers and the like."""
_GROUP: Final = 3
"""Digits between two separators of thousands."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Folded number words with their values."""

    values: Mapping[str, int]
    thousands: Mapping[str, int]
    """Scales, after what they multiply: "خمسة آلاف", "48 ألف"."""
    alone: Mapping[str, int]
    """Scales that are numbers by themselves: "ألفان". The plural alone is none: "آلاف المواطنين"."""
    teens: frozenset[str]
    units: Mapping[str, int]
    """Units that are numbers only before another number word: "اثنا عشر", "إحدى وعشرون"."""

    def opens(self, norm: str) -> bool:
        """Whether a number may begin with this word."""
        return norm in self.values or norm in self.alone or norm in self.units


def read_number(tokens: Sequence[Token], i: int, words: NumberWords) -> tuple[int, int, str] | None:
    """Read the number that begins at token ``i``: its end, value and clitics; ``None`` if no whole one does."""
    if tokens[i].word.kind == "number":
        found = _digits(tokens, i, words)
        return (*found, "") if found and found[1] <= LARGEST else None
    for split in tokens[i].word.splits:
        if split.prefix in ("", "و", "ب", "ل", "ف", "وب", "ول", "ك") and words.opens(split.rest):
            worded = _Words(tokens, words).read(i, split.rest)
            return (*worded, split.prefix) if worded and worded[1] <= LARGEST else None
        if split.bare != split.rest and (words.values.get(split.bare, 1) > 1 or split.bare in words.units):
            worded = _Words(tokens, words, definite=True).read(i, split.bare)
            return (*worded, split.prefix) if worded else None
    return None


def _digits(tokens: Sequence[Token], i: int, words: NumberWords) -> tuple[int, int] | None:
    """Digits, groups of thousands, a decimal part, a scale: "11 340", "1.5 مليون", "48 ألف", "3 آلاف و500"."""
    if i > 1 and tokens[i - 2].word.kind == "number" and _separated(tokens, i - 1):
        return None  # the decimals of a number that was none
    digits, end = tokens[i].word.norm, i + 1
    while _separated(tokens, end) and len(tokens[end + 1].word.norm) == _GROUP and len(digits) <= LARGEST.bit_length():
        digits, end = digits + tokens[end + 1].word.norm, end + 2
    if end == i + 1 and len(digits) <= _GROUP and _spaced_group(tokens, end):
        digits, end = digits + tokens[end].word.norm, end + 1
    value = Fraction(int(digits[:12]))
    if _separated(tokens, end) and end == i + 1 and not _separated(tokens, end + 2):
        decimals = tokens[end + 1].word.norm
        value += Fraction(int(decimals), 10 ** len(decimals))
        end += 2
    scale = words.thousands.get(tokens[end].word.norm) if end < len(tokens) else None
    if scale:
        value, end = value * scale, end + 1
        if end + 1 < len(tokens) and tokens[end].word.norm == "و" and tokens[end + 1].word.kind == "number":
            rest = int(tokens[end + 1].word.norm)
            value, end = (value + rest, end + 2) if rest < scale else (value, end)
    return (end, int(value)) if value.denominator == 1 else None


_SEPARATORS: Final = frozenset(".,٬٫")


def _separated(tokens: Sequence[Token], k: int) -> bool:
    """Whether token ``k`` is a separator with digits glued to both its sides."""
    return (
        k + 1 < len(tokens)
        and tokens[k].word.norm in _SEPARATORS
        and tokens[k + 1].word.kind == "number"
        and tokens[k].start == tokens[k - 1].end
        and tokens[k + 1].start == tokens[k].end
    )


def _spaced_group(tokens: Sequence[Token], k: int) -> bool:
    """Whether three digits one space further go on with the number: "11 340"."""
    return (
        k < len(tokens)
        and tokens[k].word.kind == "number"
        and len(tokens[k].word.norm) == _GROUP
        and tokens[k].start == tokens[k - 1].end + 1
    )


class _Words:
    """The grammar of number words: units and tens, hundreds, thousands, each part joined by و."""

    def __init__(self, tokens: Sequence[Token], words: NumberWords, definite: bool = False) -> None:
        """``definite``: the parts joined may carry the article, "الثمانية والأربعون"."""
        self.tokens, self.words, self.definite = tokens, words, definite

    def read(self, i: int, first: str) -> tuple[int, int] | None:
        """Return end and value of the number that begins with the word ``first`` at token ``i``."""
        value, end = self._part(i, first)
        if not value:
            return None
        total, current = (value, 0) if value >= 1000 else (0, value)
        while end < len(self.tokens):
            norm, at = self._norm(end), end
            if norm == "و":  # "المائة و سبعون"
                norm, at = norm + self._norm(end + 1), end + 1
            scale = self.words.thousands.get(norm)
            if scale and 0 < current < 1000 and norm not in self.words.values:
                total, current, end = total + current * scale, 0, end + 1
                continue
            if norm[:1] != "و":
                break
            value, after = self._part(at, strip_article(norm[1:]) if self.definite else norm[1:])
            if not value or not _fits(current, total, value):
                break
            total, current, end = (total + value, 0, after) if value >= 1000 else (total, current + value, after)
        return end, total + current

    def _part(self, k: int, word: str) -> tuple[int, int]:
        """The value of one part, and its end: "خمسة عشر", "ثلاث مائة", "عشرون", "ألفان"; 0 where it is none."""
        words, after = self.words, self._norm(k + 1)
        if word in words.alone:
            return words.alone[word], k + 1
        unit = words.values.get(word) or words.units.get(word, 0)
        if 0 < unit < 10 and after in words.teens:
            return unit + 10, k + 2
        if 2 < unit < 10 and words.values.get(after) == 100:
            return unit * 100, k + 2
        if word in words.units:
            joined = after[:1] == "و" and 20 <= words.values.get(after[1:], 0) < 100
            return (unit, k + 1) if joined else (0, k)
        return unit, k + 1

    def _norm(self, k: int) -> str:
        return self.tokens[k].word.norm if k < len(self.tokens) else ""


def _fits(current: int, total: int, value: int) -> bool:
    """Whether a part may follow: tens after a unit, less than a hundred after hundreds, less than a scale after it."""
    low = current % 100
    if current == 0:
        return value < total
    return (value < 100 and low == 0) or (0 < low < 10 and 20 <= value < 100)
