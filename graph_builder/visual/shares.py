"""The network in shares that a browser can hold: each party with what is said of it, and what is said of none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph_builder.model import Entity
from graph_builder.visual.network import READABLE
from graph_builder.visual.site.known import Known
from graph_builder.visual.site.said import Said

Parties = Mapping[str, set[str]]
"""Id of an entity -> ids of the parties with which it is shown."""


@dataclass(frozen=True, slots=True)
class Share:
    """What is loaded at once; ``party`` is its party, ``None`` where it has none or holds everything."""

    party: Entity | None
    entities: tuple[Entity, ...]
    said: tuple[Said, ...]


def parties_of(known: Known) -> Parties:
    """Return the parties of every entity: those named with it, and those of the events in which a person took part."""
    found: dict[str, set[str]] = {e.id: {e.id} if e.kind == "party" else set() for e in known.entities.values()}
    for said in known.said:
        spoken_of = [entity for entity in said.statement.entities() if entity in found]
        named = {entity for entity in spoken_of if known.entities[entity].kind == "party"}
        for entity in spoken_of:
            if known.entities[entity].kind != "party":
                found[entity] |= named
    for event in known.events.values():
        for person in event.people:
            found[person] |= found[event.entity.id]
    return found


def shares(known: Known, parties: Parties) -> list[Share]:
    """Return everything as one share where it can be read at once; else a share a party, the largest first.

    What is said of several parties is in the share of each; the last share holds what is said of none.
    """
    ordered = _by_main_thing(known)
    everything = Share(None, tuple(known.entities.values()), ordered)
    kinds = [entity for entity in known.entities.values() if entity.kind == "party"]
    if len(known.entities) <= READABLE or len(kinds) < 2:
        return [everything]
    said: dict[str, list[Said]] = {}
    within: dict[str, set[str]] = {party.id: {party.id} for party in kinds}
    for entity in known.entities:
        for party in parties[entity] or ("",):
            within.setdefault(party, set()).add(entity)
    for each in ordered:
        spoken_of = [entity for entity in each.statement.entities() if entity in parties]
        named = [entity for entity in spoken_of if known.entities[entity].kind == "party"]
        owners = named or sorted({party for entity in spoken_of for party in parties[entity]}) or [""]
        for owner in owners:
            said.setdefault(owner, []).append(each)
            within.setdefault(owner, set()).update(spoken_of)
    largest_first = sorted(filter(None, within), key=lambda party: (-len(within[party]), party))
    return [
        Share(
            known.entities[party] if party else None,
            tuple(entity for entity in known.entities.values() if entity.id in within[party]),
            tuple(said.get(party, ())),
        )
        for party in (*largest_first, *([""] if "" in within else []))
    ]


def _by_main_thing(known: Known) -> tuple[Said, ...]:
    """Return what is said in the order of whom or what it is mainly about, so that it is loaded together."""
    order = {entity: number for number, entity in enumerate(known.entities)}

    def main(said: Said) -> int:
        return next((order[entity] for entity in said.statement.entities() if entity in order), -1)

    return tuple(sorted(known.said, key=main))
