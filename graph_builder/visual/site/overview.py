"""The first page: every party by level, what the latest articles say, and where the bodies stand."""

from __future__ import annotations

from collections import Counter
from typing import Any

from markupsafe import Markup

from graph_builder.graph.reference import parties
from graph_builder.model import Article, Level
from graph_builder.visual.charts.bars import square
from graph_builder.visual.markup import named, say
from graph_builder.visual.site.cards import about_article
from graph_builder.visual.site.known import LEVELS, Known
from graph_builder.visual.site.pages import Desk, Page
from graph_builder.visual.site.party import abbreviation, coverage
from graph_builder.visual.text import shown

NEWS, GISTS = 8, 3
"""Latest articles that are shown, and facts of each that tell what it is about."""
PARTIES = 40
"""Parties whose levels are shown: at most 200 squares with their six levels, less those that have none."""


def page(desk: Desk) -> Page:
    """Return the first page."""
    known = desk.known
    kinds = Counter(entity.kind for entity in known.entities.values())
    rows = _parties(desk)
    dated = latest(known)
    return desk.page(
        "overview.html.j2",
        "index.html",
        "",
        here="index",
        counts=[
            ("kinds.party", kinds["party"]),
            ("kinds.body", kinds["body"]),
            ("kinds.person", kinds["person"]),
            ("kinds.event", kinds["event"]),
            ("kinds.article", len(known.articles)),
            ("site.facts", len(known.said)),
        ],
        levels=LEVELS,
        parties=rows,
        news=[_news(desk, article) for article in dated[:NEWS]],
        more=len(known.articles) if len(known.articles) > min(NEWS, len(dated)) else 0,
        map=coverage(desk, known.bodies.values()),
    )


def latest(known: Known) -> list[Article]:
    """Return the articles that state when they were published, the latest first."""
    dated = [article for article in known.articles.values() if article.published]
    return sorted(dated, key=lambda article: (article.published or "", article.id), reverse=True)


def _parties(desk: Desk) -> list[dict[str, Any]]:
    """Return the parties with most bodies and people, and a last row of bodies whose party no article names."""
    known = desk.known
    counted: dict[str | None, Counter[Level]] = {
        party: Counter(body.level for body in known.bodies_of(party)) for party in _ids(known)
    }
    counted[None] = Counter(body.level for body in known.bodies_of(None))
    people = {party: {holding.person for holding in held} for party, held in known.of_party.items()}
    largest = max((n for counts in counted.values() for n in counts.values()), default=1)
    weight = {party: sum(counts.values()) + len(people.get(party or "", ())) for party, counts in counted.items()}
    ranked = sorted(_ids(known), key=lambda party: (-weight[party], known.entities[party].name, party))[:PARTIES]
    return [
        _party(desk, party, counted[party], largest, len(people.get(party or "", ())))
        for party in (*ranked, *([None] if counted[None] else []))
    ]


def _ids(known: Known) -> list[str]:
    return [entity.id for entity in known.entities.values() if entity.kind == "party"]


def _party(desk: Desk, party: str | None, counts: Counter[Level], largest: int, people: int) -> dict[str, Any]:
    if party is None:
        link, short, address, articles = say("site.no_party"), None, "bodies.html", 0
    else:
        entity = desk.known.entities[party]
        address = desk.known.address(party)
        name = named(entity.name, parties().get(entity.key or ""))
        link, short = Markup('<a href="{}">{}</a>').format(address, name), abbreviation(desk, entity)
        articles = len({claim.article for claim in entity.claims})
    cells = [
        {"n": counts[level], "href": f"{address}#organisation", "chart": square(counts[level], largest, level)}
        for level in LEVELS
    ]
    return {
        "link": link,
        "abbreviation": shown(str(short)) if short else None,
        "cells": cells,
        "people": people,
        "articles": articles,
    }


def _news(desk: Desk, article: Article) -> dict[str, Any]:
    said = [each for each in desk.known.stated_by.get(article.id, []) if each.kind in ("post", "event", "plan")]
    gists = [Markup(" — ").join(desk.top.value(value) for _, value in each.statement.head) for each in said[:GISTS]]
    return {"article": about_article(article), "gist": gists}
