"""The page of a body: who holds what in it, since when, what is vacant as far as articles tell, and what it does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from graph_builder.arabic.normalise import fold
from graph_builder.chronology import Tenure
from graph_builder.chronology.days import Days, days
from graph_builder.model import Entity
from graph_builder.visual.charts.timeline import Row, timeline
from graph_builder.visual.markup import date, say
from graph_builder.visual.site.cards import role
from graph_builder.visual.site.holdings import TIERS, Holding, chain, stretches
from graph_builder.visual.site.known import Body
from graph_builder.visual.site.longer import facts, part
from graph_builder.visual.site.notes import Notes
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
    notes = Notes(desk.cards)
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
        left=[_left(desk, term) for term in known.vacant.get(entity.id, [])],
        renewals=[(day, [_seat(desk, holding) for holding in chosen]) for day, chosen in renewals(held)],
        drawn="network" in desk.menu,
        posts=[_post(desk, holding, notes) for holding in held],
        steps=notes.procedures(said),
        notes=notes.written(),
        children=[_child(desk, each) for each in children],
        events=part(desk, entity, "events", desk.events(events)),
        sections=facts(desk, entity),
        iri=known.ids.entity(entity).value,
    )


def renewals(held: Iterable[Holding]) -> list[tuple[str, list[Holding]]]:
    """Return when two people or more were elected or appointed on one day, the latest first, and to what."""
    elected: dict[str, list[Holding]] = {}
    for holding in held:
        told = (said.fact for term in holding.terms for said in term.said)
        for day in sorted({fact.since for fact in told if fact.since and fact.status == "elected"}):
            elected.setdefault(day, []).append(holding)
    days = sorted(elected.items(), reverse=True)
    return [(day, chosen) for day, chosen in days if len({holding.person for holding in chosen}) > 1]


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
        shown_posts = [_seat(desk, holding) for holding in posts[:IN_TIER]]
        if posts:
            tiers.append({"name": name, "posts": shown_posts, "more": len(posts) - len(shown_posts)})
    return tiers


def _seat(desk: Desk, holding: Holding) -> dict[str, Markup]:
    return {"person": desk.cards.link(holding.person), "role": role(holding.role, holding.key)}


def _row(desk: Desk, holding: Holding) -> Row:
    return Row(f"{desk.known.entities[holding.person].name} — {holding.role}", stretches(holding))


def _post(desk: Desk, holding: Holding, notes: Notes) -> dict[str, Any]:
    found = [desk.known.by_anchor[anchor] for anchor in holding.anchors]
    return {
        "anchors": list(holding.anchors),
        "person": desk.cards.link(holding.person),
        "role": role(holding.role, holding.key),
        "status": _status(desk, holding),
        "when": _when(holding),
        "refs": notes.cite(found),
    }


def _status(desk: Desk, holding: Holding) -> Markup:
    if holding.former and holding.successor:
        return Markup("{} {}").format(say("site.succeeded_by"), desk.cards.link(holding.successor.id))
    if holding.statuses == {"elected"}:
        return say("status.elected")
    return say("status.candidate" if holding.candidate else "status.former" if holding.former else "status.current")


def _when(holding: Holding) -> list[Markup]:
    """Return what is known of the times of a post, in words."""
    told: list[Markup] = []
    for term in holding.terms:
        held = (each.held for each in term.said if each.held and not term.begins)
        told += [*_at("field.since", term.begins), *_at("site.held_on", max(held, default=None)), *_end(term)]
    return told


def _end(term: Tenure) -> Iterable[Markup]:
    """Return when a term ended, as far as an article says."""
    if term.ends:
        return _at("field.until", term.ends)
    return _at("site.left_by", days(term.over)) if term.is_over else ()


def _at(key: str, when: Days | None) -> Iterable[Markup]:
    return [Markup("{} {}").format(say(key), date(when.shown))] if when else []


def _left(desk: Desk, term: Tenure) -> dict[str, Any]:
    """Return an office for one whose holders are all told to have left, and who held it last."""
    fact = term.said[-1].fact
    post = role(fact.role, fact.role_key)
    return {"role": post, "person": desk.cards.link(term.person.id), "when": list(_end(term))}


def _child(desk: Desk, body: Body) -> tuple[Markup, str | None]:
    return desk.cards.link(body.entity.id), shown(body.place) if body.place else None
