"""Lists of everything of a kind, by first letter or year: for those who browse, and where no script runs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from graph_builder.arabic.normalise import fold
from graph_builder.model import Entity
from graph_builder.visual.markup import date, fit, named
from graph_builder.visual.site.pages import Desk, Page
from graph_builder.visual.text import shown

Item = tuple[str, Markup, Markup | None]
"""The group in which something is listed, its link, and what else is said of it."""


def people(desk: Desk) -> Page:
    """Return the list of people, each with a post."""

    def about(entity: Entity) -> Markup | None:
        held = next(iter(desk.known.of_person.get(entity.id, [])), None)
        return _isolated(held.role) if held else None

    return _page(desk, "people", [(_letter(e.name), _link(desk, e), about(e)) for e in _of(desk, "person")])


def bodies(desk: Desk) -> Page:
    """Return the list of bodies, each with its party and place."""

    def about(entity: Entity) -> Markup | None:
        body = desk.known.bodies[entity.id]
        party = desk.known.entities[body.party].name if body.party else None
        told = [_isolated(each) for each in (body.place, party) if each]
        return Markup(" · ").join(told) if told else None

    return _page(desk, "bodies", [(_letter(e.name), _link(desk, e), about(e)) for e in _of(desk, "body")])


def events(desk: Desk) -> Page:
    """Return the list of events and plans, the latest first."""
    found = sorted(desk.known.events.values(), key=lambda each: (_year(each.date), each.date or ""), reverse=True)
    items = ((_year(each.date), _link(desk, each.entity), date(each.date) if each.date else None) for each in found)
    return _page(desk, "events", items)


def articles(desk: Desk) -> Page:
    """Return the list of articles, the latest first."""
    ordered = sorted(desk.known.articles.values(), key=lambda each: (each.published or "", each.id), reverse=True)
    items: list[Item] = []
    for article in ordered:
        told = desk.known.told[article.id]
        link = fit('<a href="%s"><bdi>%s</bdi></a>', told["href"], told["title"] or told["id"])
        about = [date(article.published)] if article.published else []
        about += [_isolated(article.source)] if article.source else []
        items.append((_year(article.published), link, Markup(" · ").join(about) if about else None))
    return _page(desk, "articles", items)


def _page(desk: Desk, name: str, items: Iterable[Item]) -> Page:
    groups: dict[str, list[tuple[Markup, Markup | None]]] = {}
    for group, link, about in items:
        groups.setdefault(group, []).append((link, about))
    told: list[dict[str, Any]] = [
        {"id": f"in-{'-'.join(f'{ord(sign):x}' for sign in group)}", "name": group, "listed": found}
        for group, found in groups.items()
    ]
    count = sum(len(found) for found in groups.values())
    return desk.page("list.html.j2", f"{name}.html", "", here=name, groups=told, count=count)


def _of(desk: Desk, kind: str) -> list[Entity]:
    found = (entity for entity in desk.known.entities.values() if entity.kind == kind)
    return sorted(found, key=lambda entity: _letter(entity.name))


def _letter(name: str) -> str:
    """Return the letter under which a name is listed, without the article."""
    folded = fold(name).strip()
    return next((sign for sign in folded.removeprefix("ال") or folded if sign.isalnum()), "#")


def _year(edtf: str | None) -> str:
    year = (edtf or "")[:4]
    return year if year.isdigit() else ""


def _link(desk: Desk, entity: Entity) -> Markup:
    return fit('<a href="%s">%s</a>', desk.known.address(entity.id), named(entity.name))


def _isolated(text: str) -> Markup:
    return fit("<bdi>%s</bdi>", shown(text))
