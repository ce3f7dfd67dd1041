"""What an article tells around a person: towns, bodies, years, the party of the event, gender."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from graph_builder.model import EventFact, ParticipationFact, PersonFact, PostFact
from graph_builder.resolution import spelling
from graph_builder.resolution.grouping import only
from graph_builder.resolution.setting import Setting

_YEAR = re.compile(r"\d{4}")


@dataclass(slots=True)
class Around:
    """Signs of who a person is, beside the name and the party of the posts."""

    homes: set[str] = field(default_factory=set)
    """Provinces of posts, as codes; of a place that the lexicon does not have, what stands for it."""
    towns: set[str] = field(default_factory=set)
    """Provinces of posts and of events."""
    years: set[int] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    """Bodies of posts: core of the name, party, place."""
    context: set[str] = field(default_factory=set)
    """The party at whose event the person was, no guest; else the only party of the article."""
    genders: set[str] = field(default_factory=set)
    companions: set[str] = field(default_factory=set)
    """The other people of the article with full names, each name in one piece."""

    def take_in(self, other: Around) -> None:
        """Add another's signs."""
        self.homes |= other.homes
        self.towns |= other.towns
        self.years |= other.years
        self.bodies |= other.bodies
        self.context |= other.context
        self.genders |= other.genders
        self.companions |= other.companions


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
    published = _years(at.reading.article.published)
    party = only(set(at.parties.values()))
    for fact in at.reading.facts:
        match fact:
            case PersonFact(name=name, gender=gender):
                around = found.setdefault(name, Around())
                around.years.update(published)
                around.genders.update([gender] if gender else [])
                around.context.update([party] if party else [])
            case PostFact(person=name):
                _hold(found.setdefault(name, Around()), fact, at)
            case ParticipationFact(person=str(name)) if fact.event in events:
                _meet(found.setdefault(name, Around()), events[fact.event], fact, at)
    return found


def _hold(around: Around, post: PostFact, at: Setting) -> None:
    where = province(post.place) if post.place is not None else None
    if where:
        around.homes.add(where)
        around.towns.add(where)
    if post.status != "former":
        around.years.update([*_years(post.since), *_years(post.until)])
    if post.body is not None:
        core = spelling.core(post.body, *([post.place] if post.place else []))
        owner = at.party(post.party) or ""
        national = spelling.is_national(core)
        around.bodies.update([" ".join((*core, owner, where or ""))] if national or where else [])


def _meet(around: Around, event: EventFact, took_part: ParticipationFact, at: Setting) -> None:
    where = province(event.place) if event.place is not None else None
    around.towns.update([where] if where else [])
    around.years.update(_years(event.date))
    owner = at.party(event.party)
    if owner and took_part.capacity != "guest":
        around.context.add(owner)
    elif took_part.capacity == "guest":
        around.context.clear()


def _years(date: str | None) -> Iterator[int]:
    yield from (int(year) for year in _YEAR.findall(date or "")[:1])
