"""Draws by hashing: the same on every Python, for every seed and label, whatever was drawn before."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Choice = TypeVar("Choice")


class Chance:
    """Draws of one seed; each is known by its label, so that a further draw changes no other."""

    def __init__(self, *seed: object) -> None:
        self._seed = seed

    def of(self, *label: object) -> Chance:
        """Return the draws under a label."""
        return Chance(*self._seed, *label)

    def share(self, *label: object) -> float:
        """Return a number from 0 to 1, 1 excluded."""
        digest = hashlib.sha256(repr((self._seed, label)).encode()).digest()
        return int.from_bytes(digest[:6], "big") / 2**48

    def happens(self, probability: float, *label: object) -> bool:
        """Whether something of this probability happens."""
        return self.share(*label) < probability

    def below(self, end: int, *label: object) -> int:
        """Return a whole number below ``end``."""
        return int(self.share(*label) * end)

    def pick(self, among: Sequence[Choice], *label: object) -> Choice:
        """Return one of several."""
        return among[self.below(len(among), *label)]

    def some(self, among: Sequence[Choice], count: int, *label: object) -> list[Choice]:
        """Return ``count`` of several, or all, in a drawn order."""
        order = sorted(range(len(among)), key=lambda n: self.share(*label, n))
        return [among[n] for n in order[:count]]
