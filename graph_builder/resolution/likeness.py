"""What two bearers of names share beside the names, and in what they differ, as features of the table.

``features`` says it of two bearers as they are; ``at_best`` bounds what it may ever say of them, so that those
who can never be one need not be brought together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from graph_builder.resolution.around import Around
from graph_builder.resolution.bearers import Bearer


def features(a: Bearer, b: Bearer) -> Iterator[str]:
    """Yield the features of two bearers, but for those of their names."""
    if a.common or b.common:
        yield "common_name"
        if not all(bearer.parties or bearer.around.context for bearer in (a, b)):
            yield "common_unplaced"
    yield from _parties(a, b)
    yield from _towns(a.around, b.around)
    yield from _company(a.around, b.around)
    if a.around.genders and b.around.genders and not a.around.genders & b.around.genders:
        yield "other_gender"


def _parties(a: Bearer, b: Bearer) -> Iterator[str]:
    if a.parties and b.parties:
        yield "same_party" if a.parties & b.parties else "other_party"
        return
    one, other = a.parties or a.around.context, b.parties or b.around.context
    if one and other:
        yield "context_party" if one & other else "other_context"


def _towns(a: Around, b: Around) -> Iterator[str]:
    if a.homes and b.homes and not a.homes & b.homes:
        near = any(abs(x - y) <= 1 for x in a.years for y in b.years)
        yield "other_town_then" if near else "other_town"
    elif a.towns & b.towns:
        yield "same_town"
    elif a.towns and b.towns:
        yield "elsewhere"


def _company(a: Around, b: Around) -> Iterator[str]:
    if a.bodies & b.bodies:
        yield "same_body"
    if not a.companions.isdisjoint(b.companions):
        few, many = sorted((a.companions, b.companions), key=len)
        shared = islice((name for name in few if name in many), 2)
        yield "companions" if len(list(shared)) > 1 else "companion"


# ---------------------------------------------------------------- at best


@dataclass(frozen=True, slots=True)
class Signs:
    """Of a bearer what bounds how likely it is somebody else, whoever is joined to both: little enough to be sent."""

    parties: frozenset[str]
    context: frozenset[str]
    homes: frozenset[str]
    towns: frozenset[str]
    bodies: frozenset[str]
    genders: frozenset[str]
    common: bool

    @property
    def all_parties(self) -> frozenset[str]:
        """Every party by which it may be compared."""
        return self.parties | self.context


def signs(bearer: Bearer) -> Signs:
    """Return the signs of a bearer."""
    around = bearer.around
    return Signs(
        parties=frozenset(bearer.parties),
        context=frozenset(around.context),
        homes=frozenset(around.homes),
        towns=frozenset(around.towns),
        bodies=frozenset(around.bodies),
        genders=frozenset(around.genders),
        common=bearer.common,
    )


def at_best(a: Signs, b: Signs, whole_a: Signs, whole_b: Signs) -> Iterator[str]:
    """Yield features of no fewer bits than two bearers have while others are joined to them.

    ``whole_a`` and ``whole_b``: the signs of both with all that is joined to them in the end.
    """
    yield "companions"
    if a.common or b.common:
        yield "common_name"
        if not (whole_a.all_parties and whole_b.all_parties):
            yield "common_unplaced"
    yield from _party_at_best(a, b, whole_a, whole_b)
    yield from _town_at_best(a, b, whole_a, whole_b)
    if whole_a.bodies & whole_b.bodies:
        yield "same_body"
    if a.genders and b.genders and not whole_a.genders & whole_b.genders:
        yield "other_gender"


def _party_at_best(a: Signs, b: Signs, whole_a: Signs, whole_b: Signs) -> Iterator[str]:
    if whole_a.parties & whole_b.parties:
        yield "same_party"
    elif a.parties and b.parties:
        yield "other_party"
    elif whole_a.all_parties & whole_b.all_parties:
        yield "context_party"
    elif a.all_parties and b.all_parties:
        yield "other_context"


def _town_at_best(a: Signs, b: Signs, whole_a: Signs, whole_b: Signs) -> Iterator[str]:
    if a.homes and b.homes and not whole_a.homes & whole_b.homes:
        yield "other_town"
    elif whole_a.towns & whole_b.towns:
        yield "same_town"
    elif a.towns and b.towns:
        yield "elsewhere"
