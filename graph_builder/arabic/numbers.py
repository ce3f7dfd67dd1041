"""Numbers in digits and in words. The words are the lexicon's; the grammar of joining them is here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph_builder.arabic.tokens import Token

LARGEST = 10**9
"""Numbers above are telephone numbers and the like."""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Folded number words with their values."""

    values: Mapping[str, int]
    thousands: Mapping[str, int]
    teens: frozenset[str]


def read_number(tokens: Sequence[Token], i: int, words: NumberWords) -> tuple[int, int, str] | None:
    """Read the number that begins at token ``i``: its end, value and clitics; ``None`` if none does."""
    if tokens[i].word.kind == "number":
        end, value = _digits(tokens, i)
        return (end, value, "") if value <= LARGEST else None
    for split in tokens[i].word.splits:
        if split.prefix in ("", "و", "ب", "ل", "ف", "وب") and (
            split.rest in words.values or split.rest in words.thousands
        ):
            end, value = _words(tokens, i, split.rest, words)
            return end, value, split.prefix
    return None


def _digits(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    digits, end = tokens[i].word.norm, i + 1
    while (
        end + 1 < len(tokens)
        and tokens[end].word.norm in (".", ",", "٬")
        and tokens[end + 1].word.kind == "number"
        and len(tokens[end + 1].word.norm) == 3
        and tokens[end].start == tokens[end - 1].end
        and tokens[end + 1].start == tokens[end].end
        and len(digits) <= 9
    ):
        digits, end = digits + tokens[end + 1].word.norm, end + 2
    if (
        end < len(tokens)
        and tokens[end].word.kind == "number"
        and len(tokens[end].word.norm) == 3
        and end == i + 1
        and len(digits) <= 3
        and tokens[end].start == tokens[i].end + 1
    ):
        digits, end = digits + tokens[end].word.norm, end + 1
    return end, int(digits[:12])


def _words(tokens: Sequence[Token], i: int, first: str, words: NumberWords) -> tuple[int, int]:
    total, current, end, word = 0, 0, i, first
    while True:
        if word in words.thousands:
            scale = words.thousands[word]
            total, current = (total + current * scale, 0) if current and scale in (1000, 10**6) else (total + scale, 0)
        else:
            current += words.values[word]
        end += 1
        if end >= len(tokens):
            break
        norm = tokens[end].word.norm
        if norm in words.teens and 0 < current < 10:
            current += 10
            end += 1
            norm = tokens[end].word.norm if end < len(tokens) else ""
        if norm in words.thousands:
            word = norm
        elif norm.startswith("و") and (norm[1:] in words.values or norm[1:] in words.thousands) and current != 1:
            word = norm[1:]
        else:
            break
    return end, total + current
