"""The page of an event: who chaired, spoke, attended, was elected; where and when; what was said and adopted there."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from graph_builder.model import Entity
from graph_builder.visual.facts import Value
from graph_builder.visual.site.longer import facts
from graph_builder.visual.site.notes import Notes
from graph_builder.visual.site.pages import Desk, Page
from graph_builder.visual.site.said import Said
from graph_builder.visual.text import shown

CAPACITIES = ("chair", "organizer", "speaker", "trainer", "rapporteur", "elected", "attendee", "guest")


def page(desk: Desk, entity: Entity) -> Page:
    """Return the page of an event."""
    known = desk.known
    event = known.events[entity.id]
    said = known.about.get(entity.id, [])
    articles = {source.evidence.article for each in said for source in each.sources}
    covers = list(dict.fromkeys(place for fact in event.facts for place in fact.covers))
    body = known.entities.get(event.body or "")
    notes = Notes(desk.cards)
    return desk.page(
        "event.html.j2",
        known.address(entity.id),
        entity.name,
        [*desk.crumb(event.party), *(desk.crumb(body.id) if body else [])],
        entity=entity,
        kind=event.kind,
        status=event.status,
        dates=sorted({fact.date for fact in event.facts if fact.date}),
        place=shown(event.place) if event.place else None,
        covers=[shown(place) for place in covers],
        party=desk.cards.link(event.party) if event.party else None,
        body=desk.cards.link(event.body) if event.body else None,
        counts=[("kinds.person", len(event.people)), ("kinds.article", len(articles))],
        plans=[desk.cards.link(plan) for plan in desk.rollouts.of_event.get(entity.id, ())],
        agenda=_agenda(desk, entity, said, notes),
        parts=_parts(desk, entity, said, notes),
        sections=facts(desk, entity),
        notes=notes.written(),
        iri=known.ids.entity(entity).value,
    )


def _agenda(desk: Desk, entity: Entity, said: list[Said], notes: Notes) -> list[dict[str, Any]]:
    """Return what was spoken of there, and by whom."""
    found: dict[tuple[Value, Value | None], list[Said]] = {}
    for each in said:
        if each.kind == "statement" and ("event", ("entity", entity.id)) in each.statement.rows:
            head = dict(each.statement.head)
            found.setdefault((head["about"], head.get("speaker")), []).append(each)
    return [
        {
            "about": desk.cards.value(about),
            "speaker": desk.cards.value(speaker) if speaker else None,
            "refs": notes.cite(stating),
        }
        for (about, speaker), stating in found.items()
    ]


def _parts(desk: Desk, entity: Entity, said: list[Said], notes: Notes) -> list[dict[str, Any]]:
    """Return who took part, people and groups, in each capacity."""
    found: dict[str, list[tuple[Markup, Markup]]] = {}
    for each in said:
        head = dict(each.statement.head)
        if each.kind == "participation" and head.get("event") == ("entity", entity.id):
            who: Value | None = head.get("person") or head.get("group")
            if who:
                line = desk.cards.value(who), notes.cite([each])
                found.setdefault(str(head["capacity"][1]), []).append(line)
    order = [f"capacity.{capacity}" for capacity in CAPACITIES]
    return [{"key": key, "who": found[key]} for key in order if key in found]
