"""The table of features: what speaks for and against two tellings being of one thing, and what follows from the sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from graph_builder.model import EntityKind, Outcome

Table = Mapping[str, "Feature"]


@dataclass(frozen=True, slots=True)
class Feature:
    """Something that two tellings share, or in which they differ. ``bits``: the logarithm to 2 of how telling it is."""

    name: str
    bits: float
    says: str
    """The feature in words, for reasons and reviewers."""
    why: str


@dataclass(frozen=True)
class Match:
    """The features of two tellings; ``note`` is added in brackets to the words of the party's feature.

    Very many pairs have the same features, and one match: what follows from them is found out once.
    """

    features: tuple[Feature, ...]
    note: str = ""

    @cached_property
    def bits(self) -> float:
        """The sum."""
        return sum(feature.bits for feature in self.features)

    @cached_property
    def score(self) -> float:
        """How likely the two are one, 0 to 1, to two digits."""
        return round(1 / (1 + 2**-self.bits), 2)

    @cached_property
    def outcome(self) -> Outcome:
        """What follows by the thresholds."""
        automatic, review = thresholds()
        return "merged" if self.bits >= automatic else "review" if self.bits >= review else "apart"

    @cached_property
    def reasons(self) -> tuple[str, ...]:
        """Each feature in words, with its bits."""
        return tuple(f"{self._words(feature)} {feature.bits:+g}" for feature in self.features)

    @property
    def because(self) -> str:
        """The features in one line, with the score."""
        return f"{', '.join(map(self._words, self.features))} [{self.score:.2f}]"

    def _words(self, feature: Feature) -> str:
        return f"{feature.says} ({self.note})" if feature.name == "same_party" and self.note else feature.says


def match(kind: EntityKind, features: Iterable[str], note: str = "") -> Match:
    """Return the features of these names, in the order of the table."""
    return _match(kind, frozenset(features), note)


@lru_cache(maxsize=10_000)
def _match(kind: EntityKind, held: frozenset[str], note: str) -> Match:
    return Match(tuple(feature for name, feature in table(kind).items() if name in held), note)


@cache
def table(kind: EntityKind) -> Table:
    """Return the features of a kind of thing by name, in order."""
    return {name: Feature(name, **said) for name, said in _document()[kind].items()}


@cache
def thresholds() -> tuple[float, float]:
    """Return the bits from which two are merged, and from which a person is asked."""
    found = _document()["thresholds"]
    return found["automatic"], found["review"]


@cache
def _document() -> dict[str, dict[str, Any]]:
    text = files("graph_builder.resolution").joinpath("weights.yml").read_text(encoding="utf-8")
    document: dict[str, dict[str, Any]] = yaml.safe_load(text)
    return document
