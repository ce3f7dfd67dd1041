"""Seats: a role of one body, or of one party or place; some have one holder at a time, others as many as there are."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from graph_builder.lexicon.loader import data
from graph_builder.model import Entity, PostFact, World
from graph_builder.resolution import spelling


class Seat(NamedTuple):
    """What one can hold: a role, and where. Ids of entities; of what the articles do not tell, an empty text."""

    role: str
    """The key of the lexicon, else the folded phrase."""
    body: str
    party: str
    place: str
    """Told only where no body is, which has its own."""
    single: bool
    """Whether it has one holder at a time: as the lexicon says of the role, where it is certain whose seat it is."""


def seat(world: World, article: str, fact: PostFact) -> Seat:
    """Return the seat of a post.

    A secretary of "the party" may be that of any of its branches: without a body, a role has one holder only if the
    lexicon ties it to the top of a party, or if it is an office of the state and the place is told.
    """
    body, party, place = (
        world.entity("body", article, fact.body),
        world.entity("party", article, fact.party),
        world.entity("place", article, fact.place),
    )
    role = fact.role_key or spelling.letters(fact.role)
    entry = _roles().get(fact.role_key or "", {})
    top = entry.get("body") == "national" and party is not None
    certain = body is not None or (place is not None if fact.public else top)
    single = bool(entry.get("single")) and certain
    if body is not None:
        return Seat(role, body.id, "", "", single)
    return Seat(role, "", "" if fact.public else _id(party), "" if top else _id(place), single)


def _id(entity: Entity | None) -> str:
    return entity.id if entity else ""


@cache
def _roles() -> dict[str, dict[str, object]]:
    return {entry["key"]: entry for entry in data("roles")}
