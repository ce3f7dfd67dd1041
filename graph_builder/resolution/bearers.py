"""Bearers of names: what articles tell of one person, and the bookkeeping while bearers are merged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from graph_builder.model import Claim
from graph_builder.resolution import spelling
from graph_builder.resolution.grouping import Group, Union
from graph_builder.resolution.people import Person

PartyNames = Mapping[str, str]
"""What stands for a party -> its name."""


class Bearer:
    """What articles tell of one person. ``sure``: no other bearer of the very name could be meant."""

    def __init__(self, people: Sequence[Person], *, sure: bool) -> None:
        self.people = list(people)
        self.parties = {party for person in people for party in person.parties}
        self.articles = {person.article for person in people}
        self.reasons = {reason for person in people for reason in person.reasons}
        self.slips = {slip for person in people for slip in person.slips}
        self.label = self.name
        self.parts = spelling.person(self.label)
        self.sure = sure and len(self.parts) > 1

    @property
    def name(self) -> str:
        """The name of most parts, then of most articles, then the first; not one that an article has as a by-form."""
        counts = Counter(name for person in self.people for name in {person.name, *person.names, *person.aliases})
        names = {person.full for person in self.people}
        names = names - {alias for person in self.people for alias in person.aliases - {person.full}} or names
        return min(names, key=lambda name: (-len(spelling.person(name)), -counts[name], name))

    def take_in(self, other: Bearer) -> None:
        """Make the other's people this one's."""
        self.people += other.people
        self.parties |= other.parties
        self.articles |= other.articles
        self.reasons |= other.reasons

    def group(self) -> Group:
        """Return the person as a group of claims; a name that others bear or that is no full one is its article's."""
        name = self.name
        claims = sorted(Claim("person", person.article, name) for person in self.people for name in person.names)
        others = {n for person in self.people for n in (*person.names, *person.aliases)} - {name}
        whose = sorted(self.parties) if self.sure else [f"article:{min(self.articles)}"]
        identity = ("".join(spelling.person(name)) or name, *whose)
        return Group("person", identity, tuple(claims), name, frozenset(others), frozenset(self.reasons))


class Merging:
    """Bearers while they are merged: each number stands for the bearer that it has become part of."""

    def __init__(self, bearers: Sequence[Bearer], party_names: PartyNames) -> None:
        self.bearers = bearers
        self._party_names = party_names
        self._union = Union(len(bearers))

    def root(self, n: int) -> int:
        """Return the number of the bearer that ``n`` is part of."""
        return self._union.find(n)

    def parties(self, n: int) -> set[str]:
        """Return the parties of the bearer that ``n`` is part of."""
        return self.bearers[self.root(n)].parties

    def may_be_one(self, a: int, b: int) -> bool:
        """Whether nothing keeps two apart: parties that are known and differ, an article that names both."""
        one, other = self.bearers[self.root(a)], self.bearers[self.root(b)]
        agree = not one.parties or not other.parties or bool(one.parties & other.parties)
        return one is not other and agree and not one.articles & other.articles

    def share_party(self, a: int, b: int) -> bool:
        """Whether both are told to be of one party."""
        return bool(self.parties(a) & self.parties(b))

    def join(self, a: int, b: int, because: str) -> None:
        """Make ``b`` part of the bearer of ``a``, with the reason."""
        one, other = self.bearers[self.root(a)], self.bearers[self.root(b)]
        note = party_note(one.parties & other.parties, self._party_names)
        reason = f"{self.bearers[b].label} = {self.bearers[a].label}: {because}, {note}"
        kept = self.bearers[self._union.join(a, b)]
        kept.take_in(other if kept is one else one)
        kept.reasons.add(reason)

    def merged(self) -> list[Bearer]:
        """Return the bearers that are left."""
        return [self.bearers[numbers[0]] for numbers in self._union.sets()]


def party_note(shared: set[str], names: PartyNames) -> str:
    """Say which party bearers share."""
    told = ", ".join(sorted(names.get(party, party) for party in shared))
    return f"same party ({told})" if told else "no other party told"
