"""From groups to entities, on the cluster: ids, and what each name of each article denotes."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from graph_builder.model import Entity
from graph_builder.resolution.grouping import Group
from graph_builder.resolution.resolve import digits, entity, numbers
from graph_builder.spark.records import NAMED, dumps
from graph_builder.spark.steps import Rows, grouped

GROUPS = "kind string, whole string, name string, number string, record binary"
"""Of a group: its kind, its identity in one piece, its name, the digits of its identity, and itself."""
CLAIMS = "article string, kind string, name string, whole string"
"""Of a claim: what it says, and the identity of what it denotes."""
ENTITIES = "id string, kind string, called string, key string, record binary"
"""Of an entity: itself, and what is asked of it most."""
DENOTED = "article string, kind string, name string, id string, called string, key string"
"""Of a claim: what it says, and of the entity that it denotes what the article's part of a build needs."""
Renumbered = Mapping[tuple[str, tuple[str, ...]], str]
"""Kind and identity of a thing whose digits another has, too -> its id."""


def row(group: Group) -> tuple[str, str, str, str, bytes]:
    """Return a group, as ``GROUPS``."""
    return group.kind, group.whole, group.name, digits(group), dumps(group)


def named(rows: Rows) -> Iterator[tuple[str, str, str, str, bytes]]:
    """Yield the groups of records that stand together by kind and name, as ``GROUPS``."""
    for (kind, name), records in grouped(rows, 2):
        yield from map(row, NAMED[kind].groups(name, [pickle.loads(record) for (record,) in records]))  # noqa: S301


def claims(rows: Rows) -> Iterator[tuple[str, str, str, str]]:
    """Yield the claims of groups, as ``CLAIMS``."""
    for whole, record in rows:
        group: Group = pickle.loads(record)  # noqa: S301
        yield from ((claim.article, claim.kind, claim.name, whole) for claim in group.claims)


def renumbered(groups: Iterable[Group]) -> Renumbered:
    """Return ids for groups among which several have the same digits."""
    return {(group.kind, group.identity): number for number, group in numbers(groups)}


def entities(given: Renumbered, rows: Rows) -> Iterator[tuple[str, str, str, str | None, bytes]]:
    """Yield entities, as ``ENTITIES``."""
    for number, record in rows:
        group: Group = pickle.loads(record)  # noqa: S301
        thing = entity(group, given.get((group.kind, group.identity), number))
        yield thing.id, thing.kind, thing.name, thing.key, dumps(thing)


def denoted(rows: Iterable[Any]) -> Iterator[tuple[str, str, str, str, str, str | None]]:
    """Yield what claims denote, as ``DENOTED``."""
    for (record,) in rows:
        thing: Entity = pickle.loads(record)  # noqa: S301
        yield from ((claim.article, claim.kind, claim.name, thing.id, thing.name, thing.key) for claim in thing.claims)
