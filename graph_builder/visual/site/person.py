"""The page of a person: posts and events in time, every fact with its sentences, and who stands around."""

from __future__ import annotations

from collections import Counter
from typing import Any

from markupsafe import Markup

from graph_builder.model import Entity
from graph_builder.visual.charts.ego import Neighbour, ego
from graph_builder.visual.charts.timeline import Row, timeline
from graph_builder.visual.facts import LINES, Tie
from graph_builder.visual.site.cards import role
from graph_builder.visual.site.dates import begins
from graph_builder.visual.site.holdings import Holding, stretches
from graph_builder.visual.site.known import Event
from graph_builder.visual.site.longer import facts
from graph_builder.visual.site.pages import Desk, Page
from graph_builder.visual.text import shown
from graph_builder.visual.words import LANGUAGES, words

EVENTS = 8
"""Events that have a row of their own in the timeline."""
BESIDE = 12
"""People with whom most bodies are shared that are listed."""


def page(desk: Desk, entity: Entity) -> Page:
    """Return the page of a person."""
    known = desk.known
    held = known.of_person.get(entity.id, [])
    said = known.about.get(entity.id, [])
    parties = Counter(party for holding in held if (party := known.party_of(holding)))
    events = known.events_of.get(entity.id, [])
    articles = {source.evidence.article for each in said for source in each.sources}
    genders = known.genders.get(entity.id, set())
    around = _around(desk, entity)
    main = min(parties, key=lambda party: (-parties[party], party), default=None)
    body = next((holding.where for holding in held if holding.where in known.bodies), None)
    return desk.page(
        "person.html.j2",
        known.address(entity.id),
        entity.name,
        [*desk.crumb(main), *desk.crumb(body)],
        entity=entity,
        aliases=[shown(alias) for alias in entity.aliases],
        gender=min(genders) if len(genders) == 1 else None,
        counts=[("section.post", len(held)), ("section.event", len(events)), ("kinds.article", len(articles))],
        posts=[_post(desk, holding) for holding in held],
        timeline=timeline(_rows(desk, held, events), "site.timeline"),
        sections=facts(desk, entity),
        ego=ego(entity.kind, entity.name, [neighbour for neighbour, _ in around]) if around else None,
        ties=[tie for _, tie in around],
        beside=_beside(desk, entity),
        iri=known.ids.entity(entity).value,
    )


def _post(desk: Desk, holding: Holding) -> dict[str, Any]:
    return {
        "role": role(holding.role, holding.key),
        "where": desk.cards.link(holding.where) if holding.where else None,
        "former": holding.former,
        "candidate": holding.candidate,
    }


def _rows(desk: Desk, held: list[Holding], events: list[Event]) -> list[Row]:
    """Return a row a post, then one a dated event; many events share one."""
    names = {each: desk.known.entities[each].name for holding in held if (each := holding.where)}
    rows = []
    for holding in held:
        where = names.get(holding.where or "")
        rows.append(Row(f"{holding.role} — {where}" if where else holding.role, stretches(holding)))
    dated = sorted((at, event.entity.name) for event in events if (at := begins(event.date)) is not None)
    if len(dated) > EVENTS:
        key = "section.event"
        return [*rows, Row(words()[LANGUAGES[0]][key], (), [at for at, _ in dated], key)]
    return [*rows, *(Row(name, (), [at]) for at, name in dated)]


def _around(desk: Desk, entity: Entity) -> list[tuple[Neighbour, dict[str, Any]]]:
    """Return what ties a person to other things, bodies first."""
    found: dict[str, list[Tie]] = {}
    for said in desk.known.about.get(entity.id, []):
        for tie in said.statement.ties:
            found.setdefault(tie.target if tie.source == entity.id else tie.source, []).append(tie)
    kinds = ("body", "party", "event", "plan", "person")
    others = sorted((desk.known.entities[each] for each in found), key=lambda e: (kinds.index(e.kind), e.name, e.id))
    return [
        (
            Neighbour(other.kind, other.name, min((tie.line for tie in found[other.id]), key=LINES.index)),
            {
                "kind": other.kind,
                "link": desk.cards.link(other.id),
                "words": Markup(", ").join(dict.fromkeys(desk.cards.value(tie.label) for tie in found[other.id])),
            },
        )
        for other in others
    ]


def _beside(desk: Desk, entity: Entity) -> list[tuple[Markup, int]]:
    """Return those who sit in most of the same bodies."""
    shared: Counter[str] = Counter()
    bodies = {
        holding.where for holding in desk.known.of_person.get(entity.id, []) if holding.where in desk.known.bodies
    }
    for body in bodies:
        shared.update({holding.person for holding in desk.known.people_of(str(body))} - {entity.id})
    ranked = sorted(shared, key=lambda person: (-shared[person], desk.known.entities[person].name, person))
    return [(desk.cards.link(person), shared[person]) for person in ranked[:BESIDE]]
