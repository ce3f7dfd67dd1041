"""Putting things together: by marks that they share, and the one name that stands for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeVar

from graph_builder.model import Claim, EntityKind

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that are one thing: an entity without its id. ``identity`` tells it from all others of its kind."""

    kind: EntityKind
    identity: tuple[str, ...]
    claims: tuple[Claim, ...]
    name: str
    aliases: frozenset[str]
    reasons: frozenset[str]
    key: str | None = None

    @property
    def whole(self) -> str:
        """The identity in one piece."""
        return " ".join(self.identity)


class Union:
    """Disjoint sets of the numbers below ``size``; the smallest member stands for its set."""

    def __init__(self, size: int) -> None:
        self._up = list(range(size))

    def find(self, n: int) -> int:
        """Return the number that stands for the set of ``n``."""
        root = n
        while self._up[root] != root:
            root = self._up[root]
        while self._up[n] != root:
            self._up[n], n = root, self._up[n]
        return root

    def join(self, a: int, b: int) -> int:
        """Make the sets of ``a`` and ``b`` one; return the number that stands for it."""
        low, high = sorted((self.find(a), self.find(b)))
        self._up[high] = low
        return low

    def sets(self) -> list[list[int]]:
        """Return the sets, each in order, by their first member."""
        found: dict[int, list[int]] = {}
        for n in range(len(self._up)):
            found.setdefault(self.find(n), []).append(n)
        return list(found.values())


def by_marks(marks: Sequence[AbstractSet[Hashable]], *, unmarked_alike: bool) -> list[list[int]]:
    """Put together what shares a mark; what has none goes with the only set that there is, else stands alone.

    ``unmarked_alike``: where nothing has a mark, all is one set.

    >>> by_marks([{"a"}, set(), {"a", "b"}], unmarked_alike=False)
    [[0, 1, 2]]
    >>> by_marks([{"a"}, set(), {"b"}], unmarked_alike=True)
    [[0], [1], [2]]
    """
    union = Union(len(marks))
    first: dict[Hashable, int] = {}
    for n, own in enumerate(marks):
        for mark in own:
            union.join(first.setdefault(mark, n), n)
    marked = {union.find(n) for n, own in enumerate(marks) if own}
    plain = [n for n, own in enumerate(marks) if not own]
    if len(marked) == 1 or (not marked and unmarked_alike):
        for n in plain:
            union.join(next(iter(marked), plain[0]), n)
    return union.sets()


def collected(named: Iterable[tuple[str, Told]]) -> dict[str, list[Told]]:
    """Put together what has one name."""
    found: dict[str, list[Told]] = {}
    for name, told in named:
        found.setdefault(name, []).append(told)
    return found


def only(values: Iterable[str]) -> str | None:
    """Return the one value that there is; ``None`` for none or several."""
    distinct = set(values)
    return distinct.pop() if len(distinct) == 1 else None


def preferred(counts: Mapping[str, int]) -> str:
    """Return the name of most words, of these the most frequent, of these the first; one in brackets only if all are.

    >>> preferred({"مكتب محلي": 1, "المكتب المحلي": 1, "مكتب": 5})
    'المكتب المحلي'
    """
    return min(counts, key=lambda name: ("(" in name, -len(name.split()), -counts[name], name))


def counted(claims: Iterable[Claim]) -> Counter[str]:
    """Return how many claims use each name."""
    return Counter(claim.name for claim in claims)


def same_spelling(claims: Sequence[Claim], because: str) -> list[str]:
    """Return a line for each name that several articles use alike for one thing."""
    articles: dict[str, set[str]] = {}
    for claim in claims:
        articles.setdefault(claim.name, set()).add(claim.article)
    return [f"{name}: {because}, in {len(where)} articles" for name, where in articles.items() if len(where) > 1]
