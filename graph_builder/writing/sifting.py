"""From an article as it was read to what the world has of it, and to what resolution needs of that."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph_builder.decisions import Decisions
from graph_builder.model import Evidence, Fact, Reading, Span
from graph_builder.threshold import at_least


@dataclass(frozen=True, slots=True)
class Sifting:
    """What is left out of what was read: by people's decisions, and for being too unsure."""

    decisions: Decisions
    min_confidence: float
    held: float
    """Facts of less confidence that nobody accepted are held back."""

    def sure(self, reading: Reading) -> Reading:
        """Return a reading without what was rejected, corrected, or is below the confidence asked for."""
        return at_least(self.decisions.reviewed(reading), self.min_confidence)

    def known(self, sure: Reading) -> Reading:
        """Return of what is sure what is not held back."""
        return at_least(sure, self.held)


def slim(reading: Reading) -> Reading:
    """Return a reading without the words of the article, which nothing needs to tell what its names denote.

    Where a sentence stands is kept, so facts are in the same order; and how long the article is.
    """
    length = sum(span.end - span.start for span in reading.article.paragraphs)
    article = replace(reading.article, text="", title=None, paragraphs=(Span(0, length),), removed=())
    return Reading(article, tuple(map(_slim, reading.facts)))


def _slim(fact: Fact) -> Fact:
    said = fact.evidence
    evidence = Evidence(said.article, said.start, said.end, "", said.rule, said.confidence)
    return replace(fact, evidence=evidence)
