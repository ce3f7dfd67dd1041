"""Words by which several rules know what a sentence reports: an election, a departure, a candidacy."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.wordlists import LISTS
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded


def trigger(name: str) -> frozenset[str]:
    """Return the folded words of ``trigger_words.yml`` under ``name``."""
    return LISTS.declare(folded(data("trigger_words")[name]))


def words(text: str) -> frozenset[str]:
    """Fold the words of a string."""
    return LISTS.declare(fold(word) for word in text.split())


ELECTING: Final = trigger("electing")
RENEWING: Final = trigger("renewing")
LISTING: Final = trigger("listing")
LEAVING: Final = trigger("leaving")
SEEKING: Final = trigger("seeking")
COMPOSING: Final = trigger("composing")
MAKING: Final = trigger("making")
ACTING_ON: Final = trigger("acting_on")
SUCCEEDING: Final = trigger("succeeding")


def says(s: Sentence, k: int, among: frozenset[str]) -> bool:
    """Whether token ``k`` is one of the words, a conjunction before it allowed."""
    return s.says(k, among)


def tells(s: Sentence, among: frozenset[str]) -> bool:
    """Whether any token is one of the words, a conjunction before it allowed."""
    return len(s.saying(among)) > 0


def saying(s: Sentence, among: frozenset[str]) -> list[int]:
    """Return the tokens that are one of the words, a conjunction before it allowed.

    Ask this before going through a sentence: most say none of a rule's words, which costs one look.
    """
    return s.saying(among)


def last_of(s: Sentence, words: frozenset[str], before: int) -> int:
    """Return the last token before token ``before`` that is one of ``words``; -1 if there is none."""
    last = -1
    for k in saying(s, words):
        if k < before:
            last = k
    return last


def first_of(s: Sentence, words: frozenset[str], before: int | None = None) -> int | None:
    """Return the first token of ``s`` that is one of ``words``, before token ``before``; ``None`` if there is none."""
    found = saying(s, words)
    return found[0] if found and (before is None or found[0] < before) else None
