"""The page of a plan: who adopted it and when, where it is carried out, its events and what is owed by when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from graph_builder.arabic.normalise import fold
from graph_builder.model import Entity
from graph_builder.visual.markup import named
from graph_builder.visual.site.known import Event
from graph_builder.visual.site.longer import facts
from graph_builder.visual.site.notes import Notes
from graph_builder.visual.site.pages import Desk, Page
from graph_builder.visual.site.rollout import Rollout
from graph_builder.visual.territory import name as place_name
from graph_builder.visual.territory import provinces
from graph_builder.visual.text import shown


def page(desk: Desk, entity: Entity) -> Page:
    """Return the page of a plan."""
    known = desk.known
    stating = known.plans.get(entity.id, [])
    said = known.about.get(entity.id, [])
    articles = {source.evidence.article for each in said for source in each.sources}
    rollout = desk.rollouts.of_plan.get(entity.id, Rollout((), ()))
    events = (*rollout.carrying, *rollout.beside)
    stated = (each for article in sorted(articles) for each in known.stated_by[article])
    near = list(dict.fromkeys(each for each in stated if each.kind in _NEAR))
    notes = Notes(desk.cards)
    party = next((party for _, party, _ in stating if party), None)
    return desk.page(
        "plan.html.j2",
        known.address(entity.id),
        entity.name,
        desk.crumb(party),
        entity=entity,
        aliases=[shown(alias) for alias in entity.aliases],
        party=desk.cards.link(party) if party else None,
        adopted_by=[desk.cards.link(body) for body in dict.fromkeys(body for _, _, body in stating if body)],
        adopted=sorted({fact.adopted for fact, _, _ in stating if fact.adopted}),
        counts=[("kinds.event", len(events)), ("kinds.article", len(articles))],
        regions=_regions(events),
        carrying=desk.events(rollout.carrying),
        beside=desk.events(rollout.beside),
        steps=notes.procedures(near),
        near=desk.cards.sections(near, without=("step",)),
        notes=notes.written(),
        sections=facts(desk, entity),
        iri=known.ids.entity(entity).value,
    )


_NEAR = ("step", "deadline")
"""What the articles on a plan also state: not of the plan by itself, so it is shown apart."""


def _regions(events: Sequence[Event]) -> list[dict[str, Any]]:
    """Return the regions for which or in which its events are, and the others, where any is known."""
    places = {fold(place) for event in events for fact in event.facts for place in (*fact.covers, fact.place) if place}
    found = [
        {"name": named(place_name(code)["ar"], place_name(code)), "reached": bool(_spellings(code) & places)}
        for code in provinces()
    ]
    return found if any(region["reached"] for region in found) else []


def _spellings(code: str) -> set[str]:
    entry = place_name(code)
    variants = str(entry.get("variants") or "").split("|")
    return {fold(spelling) for spelling in (entry["ar"], *variants) if spelling}
