"""Settling which tellings are one: the surest pair first, none whose asker fits another as well, until nothing changes.

Works on numbers; who asks, whom, and by which relation of names comes from blocking, so that nothing is compared with
everything. An asker tells no more than whom it asks: a short name asks the longer ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph_builder.model import EntityKind, Outcome
from graph_builder.resolution.matching import Match, match, table, thresholds

MARGIN = 2.5
"""Bits. A rival that is so much less likely is none."""
MOST = 200_000
"""Comparisons that are remembered."""

Asked = Mapping[tuple[int, int], frozenset[str]]
"""Asker and asked -> the features of their names."""
Pairs = dict[int, list[tuple[int, int]]]
Relations = dict[int, dict[frozenset[str], None]]
"""Cluster -> the relations in which its names are, in order."""
Compare = Callable[[int, int, frozenset[str]], Match | None]
"""The features of two clusters, each by the number of its first member; ``None``: they cannot be one."""
Join = Callable[[int, int, Match], None]
"""Is told that the second cluster becomes part of the first."""


@dataclass(frozen=True, slots=True)
class Ways:
    """How things of a kind are settled. ``mutual``: whoever is asked may have rivals, too."""

    kind: EntityKind
    compare: Compare
    join: Join
    weight: Callable[[int], int]
    mutual: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """A pair in the end: the numbers of two members, and what was found."""

    a: int
    b: int
    match: Match
    outcome: Outcome


class Settling:
    """Clusters while they are settled."""

    def __init__(self, size: int, asked: Asked, ways: Ways) -> None:
        self._up = list(range(size))
        self._asked = asked
        self._ways = ways
        self._against_one = frozenset(name for name, feature in table(ways.kind).items() if feature.bits < 0)
        self._asking: Pairs = {}
        """Cluster -> the pairs in which it may have rivals: those in which it asks, or is in at all."""
        self._contrary: Pairs = {}
        """Cluster -> the pairs in which already the relation of the names speaks against one thing."""
        self._shorter: Pairs = {}
        """Cluster -> the pairs in which shorter names ask for it."""
        for pair, names in asked.items():
            for end in pair if ways.mutual else pair[:1]:
                self._asking.setdefault(end, []).append(pair)
            for end in pair if names & self._against_one else ():
                self._contrary.setdefault(end, []).append(pair)
            if "shorter" in names:
                self._shorter.setdefault(pair[1], []).append(pair)
        self._touching: Pairs = {}
        """Cluster -> the pairs in which it is."""
        for pair in asked:
            for end in pair:
                self._touching.setdefault(end, []).append(pair)
        self._related: dict[int, Relations] = {}
        self._changes = [0] * size
        """Cluster -> how often it took in another."""
        self._matches: dict[tuple[int, int, frozenset[str]], tuple[int, int, Match | None]] = {}
        """What was found of two clusters, after so many changes of either."""
        self.merges: list[Settled] = []

    def root(self, n: int) -> int:
        """Return the number that stands for the cluster of ``n``."""
        while self._up[n] != n:
            self._up[n] = self._up[self._up[n]]
            n = self._up[n]
        return n

    def join(self, a: int, b: int, found: Match) -> None:
        """Make the clusters of two numbers one."""
        one, other = self.root(a), self.root(b)
        kept, gone = sorted((one, other), key=lambda n: (-self._ways.weight(n), n))
        self._ways.join(kept, gone, found)
        self._up[gone] = kept
        self._changes[kept] += 1
        for pair in self._touching.get(gone, ()):
            for end in pair:
                self._related.pop(self.root(end), None)
        for pairs in (self._asking, self._contrary, self._shorter, self._touching):
            if gone in pairs:
                pairs.setdefault(kept, []).extend(pairs.pop(gone))
        self.merges.append(Settled(a, b, found, "merged"))

    def run(self) -> list[Settled]:
        """Merge what is sure; return every merge, and each pair that was left, surest first."""
        open_pairs = sorted(self._asked, key=lambda pair: (-self._first_bits(pair), pair))
        fresh = set(range(len(self._up)))
        while fresh:
            open_pairs = self._apart(open_pairs)
            changed: set[int] = set()
            for a, b in open_pairs:
                ends = {self.root(a), self.root(b)}
                if (not ends.isdisjoint(fresh) or not ends.isdisjoint(changed)) and (found := self._sure(a, b)):
                    self.join(a, b, found)
                    changed.add(self.root(a))
            fresh = {self.root(n) for n in changed}
        return [*self.merges, *self._left(open_pairs)]

    def _apart(self, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the pairs of which the clusters are two; of those that tie two clusters in one way, the first."""
        kept: dict[tuple[int, int, frozenset[str]], tuple[int, int]] = {}
        for pair in pairs:
            a, b = self.root(pair[0]), self.root(pair[1])
            if a != b:
                kept.setdefault((a, b, self._asked[pair]), pair)
        return list(kept.values())

    def _first_bits(self, pair: tuple[int, int]) -> float:
        found = self._ways.compare(*pair, self._asked[pair])
        return found.bits if found else float("-inf")

    def _compared(self, a: int, b: int, names: frozenset[str]) -> Match | None:
        """Return the match of two clusters, rivals taken into account where it would be sure."""
        one, other = self.root(a), self.root(b)
        found = self._compare(one, other, names) if one != other else None
        if found is None or found.outcome == "apart":
            return found
        extra = set(self._against(one, other, found, names))
        if not extra:
            return found
        held = {feature.name for feature in found.features} | extra
        return replace(found, features=match(self._ways.kind, held).features)

    def _sure(self, a: int, b: int) -> Match | None:
        found = self._compared(a, b, self._asked[a, b])
        return found if found and found.outcome == "merged" else None

    def _against(self, one: int, other: int, found: Match, names: frozenset[str]) -> Iterator[str]:
        """Yield what others say against a pair of clusters."""
        if self._has_rival(one, other, found) or (self._ways.mutual and self._has_rival(other, one, found)):
            yield "rival"
        for pair in self._contrary.get(one, ()):
            if {self.root(pair[0]), self.root(pair[1])} == {one, other}:
                yield from self._asked[pair] & self._against_one
        if "other_shorter" in table(self._ways.kind) and "shorter" in names and self._other_shorter(one, other, found):
            yield "other_shorter"

    def _has_rival(self, own: int, wanted: int, found: Match) -> bool:
        """Whether the cluster ``own`` fits another about as well, which is not the wanted one."""
        least = max(found.bits - MARGIN, thresholds()[1])
        for rival, relations in self._relations(own).items():
            others = (self._compare(own, rival, names) for names in relations if rival != wanted)
            close = any(other is not None and other.bits >= least for other in others)
            if close and not self._may_be_one(rival, wanted):
                return True
        return False

    def _may_be_one(self, rival: int, wanted: int) -> bool:
        """Whether a rival may be the wanted one itself: where names ask, only if that is sure."""
        if self._ways.mutual:
            found = self._compare(rival, wanted, frozenset())
            return found is not None and found.bits >= thresholds()[1]
        relations = self._relations(rival).get(wanted) or self._relations(wanted).get(rival)
        found = self._compare(rival, wanted, next(iter(relations))) if relations else None
        return found is not None and found.outcome == "merged"

    def _relations(self, own: int) -> Relations:
        """Return the clusters in which a cluster may have rivals, with the relations of their names, as they are now.

        Of clusters that many pairs tie in one way, one pair tells as much as all: the others are forgotten.
        """
        if own not in self._related:
            kept: dict[tuple[int, int, frozenset[str]], tuple[int, int]] = {}
            for pair in self._asking.get(own, ()):
                x, y = self.root(pair[0]), self.root(pair[1])
                if x != y:
                    kept.setdefault((x, y, self._asked[pair]), pair)
            if kept:
                self._asking[own] = list(kept.values())
            found: Relations = {}
            for x, y, names in kept:
                found.setdefault(y if x == own else x, {})[names] = None
            self._related[own] = found
        return self._related[own]

    def _compare(self, one: int, other: int, names: frozenset[str]) -> Match | None:
        """Compare two clusters as they are now, once."""
        asked = one, other, names
        changes = self._changes
        known = self._matches.get(asked)
        if known is not None and known[0] == changes[one] and known[1] == changes[other]:
            return known[2]
        found = self._ways.compare(one, other, names)
        if len(self._matches) >= MOST:
            self._matches.clear()
        self._matches[asked] = changes[one], changes[other], found
        return found

    def _other_shorter(self, one: int, other: int, found: Match) -> bool:
        """Whether other short forms ask for the longer name, and no party tells whose they are."""
        if any(feature.name == "same_party" for feature in found.features):
            return False
        for pair in self._shorter.get(other, ()):
            asker = self.root(pair[0])
            if asker not in (one, other):
                rival = self._ways.compare(asker, other, self._asked[pair])
                if rival is not None and rival.outcome != "apart":
                    return True
        return False

    def _left(self, open_pairs: list[tuple[int, int]]) -> Iterator[Settled]:
        """Yield each pair of clusters that is left once, by its surest relation."""
        best: dict[tuple[int, int], Settled] = {}
        for a, b in open_pairs:
            low, high = sorted((self.root(a), self.root(b)))
            found = self._compared(a, b, self._asked[a, b]) if low != high else None
            if found and ((low, high) not in best or found.bits > best[low, high].match.bits):
                best[low, high] = Settled(a, b, found, "apart" if found.outcome == "apart" else "review")
        yield from sorted(best.values(), key=lambda pair: (-pair.match.bits, pair.a, pair.b))
