"""The world as a network: people, parties, bodies, events and plans, tied by what the articles state of them.

A node is called as ``explain`` and SPARQL call the thing (``person:0123456789ab``). Each distinct tie is one edge,
however many articles state it: ``weight`` counts them, copies of one text once. All attributes are strings, numbers or
truth values, so that every format of networkx takes them; several values, as where articles disagree, are joined by
``|`` (one within a value becomes ``/``). What is not stated is not there.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

import networkx as nx

from graph_builder.graph.iris import DEFAULT_BASE, Ids
from graph_builder.graph.reference import parties
from graph_builder.graph.ties import Names, Scalar, Tie, node_id, ties
from graph_builder.model import (
    BodyFact,
    Entity,
    EntityKind,
    EventFact,
    Evidence,
    Fact,
    PartyFact,
    PersonFact,
    World,
)

KINDS: tuple[EntityKind, ...] = ("party", "body", "event", "plan", "person")
"""The kinds that are always nodes."""
SEPARATOR = "|"


def network(world: World, base: str = DEFAULT_BASE, *, places: bool = False) -> nx.MultiDiGraph[str]:
    """Return the network of a world; nodes and edges sorted by name.

    Nodes have ``kind``, ``label``, ``iri``, ``articles`` (how many name the thing) and, where known, ``aliases``,
    ``gender``, ``level``, ``place``, ``lexicon`` (its key there), ``abbreviation``, ``wikidata``, ``event`` (its sort),
    ``date``, ``status``. Edges have ``relation``, ``weight``, ``articles`` (their ids), ``confidence`` (of the surest
    evidence), ``quote`` (its sentence), and the details of their ``Tie``.

    ``places``: whether places are nodes, too, and what is located in them is tied to them. A post that names neither
    body nor party (nor, with places, a place) is no edge.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    ids = Ids(base)
    kinds = (*KINDS, "place") if places else KINDS
    said = _said(world)
    nodes = {node_id(entity): entity for entity in world.entities if entity.kind in kinds}
    for name, entity in sorted(nodes.items()):
        graph.add_node(name, **_node(entity, ids), **said.get(entity.id, {}))
    for (source, target, key), (tie, evidence) in sorted(_edges(world, places).items()):
        graph.add_edge(source, target, key, relation=tie.relation, **dict(tie.details), **_sources(evidence, world))
    return graph


def joined(values: Iterable[str]) -> str:
    """Return several values as one, in their order.

    >>> joined(["b", "a|c"])
    'b|a/c'
    """
    return SEPARATOR.join(value.replace(SEPARATOR, "/") for value in values)


def _node(entity: Entity, ids: Ids) -> dict[str, Scalar]:
    about: dict[str, Scalar] = {"kind": entity.kind, "label": entity.name, "iri": ids.entity(entity).value}
    about["articles"] = len({claim.article for claim in entity.claims})
    if entity.aliases:
        about["aliases"] = joined(entity.aliases)
    if entity.key:
        about["lexicon"] = entity.key
        wikidata = parties().get(entity.key, {}).get("wikidata") if entity.kind == "party" else None
        if wikidata:
            about["wikidata"] = str(wikidata)
    return about


def _said(world: World) -> dict[str, dict[str, Scalar]]:
    """Return entity id -> what the articles say of the thing itself."""
    found: dict[str, dict[str, set[str]]] = {}
    for reading in world.readings:
        for fact in reading.facts:
            for entity, about in _about(Names(world, reading.article.id), fact):
                for name, value in about.items():
                    if value:
                        found.setdefault(entity.id, {}).setdefault(name, set()).add(value)
    return {entity: {name: joined(sorted(values)) for name, values in about.items()} for entity, about in found.items()}


def _about(names: Names, fact: Fact) -> Iterator[tuple[Entity, Mapping[str, str | None]]]:
    """Yield the thing that a fact introduces, and what it says of it."""
    about: Mapping[str, str | None]
    match fact:
        case PersonFact():
            entity, about = names.find(fact.name, "person"), {"gender": fact.gender}
        case PartyFact():
            entity, about = names.find(fact.name, "party"), {"abbreviation": fact.abbreviation}
        case BodyFact():
            entity, about = names.find(fact.name, "body"), {"level": fact.level, "place": fact.place}
        case EventFact():
            entity = names.find(fact.id, "event")
            about = {"event": fact.kind, "date": fact.date, "status": fact.status, "place": fact.place}
        case _:
            return
    if entity:
        yield entity, about


def _edges(world: World, places: bool) -> dict[tuple[str, str, str], tuple[Tie, list[Evidence]]]:
    """Return source, target and key of each distinct tie -> the tie, and what is evidence of it."""
    found: dict[Tie, list[Evidence]] = {}
    for reading in world.readings:
        names = Names(world, reading.article.id, places)
        for fact in reading.facts:
            for tie in ties(names, fact):
                found.setdefault(tie, []).append(fact.evidence)
    edges = {}
    for tie, evidence in found.items():
        identity = json.dumps([tie.source, tie.target, tie.relation, tie.details]).encode("ascii")
        edges[tie.source, tie.target, hashlib.sha256(identity).hexdigest()[:12]] = tie, evidence
    return edges


def _sources(evidence: list[Evidence], world: World) -> dict[str, Scalar]:
    articles = {each.article for each in evidence}
    surest = min(evidence, key=lambda each: (-each.confidence, each))
    return {
        "weight": world.independent(articles),
        "confidence": round(surest.confidence, 4),
        "quote": surest.quote,
        "articles": joined(sorted(articles)),
    }
