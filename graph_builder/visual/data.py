"""All that the network's page knows of a share, as plain JSON values: entities, facts, quotes, articles, each once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from graph_builder.arabic.normalise import fold
from graph_builder.model import Entity, Evidence
from graph_builder.visual.facts import Tie, Value
from graph_builder.visual.network import drawing
from graph_builder.visual.shares import Parties, Share
from graph_builder.visual.site.known import Known
from graph_builder.visual.site.said import Said
from graph_builder.visual.text import shown
from graph_builder.visual.words import date_in_words
from graph_builder.visual.years import of_statement, years


def share_data(known: Known, share: Share, parties: Parties) -> dict[str, Any]:
    """Return what the page's script reads of a share."""
    evidence = [_evidence(said) for said in share.said]
    ties: dict[Tie, set[int]] = {}
    for number, said in enumerate(share.said):
        for tie in said.statement.ties:
            ties.setdefault(tie, set()).add(number)
    drawn = drawing(share.entities, _places(known), ties)
    quotes = sorted({each.quote for some in evidence for each in some})
    articles = sorted({each.article for some in evidence for each in some} if share.party else known.articles)
    entities = _entities(known, share, parties, ties)
    return {
        "party": share.party.id if share.party else None,
        "dates": {date: date_in_words(date) for date in sorted(_dates(known, share.said, articles))},
        "articles": _articles(known, articles, evidence),
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


def _places(known: Known) -> dict[str, str]:
    """Return the place of each body whose name does not tell it: a town may have many a local bureau."""
    places = {id_: sorted(name for name, _ in body.places) for id_, body in known.bodies.items()}
    untold = {id_: [p for p in named if fold(p) not in fold(known.entities[id_].name)] for id_, named in places.items()}
    return {id_: named[0] for id_, named in untold.items() if named}


def _dates(known: Known, said: Iterable[Said], articles: Iterable[str]) -> set[str]:
    values = {value for each in said for _, value in (*each.statement.head, *each.statement.rows)}
    stated = {str(content) for kind, content in values if kind == "date"}
    return stated | {published for each in articles if (published := known.articles[each].published)}


def _articles(known: Known, articles: Sequence[str], evidence: Sequence[Sequence[Evidence]]) -> list[dict[str, Any]]:
    facts: dict[str, list[int]] = {}
    for number, some in enumerate(evidence):
        for article in dict.fromkeys(each.article for each in some):
            facts.setdefault(article, []).append(number)
    return [{**known.told[article], "facts": facts.get(article, [])} for article in articles]


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


def _entities(known: Known, share: Share, parties: Parties, ties: Iterable[Tie]) -> list[dict[str, Any]]:
    facts: dict[str, list[int]] = {}
    for number, said in enumerate(share.said):
        for entity in said.statement.entities():
            facts.setdefault(entity, []).append(number)
    near: dict[str, set[str]] = {entity.id: {entity.id} for entity in share.entities}
    for tie in ties:
        near[tie.source].add(tie.target)
        near[tie.target].add(tie.source)
    return [
        {
            "id": entity.id,
            "kind": entity.kind,
            "name": shown(entity.name),
            "aliases": [shown(alias) for alias in entity.aliases],
            "parties": sorted(parties[entity.id]),
            "facts": facts.get(entity.id, []),
            "iri": known.ids.entity(entity).value,
            "href": known.address(entity.id),
            **_standing(known, entity, near[entity.id]),
        }
        for entity in share.entities
    ]


def _standing(known: Known, entity: Entity, near: Iterable[str]) -> dict[str, Any]:
    """Return at which levels and in which regions something stands: a body itself, others by the bodies they are near.

    An event has the years of its date, too.
    """
    about = [entity.id] if entity.kind == "body" else near
    bodies = [known.bodies[each] for each in about if each in known.bodies]
    regions = {known.region(body) for body in bodies}
    standing: dict[str, Any] = {
        "levels": sorted({body.level for body in bodies}),
        "regions": sorted(region for region in regions if region),
    }
    return standing | ({"years": years(known.events[entity.id].date)} if entity.kind == "event" else {})


def _dated(
    edge: dict[str, Any], known: Known, said: Sequence[Said], evidence: Sequence[Sequence[Evidence]]
) -> dict[str, Any]:
    """Add to an arrow the years of each fact behind it, and the highest confidence of any."""
    spans = sorted({of_statement(said[number].statement, known) for number in edge["facts"]}, key=repr)
    sure = max(each.confidence for number in edge["facts"] for each in evidence[number])
    return {**edge, "years": spans, "sure": round(sure, 3)}
