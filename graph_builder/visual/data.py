"""All that the page knows, as plain JSON values: entities, what is said of them, quotes and articles, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from graph_builder.arabic.normalise import fold
from graph_builder.model import Article, BodyFact, Entity, Evidence, World
from graph_builder.visual.facts import SECTIONS, Names, Statement, Tie, Value, statements
from graph_builder.visual.network import KINDS, drawing
from graph_builder.visual.text import shown
from graph_builder.visual.words import date_in_words, words


def page_data(world: World, name_of: Callable[[Entity], str]) -> dict[str, Any]:
    """Return what the page's script reads; ``name_of`` gives the IRI of an entity."""
    said: dict[Statement, list[Evidence]] = {}
    for statement, evidence in statements(world):
        said.setdefault(statement, []).append(evidence)
    ordered = sorted(said, key=lambda statement: SECTIONS.index(statement.kind))
    entities = sorted(
        (e for e in world.entities if e.kind in KINDS), key=lambda e: (KINDS.index(e.kind), fold(e.name), e.id)
    )
    ties: dict[Tie, set[int]] = {}
    for number, statement in enumerate(ordered):
        for tie in statement.ties:
            ties.setdefault(tie, set()).add(number)
    drawn = drawing(entities, _places(world), ties)
    quotes = sorted({e.quote for evidences in said.values() for e in evidences})
    articles = sorted((reading.article for reading in world.readings), key=lambda article: article.id)
    return {
        "words": words(),
        "fold": _folding(),
        "sections": SECTIONS,
        "dates": {date: date_in_words(date) for date in sorted(_dates(ordered, articles))},
        "articles": [_article(article) for article in articles],
        "quotes": [shown(quote) for quote in quotes],
        "facts": _facts(ordered, said, {a.id: n for n, a in enumerate(articles)}, {q: n for n, q in enumerate(quotes)}),
        "entities": _entities(entities, ordered, name_of),
        "nodes": drawn.nodes,
        "edges": drawn.edges,
        "options": drawn.options,
        "first": drawn.first,
        "fullest": drawn.fullest,
    }


def _places(world: World) -> dict[str, str]:
    """Return the place of each body whose name does not tell it: a town may have many a local bureau."""
    places: dict[str, set[str]] = {}
    for reading in world.readings:
        names = Names(world, reading.article.id)
        for fact in reading.facts:
            body = names.find(fact.name, "body") if isinstance(fact, BodyFact) and fact.place else None
            if isinstance(fact, BodyFact) and body and fact.place and fold(fact.place) not in fold(body.name):
                places.setdefault(body.id, set()).add(fact.place)
    return {body: min(known) for body, known in places.items()}


def _folding() -> dict[str, str]:
    """Return what each sign becomes when spellings are folded, so that the page's search agrees with ours."""
    signs = (chr(code) for code in range(0x80, 0x10000) if not 0xD800 <= code < 0xE000)
    return {sign: fold(sign) for sign in signs if fold(sign) != sign.lower()}


def _dates(said: Iterable[Statement], articles: Iterable[Article]) -> set[str]:
    values = {value for statement in said for _, value in (*statement.head, *statement.rows)}
    stated = {str(content) for kind, content in values if kind == "date"}
    return stated | {article.published for article in articles if article.published}


def _article(article: Article) -> dict[str, str | None]:
    title = article.quote(article.title) if article.title else None
    url = article.url if article.url and article.url.startswith(("https://", "http://")) else None
    return {
        "id": shown(article.id),
        "title": shown(title) if title else None,
        "source": shown(article.source) if article.source else None,
        "published": article.published,
        "url": url,
    }


def _facts(
    ordered: list[Statement], said: dict[Statement, list[Evidence]], articles: dict[str, int], quotes: dict[str, int]
) -> list[dict[str, Any]]:
    return [
        {
            "kind": statement.kind,
            "head": [[name, _value(value)] for name, value in statement.head],
            "rows": [[name, _value(value)] for name, value in statement.rows],
            "evidence": [
                [articles[e.article], quotes[e.quote], e.start, round(e.confidence, 3), e.rule]
                for e in sorted(set(said[statement]), key=lambda e: (e.article, e.start, e.end, e.rule))
            ],
        }
        for statement in ordered
    ]


def _value(value: Value) -> Value:
    kind, content = value
    return (kind, shown(content)) if kind == "text" and isinstance(content, str) else value


def _entities(
    entities: Iterable[Entity], said: list[Statement], name_of: Callable[[Entity], str]
) -> list[dict[str, Any]]:
    facts: dict[str, list[int]] = {}
    parties: dict[str, set[str]] = {}
    known = list(entities)
    kinds = {entity.id: entity.kind for entity in known}
    for number, statement in enumerate(said):
        spoken_of = statement.entities()
        named = {entity for entity in spoken_of if kinds.get(entity) == "party"}
        for entity in spoken_of:
            facts.setdefault(entity, []).append(number)
            parties.setdefault(entity, set()).update(named)
    for statement in said:
        _through_events(statement, kinds, parties)
    return [
        {
            "id": entity.id,
            "kind": entity.kind,
            "name": shown(entity.name),
            "aliases": [shown(alias) for alias in entity.aliases],
            "parties": sorted(parties.get(entity.id, ())),
            "facts": facts.get(entity.id, []),
            "iri": name_of(entity),
        }
        for entity in known
    ]


def _through_events(statement: Statement, kinds: dict[str, Any], parties: dict[str, set[str]]) -> None:
    """Who took part in a party's event is shown with that party."""
    spoken_of = statement.entities()
    for event in (entity for entity in spoken_of if kinds.get(entity) == "event"):
        for person in (entity for entity in spoken_of if kinds.get(entity) == "person"):
            parties.setdefault(person, set()).update(parties.get(event, ()))
