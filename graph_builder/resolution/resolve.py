"""From readings to the world: each name of each article gets its one entity."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from graph_builder.model import Claim, Entity, Judgement, Pair, Reading, World
from graph_builder.resolution.bodies import Bodies
from graph_builder.resolution.bureau import told
from graph_builder.resolution.decided import Decided
from graph_builder.resolution.events import Events
from graph_builder.resolution.grouping import Group
from graph_builder.resolution.homonyms import tell_apart
from graph_builder.resolution.kind import Kind, Record, Told, resolved
from graph_builder.resolution.namesakes import People
from graph_builder.resolution.parties import parties
from graph_builder.resolution.people import people
from graph_builder.resolution.places import places
from graph_builder.resolution.plans import plans
from graph_builder.resolution.setting import Setting, setting
from graph_builder.resolution.tales import tales

DIGITS = 12
"""Hexadecimal digits of an entity's id."""


def resolve(readings: Iterable[Reading], judgements: Iterable[Judgement] = ()) -> World:
    """Merge the names that articles use into entities.

    Args:
        readings: the articles' facts, in any order; ids of articles are unique.
        judgements: what people decided of pairs of claims, in any order; one whose claims are not there has no effect.

    Returns:
        The readings by article id, and their entities. Every name that a fact uses for a person, party, body, event,
        plan or place has exactly one. Where an article calls several bodies by one name, its facts now name each.
    """
    ordered = sorted(readings, key=lambda reading: (reading.article.id, reading.article.digest))
    settings = [tell_apart(setting(reading)) for reading in ordered]
    pairs: list[Pair] = []
    found = _groups(settings, tuple(judgements), pairs)
    groups = sorted(found, key=lambda group: (group.kind, group.identity, group.claims))
    entities = tuple(sorted(_entities(groups), key=lambda entity: (entity.kind, entity.name, entity.id)))
    of = {claim: entity for entity in entities for claim in entity.claims}
    return World(tuple(at.reading for at in settings), entities, dict(sorted(of.items())), tuple(sorted(pairs)))


def _groups(settings: list[Setting], judgements: tuple[Judgement, ...], pairs: list[Pair]) -> Iterator[Group]:
    yield from places(settings)
    known = list(parties(settings))
    yield from known
    yield from plans(settings)
    of: dict[Claim, str] = {}

    def found(kind: Kind[Record, Told], records: Iterable[Record]) -> list[Group]:
        groups, compared = resolved(kind, records, Decided(kind.kind, judgements))
        pairs.extend(compared)
        of.update((claim, group.whole) for group in groups for claim in group.claims)
        return groups

    names = {group.identity[0]: group.name for group in known}
    yield from found(People(names), (person for at in settings for person in people(at)))
    yield from found(Bodies(), (unit for at in settings for unit in told(at, of)))
    yield from found(Events(), (tale for at in settings for tale in tales(at, of)))


def _entities(groups: Iterable[Group]) -> Iterator[Entity]:
    taken: set[str] = set()
    for group in groups:
        number = _id(group, taken)
        taken.add(number)
        yield Entity(
            id=number,
            kind=group.kind,
            name=group.name,
            aliases=tuple(sorted(group.aliases)),
            claims=tuple(sorted(group.claims)),
            reasons=tuple(sorted(group.reasons)),
            key=group.key,
        )


def _id(group: Group, taken: set[str]) -> str:
    """Return digits of the hash of what identifies the thing; where they are taken, those of it and a number."""
    identity: list[str | int] = [group.kind, *group.identity]
    number = _digits(identity)
    attempt = 0
    while number in taken:
        attempt += 1
        number = _digits([*identity, attempt])
    return number


def _digits(content: list[str | int]) -> str:
    return hashlib.sha256(json.dumps(content).encode("ascii")).hexdigest()[:DIGITS]
