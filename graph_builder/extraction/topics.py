"""The place that a passage is about: told first in its sentence, or as the heading above it: "وفي أكليم، اختار ..."."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import PlaceMention
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

_WORDS: Final = data("grammar_words")["place"]
_OPENERS: Final = folded(_WORDS["topic"])
_GLUED: Final = frozenset(["ب", "وب", "فب"])
_LONGEST_HEADING: Final = 3
"""Words of a line that is a place and no more."""


def topic(sentences: Sequence[Sentence], s: Sentence, i: int) -> PlaceMention | None:
    """Return the place that the paragraph, or else the section, of token ``i`` opened with last before it."""
    for other in sentences[s.index :: -1]:
        if other.paragraph != s.paragraph:
            break
        opening = [p for p in of_type(other, PlaceMention) if (other is not s or p.i <= i) and _opens(other, p)]
        if opening:
            return opening[-1]
    return _heading(sentences, s)


def _opens(s: Sentence, place: PlaceMention) -> bool:
    """Whether nothing but "in", "and", "as for" stands before the place in its sentence, or clause."""
    k = place.i - 1
    while k >= 0 and s.norm[k] in _OPENERS:
        k -= 1
    opened = k + 1 < place.i or place.prefix in _GLUED
    return opened and (k < 0 or (s.is_sign(k, "،,؛;") and (place.prefix in ("وب", "فب") or _joined(s, k + 1))))


def _joined(s: Sentence, k: int) -> bool:
    """Whether a clause goes on with "and in", "as for"."""
    return s.norm[k][0] in "وفا" and s.norm[k] not in ("في",)


def _heading(sentences: Sequence[Sentence], s: Sentence) -> PlaceMention | None:
    """The place that the last line of a place and no more names, where the article has several such lines."""
    headings = [other for other in sentences if _is_heading(other)]
    before = [other for other in headings if other.index < s.index]
    return of_type(before[-1], PlaceMention)[0] if before else None


def _is_heading(s: Sentence) -> bool:
    """Whether a line is a place, a colon perhaps after it."""
    alone = len(s.mentions) == 1 and isinstance(s.mentions[0], PlaceMention) and s.paragraph >= 0
    return alone and sum(token.word.kind == "word" for token in s.tokens) <= _LONGEST_HEADING
