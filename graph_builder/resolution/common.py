"""Names of people that tell little: those that many bear, and given names that open double ones."""

from __future__ import annotations

from functools import cache, lru_cache

from graph_builder.extraction.names import SHORTEST_SLIP, one_slip
from graph_builder.lexicon.loader import data
from graph_builder.resolution import romanise, spelling


@lru_cache(maxsize=100_000)
def is_common(name: str) -> bool:
    """Whether a given and a family name are both such as many people bear."""
    if romanise.is_latin(name):
        return romanise.skeleton(name) in _common_skeletons()
    parts = spelling.person(name)
    return len(parts) == 2 and parts[0] in _common("given") and _is_family(parts[-1])


def _is_family(part: str) -> bool:
    """Whether a family name is a common one, or one mistyped."""
    return (
        any(one_slip(part, family) for family in _common("family"))
        if len(part) >= SHORTEST_SLIP
        else part in _common("family")
    )


@cache
def _common(which: str) -> frozenset[str]:
    return frozenset("".join(spelling.person(name)) for name in data("name_words")["common"][which])


@cache
def _common_skeletons() -> frozenset[str]:
    return frozenset(
        romanise.skeleton(f"{given} {family}") for given in _common("given") for family in _common("family")
    )


@cache
def openers() -> frozenset[str]:
    """Given names that open double ones, and are dropped before the others are; in both scripts."""
    return frozenset("".join(spelling.person(name)) for name in data("name_words")["openers"])
