"""Which tellings are compared: those that share a key, never all with all.

A key that too many share tells nothing and is left. Pure functions of one telling and of one block: the engine on one
machine holds the blocks in memory, that on a cluster lets the cluster bring them together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

MOST = 40
"""Tellings that are compared for one key; of one name, those of most articles."""
Key = str
Names = frozenset[str]
"""Features of the names of two tellings."""
Pair = tuple[str, str]
"""Asker and asked, each by its id. Ids are ordered as the tellings are."""
Related = tuple[str, str, Names]
"""A pair, and one way in which its names are related."""


class Label(Protocol):
    """What a block holds of a telling."""

    @property
    def id(self) -> str:
        """Tells it from all others of its kind."""


Told = TypeVar("Told")
Seen = TypeVar("Seen", bound=Label)


@dataclass(frozen=True, slots=True)
class Relation(Generic[Told, Seen]):
    """A way in which tellings are related, and the keys that only those so related share."""

    asks: Callable[[Told], Iterable[Key]]
    """The keys under which a telling asks, each once."""
    pairs: Callable[[Key, Sequence[Seen], Sequence[Seen]], Iterator[Related]]
    """The pairs of a block: of those who ask and those who are asked under a key, both in order."""
    asked: Callable[[Told], Iterable[Key]] | None = None
    """The keys under which it is asked; ``None``: who asks is asked, too."""


def asked(relations: Iterable[Relation[Told, Seen]], found: Sequence[tuple[Told, Seen]]) -> Mapping[Pair, Names]:
    """Return which tellings are compared, with the features of their names; ``found`` is in order."""
    return joined(related for relation in relations for related in _related(relation, found))


def joined(every: Iterable[Related]) -> Mapping[Pair, Names]:
    """Return pairs with all features of their names, from their relations in order; the first one says who asks."""
    found: dict[Pair, Names] = {}
    alike: dict[Names, Names] = {}  # of which there are few, and of pairs very many
    for a, b, names in every:
        if (b, a) not in found:
            both = names | found.get((a, b), names)
            found[a, b] = alike.setdefault(both, both)
    return found


def _related(relation: Relation[Told, Seen], found: Sequence[tuple[Told, Seen]]) -> Iterator[Related]:
    asks: dict[Key, list[Seen]] = {}
    for told, seen in found:
        for key in relation.asks(told):
            asks.setdefault(key, []).append(seen)
    wanted = asks if relation.asked is None else _wanted(asks, relation.asked, found)
    for key, block in asks.items():
        yield from relation.pairs(key, block, wanted.get(key, ()))


def _wanted(
    asks: Mapping[Key, object], keys: Callable[[Told], Iterable[Key]], found: Sequence[tuple[Told, Seen]]
) -> Mapping[Key, Sequence[Seen]]:
    """Return who is asked under the keys under which anybody asks."""
    wanted: dict[Key, list[Seen]] = {}
    for told, seen in found if asks else ():
        for key in keys(told):
            if key in asks:
                wanted.setdefault(key, []).append(seen)
    return wanted
