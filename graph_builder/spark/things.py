"""What is told of one thing or one seat by many articles: its part of the graphs and tables that no article makes.

It is made of the world in which there is nothing else, by the functions that make it of the whole world.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph_builder.chronology.seats import seat
from graph_builder.export.tables import table_rows
from graph_builder.facts import as_json, restored
from graph_builder.graph.dataset import things
from graph_builder.graph.derived import successions
from graph_builder.graph.iris import Ids
from graph_builder.graph.lines import line
from graph_builder.memory import entity_text, slim
from graph_builder.model import (
    Article,
    Claim,
    Entity,
    EntityKind,
    Fact,
    PartyFact,
    PersonFact,
    PostFact,
    Reading,
    World,
)
from graph_builder.spark.steps import Rows, grouped

TABLES = {"person": "people", "party": "parties"}
"""Kinds of things that have a table of their own."""
THINGS, DERIVED, ENTITIES = "things", "derived", "entities"
"""What is told beside rows of tables: lines of the graphs of entities and of what is derived; an entity as JSON."""
Row = tuple[str, str, int, str]
"""As ``telling.SCHEMA``."""


def text(said: object) -> str:
    """Return something as one line."""
    return json.dumps(said, ensure_ascii=False)


# ---------------------------------------------------------------- what an article has of them


def introduced(world: World) -> Iterator[tuple[str, str]]:
    """Yield the facts of an article that introduce people and parties, each after the id of what it introduces."""
    (reading,) = map(slim, world.readings)
    for n, fact in enumerate(reading.facts):
        if isinstance(fact, PersonFact | PartyFact):
            kind: EntityKind = "person" if isinstance(fact, PersonFact) else "party"
            yield world.of[Claim(kind, reading.article.id, fact.name)].id, text(_told(world, reading.article, n, fact))


def held(world: World) -> Iterator[tuple[str, str]]:
    """Yield the posts of an article, each after its seat."""
    (reading,) = map(slim, world.readings)
    for n, fact in enumerate(reading.facts):
        if isinstance(fact, PostFact):
            yield text(seat(world, reading.article.id, fact)), text(_told(world, reading.article, n, fact))


def _told(world: World, article: Article, number: int, fact: Fact) -> list[Any]:
    """Return a fact with its number in its article, and what is to be known of that and of what its names denote."""
    names: dict[EntityKind, str | None] = {}
    if isinstance(fact, PostFact):
        names = {"person": fact.person, "body": fact.body, "party": fact.party, "place": fact.place}
    found = ((kind, name, world.find(article.id, name, kind)) for kind, name in names.items())
    known = [(kind, name, thing.id, thing.name, thing.key) for kind, name, thing in found if thing]
    return [article.id, number, article.digest, article.published, as_json(fact), known]


# ---------------------------------------------------------------- what becomes of it


def of_seats(base: str, rows: Rows) -> Iterator[Row]:
    """Yield the terms of seats, and what follows from them, of posts that stand together by seat."""
    for _, posts in grouped(rows):
        world = _world((told for (told,) in posts), ())
        yield from _rows(world, "tenures")
        yield from ((DERIVED, "", 0, line(triple)) for triple in successions(world, Ids(base)))


def of_entities(base: str, rows: Rows) -> Iterator[Row]:
    """Yield what is told of entities, of these and the facts that introduce them, which stand together by id."""
    for _, every in grouped(rows):
        facts: list[str] = []
        for record, told in every:
            if record is None:
                facts.append(told)
            else:
                thing: Entity = pickle.loads(record)  # noqa: S301
        world = _world(facts, (thing,))
        yield ENTITIES, "", 0, entity_text(thing)
        yield from ((THINGS, "", 0, line(triple)) for triple in things(world, Ids(base)))
        if thing.kind in TABLES:
            yield from _rows(world, TABLES[thing.kind])


def _rows(world: World, table: str) -> Iterator[Row]:
    yield from ((table, "", 0, text(row)) for row in table_rows(world, table))


def _world(told: Iterable[str], entities: Sequence[Entity]) -> World:
    """Return the world of these facts and entities."""
    articles: dict[str, Article] = {}
    facts: dict[str, list[Fact]] = {}
    of = {claim: thing for thing in entities for claim in thing.claims}
    for own, _, digest, published, fact, known in sorted(map(json.loads, told), key=lambda said: said[:2]):
        articles[own] = Article(own, "", "", digest, None, (), published=published)
        facts.setdefault(own, []).append(restored(fact))
        for kind, name, *thing in known:
            number, called, key = thing
            of[Claim(kind, own, name)] = Entity(number, kind, called, (), (), (), key)
    readings = (Reading(article, tuple(facts[own])) for own, article in articles.items())
    return World(tuple(readings), tuple(entities), of)
