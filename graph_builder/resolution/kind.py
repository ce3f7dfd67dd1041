"""How things of one kind are found out of what articles tell of them: the steps, which both engines take.

    records    what one article tells of one thing (``Person``, ``Unit``, ``Tale``)
    tellings   those of one name, put together as far as the name tells that they are one; the unit of all that follows
    pairs      the tellings that share a key (``blocks``)
    settling   the surest pair of tellings first, until nothing changes
    groups     what is left, each with an identity of its own

A step looks at the records of one name, at one block, at the tellings that pairs tie together, at the groups of one
name, and at nothing else. So a cluster may take it for many of them at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, Self, TypeVar

from graph_builder.model import Claim, EntityKind, Pair
from graph_builder.resolution import blocks
from graph_builder.resolution.blocks import Names, Relation
from graph_builder.resolution.decided import Decided
from graph_builder.resolution.grouping import Group, collected
from graph_builder.resolution.matching import Match
from graph_builder.resolution.settling import Settling, Ways


class Telling(Protocol):
    """What articles tell of one thing."""

    articles: set[str]
    pinned: set[Claim]
    """Claims of which a person decided that they are not another."""

    @property
    def claims(self) -> Sequence[Claim]:
        """The claims that denote it."""

    @property
    def first(self) -> Claim:
        """The claim that stands for it."""

    @property
    def weight(self) -> int:
        """Of two that are one, the heavier stands for both."""

    def take_in(self, other: Self, why: Match) -> None:
        """Make another part of this one, with the reason."""


Record = TypeVar("Record", contravariant=True)  # noqa: PLC0105  # it reads better
Told = TypeVar("Told", bound=Telling)


class Kind(Protocol[Record, Told]):
    """A kind of thing."""

    @property
    def kind(self) -> EntityKind:
        """The kind."""

    @property
    def mutual(self) -> bool:
        """Whether whoever is asked may have rivals, too (``settling``)."""

    @property
    def relations(self) -> Sequence[Relation[Told, Any]]:
        """Who asks whom."""

    def name(self, record: Record) -> str:
        """Return what the records share that are told together."""

    def tellings(self, alike: Sequence[Record], decided: Decided) -> Iterator[Told]:
        """Yield what is told of the things of one name; the order of records does not matter."""

    def label(self, own: str, told: Told) -> Any:
        """Return what blocks hold of a telling whose id is ``own``."""

    def match(self, one: Told, other: Told, names: Names) -> Match:
        """Return the features of two tellings, ``names`` being those of their names."""

    def signs(self, told: Told) -> Any:
        """Return of a telling what ``at_best`` needs."""

    def at_best(self, one: Any, other: Any, wholes: tuple[Any, Any], names: Names) -> Match:
        """Return features of no fewer bits than two tellings have while others are joined to them.

        ``one``, ``other``: their signs; ``wholes``: those of both with all that is joined to them in the end.
        """

    def identified(self, told: Told) -> str:
        """Return what those share whose groups could have one identity."""

    def groups(self, alike: Sequence[Told]) -> Iterator[Group]:
        """Yield what is left in the end as groups, each of an identity of its own."""


def numbered(kind: Kind[Record, Told], alike: Sequence[Record], decided: Decided) -> Iterator[tuple[str, Told]]:
    """Yield the tellings of one name with their ids, in order."""
    name = kind.name(alike[0])
    for number, told in enumerate(kind.tellings(alike, decided)):
        told.pinned = decided.pinned(set(told.claims)) if decided else set()
        yield f"{name}\n{number:06}", told


def resolved(kind: Kind[Record, Told], records: Iterable[Record], decided: Decided) -> tuple[list[Group], list[Pair]]:
    """Return the things of all articles, and what was compared."""
    named = collected((kind.name(record), record) for record in records)
    found = sorted((own for alike in named.values() for own in numbered(kind, alike, decided)), key=lambda own: own[0])
    asked = blocks.asked(kind.relations, [(told, kind.label(own, told)) for own, told in found])
    left, pairs = settled(kind, found, asked, decided)
    return list(kind.groups([told for told, _ in left])), pairs


def settled(
    kind: Kind[Record, Told],
    found: Sequence[tuple[str, Told]],
    asked: Mapping[blocks.Pair, Names],
    decided: Decided,
) -> tuple[list[tuple[Told, list[str]]], list[Pair]]:
    """Make one what is one among tellings, which are in order of their ids.

    Returns what is left, each with the ids of all tellings that it is now, and what was compared.

    The tellings that are not asked and do not ask may as well be left out, and so may be done apart what no pair ties.
    """
    told = [each for _, each in found]
    number = {own: n for n, (own, _) in enumerate(found)}
    firsts = [each.first for each in told]

    def compare(a: int, b: int, names: Names) -> Match | None:
        one, other = told[a], told[b]
        if not one.articles.isdisjoint(other.articles) or decided.forbid(one.pinned, other.pinned):
            return None
        return kind.match(one, other, names)

    def join(a: int, b: int, why: Match) -> None:
        told[a].take_in(told[b], why)

    pairs = {(number[a], number[b]): names for (a, b), names in sorted(asked.items())}
    ways = Ways(kind.kind, compare, join, lambda n: told[n].weight, mutual=kind.mutual)
    settling = Settling(len(told), pairs, ways)
    if decided:
        decided.apply(settling, [set(each.claims) for each in told])
    compared = decided.pairs(settling.run(), firsts)
    members: dict[int, list[str]] = {}
    for n, (own, _) in enumerate(found):
        members.setdefault(settling.root(n), []).append(own)
    return [(told[n], own) for n, own in sorted(members.items())], compared
