"""The first page: every party by level, what the latest articles say, and where the bodies stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from graph_builder.model import Article, Level
from graph_builder.visual.charts.bars import square
from graph_builder.visual.markup import say
from graph_builder.visual.site.known import LEVELS, Known
from graph_builder.visual.site.pages import Desk, Page
from graph_builder.visual.site.party import abbreviation, coverage
from graph_builder.visual.text import shown

NEWS, GISTS = 8, 3
"""Latest articles that are shown, and facts of each that tell what it is about."""
PARTIES = 40
"""Parties whose levels are shown, those with most bodies and people: 200 squares or so can be looked at together."""


def page(desk: Desk) -> Page:
    """Return the first page."""
    known = desk.known
    kinds = Counter(entity.kind for entity in known.entities.values())
    rows = _rows(known)
    drawn = [row for row in rows if row.levels][:PARTIES]
    largest = max((count for row in drawn for count in row.levels.values()), default=1)
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
        parties=[_written(desk, row, largest) for row in drawn],
        others=[_written(desk, row, largest) for row in rows if row not in drawn],
        news=[_news(desk, article) for article in dated[:NEWS]],
        more=len(known.articles) if len(known.articles) > min(NEWS, len(dated)) else 0,
        map=coverage(desk, known.bodies.values()),
    )


def latest(known: Known) -> list[Article]:
    """Return the articles that state when they were published, the latest first."""
    dated = [article for article in known.articles.values() if article.published]
    return sorted(dated, key=lambda article: (article.published or "", article.id), reverse=True)


@dataclass(frozen=True, slots=True)
class _Row:
    """A party with what is counted of it; ``None`` stands for bodies whose party no article names."""

    party: str | None
    levels: Counter[Level]
    people: int

    @property
    def weight(self) -> int:
        return sum(self.levels.values()) + self.people


def _rows(known: Known) -> list[_Row]:
    """Return the parties, those with most bodies and people first; then the bodies of no known party, if any."""
    parties_known = [entity.id for entity in known.entities.values() if entity.kind == "party"]
    people = {party: len({holding.person for holding in held}) for party, held in known.of_party.items()}
    levels = {party: Counter(body.level for body in known.bodies_of(party)) for party in (*parties_known, None)}
    rows = [_Row(party, levels[party], people.get(party, 0)) for party in parties_known]
    rows.sort(key=lambda row: (-row.weight, known.entities[row.party or ""].name, row.party))
    return [*rows, *([_Row(None, levels[None], 0)] if levels[None] else [])]


def _written(desk: Desk, row: _Row, largest: int) -> dict[str, Any]:
    if row.party is None:
        link, address, short, articles = say("site.no_party"), "bodies.html", None, 0
    else:
        entity = desk.known.entities[row.party]
        link, address = desk.top.link(row.party), f"{desk.known.address(row.party)}#organisation"
        short, articles = abbreviation(desk, entity), len({claim.article for claim in entity.claims})
    cells = [
        {"n": row.levels[level], "href": address, "chart": square(row.levels[level], largest, level)}
        for level in LEVELS
    ]
    return {
        "link": link,
        "abbreviation": shown(short) if short else None,
        "cells": cells,
        "people": row.people,
        "articles": articles,
    }


def _news(desk: Desk, article: Article) -> dict[str, Any]:
    said = [each for each in desk.known.stated_by.get(article.id, []) if each.kind in ("post", "event", "plan")]
    gists = [Markup(" — ").join(desk.top.value(value) for _, value in each.statement.head) for each in said[:GISTS]]
    return {"article": desk.known.told[article.id], "gist": gists}
