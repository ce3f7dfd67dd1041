"""The page of a body: who holds what in it, since when, what is vacant as far as articles tell, and what it does."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from graph_builder.arabic.normalise import fold
from graph_builder.model import Entity
from graph_builder.visual.charts.timeline import Row, timeline
from graph_builder.visual.markup import date, say
from graph_builder.visual.site.cards import role
from graph_builder.visual.site.holdings import TIERS, Holding, chain, stretches
from graph_builder.visual.site.known import Body
from graph_builder.visual.site.pages import Desk, Page, women
from graph_builder.visual.text import shown
from graph_builder.visual.words import LANGUAGES, words

IN_TIER = 24
"""Posts of one tier that the chart shows; the table has all."""
IN_TIME = 30
"""Posts that the timeline shows, the head's first."""


def page(desk: Desk, entity: Entity) -> Page:
    """Return the page of a body."""
    known = desk.known
    body = known.bodies[entity.id]
    held = known.people_of(entity.id)
    current = [holding for holding in held if not holding.former and not holding.candidate]
    children = known.children.get(entity.id, [])
    events = known.events_of.get(entity.id, [])
    said = known.about.get(entity.id, [])
    articles = {source.evidence.article for each in said for source in each.sources}
    people = list(dict.fromkeys(holding.person for holding in current))
    place = shown(body.place) if body.place else None
    return desk.page(
        "body.html.j2",
        known.address(entity.id),
        entity.name,
        desk.crumb(body.party),
        entity=entity,
        aliases=[shown(alias) for alias in entity.aliases],
        level=body.level,
        place=place,
        place_beside=place is not None and fold(place) not in fold(entity.name),
        party=desk.cards.link(body.party) if body.party else None,
        parents=[desk.cards.link(parent) for parent in sorted(body.parents)],
        counts=[("kinds.person", len(people)), ("section.event", len(events)), ("kinds.article", len(articles))],
        tiers=_tiers(desk, current),
        vacant=vacancies(entity.name, current) if current else [],
        women=women([known.genders.get(person) for person in people]),
        timeline=timeline([_row(desk, holding) for holding in held][:IN_TIME], "site.over_time"),
        renewals=renewals(held),
        drawn="network" in desk.menu,
        posts=[_post(desk, holding) for holding in held],
        children=[_child(desk, each) for each in children],
        events=desk.events(events),
        sections=desk.cards.sections(said, entity.id, without=("post", "event")),
        iri=known.ids.entity(entity).value,
    )


def renewals(held: list[Holding]) -> list[tuple[str, int]]:
    """Return when two people or more were elected or appointed on one day, the latest first, and how many."""
    elected: dict[str, set[str]] = {}
    for holding in held:
        if "elected" in holding.statuses:
            for day in holding.since:
                elected.setdefault(day, set()).add(holding.person)
    return [(day, len(people)) for day, people in sorted(elected.items(), reverse=True) if len(people) > 1]


def vacancies(name: str, current: list[Holding]) -> list[str]:
    """Return which offices of a bureau no article fills: ``head``, ``treasurer``, and whom only a deputy is known of.

    Only bureaus are expected to have them (``site.bureau`` in the words: what their names begin with).
    """
    keys = {key for holding in current for key in chain(holding.key)}
    bureaus = words()[LANGUAGES[0]]["site.bureau"].split("|")
    bureau = fold(name).removeprefix("ال").startswith(tuple(fold(word) for word in bureaus))
    missing = {
        "head": bureau and not any(holding.tier == "head" for holding in current),
        "treasurer": "treasurer" not in keys and (bureau or "deputy_treasurer" in keys),
        "rapporteur": "rapporteur" not in keys and "deputy_rapporteur" in keys,
    }
    return [office for office, is_missing in missing.items() if is_missing]


def _tiers(desk: Desk, current: list[Holding]) -> list[dict[str, Any]]:
    tiers = []
    for name in TIERS:
        posts = [holding for holding in current if holding.tier == name]
        shown_posts = [{"person": desk.cards.link(h.person), "role": role(h.role, h.key)} for h in posts[:IN_TIER]]
        if posts:
            tiers.append({"name": name, "posts": shown_posts, "more": len(posts) - len(shown_posts)})
    return tiers


def _row(desk: Desk, holding: Holding) -> Row:
    return Row(f"{desk.known.entities[holding.person].name} — {holding.role}", stretches(holding))


def _post(desk: Desk, holding: Holding) -> dict[str, Any]:
    found = [desk.known.by_anchor[anchor] for anchor in holding.anchors]
    status = "status.candidate" if holding.candidate else "status.former" if holding.former else "status.current"
    if holding.statuses == {"elected"}:
        status = "status.elected"
    return {
        "person": desk.cards.link(holding.person),
        "role": role(holding.role, holding.key),
        "status": status,
        "when": _when(holding),
        "sources": sum(len(said.sources) for said in found),
        "why": Markup("").join(desk.cards.why(said) for said in found),
    }


def _when(holding: Holding) -> list[Markup]:
    """Return what is known of the time of a post, in words."""
    line = Markup("{} {}")
    return [
        *(line.format(say("field.since"), date(day)) for day in sorted(holding.since)),
        *(line.format(say("field.until"), date(day)) for day in sorted(holding.until)),
        *(line.format(say("site.held_on"), date(day)) for day in sorted(holding.held)[-1:] if not holding.since),
        *(line.format(say("site.left_by"), date(day)) for day in sorted(holding.left)[:1] if not holding.until),
    ]


def _child(desk: Desk, body: Body) -> tuple[Markup, str | None]:
    return desk.cards.link(body.entity.id), shown(body.place) if body.place else None
