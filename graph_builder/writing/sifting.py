"""From an article as it was read to what the world has of it."""

from __future__ import annotations

from dataclasses import dataclass

from graph_builder.decisions import Decisions
from graph_builder.model import Reading
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
