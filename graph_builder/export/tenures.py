"""Terms of office as rows: what articles tell of one person in one seat, and what follows, marked as derived."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.chronology import Tenure, tenures, vacant
from graph_builder.chronology.days import Days
from graph_builder.export.rows import Row
from graph_builder.graph.iris import entity_id
from graph_builder.model import World


def rows(world: World) -> Iterator[Row]:
    """Yield a row for each term."""
    terms = tenures(world)
    ended = [id(term) for term in vacant(terms)]
    for term in terms:
        yield _row(world, term, left_vacant=id(term) in ended)


def _row(world: World, term: Tenure, *, left_vacant: bool) -> Row:
    first = term.said[0].fact
    at = first.evidence.article
    body, party, place = (
        world.entity("body", at, first.body),
        world.entity("party", at, first.party),
        world.entity("place", at, first.place),
    )
    known = Days(min(term.known), max(term.known)) if term.known else None
    by = term.succession.by if term.succession else None
    return {
        "person": term.person.name,
        "role": first.role,
        "organ": body.name if body else None,
        "party": party.name if party else None,
        "place": place.name if place else None,
        "begins": term.begins.shown if term.begins else None,
        "ends": term.ends.shown if term.ends else None,
        "held": known.shown if known else None,
        "over": term.over,
        "derived": by is not None,
        "successor": by.name if by else None,
        "vacant": left_vacant,
        "articles": tuple(sorted({said.fact.evidence.article for said in term.said})),
        "role_key": first.role_key,
        "person_id": entity_id(term.person),
        "body_id": entity_id(body) if body else None,
        "party_id": entity_id(party) if party else None,
        "place_id": entity_id(place) if place else None,
        "successor_id": entity_id(by) if by else None,
    }
