"""Words by which several rules know what a sentence reports: an election, a departure, a candidacy."""

from __future__ import annotations

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.document import Sentence
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded


def trigger(name: str) -> frozenset[str]:
    """Return the folded words of ``trigger_words.yml`` under ``name``."""
    return folded(data("trigger_words")[name])


def words(text: str) -> frozenset[str]:
    """Fold the words of a string."""
    return frozenset(fold(word) for word in text.split())


ELECTING = trigger("electing")
RENEWING = trigger("renewing")
LISTING = trigger("listing")
LEAVING = trigger("leaving")
SEEKING = trigger("seeking")
COMPOSING = trigger("composing")
SUCCEEDING = trigger("succeeding")


def says(s: Sentence, k: int, among: frozenset[str]) -> bool:
    """Whether token ``k`` is one of the words, a conjunction before it allowed."""
    norm = s.norm[k]
    return norm in among or (norm[:1] in ("و", "ف") and norm[1:] in among)


def last_of(s: Sentence, words: frozenset[str], before: int) -> int:
    """Return the last token before token ``before`` that is one of ``words``; -1 if there is none."""
    return next((k for k in range(before - 1, -1, -1) if says(s, k, words)), -1)


def first_of(s: Sentence, words: frozenset[str], before: int | None = None) -> int | None:
    """Return the first token of ``s`` that is one of ``words``, before token ``before``; ``None`` if there is none."""
    end = len(s.norm) if before is None else before
    return next((k for k in range(end) if says(s, k, words)), None)
