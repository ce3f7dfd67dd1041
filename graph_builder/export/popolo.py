"""Popolo: people, organisations, memberships, posts, areas and events as JSON, for tools of civic technology.

After the Popolo specification (https://www.popoloproject.com/specs/), in one document with a list a class. Ids are
those of the network's nodes; a ``link`` gives the IRI in the graph. A source is the article's address (else its IRI in
the graph) with the sentence as its note. Candidates are no members and are left out. Beyond the specification,
memberships have ``status``, since a former holder may have no ``end_date``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

import networkx as nx

from graph_builder.export.dates import ends, plain
from graph_builder.export.holdings import Holding, holdings
from graph_builder.export.sources import Links, introductions
from graph_builder.graph.iris import DEFAULT_BASE, local
from graph_builder.graph.network import SEPARATOR, network
from graph_builder.graph.reference import parties, places
from graph_builder.graph.ties import node_id
from graph_builder.model import World

Json = dict[str, Any]
ABOVE = ("part_of", "body_of", "parallel_of", "event_of")
"""Relations to the organisation above, the nearest first."""


def popolo(world: World, base: str = DEFAULT_BASE) -> bytes:
    """Return a world as a Popolo document."""
    things = _Things(world, base)
    held = [(holding, sources) for holding, sources in holdings(world) if holding.status != "candidate"]
    offices = {holding.post: (holding, sources[0].phrase) for holding, sources in reversed(held)}
    document = {
        "persons": [things.person(node) for node in things.of("person")],
        "organizations": [things.organization(node) for node in things.of("party", "body")],
        "memberships": [
            _membership(holding, sources[0].phrase, things.links(source.evidence for source in sources))
            for holding, sources in held
        ],
        "posts": [_post(post, *office) for post, office in sorted(offices.items())],
        "areas": [_area(*place) for place in sorted(things.areas().items())],
        "events": [things.event(node) for node in things.of("event")],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


class _Things:
    """The things of a world as Popolo's objects."""

    def __init__(self, world: World, base: str) -> None:
        self.graph: nx.MultiDiGraph[str] = network(world, base, places=True)
        self.aliases = {node_id(entity): entity.aliases for entity in world.entities}
        self.introduced = introductions(world)
        self.links = Links(world, base)

    def of(self, *kinds: str) -> list[str]:
        """Return the nodes of these kinds, by kind and name."""
        return [node for kind in kinds for node, about in self.graph.nodes(data=True) if about["kind"] == kind]

    def person(self, node: str) -> Json:
        """Return a person; without a gender where articles disagree on it."""
        gender = self.graph.nodes[node].get("gender", "")
        return self._thing(node, gender=gender if SEPARATOR not in gender else "")

    def organization(self, node: str) -> Json:
        """Return a party, with what the lexicon knows of it, or a body."""
        about = self.graph.nodes[node]
        known = parties().get(about.get("lexicon", ""), {}) if about["kind"] == "party" else {}
        wikidata = about.get("wikidata")
        return self._thing(
            node,
            classification=known.get("kind", "party") if about["kind"] == "party" else about.get("level"),
            parent_id=self._tied(node, *ABOVE),
            area_id=self._tied(node, "located_in"),
            identifiers=[{"scheme": "wikidata", "identifier": wikidata}] if wikidata else [],
            founding_date=plain(str(known.get("founded"))),
            dissolution_date=plain(str(known.get("ended"))),
        )

    def event(self, node: str) -> Json:
        """Return an event with those of its participants who are known by name."""
        about = self.graph.nodes[node]
        start, end = ends(about.get("date"))
        attending = sorted(
            {person for person, _, tie in self.graph.in_edges(node, data=True) if tie["relation"] == "took_part"}
        )
        return self._thing(
            node,
            classification=about.get("event"),
            start_date=start,
            end_date=end,
            location=about.get("place"),
            status=about.get("status"),
            organization_id=self._tied(node, "event_of"),
            attendees=[{"id": person, "name": self.graph.nodes[person]["label"]} for person in attending],
        )

    def areas(self) -> dict[str, str]:
        """Return the places and those around them: id -> name."""
        found = {node: str(self.graph.nodes[node]["label"]) for node in self.of("place")}
        for node in list(found):
            for code in _around(self.graph.nodes[node].get("lexicon", "")):
                found.setdefault(f"place:{local(code)}", places()[code]["ar"])
        return found

    def _thing(self, node: str, **more: Any) -> Json:
        about = self.graph.nodes[node]
        short = [{"name": about["abbreviation"], "note": "abbreviation"}] if "abbreviation" in about else []
        return _stated(
            id=node,
            name=about["label"],
            other_names=[{"name": alias} for alias in self.aliases[node]] + short,
            **more,
            links=[{"url": about["iri"], "note": "graph"}],
            sources=self.links(self.introduced.get(node, ())),
        )

    def _tied(self, node: str, *relations: str) -> str | None:
        """Return what a node is tied to by the first of these relations; if articles disagree, as most say."""
        ties = [
            (relations.index(tie["relation"]), -tie["weight"], target)
            for _, target, tie in self.graph.out_edges(node, data=True)
            if tie["relation"] in relations
        ]
        return min(ties)[2] if ties else None


def _membership(holding: Holding, phrase: str, sources: list[dict[str, str]]) -> Json:
    return _stated(
        id=holding.id,
        role=phrase,
        person_id=holding.person,
        organization_id=holding.organization,
        on_behalf_of_id=holding.party if holding.party != holding.organization else None,
        post_id=holding.post,
        area_id=holding.place,
        start_date=plain(holding.since),
        end_date=plain(holding.until),
        status=holding.status,
        sources=sources,
    )


def _post(post: str, holding: Holding, phrase: str) -> Json:
    return _stated(
        id=post,
        label=phrase,
        role=holding.role,
        organization_id=holding.organization,
        area_id=None if holding.body else holding.place,
    )


def _area(node: str, name: str) -> Json:
    code = _codes().get(node)
    entry = places()[code] if code else {}
    parent = entry.get("parent")
    return _stated(
        id=node,
        name=name,
        identifier=code,
        classification=entry.get("kind"),
        parent_id=f"place:{local(parent)}" if parent else None,
    )


@cache
def _codes() -> dict[str, str]:
    """Return node -> code of each place of the lexicon."""
    return {f"place:{local(code)}": code for code in places()}


def _around(code: str) -> Iterator[str]:
    """Yield the codes of the places around one of the lexicon, from the nearest."""
    while code := places().get(code, {}).get("parent") or "":
        yield code


def _stated(**about: Any) -> Json:
    """Keep what has a value."""
    return {name: value for name, value in about.items() if value not in (None, "", [])}
