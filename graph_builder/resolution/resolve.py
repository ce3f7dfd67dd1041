"""From readings to the world: each name of each article gets its one entity."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from types import ModuleType

from graph_builder.model import Claim, Entity, Judgement, Pair, Reading, World
from graph_builder.resolution import parties, places, plans
from graph_builder.resolution.bodies import Bodies
from graph_builder.resolution.bureau import told
from graph_builder.resolution.decided import Decided
from graph_builder.resolution.events import Events
from graph_builder.resolution.grouping import Group, collected
from graph_builder.resolution.homonyms import tell_apart
from graph_builder.resolution.kind import Kind, Record, Told, resolved
from graph_builder.resolution.namesakes import People
from graph_builder.resolution.people import people
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
    made = (entity(group, number) for number, group in numbers(found))
    entities = tuple(sorted(made, key=lambda thing: (thing.kind, thing.name, thing.id)))
    of = {claim: thing for thing in entities for claim in thing.claims}
    return World(tuple(at.reading for at in settings), entities, dict(sorted(of.items())), tuple(sorted(pairs)))


def _groups(settings: list[Setting], judgements: tuple[Judgement, ...], pairs: list[Pair]) -> Iterator[Group]:
    known = list(_named(parties, settings))
    yield from known
    yield from _named(places, settings)
    yield from _named(plans, settings)
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


def _named(kind: ModuleType, settings: Iterable[Setting]) -> Iterator[Group]:
    """Yield the groups of a kind of which names tell enough."""
    for name, alike in collected(named for at in settings for named in kind.named(at)).items():
        yield from kind.groups(name, alike)


def numbers(groups: Iterable[Group]) -> Iterator[tuple[str, Group]]:
    """Yield groups with ids: the digits of what identifies the thing; where these are taken, those of it and a number.

    Of several with the same digits, the first by kind, identity and claims has them.
    """
    taken: set[str] = set()
    for group in sorted(groups, key=lambda group: (group.kind, group.identity, group.claims)):
        number, attempt = digits(group), 0
        while number in taken:
            attempt += 1
            number = digits(group, attempt)
        taken.add(number)
        yield number, group


def digits(group: Group, *attempt: int) -> str:
    """Return digits of the hash of what identifies a thing."""
    content: list[str | int] = [group.kind, *group.identity, *attempt]
    return hashlib.sha256(json.dumps(content).encode("ascii")).hexdigest()[:DIGITS]


def entity(group: Group, number: str) -> Entity:
    """Return a group as an entity with this id."""
    return Entity(
        id=number,
        kind=group.kind,
        name=group.name,
        aliases=tuple(sorted(group.aliases)),
        claims=tuple(sorted(group.claims)),
        reasons=tuple(sorted(group.reasons)),
        key=group.key,
    )
