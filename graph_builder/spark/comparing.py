"""What is compared and settled, on the cluster: tellings, the blocks in which they stand, pairs, and what these tie.

These are the steps of ``resolution.kind``, taken for one name, one block, one part at a time. Of pairs that may be
one only these are sent on together: a pair whose features at best are too few is never one, and no rival.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from typing import Any

from graph_builder.resolution import blocks
from graph_builder.resolution.blocks import Relation
from graph_builder.resolution.decided import Decided
from graph_builder.resolution.kind import Kind, numbered, settled
from graph_builder.resolution.matching import thresholds
from graph_builder.spark import groups
from graph_builder.spark.records import dumps
from graph_builder.spark.steps import Rows, grouped

Things = Kind[Any, Any]
TELLINGS = "id string, told binary, signs binary"
"""A telling, and what bounds what it may be one with."""
KEYS = "relation int, key string, id string, asks boolean, label binary"
"""That a telling asks, or is asked, under a key in a relation; what the block holds of it."""
RELATED = "low string, high string, relation int, a string, b string, names string"
"""A way in which two tellings are related, and who asks; both ids in order come first."""
PAIRS = "a string, b string, names string"
"""A pair that is compared, with the features of its names."""
LIKELY = "a string, b string, names string, likely boolean"
"""Whether it may ever be more than too unlikely."""
SETTLED = "what string, id string, record binary"
"""Of a part: what is left (``LEFT``) with what its group is made beside; of each telling the signs of all that it is
one with (``WHOLE``); each pair that was compared (``PAIR``)."""
LEFT, WHOLE, PAIR = "left", "whole", "pair"


def tellings(kind: Things, decided: Decided, rows: Rows) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield what is told of things, of records that stand together by name."""
    for _, records in grouped(rows):
        alike = [pickle.loads(record) for (record,) in records]  # noqa: S301
        for own, told in numbered(kind, alike, decided):
            yield own, dumps(told), dumps(kind.signs(told))


def keys(kind: Things, rows: Iterable[tuple[str, bytes]]) -> Iterator[tuple[int, str, str, bool, bytes]]:
    """Yield the keys of tellings."""
    for own, record in rows:
        told = pickle.loads(record)  # noqa: S301
        label = dumps(kind.label(own, told))
        for number, relation in enumerate(kind.relations):
            yield from ((number, key, own, True, label) for key in relation.asks(told))
            if relation.asked:
                yield from ((number, key, own, False, label) for key in relation.asked(told))


def related(kind: Things, rows: Rows) -> Iterator[tuple[str, str, int, str, str, str]]:
    """Yield the pairs of blocks: of keys that stand together by relation and key, in the order of ids."""
    for (number, key), block in grouped(rows, 2):
        relation: Relation[Any, Any] = kind.relations[number]
        sides: dict[bool, list[Any]] = {True: [], False: []}
        for _, asks, label in block:
            sides[asks].append(pickle.loads(label))  # noqa: S301
        for a, b, names in relation.pairs(key, sides[True], sides[relation.asked is None]):
            yield min(a, b), max(a, b), number, a, b, " ".join(sorted(names))


def pairs(rows: Rows) -> Iterator[tuple[str, str, str]]:
    """Yield pairs, of ways to be related that stand together by both ids, in the order of relations."""
    for _, ways in grouped(rows, 2):
        every = ((a, b, frozenset(names.split())) for _, a, b, names in ways)
        for (a, b), names in blocks.joined(every).items():
            yield a, b, " ".join(sorted(names))


def likely(kind: Things, rows: Rows) -> Iterator[tuple[str, str, str, bool]]:
    """Yield pairs with whether they are likely at best: as they are, or as parts of all that they are one with."""
    for a, b, names, *signs in rows:
        one, other, *wholes = (pickle.loads(each) for each in signs)  # noqa: S301
        whole = (wholes[0], wholes[1]) if wholes else (one, other)
        found = kind.at_best(one, other, whole, frozenset(names.split()))
        yield a, b, names, found.bits >= thresholds()[1]


def settle(kind: Things, decided: Decided, rows: Rows) -> Iterator[tuple[str, str | None, bytes]]:
    """Yield what is settled, of tellings and pairs that stand together by part; in it tellings in the order of ids."""
    for _, part in grouped(rows):
        found: list[tuple[str, Any]] = []
        asked: dict[blocks.Pair, blocks.Names] = {}
        for own, record, a, b, names in part:
            if record is None:
                asked[a, b] = frozenset(names.split())
            else:
                found.append((own, pickle.loads(record)))  # noqa: S301
        left, compared = settled(kind, found, asked, decided)
        for told, members in left:
            yield LEFT, kind.identified(told), dumps(told)
            signs = dumps(kind.signs(told))
            yield from ((WHOLE, member, signs) for member in members)
        yield from ((PAIR, None, dumps(pair)) for pair in compared)


def grouping(kind: Things, rows: Rows) -> Iterator[tuple[str, str, str, str, bytes]]:
    """Yield groups (``groups.GROUPS``), of what is left and stands together by what it is identified by."""
    for _, alike in grouped(rows):
        yield from map(groups.row, kind.groups([pickle.loads(record) for (record,) in alike]))  # noqa: S301


def claims(judged: frozenset[Any], rows: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, str, str]]:
    """Yield which telling has each claim on which somebody decided: its id, article and name."""
    for own, record in rows:
        told = pickle.loads(record)  # noqa: S301
        yield from ((own, claim.article, claim.name) for claim in told.claims if claim in judged)
