"""Whether confidence holds: of facts marked 0.9, about nine in ten should be true."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean

from graph_builder.evaluation.judge import Evaluation
from graph_builder.evaluation.scores import told_once

WIDTH = 50
"""Thousandths of confidence that a bin spans; confidences are compared as thousandths, which are exact."""
FEW = 20
"""A bin of fewer facts says little: its share of true ones is marked as doubtful."""
_Z = 1.96
"""Standard deviations of a 95 % interval."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The facts whose confidence lies from ``low`` up to, but without, ``high`` (the last bin holds 1 too)."""

    low: float
    high: float
    told: int
    true: int
    stated: float
    """The mean of their confidences."""

    @property
    def share(self) -> float:
        """The share of them that is true, 0 to 1."""
        return self.true / self.told

    @property
    def interval(self) -> tuple[float, float]:
        """Where the share lies in 95 % of such samples (Wilson's score interval, 1927)."""
        n, z = self.told, _Z
        middle = (self.share + z * z / (2 * n)) / (1 + z * z / n)
        reach = z / (1 + z * z / n) * sqrt(self.share * (1 - self.share) / n + z * z / (4 * n * n))
        return max(0.0, middle - reach), min(1.0, middle + reach)

    @property
    def few(self) -> bool:
        """Whether they are too few to tell."""
        return self.told < FEW


def calibration(evaluation: Evaluation) -> list[Bin]:
    """Return the bins that hold any fact, by confidence; each fact is counted once, optional ones as true."""
    stated = (
        (judgement.told.confidence, judgement.outcome != "wrong")
        for judgement in told_once(evaluation)
        if judgement.told is not None and judgement.told.confidence is not None
    )
    return bins(stated)


def bins(stated: Iterable[tuple[float, bool]]) -> list[Bin]:
    """Put confidences, each with whether it proved true, into bins.

    >>> [(b.low, b.high, b.told, b.true) for b in bins([(0.9, True), (0.93, False), (1.0, True)])]
    [(0.9, 0.95, 2, 1), (0.95, 1.0, 1, 1)]
    """
    found: dict[int, list[tuple[float, bool]]] = {}
    for confidence, true in stated:
        found.setdefault(min(round(confidence * 1000), 999) // WIDTH, []).append((confidence, true))
    return [_bin(number, found[number]) for number in sorted(found)]


def _bin(number: int, facts: Sequence[tuple[float, bool]]) -> Bin:
    low, high = number * WIDTH / 1000, (number + 1) * WIDTH / 1000
    return Bin(low, high, len(facts), sum(true for _, true in facts), fmean(confidence for confidence, _ in facts))


def calibration_error(of: Sequence[Bin]) -> float | None:
    """Return how far stated confidence and share of true facts differ, on average over the facts (ECE); 0 to 1."""
    told = sum(bin_.told for bin_ in of)
    return sum(bin_.told * abs(bin_.share - bin_.stated) for bin_ in of) / told if told else None
