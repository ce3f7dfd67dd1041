"""What an article tells around a person: towns, bodies, years, the party of the event, gender."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from graph_builder.model import EventFact, ParticipationFact, PersonFact, PostFact
from graph_builder.resolution import spelling
from graph_builder.resolution.grouping import only
from graph_builder.resolution.setting import Setting

Sign = TypeVar("Sign")
_YEAR = re.compile(r"\d{4}")


@dataclass(slots=True)
class Around:
    """Signs of who a person is, beside the name and the party of the posts.

    Most have few signs, and there are very many: what is empty is one set, so no set is changed in place.
    """

    homes: AbstractSet[str] = frozenset()
    """Provinces of posts, as codes; of a place that the lexicon does not have, what stands for it."""
    towns: AbstractSet[str] = frozenset()
    """Provinces of posts and of events."""
    years: AbstractSet[int] = frozenset()
    bodies: AbstractSet[str] = frozenset()
    """Bodies of posts: core of the name, party, place."""
    context: AbstractSet[str] = frozenset()
    """The party at whose event the person was, no guest; else the only party of the article."""
    genders: AbstractSet[str] = frozenset()
    companions: AbstractSet[str] = frozenset()
    """The other people of the article with full names, each name in one piece."""

    def take_in(self, other: Around) -> None:
        """Add another's signs."""
        self.homes = _both(self.homes, other.homes)
        self.towns = _both(self.towns, other.towns)
        self.years = _both(self.years, other.years)
        self.bodies = _both(self.bodies, other.bodies)
        self.context = _both(self.context, other.context)
        self.genders = _both(self.genders, other.genders)
        self.companions = _both(self.companions, other.companions)


def _both(own: AbstractSet[Sign], more: AbstractSet[Sign]) -> AbstractSet[Sign]:
    if not own or not more:
        return own or more
    return own if more <= own else own | more


@lru_cache(maxsize=100_000)
def province(place: str) -> str | None:
    """Return the code of the province of a place; ``None`` for a region or country, which tell of no town."""
    standing = spelling.place(place)
    if not standing.startswith("code:"):
        return standing
    parts = standing.removeprefix("code:").split(".")
    return ".".join(parts[:2]) if len(parts) > 1 else None


def surroundings(at: Setting) -> dict[str, Around]:
    """Return what an article tells around each name of a person."""
    found: dict[str, Around] = {}
    events = {fact.id: fact for fact in at.reading.facts if isinstance(fact, EventFact)}
    published = frozenset(_years(at.reading.article.published))
    party = only(set(at.parties.values()))
    for fact in at.reading.facts:
        match fact:
            case PersonFact(name=name, gender=gender):
                around = found.setdefault(name, Around())
                around.years = _both(around.years, published)
                around.genders = _both(around.genders, {gender} if gender else frozenset())
                around.context = _both(around.context, {party} if party else frozenset())
            case PostFact(person=name):
                _hold(found.setdefault(name, Around()), fact, at)
            case ParticipationFact(person=str(name)) if fact.event in events:
                _meet(found.setdefault(name, Around()), events[fact.event], fact, at)
    return found


def _hold(around: Around, post: PostFact, at: Setting) -> None:
    where = province(post.place) if post.place is not None else None
    if where:
        around.homes = _both(around.homes, {where})
        around.towns = _both(around.towns, {where})
    if post.status != "former":
        around.years = _both(around.years, {*_years(post.since), *_years(post.until)})
    if post.body is not None:
        core = spelling.core(post.body, *([post.place] if post.place else []))
        owner = at.party(post.party) or ""
        national = spelling.is_national(core)
        if national or where:
            around.bodies = _both(around.bodies, {" ".join((*core, owner, where or ""))})


def _meet(around: Around, event: EventFact, took_part: ParticipationFact, at: Setting) -> None:
    where = province(event.place) if event.place is not None else None
    around.towns = _both(around.towns, {where} if where else frozenset())
    around.years = _both(around.years, {*_years(event.date)})
    owner = at.party(event.party)
    if owner and took_part.capacity != "guest":
        around.context = _both(around.context, {owner})
    elif took_part.capacity == "guest":
        around.context = frozenset()


def _years(date: str | None) -> Iterator[int]:
    yield from (int(year) for year in _YEAR.findall(date or "")[:1])
