"""A body as articles tell it, while it is settled which are one: whose, where, and who its members are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph_builder.model import Claim, PostFact
from graph_builder.resolution import spelling
from graph_builder.resolution.grouping import Group, only
from graph_builder.resolution.homonyms import STATE
from graph_builder.resolution.matching import Match
from graph_builder.resolution.setting import Setting
from graph_builder.resolution.units import Unit, units

UNKNOWN = "in an article"
"""What the identity of a body begins with whose party or place no article tells."""


class Bureau:
    """Units of one identity, and those that were joined to them."""

    def __init__(
        self, identity: tuple[str, ...], told: Sequence[Unit], members: Mapping[Claim, frozenset[str]], near: str | None
    ) -> None:
        self.identity = identity
        self.units = list(told)
        self._members = members
        self._near = near
        self.articles = {unit.article for unit in told}
        self.owner = only({unit.owner or (STATE if unit.public else "") for unit in told} - {""})
        self.place = only({unit.place for unit in told if unit.place})
        self.claims = [Claim("body", unit.article, name) for unit in told for name in unit.names]
        self.members = frozenset(member for claim in self.claims for member in members.get(claim, ()))
        self.reasons: set[str] = set()
        self.pinned: set[Claim] = set()

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

    def of(self, part: Sequence[Unit]) -> Bureau:
        """Return the body of some of the units."""
        return self if len(part) == len(self.units) else Bureau(self.identity, part, self._members, self._near)

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


def bureaus(settings: Iterable[Setting], people: Mapping[Claim, Group]) -> Iterator[Bureau]:
    """Yield the bodies of all articles, those of one identity together."""
    alike: dict[tuple[str, ...], list[Unit]] = {}
    members: dict[Claim, frozenset[str]] = {}
    near: dict[str, str | None] = {}
    for at in settings:
        found = list(units(at))
        members.update(_members(at, people))
        places = {spelling.place(claim.name) for claim in at.claims("place")} if found else set()
        near[at.article] = only(places)
        for unit in found:
            alike.setdefault(_identity(unit), []).append(unit)
    for identity, told in alike.items():
        told.sort(key=lambda unit: (unit.article, sorted(unit.names)))
        own = near[told[0].article] if identity[0] == UNKNOWN else None
        yield Bureau(identity, told, members, own)


def _members(at: Setting, people: Mapping[Claim, Group]) -> Mapping[Claim, frozenset[str]]:
    """Return who holds posts in each body of an article."""
    found: dict[Claim, set[str]] = {}
    for fact in at.reading.facts:
        if isinstance(fact, PostFact) and fact.body is not None:
            person = people[Claim("person", at.article, fact.person)]
            found.setdefault(Claim("body", at.article, fact.body), set()).add(" ".join(person.identity))
    return {claim: frozenset(members) for claim, members in found.items()}


def _identity(unit: Unit) -> tuple[str, ...]:
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
