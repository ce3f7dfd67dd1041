"""Everything the pages show, indexed once: what is said of whom, bodies with their party and place, posts, events."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import get_args

from graph_builder.arabic.normalise import fold
from graph_builder.chronology import Tenure, vacant
from graph_builder.graph.iris import Ids, entity_id
from graph_builder.model import (
    Article,
    BodyFact,
    Entity,
    EntityKind,
    EventFact,
    Fact,
    Level,
    ParticipationFact,
    PartyFact,
    PersonFact,
    PlanFact,
    PostFact,
    World,
)
from graph_builder.visual.facts import Names, Statement, describe
from graph_builder.visual.network import KINDS
from graph_builder.visual.site.holdings import Holding, holdings
from graph_builder.visual.site.said import Said, all_said
from graph_builder.visual.territory import province_of, region_of
from graph_builder.visual.text import shown

LEVELS: tuple[Level, ...] = get_args(Level)
"""From the whole country to its towns, then organisations beside the party, then what is none of these."""
_SAFE = re.compile(r"[a-z0-9][a-z0-9_-]*")


@dataclass(slots=True)
class Body:
    """A body as all articles together describe it."""

    entity: Entity
    levels: Counter[Level] = field(default_factory=Counter)
    parties: Counter[str] = field(default_factory=Counter)
    parents: Counter[str] = field(default_factory=Counter)
    places: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    """Name and code of each place that is said to be its."""

    @property
    def level(self) -> Level:
        """The level that most articles give."""
        return min(self.levels, key=lambda level: (-self.levels[level], LEVELS.index(level)), default="other")

    @property
    def party(self) -> str | None:
        """Id of the party that most articles give."""
        return _most(self.parties)

    @property
    def place(self) -> str | None:
        """Name of its place."""
        return min(self.places, key=lambda place: (-self.places[place], place[0]), default=(None, None))[0]

    @property
    def code(self) -> str | None:
        """The lexicon's code of its place."""
        return min(self.places, key=lambda place: (-self.places[place], place[0]), default=(None, None))[1]


@dataclass(slots=True)
class Event:
    """An event as all articles together describe it."""

    entity: Entity
    facts: list[EventFact] = field(default_factory=list)
    party: str | None = None
    body: str | None = None
    people: dict[str, Counter[str]] = field(default_factory=dict)
    """Id of each person who took part -> in which capacities."""

    @property
    def kind(self) -> str:
        """The kind that most articles give."""
        return Counter(fact.kind for fact in self.facts).most_common(1)[0][0]

    @property
    def date(self) -> str | None:
        """The most precise date that an article gives."""
        dates = {fact.date for fact in self.facts if fact.date}
        return min(dates, key=lambda date: ("XXXX" in date, -len(date), date), default=None)

    @property
    def place(self) -> str | None:
        """Where it is, as most articles name it."""
        return _most(Counter(fact.place for fact in self.facts if fact.place))

    @property
    def status(self) -> str | None:
        """Its status, where it did not simply take place."""
        return _most(Counter(fact.status for fact in self.facts if fact.status != "held"))


def _most(counted: Counter[str]) -> str | None:
    return min(counted, key=lambda each: (-counted[each], each), default=None)


