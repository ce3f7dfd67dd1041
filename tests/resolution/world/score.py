"""How well a resolved world fits the truth: pairs of mentions that are, or are not, one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from graph_builder.model import Claim, EntityKind, World

Truth = Mapping[Claim, str]
"""What each mention denotes in the world that was told."""


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs of mentions: rightly joined, wrongly joined, wrongly apart."""

    right: int
    merged: tuple[tuple[Claim, Claim], ...]
    apart: tuple[tuple[Claim, Claim], ...]

    @property
    def precision(self) -> float:
        """Share of the joined pairs that are one thing."""
        return self.right / ((self.right + len(self.merged)) or 1)

    @property
    def recall(self) -> float:
        """Share of the pairs of one thing that are joined."""
        return self.right / ((self.right + len(self.apart)) or 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score(found: World, truth: Truth, kind: EntityKind) -> Score:
    """Compare all pairs of mentions of a kind that were resolved and whose truth is known."""
    known = sorted(claim for claim in found.of if claim.kind == kind and claim in truth)
    joined = set(_pairs(known, {claim: found.of[claim].id for claim in known}))
    same = set(_pairs(known, truth))
    return Score(len(joined & same), tuple(sorted(joined - same)), tuple(sorted(same - joined)))


def _pairs(claims: Iterable[Claim], groups: Mapping[Claim, str]) -> Iterator[tuple[Claim, Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(groups[claim], []).append(claim)
    for same in found.values():
        yield from combinations(same, 2)


def told(score: Score) -> str:
    """Return the figures, and every error by name."""
    lines = [
        f"precision {score.precision:.3f}, recall {score.recall:.3f}, F1 {score.f1:.3f}, {score.right} pairs right"
    ]
    lines += [f"wrongly one: {a.article} {a.name} = {b.article} {b.name}" for a, b in score.merged]
    lines += [f"wrongly two: {a.article} {a.name} | {b.article} {b.name}" for a, b in score.apart]
    return "\n".join(lines)
