"""Events across articles: each article's own, and one for articles that tell of one thing at one time and place.

Told by two papers, an event is one with two sources; where dates, places or what an article tells side by side
contradict, it stays two. Events are compared that share a key (a day, a month with place and party, a person), and
the table of weights decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar, NamedTuple

from graph_builder.model import Claim, EntityKind
from graph_builder.resolution.blocks import MOST, Key, Names, Related, Relation
from graph_builder.resolution.decided import Decided
from graph_builder.resolution.grouping import Group, counted, preferred
from graph_builder.resolution.matching import Match, match
from graph_builder.resolution.tales import Tale, features


class Event:
    """What articles tell of one event."""

    def __init__(self, tale: Tale) -> None:
        self.tales = [tale]
        self.articles = {tale.claim.article}
        self.pinned: set[Claim] = set()

    @property
    def claims(self) -> list[Claim]:
        """The claims of all tales."""
        return [tale.claim for tale in self.tales]

    @property
    def first(self) -> Claim:
        """The claim that stands for the event: that of the tale to which others were joined."""
        return self.tales[0].claim

    @property
    def weight(self) -> int:
        """The event of more tales stands for the other."""
        return len(self.tales)

    def take_in(self, other: Event, why: Match) -> None:
        """Make the other's tales this one's, with the reason."""
        first, second = self.tales[0], other.tales[0]
        first.reasons.append(f"{_named(second)} = {_named(first)}: {why.because}")
        self.tales += other.tales
        self.articles |= other.articles
        self.pinned |= other.pinned


def _named(tale: Tale) -> str:
    return f"{tale.labels[0]} ({tale.claim.article})"


class Mark(NamedTuple):
    """What is looked at of a tale to find with whom it is compared."""

    id: str
    article: str


def _shared(event: Event) -> set[Key]:
    """Return the keys that only few events share: a day, or a month with somebody or some place and party."""
    return set(map("\n".join, _keys(event.tales[0])))


def _keys(tale: Tale) -> Iterator[tuple[str, ...]]:
    for day in tale.days[:1]:
        yield from (("day", day, own) for own in (tale.place, tale.owner, tale.body) if own)
    for month in tale.months:
        yield from (("month", month, person) for person in tale.people)
        if tale.place:
            yield from (("month", month, tale.place, own) for own in (tale.owner, tale.body) if own)


def _home(event: Event) -> Iterator[Key]:
    tale = event.tales[0]
    if tale.place and tale.owner:
        yield f"{tale.place}\n{tale.owner}"


def _timeless(event: Event) -> Iterator[Key]:
    """Yield party and place of a tale of which no time is known."""
    if not event.tales[0].months:
        yield from _home(event)


def _all(_: Key, block: Sequence[Mark], __: Sequence[Mark]) -> Iterator[Related]:
    yield from _told_twice(combinations(block, 2) if len(block) <= MOST else ())


def _with_the_timeless(_: Key, timeless: Sequence[Mark], block: Sequence[Mark]) -> Iterator[Related]:
    """Yield tales of which no time is known, each with those of its party in its place."""
    yield from _told_twice((a, b) for a in timeless for b in block) if len(block) <= MOST else ()


def _told_twice(pairs: Iterable[tuple[Mark, Mark]]) -> Iterator[Related]:
    """Yield pairs of tales of two articles, in order."""
    for pair in pairs:
        one, other = sorted(pair)
        if one.article != other.article:
            yield one.id, other.id, frozenset()


def _likest(one: Sequence[Tale], other: Sequence[Tale]) -> tuple[Match, list[Match]]:
    """Return the match of the likest two tales, and those of all."""
    found = [match("event", features(a, b)) for a in one for b in other]
    return max(found, key=lambda m: m.bits), found


@dataclass(frozen=True, slots=True)
class Events:
    """How it is found out which events are one (``kind.Kind``)."""

    kind: ClassVar[EntityKind] = "event"
    mutual: ClassVar[bool] = True
    relations: ClassVar[Sequence[Relation[Event, Mark]]] = (
        Relation(_shared, _all),
        Relation(_timeless, _with_the_timeless, _home),
    )

    def name(self, tale: Tale) -> str:
        """Return the claim: no two tales are one by their names."""
        return f"{tale.claim.article}\n{tale.claim.name}"

    def tellings(self, alike: Sequence[Tale], _: Decided) -> Iterator[Event]:
        """Yield the event of a tale."""
        yield from map(Event, alike)

    def label(self, own: str, told: Event) -> Mark:
        """Return what is looked at of a tale to find with whom it is compared."""
        return Mark(own, told.tales[0].claim.article)

    def match(self, one: Event, other: Event, _: Names) -> Match:
        """Return the match of the likest tales of two events, with whatever contradicts between any two of them."""
        best, found = _likest(one.tales, other.tales)
        against = {f.name for m in found for f in m.features if f.name.startswith("other_")}
        return match("event", {f.name for f in best.features} | against)

    def signs(self, told: Event) -> Sequence[Tale]:
        """Return the tales of an event."""
        return told.tales

    def at_best(self, _: object, __: object, wholes: tuple[Sequence[Tale], Sequence[Tale]], ___: Names) -> Match:
        """Return the features of the likest tales: what contradicts between others only takes away from them."""
        return _likest(*wholes)[0]

    def identified(self, told: Event) -> str:
        """Return the claim that stands for the event, which no other has."""
        return "\n".join((told.first.article, told.first.name))

    def groups(self, alike: Sequence[Event]) -> Iterator[Group]:
        """Yield the groups."""
        for event in alike:
            yield _group(sorted(event.tales, key=lambda tale: tale.claim))


def _group(same: Sequence[Tale]) -> Group:
    labels = counted(Claim("event", tale.claim.article, label) for tale in same for label in tale.labels)
    name = preferred(labels)
    first = same[0].claim
    return Group(
        kind="event",
        identity=(first.article, first.name),
        claims=tuple(tale.claim for tale in same),
        name=name,
        aliases=frozenset(labels.keys() - {name}),
        reasons=frozenset(reason for tale in same for reason in tale.reasons),
    )
