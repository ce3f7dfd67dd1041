"""What two bearers of names share beside the names, and in what they differ, as features of the table."""

from __future__ import annotations

from collections.abc import Iterator

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
    few, many = sorted((a.companions, b.companions), key=len)
    shared = sum(1 for name in few if name in many)
    if shared:
        yield "companions" if shared > 1 else "companion"