class Known:
    """What a world holds, ready to be laid out on pages."""

    def __init__(self, world: World, base: str) -> None:
        self.world = world
        self.ids = Ids(base)
        kept = (entity for entity in world.entities if entity.kind in KINDS)
        ordered = sorted(kept, key=lambda entity: (KINDS.index(entity.kind), fold(entity.name), entity.id))
        self.entities = {entity.id: entity for entity in ordered}
        self.articles = {reading.article.id: reading.article for reading in world.readings}
        self.told = {article.id: about_article(article) for article in self.articles.values()}
        self.said = all_said(world)
        self.by_anchor = {said.anchor: said for said in self.said}
        self.about: dict[str, list[Said]] = {}
        self.stated_by: dict[str, list[Said]] = {}
        for said in self.said:
            for entity in said.statement.entities():
                self.about.setdefault(entity, []).append(said)
            for article in dict.fromkeys(source.evidence.article for source in said.sources):
                self.stated_by.setdefault(article, []).append(said)
        self.bodies = {entity.id: Body(entity) for entity in ordered if entity.kind == "body"}
        self.events = {entity.id: Event(entity) for entity in ordered if entity.kind == "event"}
        self.genders: dict[str, set[str]] = {}
        self.abbreviations: dict[str, str] = {}
        self.plans: dict[str, list[tuple[PlanFact, str | None, str | None]]] = {}
        self._anchors: dict[PostFact, str] = {}
        self._files: dict[str, str] = {}
        self._read()
        self.holdings = holdings(world, self._anchors)
        self.vacant: dict[str, list[Tenure]] = {}
        """For each body, its seats for one whose holders are all told to have left: the last term of each."""
        for term in vacant(term for holding in self.holdings if not holding.candidate for term in holding.terms):
            self.vacant.setdefault(term.seat.body, []).append(term)
        self.of_person = _grouped((holding.person, holding) for holding in self.holdings)
        self.of_where = _grouped((holding.where, holding) for holding in self.holdings if holding.where)
        self.of_party = _grouped((party, each) for each in self.holdings if (party := self.party_of(each)))
        self.events_of: dict[str, list[Event]] = {}
        """The events of each party, body and person."""
        for event in self.events.values():
            for each in filter(None, (event.party, event.body, *event.people)):
                self.events_of.setdefault(each, []).append(event)
        self.children: dict[str, list[Body]] = {}
        for body in self.bodies.values():
            for parent in sorted(body.parents):
                self.children.setdefault(parent, []).append(body)

    def file(self, entity: Entity) -> str:
        """Return the name of an entity's page below the folder of its kind, without ``.html``."""
        name = entity_id(entity)
        return name if _SAFE.fullmatch(name) else entity.id

    def address(self, entity: str) -> str:
        """Return the address of an entity's page from the site's own folder."""
        found = self._files.get(entity)
        if found is None:
            kept = self.entities[entity]
            found = self._files[entity] = f"{kept.kind}/{self.file(kept)}.html"
        return found

    def people_of(self, body: str) -> list[Holding]:
        """Return who holds, held or seeks something in a body or directly in a party."""
        return self.of_where.get(body, [])

    def bodies_of(self, party: str | None) -> list[Body]:
        """Return the bodies of a party; of no known party for ``None``."""
        return [body for body in self.bodies.values() if body.party == party]

    def party_of(self, holding: Holding) -> str | None:
        """Return the party to which a post belongs: its own, or that of its body."""
        body = self.bodies.get(holding.where or "")
        return (body.party if body else None) or holding.party

    def region(self, body: Body) -> str | None:
        """Return the code of the region in which a body stands."""
        return region_of(body.code)

    def province(self, body: Body) -> str | None:
        """Return the code of the province in which a body stands."""
        return province_of(body.code)

    def _read(self) -> None:
        anchors: dict[Statement, str] = {said.statement: said.anchor for said in self.said}
        for reading in self.world.readings:
            names = Names(self.world, reading.article.id)
            for fact in reading.facts:
                if isinstance(fact, PostFact):
                    self._anchors[fact] = anchors[describe(fact, names)]
                    self._post(fact, names)
                else:
                    self._thing(fact, names)

    def _post(self, fact: PostFact, names: Names) -> None:
        body, party = _id(names, "body", fact.body), _id(names, "party", fact.party)
        if body and party and body in self.bodies:
            self.bodies[body].parties[party] += 1

    def _thing(self, fact: Fact, names: Names) -> None:
        match fact:
            case PersonFact() if fact.gender and (person := _id(names, "person", fact.name)):
                self.genders.setdefault(person, set()).add(fact.gender)
            case PartyFact() if fact.abbreviation and (party := _id(names, "party", fact.name)):
                self.abbreviations.setdefault(party, fact.abbreviation)
            case BodyFact() if body := _id(names, "body", fact.name):
                self._body(self.bodies[body], fact, names)
            case EventFact() if event := _id(names, "event", fact.id):
                known = self.events[event]
                known.facts.append(fact)
                known.party = known.party or _id(names, "party", fact.party)
                known.body = known.body or _id(names, "body", fact.body)
            case ParticipationFact():
                event, person = _id(names, "event", fact.event), _id(names, "person", fact.person)
                if event and person:
                    self.events[event].people.setdefault(person, Counter())[fact.capacity] += 1
            case PlanFact() if plan := _id(names, "plan", fact.plan):
                about = _id(names, "party", fact.party), _id(names, "body", fact.adopted_by)
                self.plans.setdefault(plan, []).append((fact, *about))

    def _body(self, body: Body, fact: BodyFact, names: Names) -> None:
        body.levels[fact.level] += 1
        if party := _id(names, "party", fact.party):
            body.parties[party] += 1
        if (parent := _id(names, "body", fact.parent)) and parent != body.entity.id:
            body.parents[parent] += 1
        if fact.place:
            place = names.find(fact.place, "place")
            body.places[place.name if place else fact.place, place.key if place else None] += 1


def article_file(article: str) -> str:
    """Return the name of an article's page: a digest, since its id may be any file name."""
    return hashlib.sha256(article.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def about_article(article: Article) -> dict[str, str | None]:
    """Return what an article is called, who published it, when, and where; ``None`` for what it does not say."""
    title = article.quote(article.title) if article.title else None
    url = article.url if article.url and article.url.startswith(("https://", "http://")) else None
    return {
        "id": shown(article.id),
        "title": shown(" ".join(title.split())) if title else None,
        "source": shown(article.source) if article.source else None,
        "published": article.published,
        "url": shown(url) if url else None,
        "href": f"article/{article_file(article.id)}.html",
    }


def _id(names: Names, kind: EntityKind, name: str | None) -> str | None:
    entity = names.find(name, kind)
    return entity.id if entity else None


def _grouped(pairs: Iterable[tuple[str, Holding]]) -> Mapping[str, list[Holding]]:
    found: dict[str, list[Holding]] = {}
    for key, holding in pairs:
        found.setdefault(key, []).append(holding)
    return found
