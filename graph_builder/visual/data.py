"""All that the network's page knows of a share, as plain JSON values: entities, facts, quotes, articles, each once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph_builder.arabic.normalise import fold
from graph_builder.graph.reference import parties as reference
from graph_builder.model import Entity, Evidence
from graph_builder.visual.facts import Tie, Value
from graph_builder.visual.network import drawing
from graph_builder.visual.shares import Parties, Share
from graph_builder.visual.site.known import Known
from graph_builder.visual.site.said import Said
from graph_builder.visual.text import shown
from graph_builder.visual.words import LANGUAGES
from graph_builder.visual.years import of_statement, years


def share_data(known: Known, share: Share, parties: Parties) -> dict[str, Any]:
    """Return what the page's script reads of a share."""
    evidence = [_evidence(said) for said in share.said]
    ties: dict[Tie, set[int]] = {}
    for number, said in enumerate(share.said):
        for tie in said.statement.ties:
            ties.setdefault(tie, set()).add(number)
    drawn = drawing(share.entities, ties)
    quotes = sorted({each.quote for some in evidence for each in some})
    articles = sorted({each.article for some in evidence for each in some} if share.party else known.articles)
    entities = _entities(known, share, parties)
    return {
        "party": share.party.id if share.party else None,
        "articles": [known.told[article] for article in articles],
        "quotes": [shown(quote) for quote in quotes],
        "facts": _facts(
            share.said, evidence, {a: n for n, a in enumerate(articles)}, {q: n for n, q in enumerate(quotes)}
        ),
        "loose": sorted(set(range(len(share.said))) - {number for each in entities for number in each["facts"]}),
        "entities": entities,
        "nodes": drawn.nodes,
        "edges": [_dated(edge, known, share.said, evidence) for edge in drawn.edges],
        "first": drawn.first,
        "fullest": drawn.fullest,
    }


def _evidence(said: Said) -> list[Evidence]:
    found = {source.evidence for source in said.sources}
    return sorted(found, key=lambda each: (each.article, each.start, each.end, each.rule))


def _facts(
    said: Iterable[Said],
    evidence: Iterable[Sequence[Evidence]],
    articles: Mapping[str, int],
    quotes: Mapping[str, int],
) -> list[dict[str, Any]]:
    return [
        {
            "kind": each.kind,
            "head": [[name, _value(value)] for name, value in each.statement.head],
            "rows": [[name, _value(value)] for name, value in each.statement.rows],
            "evidence": [[articles[e.article], quotes[e.quote], e.start, round(e.confidence, 3), e.rule] for e in some],
        }
        for each, some in zip(said, evidence, strict=True)
    ]


def _value(value: Value) -> Value:
    kind, content = value
    return (kind, shown(content)) if kind == "text" and isinstance(content, str) else value


def _entities(known: Known, share: Share, parties: Parties) -> list[dict[str, Any]]:
    facts: dict[str, list[int]] = {}
    for number, said in enumerate(share.said):
        for entity in said.statement.entities():
            facts.setdefault(entity, []).append(number)
    return [
        {
            "id": entity.id,
            "file": known.file(entity),
            "kind": entity.kind,
            "name": shown(entity.name),
            "aliases": [shown(alias) for alias in entity.aliases],
            "parties": sorted(parties[entity.id]),
            "facts": facts.get(entity.id, []),
            "iri": known.ids.entity(entity).value,
            **_standing(known, entity),
        }
        for entity in share.entities
    ]


def foreign(party: Entity) -> dict[str, Any]:
    """Return what a party is called in other languages, if the lexicon knows it."""
    entry = reference().get(party.key or "", {})
    names = {language: entry[language] for language in LANGUAGES[1:] if entry.get(language)}
    return {"names": names} if names else {}


def _standing(known: Known, entity: Entity) -> dict[str, Any]:
    """Return the level and place of a body, the years of an event's date, what a party is called in other languages.

    A body whose name does not tell its place is told apart by it: a town may have many a local bureau.
    """
    match entity.kind:
        case "body":
            body = known.bodies[entity.id]
            place = known.province(body) or known.region(body)
            untold = [name for name, _ in sorted(body.places) if fold(name) not in fold(entity.name)]
            told = {"level": body.level, "place": place, "where": shown(untold[0]) if untold else None}
            return {key: value for key, value in told.items() if value}
        case "event":
            return {"years": years(known.events[entity.id].date)}
        case "party":
            return foreign(entity)
    return {}


def _dated(
    edge: dict[str, Any], known: Known, said: Sequence[Said], evidence: Sequence[Sequence[Evidence]]
) -> dict[str, Any]:
    """Add to an arrow the years of each fact behind it, and the highest confidence of any."""
    spans = sorted({of_statement(said[number].statement, known) for number in edge["facts"]}, key=repr)
    sure = max(each.confidence for number in edge["facts"] for each in evidence[number])
    return {**edge, "years": spans, "sure": round(sure, 3)}
