"""The people of one article: which of its names are one person's, and the parties in which they hold posts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from graph_builder.model import PersonFact, PostFact
from graph_builder.resolution import spelling
from graph_builder.resolution.around import Around, surroundings
from graph_builder.resolution.setting import Setting


@dataclass(slots=True)
class Person:
    """A person as one article names them."""

    article: str
    name: str
    """The name by which the article's facts speak of the person."""
    names: set[str]
    """Names that get claims; ``name`` is one."""
    aliases: set[str] = field(default_factory=set)
    """Every other spelling."""
    parties: set[str] = field(default_factory=set)
    """What stands for the parties of the person's posts in parties: a public office tells nothing of who it is."""
    reasons: set[str] = field(default_factory=set)
    around: Around = field(default_factory=Around)
    """What else the article tells that may tell the person from namesakes."""

    @property
    def full(self) -> str:
        """The fullest of the names: the name, or another that has all its parts in their order, and more."""
        return self.name if len(self.names) == 1 else _fullest(self.name, frozenset(self.names))

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts of the fullest name."""
        return spelling.person(self.full)

    @property
    def slips(self) -> set[str]:
        """The parts, in one piece, of other full names: slips that the article corrects, no shorter forms."""
        full = self.parts
        others = (spelling.person(name) for name in self.names)
        return {"".join(parts) for parts in others if len(parts) > 1 and not spelling.stands_in(parts, full)}


@lru_cache(maxsize=10_000)
def _fullest(own: str, names: frozenset[str]) -> str:
    parts = spelling.person(own)
    fuller = [name for name in names if parts and spelling.stands_in(parts, spelling.person(name))]
    return min((own, *fuller), key=lambda name: (-len(spelling.person(name)), name != own, name))


class People:
    """The people of an article, by name."""

    def __init__(self, at: Setting) -> None:
        self.at = at
        self.all: dict[str, Person] = {}
        facts = sorted((f for f in at.reading.facts if isinstance(f, PersonFact)), key=lambda f: f.name)
        for fact in facts:
            person = self.all.setdefault(fact.name, Person(at.article, fact.name, {fact.name}))
            person.aliases.update(alias for alias in fact.aliases if alias != fact.name)
        self._of: dict[str, Person] = dict(self.all)
        introduced = list(self.all.values())
        for alias, bearer in sorted(self._aliases().items()):
            self._add(alias, bearer)
        for claim in sorted(at.claims("person")):
            if claim.name not in self._of and not self._join(claim.name, introduced):
                self._of[claim.name] = self.all[claim.name] = Person(at.article, claim.name, {claim.name})
        known = list(self.all.values())
        for claim in sorted(at.claims("person", "loose")):
            if claim.name not in self._of and claim.name not in at.parties:
                self._join(claim.name, known)
        for post in at.reading.facts:
            if isinstance(post, PostFact) and post.party is not None and not post.public:
                self._of[post.person].parties.add(at.parties[post.party])
        self._look_around()

    def _look_around(self) -> None:
        everybody = {"".join(person.parts): person for person in self.all.values() if len(person.parts) > 1}
        for name, around in surroundings(self.at).items():
            if name in self._of:
                self._of[name].around.take_in(around)
        for person in self.all.values():
            person.around.companions = everybody.keys() - {"".join(person.parts)}

    def _aliases(self) -> Mapping[str, Person]:
        """Return the spellings that are only one person's."""
        bearers: dict[str, list[Person]] = {}
        for person in self.all.values():
            for alias in person.aliases:
                bearers.setdefault(alias, []).append(person)
        return {alias: own[0] for alias, own in bearers.items() if len(own) == 1 and alias not in self.all}

    def _join(self, name: str, known: Iterable[Person]) -> bool:
        """Add a name to the one person of this name, or of this family name; tell whether there is one."""
        own = spelling.person(name)
        alike = [p for p in known if own and "".join(own) in {"".join(p.parts), *p.slips}]
        if not alike and len(own) == 1:
            alike = [p for p in known if len(p.parts) > 1 and p.parts[-1] == own[0]]
        if len(alike) == 1:
            self._add(name, alike[0])
        return len(alike) == 1

    def _add(self, name: str, bearer: Person) -> None:
        self._of[name] = bearer
        bearer.names.add(name)
        bearer.reasons.add(f"{name} = {bearer.name}: {_why(name, bearer)}")


def people(at: Setting) -> Iterator[Person]:
    """Yield the people that an article names."""
    yield from People(at).all.values()


def _why(name: str, bearer: Person) -> str:
    own, parts = spelling.person(name), bearer.parts
    if "".join(own) == "".join(parts):
        return "same name but for spelling"
    if own and own == parts[-1:]:
        return "family name alone, one bearer in the article"
    return "taken for one person in the article"
