"""FollowTheMoney: entities, one a line, for Aleph, OpenAleph, yente and the other tools of investigations.

Schemata of FollowTheMoney 4: Person, Organization (parties with the topic ``pol.party``, and bodies), Position with
Occupancy, Membership for those who are but members of a body, Event, Article, and Documentation: the sentence in which
an article speaks of a thing. An occupancy and a membership name their articles as ``proof`` and quote them in
``description``. Candidates hold nothing and are left out. Nobody gets a topic of exposed persons: that is a judgement.

FollowTheMoney allows no colon in ids: things are called by kind and number with a dash. It gives no meaning to white
space: in names every stretch of it is one blank.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import networkx as nx

from graph_builder.export.characters import for_xml
from graph_builder.export.dates import ends, plain
from graph_builder.export.holdings import Holding, Source, digest, holdings
from graph_builder.export.sources import introductions
from graph_builder.graph.iris import DEFAULT_BASE, Ids
from graph_builder.graph.network import SEPARATOR, network
from graph_builder.graph.reference import parties, roles
from graph_builder.graph.source import address
from graph_builder.graph.ties import node_id
from graph_builder.model import Article, World

Properties = dict[str, Iterable[str | None]]
ORGANISED_BY = ("part_of", "body_of", "parallel_of", "event_of")


def followthemoney(world: World, base: str = DEFAULT_BASE) -> bytes:
    """Return a world as FollowTheMoney entities, JSON lines sorted by id."""
    entities = {entity["id"]: entity for entity in _Entities(world, base).all()}
    text = "".join(json.dumps(entity, ensure_ascii=False) + "\n" for _, entity in sorted(entities.items()))
    return text.encode("utf-8")


class _Entities:
    """A world as FollowTheMoney entities."""

    def __init__(self, world: World, base: str) -> None:
        self.world = world
        self.graph: nx.MultiDiGraph[str] = network(world, base)
        self.things = {node_id(entity): entity for entity in world.entities}
        self.introduced = introductions(world)
        self.articles = {r.article.id: Ids(base).of_article("article", r.article) for r in world.readings}
        self.dates = {reading.article.id: plain(reading.article.published) for reading in world.readings}

    def all(self) -> Iterator[dict[str, Any]]:
        """Yield every entity."""
        for reading in self.world.readings:
            yield self.article(reading.article)
        for node, about in self.graph.nodes(data=True):
            if about["kind"] in OF_KIND:
                schema, properties = OF_KIND[about["kind"]](self, node, about)
                yield _entity(self.id(node), schema, name=[about["label"]], **properties)
                yield from self.documentation(node)
        for holding, sources in holdings(self.world):
            if holding.status != "candidate":
                yield from self.held(holding, sources)

    def id(self, node: str) -> str:
        """Return what a thing is called."""
        entity = self.things[node]
        return f"{entity.kind}-{entity.id}"

    def proof(self, article: str) -> str:
        """Return what an article is called."""
        return "article-" + self.articles[article].value.rpartition("/")[2]

    def article(self, article: Article) -> dict[str, Any]:
        """Return an article."""
        title = article.quote(article.title) if article.title else None
        return _entity(
            self.proof(article.id), "Article",
            title=[title], fileName=[article.file], publisher=[article.source], sourceUrl=[address(article)],
            publishedAt=[plain(article.published)], language=["ara"],
        )  # fmt: skip

    def person(self, node: str, about: dict[str, Any]) -> tuple[str, Properties]:
        """Return the schema and properties of a person."""
        gender = about.get("gender", "")
        return "Person", {"alias": self.things[node].aliases, "gender": [gender if SEPARATOR not in gender else None]}

    def party(self, node: str, about: dict[str, Any]) -> tuple[str, Properties]:
        """Return the schema and properties of a party, with what the lexicon knows of it."""
        known = parties().get(about.get("lexicon", ""), {})
        return "Organization", {
            "alias": [*self.things[node].aliases, known.get("fr"), known.get("en")],
            "abbreviation": [about.get("abbreviation")],
            "topics": ["pol.party"],
            "wikidataId": [about.get("wikidata")],
            "country": [known.get("country", "").lower()],
            "incorporationDate": [plain(str(known.get("founded")))],
            "dissolutionDate": [plain(str(known.get("ended")))],
        }

    def body(self, node: str, about: dict[str, Any]) -> tuple[str, Properties]:
        """Return the schema and properties of a body."""
        return "Organization", {
            "alias": self.things[node].aliases,
            "classification": about.get("level", "").split(SEPARATOR),
            "parent": self.tied(node),
        }

    def event(self, node: str, about: dict[str, Any]) -> tuple[str, Properties]:
        """Return the schema and properties of an event."""
        start, end = ends(about.get("date"))
        involved = {
            p for p, _, tie in self.graph.in_edges(node, data=True) if tie["relation"] in ("took_part", "spoke")
        }
        return "Event", {
            "keywords": [about.get("event")],
            "date": [None if end else start],
            "startDate": [start if end else None],
            "endDate": [end],
            "location": about.get("place", "").split(SEPARATOR),
            "organizer": self.tied(node),
            "involved": sorted(self.id(each) for each in involved),
        }

    def tied(self, node: str) -> list[str]:
        """Return the organisations above a thing."""
        above = {at for _, at, tie in self.graph.out_edges(node, data=True) if tie["relation"] in ORGANISED_BY}
        return sorted(map(self.id, above))

    def documentation(self, node: str) -> Iterator[dict[str, Any]]:
        """Yield the sentences that introduce a thing."""
        for evidence in self.introduced.get(node, ()):
            name = digest((node, evidence.article, evidence.start, evidence.end))
            yield _entity(
                f"documentation-{name}", "Documentation",
                document=[self.proof(evidence.article)], entity=[self.id(node)],
                date=[self.dates[evidence.article]], summary=[evidence.quote],
            )  # fmt: skip

    def held(self, holding: Holding, sources: list[Source]) -> Iterator[dict[str, Any]]:
        """Yield what a person holds: a membership, or an occupancy and its position."""
        about: Properties = {
            "startDate": [plain(holding.since)],
            "endDate": [plain(holding.until)],
            "status": [holding.status],
            "proof": sorted({self.proof(source.evidence.article) for source in sources}),
            "description": [source.evidence.quote for source in sources],
        }
        name, person = holding.id.replace(":", "-"), self.id(holding.person)
        organization = [self.id(holding.organization)] if holding.organization else []
        if holding.body and is_member(holding.role):
            role = [source.phrase for source in sources]
            yield _entity(name, "Membership", member=[person], organization=organization, role=role, **about)
            return
        post = holding.post.replace(":", "-")
        yield self.position(post, holding, organization)
        group = self.things[holding.party].name if holding.party and holding.public else None
        yield _entity(name, "Occupancy", holder=[person], post=[post], politicalGroup=[group], **about)

    def position(self, name: str, holding: Holding, organization: list[str]) -> dict[str, Any]:
        """Return an office, called by its role, its organisation and its place, whoever holds it."""
        of = self.things[holding.organization].name if holding.organization else None
        if holding.body:
            area = self.graph.nodes[holding.body].get("place", "")
        else:
            area = self.things[holding.place].name if holding.place else ""
        parts = [roles().get(holding.role, {}).get("ar", holding.role), of, area.replace(SEPARATOR, " / ")]
        title = " – ".join(part for part in parts if part)
        return _entity(name, "Position", name=[title], organization=organization, subnationalArea=area.split(SEPARATOR))


OF_KIND = {"person": _Entities.person, "party": _Entities.party, "body": _Entities.body, "event": _Entities.event}
"""Kind of thing -> how it is written; plans and places are no entities."""


def is_member(role: str | None) -> bool:
    """Whether a role of the lexicon is to be a member, and no more.

    >>> is_member("political_bureau_member"), is_member("treasurer")
    (True, False)
    """
    while role and role != "member":
        role = roles().get(role, {}).get("broader")
    return role == "member"


def _entity(name: str, schema: str, /, **properties: Iterable[str | None]) -> dict[str, Any]:
    """Return an entity; of the properties, what has a value, each once."""
    stated = {
        key: list(dict.fromkeys(_clean(value) for value in values if value)) for key, values in properties.items()
    }
    return {"id": name, "schema": schema, "properties": {key: values for key, values in stated.items() if any(values)}}


def _clean(text: str) -> str:
    return " ".join(for_xml(text).split())
