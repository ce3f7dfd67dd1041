"""Bearers of names: what articles tell of one person, while it is settled who is whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from graph_builder.model import Claim
from graph_builder.resolution import spelling
from graph_builder.resolution.around import Around
from graph_builder.resolution.common import is_common
from graph_builder.resolution.grouping import Group
from graph_builder.resolution.matching import Match
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
        self.around = Around()
        for person in people:
            self.around.take_in(person.around)
        self.label = self.name
        self.parts = spelling.person(self.label)
        self.sure = sure and len(self.parts) > 1
        self.common = is_common(self.label)
        self.pinned: set[Claim] = set()
        """Claims of which a person decided that they are not another."""

    @property
    def claims(self) -> list[Claim]:
        """The claims of all names, in order."""
        return sorted(Claim("person", person.article, name) for person in self.people for name in person.names)

    @property
    def weight(self) -> int:
        """Who is told of in more articles stands for whoever else it is."""
        return len(self.articles)

    @property
    def first(self) -> Claim:
        """The claim that stands for the bearer: the name of the first article."""
        person = min(self.people, key=lambda person: (person.article, person.name))
        return Claim("person", person.article, person.name)

    @property
    def name(self) -> str:
        """The name of most parts, then of most articles, then the first; not one that an article has as a by-form."""
        counts = Counter(name for person in self.people for name in {person.name, *person.names, *person.aliases})
        names = {person.full for person in self.people}
        names = names - {alias for person in self.people for alias in person.aliases - {person.full}} or names
        return min(names, key=lambda name: (-len(spelling.person(name)), -counts[name], name))

    def take_in(self, other: Bearer, why: Match) -> None:
        """Make the other's people this one's, with the reason."""
        because = _joined(self, other, why)
        self.people += other.people
        self.parties |= other.parties
        self.articles |= other.articles
        self.reasons |= other.reasons | {because}
        self.around.take_in(other.around)
        self.pinned |= other.pinned
        self.common |= other.common

    def group(self) -> Group:
        """Return the person as a group of claims; a name that others bear or that is no full one is its article's."""
        name = self.name
        others = {n for person in self.people for n in (*person.names, *person.aliases)} - {name}
        whose = sorted(self.parties) if self.sure else [f"article:{min(self.articles)}"]
        identity = ("".join(spelling.person(name)) or name, *whose)
        return Group("person", identity, tuple(self.claims), name, frozenset(others), frozenset(self.reasons))


def _joined(one: Bearer, other: Bearer, found: Match) -> str:
    """Return the reason for which two bearers are one: the shorter or rarer name, the other, and what was found."""
    rare, common = sorted((one, other), key=lambda b: (len(b.parts), len(b.articles), b.label))
    label = f"{rare.label} = {common.label}" if rare.label != common.label else rare.label
    return f"{label}: {found.because}"


def party_note(shared: set[str], names: PartyNames) -> str:
    """Name the parties that bearers share."""
    return ", ".join(sorted(names.get(party, party) for party in shared))
