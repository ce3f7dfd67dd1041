"""A body as articles tell it, while it is settled which are one: whose, where, and who its members are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph_builder.model import Claim, PostFact
from graph_builder.resolution import spelling
from graph_builder.resolution.grouping import only
from graph_builder.resolution.homonyms import STATE
from graph_builder.resolution.matching import Match
from graph_builder.resolution.setting import Setting
from graph_builder.resolution.units import Unit, units

UNKNOWN = "in an article"
"""What the identity of a body begins with whose party or place no article tells."""


class Bureau:
    """Units of one identity, and those that were joined to them."""

    def __init__(self, told: Sequence[Unit]) -> None:
        """Take units of one identity, in order."""
        self.identity = identity(told[0])
        self.units = list(told)
        self._near = told[0].near if self.identity[0] == UNKNOWN else None
        self.articles = {unit.article for unit in told}
        self.owner = only({_owner(unit) for unit in told} - {""})
        self.place = only({unit.place for unit in told if unit.place})
        self.claims = [Claim("body", unit.article, name) for unit in told for name in unit.names]
        self.members = frozenset(member for unit in told for member in unit.members)
        self.reasons: set[str] = set()
        self.pinned: set[Claim] = set()

    @property
    def first(self) -> Claim:
        """The claim that stands for the body."""
        return min(self.claims)

    @property
    def is_known(self) -> bool:
        """Whether party and place are told, as far as such a body needs them."""
        return self.identity[0] != UNKNOWN

    @property
    def weight(self) -> int:
        """A body that is known stands for those joined to it."""
        return len(self.articles) + (10**9 if self.is_known else 0)

    @property
    def places(self) -> list[str]:
        """The place; where none is told, the only one of the article."""
        return [place for place in (self.place or self._near,) if place]

    def take_in(self, other: Bureau, why: Match) -> None:
        """Make another's units this one's, with the reason."""
        name, own = min(other.units[0].names), min(self.units[0].names)
        self.reasons |= {*other.reasons, f"{name} ({min(other.articles)}) = {own}: {why.because}"}
        self.units += other.units
        self.claims += other.claims
        self.articles |= other.articles
        self.members |= other.members
        self.owner = self.owner or other.owner
        self.place = self.place or other.place
        self.pinned |= other.pinned


def told(at: Setting, people: Mapping[Claim, str]) -> Iterator[Unit]:
    """Yield the bodies of an article with their members; ``people``: the identity of whom each of its names denotes."""
    found = list(units(at))
    places = {spelling.place(claim.name) for claim in at.claims("place")} if found else set()
    members = _members(at, people)
    for unit in found:
        own = frozenset(member for name in unit.names for member in members.get(name, ()))
        yield replace(unit, members=own, near=only(places))


def _members(at: Setting, people: Mapping[Claim, str]) -> Mapping[str, set[str]]:
    """Return who holds posts in each body of an article."""
    found: dict[str, set[str]] = {}
    for fact in at.reading.facts:
        if isinstance(fact, PostFact) and fact.body is not None:
            found.setdefault(fact.body, set()).add(people[Claim("person", at.article, fact.person)])
    return found


def identity(unit: Unit) -> tuple[str, ...]:
    """Return what makes two articles' bodies one; where that is not told, the article and the name."""
    core = " ".join(unit.core)
    owner = unit.owner or (STATE if unit.public else None)
    if unit.owner and unit.reach == "national":
        return "national", core, unit.owner
    if owner and unit.place:
        return "at a place", core, owner, unit.place
    if unit.owner and unit.reach == "parallel" and not spelling.is_national(unit.core):
        return "organisation", core, unit.owner
    return UNKNOWN, unit.article, min(unit.names)


def _owner(unit: Unit) -> str:
    return unit.owner or (STATE if unit.public else "")


def features(a: Bureau, b: Bureau) -> Iterator[str]:
    """Yield what two bodies of one name share, and in what they differ."""
    yield "two_names"
    if a.owner and b.owner:
        yield "same_party" if a.owner == b.owner else "other_party"
    if a.place and b.place:
        yield "same_place" if a.place == b.place else "other_place"
    elif set(a.places) & set(b.places):
        yield "near"
    shared = len(a.members & b.members)
    if shared:
        yield "member" if shared == 1 else "members"


@dataclass(frozen=True, slots=True)
class Signs:
    """Of a body what bounds how likely it is another, whatever is joined to both."""

    owners: frozenset[str]
    places: frozenset[str]
    near: frozenset[str]
    """Its places, and the only ones of articles that tell none."""
    members: frozenset[str]


def signs(bureau: Bureau) -> Signs:
    """Return the signs of a body."""
    owners = frozenset(_owner(unit) for unit in bureau.units) - {""}
    places = frozenset(unit.place for unit in bureau.units if unit.place)
    near = frozenset(unit.near for unit in bureau.units if unit.near)
    return Signs(owners, places, places | near, bureau.members)


def at_best(a: Signs, b: Signs, whole_a: Signs, whole_b: Signs) -> Iterator[str]:
    """Yield features of no fewer bits than two bodies have while others are joined to them (``likeness.at_best``)."""
    yield "two_names"
    if whole_a.owners & whole_b.owners:
        yield "same_party"
    elif a.owners and b.owners:
        yield "other_party"
    if whole_a.places & whole_b.places:
        yield "same_place"
    elif whole_a.near & whole_b.near:
        yield "near"
    elif a.places and b.places:
        yield "other_place"
    shared = len(whole_a.members & whole_b.members)
    if shared:
        yield "member" if shared == 1 else "members"
