"""Who holds, held, won or seeks which office: each once, with everything that states it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, dataclass

from graph_builder.graph.ties import Names, node_id
from graph_builder.model import Entity, Evidence, PostFact, Status, World


@dataclass(frozen=True, slots=True)
class Holding:
    """An office of a person, as one or more articles state it; things are called as nodes of the network."""

    person: str
    role: str
    """The role's key in the lexicon; without one, its phrase."""
    body: str | None
    party: str | None
    place: str | None
    status: Status
    since: str | None
    until: str | None
    public: bool

    @property
    def organization(self) -> str | None:
        """The body, else the party; but a public office is held for a party, not in it."""
        return self.body or (None if self.public else self.party)

    @property
    def id(self) -> str:
        """What it is called: the same whenever it says the same."""
        return "holding:" + digest(astuple(self))

    @property
    def post(self) -> str:
        """The office itself, whoever holds it: a role in a body, or in a party for a place.

        Where neither is known, nobody can tell whether two people hold the same, so it is this person's own.
        """
        where = None if self.body else self.place  # a body has its own place
        whose = None if self.organization else self.person
        return "office:" + digest((self.role, self.organization, where, whose))


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence that states something, and the phrase that it has for it."""

    evidence: Evidence
    phrase: str


def holdings(world: World) -> list[tuple[Holding, list[Source]]]:
    """Return each distinct office of a person with its sources, the surest first; sorted by person and id."""
    found: dict[Holding, list[Source]] = {}
    for reading in world.readings:
        names = Names(world, reading.article.id, places=True)
        for fact in reading.facts:
            person = names.find(fact.person, "person") if isinstance(fact, PostFact) else None
            if isinstance(fact, PostFact) and person:
                holding = Holding(
                    node_id(person), fact.role_key or fact.role, _called(names.find(fact.body, "body")),
                    _called(names.find(fact.party, "party")), _called(names.place(fact.place)),
                    fact.status, fact.since, fact.until, fact.public,
                )  # fmt: skip
                found.setdefault(holding, []).append(Source(fact.evidence, fact.role))
    for sources in found.values():
        sources.sort(key=lambda source: (-source.evidence.confidence, source.evidence, source.phrase))
    return sorted(found.items(), key=lambda item: (item[0].person, item[0].id))


def _called(entity: Entity | None) -> str | None:
    return node_id(entity) if entity else None


def digest(identity: tuple[object, ...]) -> str:
    """Return twelve hexadecimal digits that stand for some strings and numbers."""
    return hashlib.sha256(json.dumps(identity).encode("ascii")).hexdigest()[:12]
