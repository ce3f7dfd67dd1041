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
MAKING = trigger("making")
ACTING_ON = trigger("acting_on")
SUCCEEDING = trigger("succeeding")


def says(s: Sentence, k: int, among: frozenset[str]) -> bool:
    """Whether token ``k`` is one of the words, a conjunction before it allowed."""
    return not among.isdisjoint(s.tokens[k].word.said)


def saying(s: Sentence, among: frozenset[str]) -> list[int]:
    """Return the tokens that are one of the words, a conjunction before it allowed.

    Ask this before going through a sentence: most say none of a rule's words, which costs one look.
    """
    if among.isdisjoint(s.said):
        return []
    return [k for k, token in enumerate(s.tokens) if not among.isdisjoint(token.word.said)]


def last_of(s: Sentence, words: frozenset[str], before: int) -> int:
    """Return the last token before token ``before`` that is one of ``words``; -1 if there is none."""
    return max((k for k in saying(s, words) if k < before), default=-1)


def first_of(s: Sentence, words: frozenset[str], before: int | None = None) -> int | None:
    """Return the first token of ``s`` that is one of ``words``, before token ``before``; ``None`` if there is none."""
    return next((k for k in saying(s, words) if before is None or k < before), None)
