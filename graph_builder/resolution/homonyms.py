"""Bodies of one name in one article, the branches of four towns, the bureaus of two parties, get names of their own.

An article says "branch" of each of them, and the place or party beside it tells them apart. Everything after reads a
name and asks which body it is, so the name has to tell it: "branch" becomes "branch Tetouan", "bureau" becomes "bureau
(party)". Names that mean one body in their article stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graph_builder.model import BodyFact, EventFact, Fact, PlanFact, PostFact, Reading, StepFact
from graph_builder.resolution import spelling
from graph_builder.resolution.claims import table
from graph_builder.resolution.grouping import only
from graph_builder.resolution.setting import Setting

STATE = "the state"
"""Whose a public body is: no party's."""
NATIONWIDE = ""
"""Where an organisation is that has chapters: everywhere."""


@dataclass(slots=True)
class Homes:
    """Whose and where the bodies of one name are: owner -> places, with a spelling of each."""

    owners: dict[str, dict[str, str]] = field(default_factory=dict)
    spellings: dict[str, str] = field(default_factory=dict)
    levels: set[str] = field(default_factory=set)
    national: bool = False
    """Whether it is a body of the whole country, whose place tells nothing."""

    def add(self, owner: str | None, party: str | None, place: str | None, spelled: str | None) -> None:
        """Note an owner (``party`` as the text spells it) and a place, as far as they are known."""
        places = self.owners.setdefault(owner or "", {})
        if owner and party and owner != STATE:
            self.spellings[owner] = min(party, self.spellings.get(owner, party))
        if place is not None:
            places[place] = min(spelled or "", places.get(place, spelled or ""))

    def several(self) -> bool:
        """Whether the name means more than one body."""
        return len(self._named()) > 1 or any(len(places) > 1 for places in self._places().values())

    def name(self, name: str, owner: str | None, place: str | None) -> str:
        """Return the body's own name; ``name`` itself where owner or place are needed and not known."""
        named = self._named()
        owner = owner or only(named) or ""
        places = self._places().get(owner, {})
        party = self.spellings.get(owner) if len(named) > 1 else ""
        where = places.get(place or NATIONWIDE) if len(places) > 1 else ""
        return name if party is None or where is None else _qualified(name, where, party)

    def _named(self) -> set[str]:
        return {owner for owner in self.owners if owner}

    def _places(self) -> Mapping[str, dict[str, str]]:
        """Owner -> places; places of an unknown owner are those of the only owner there is."""
        if self.national:
            return {owner: {} for owner in self.owners}
        sole = only(self._named()) or ""
        merged: dict[str, dict[str, str]] = {}
        for owner, places in self.owners.items():
            merged.setdefault(owner or sole, {}).update(places)
        return merged


def _qualified(name: str, place: str, party: str) -> str:
    """Add place and party, if any: to a noun without article as Arabic does ("branch Tetouan"), else in brackets."""
    first = next(iter(spelling.words(name)), None)
    if place and first is not None and not first.definite:
        name, place = f"{name} {place}", ""
    asides = [aside for aside in (place, party) if aside]
    return f"{name} ({', '.join(asides)})" if asides else name


def tell_apart(at: Setting) -> Setting:
    """Return the setting with names of bodies that each mean one body."""
    homes = _homes(at)
    if not any(home.several() for home in homes.values()):
        return at
    facts = tuple(_renamed(fact, at, homes) for fact in at.reading.facts)
    reading = Reading(at.reading.article, facts)
    return replace(at, reading=reading, table=table(reading))


def _homes(at: Setting) -> dict[str, Homes]:
    found: dict[str, Homes] = {}
    for fact in sorted(at.reading.facts, key=_rank):
        if isinstance(fact, BodyFact):
            home = found.setdefault(fact.name, Homes())
            home.levels.add(fact.level)
            place = NATIONWIDE if fact.level == "parallel" and fact.place is None else at.place(fact.place)
            home.add(at.party(fact.party), fact.party, place, fact.place)
        elif isinstance(fact, PostFact) and fact.body is not None:
            home = found.setdefault(fact.body, Homes())
            home.add(_owner(at, fact, home), fact.party, at.place(fact.place), fact.place)
    for name, home in found.items():
        home.national = spelling.is_national(spelling.core(name)) if not home.levels else "national" in home.levels
    return found


def _rank(fact: Fact) -> int:
    """Bodies first, public offices last: theirs is read by what the others tell."""
    return 0 if isinstance(fact, BodyFact) else 1 + (isinstance(fact, PostFact) and fact.public)


def _owner(at: Setting, fact: PostFact, home: Homes) -> str | None:
    """Whose the body of a post is: of a public office the state's, unless the article has the body as the party's."""
    party = at.party(fact.party)
    return STATE if fact.public and (party is None or party not in home.owners) else party


def _renamed(fact: Fact, at: Setting, homes: Mapping[str, Homes]) -> Fact:
    """Return the fact with the names of its bodies."""

    def own(name: str | None, owner: str | None, place: str | None) -> str | None:
        home = homes.get(name or "")
        return home.name(name, owner, place) if name is not None and home and home.several() else name

    match fact:
        case BodyFact():
            party = at.party(fact.party)
            name = own(fact.name, party, at.place(fact.place)) or fact.name
            aliases = fact.aliases if name == fact.name else tuple(sorted({*fact.aliases, fact.name}))
            return replace(fact, name=name, parent=own(fact.parent, party, None), aliases=aliases)
        case PostFact(body=str(name)):
            return replace(fact, body=own(name, _owner(at, fact, homes[name]), at.place(fact.place)))
        case EventFact():
            return replace(fact, body=own(fact.body, at.party(fact.party), at.place(fact.place)))
        case PlanFact():
            return replace(fact, adopted_by=own(fact.adopted_by, at.party(fact.party), None))
        case StepFact():
            return replace(fact, body=own(fact.body, None, None))
        case _:
            return fact
