"""The page of a party: its bodies as a chart that unfolds, where they stand, who sits in several of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from graph_builder.arabic.normalise import fold
from graph_builder.graph.reference import parties
from graph_builder.model import Entity
from graph_builder.visual.charts.bars import bars
from graph_builder.visual.charts.tiles import cartogram
from graph_builder.visual.facts import Statement
from graph_builder.visual.markup import named, say
from graph_builder.visual.site.cards import role
from graph_builder.visual.site.holdings import Holding
from graph_builder.visual.site.known import LEVELS, Body
from graph_builder.visual.site.longer import facts, part
from graph_builder.visual.site.pages import Desk, Page, women
from graph_builder.visual.territory import name as place_name
from graph_builder.visual.text import shown

OPEN_BELOW = 30
"""A chart of so few bodies is unfolded from the start."""


@dataclass(slots=True)
class Group:
    """A part of the chart that is not itself a body: a level, a region, a province."""

    name: Markup
    id: str = ""
    open: bool = False
    bodies: list[dict[str, Any]] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)

    @property
    def count(self) -> int:
        """Return how many bodies it holds, at any depth."""
        return sum(_size(node) for node in self.bodies) + sum(group.count for group in self.groups)


def _size(node: dict[str, Any]) -> int:
    return 1 + sum(_size(each) for each in node["below"])


def page(desk: Desk, entity: Entity) -> Page:
    """Return the page of a party."""
    known = desk.known
    bodies = known.bodies_of(entity.id)
    held = known.of_party.get(entity.id, [])
    entry = parties().get(entity.key or "")
    events = known.events_of.get(entity.id, [])
    people = list(dict.fromkeys(holding.person for holding in held if not holding.candidate))
    said = known.about.get(entity.id, [])
    articles = {source.evidence.article for each in said for source in each.sources}
    direct = [holding for holding in known.people_of(entity.id) if not holding.public]
    return desk.page(
        "party.html.j2",
        known.address(entity.id),
        entity.name,
        [("index.html#parties", say("kinds.party"))],
        entity=entity,
        title_name=named(entity.name, entry),
        abbreviation=shown(str(abbreviation(desk, entity) or "")),
        aliases=[shown(alias) for alias in entity.aliases],
        counts=[
            ("kinds.body", len(bodies)),
            ("kinds.person", len(people)),
            ("kinds.event", len(events)),
            ("kinds.article", len(articles)),
        ],
        network=known.file(entity) if "network" in desk.menu else None,
        tree=tree(desk, bodies),
        coverage=coverage(desk, bodies),
        officers=[_officer(desk, holding) for holding in direct],
        several=part(desk, entity, "several", several(desk, held)),
        women=women([known.genders.get(person) for person in people]),
        figures=intake([each.statement for each in said], desk),
        plans=[
            desk.cards.link(plan) for plan, facts in known.plans.items() if any(p == entity.id for _, p, _ in facts)
        ],
        events=part(desk, entity, "events", desk.events(events)),
        sections=facts(desk, entity),
        iri=known.ids.entity(entity).value,
    )


def abbreviation(desk: Desk, party: Entity) -> str | None:
    """Return a party's abbreviation, as the lexicon or an article gives it."""
    return parties().get(party.key or "", {}).get("abbreviation") or desk.known.abbreviations.get(party.id)


def coverage(desk: Desk, bodies: Iterable[Body]) -> Markup | None:
    """Return the regions as tiles, if any of the bodies stands in one."""
    found = list(bodies)
    regions = Counter(region for body in found if (region := desk.known.region(body)))
    provinces = Counter(province for body in found if (province := desk.known.province(body)))
    return cartogram(regions, provinces) if regions else None


def tree(desk: Desk, bodies: Sequence[Body]) -> list[Group]:
    """Return the bodies as a chart: below the body that an article names as theirs, else by level and place."""
    own = {body.entity.id for body in bodies}
    nodes = {body.entity.id: _node(desk, body) for body in bodies}
    roots: list[Body] = []
    for body in sorted(bodies, key=_order):
        parent = next((each for each in sorted(body.parents) if each in own), None)
        if parent and not _above(desk, parent, body.entity.id):
            nodes[parent]["below"].append(nodes[body.entity.id])
        else:
            roots.append(body)
    unfolded = len(bodies) <= OPEN_BELOW
    groups: dict[str, Group] = {}
    for level in ("national", "parallel", "regional", "provincial", "local", "other"):
        for body in (each for each in roots if each.level == level):
            _place(desk, groups, body, unfolded).bodies.append(nodes[body.entity.id])
    for node in nodes.values():
        node["open"] = unfolded
    return _nested(groups)


def _order(body: Body) -> tuple[object, ...]:
    return LEVELS.index(body.level), fold(body.entity.name), fold(body.place or ""), body.entity.id


def _above(desk: Desk, body: str, other: str) -> bool:
    """Whether ``other`` stands above ``body`` (or is it), so that neither can hang on the other twice."""
    seen: set[str] = set()
    waiting = [body]
    while waiting:
        each = waiting.pop()
        if each == other:
            return True
        if each not in seen:
            seen.add(each)
            waiting += desk.known.bodies[each].parents
    return False


def _place(desk: Desk, groups: dict[str, Group], body: Body, unfolded: bool) -> Group:
    """Return the group of a body that hangs on none: its level's or, below the nation, its region's and province's."""
    region, province = desk.known.region(body), desk.known.province(body)
    if body.level in ("national", "parallel", "other") or region is None:
        level = body.level if body.level in ("national", "parallel", "other") or region else f"{body.level}_unplaced"
        return groups.setdefault(level, Group(say(f"site.group_{level}"), f"level-{body.level}", open=True))
    entry = place_name(region)
    group = groups.setdefault(f"region {region}", Group(named(entry["ar"], entry), f"region-{region}", unfolded))
    if province is None or body.level == "regional":
        return group
    inner = next((each for each in group.groups if each.id == f"province-{province.replace('.', '-')}"), None)
    if inner is None:
        at = place_name(province)
        inner = Group(named(at["ar"], at), f"province-{province.replace('.', '-')}", unfolded)
        group.groups.append(inner)
    return inner


def _nested(groups: dict[str, Group]) -> list[Group]:
    order = ["national", "parallel", *sorted(name for name in groups if name.startswith("region "))]
    rest = sorted(name for name in groups if name not in order)
    return [groups[name] for name in (*order, *rest) if name in groups]


def _node(desk: Desk, body: Body) -> dict[str, Any]:
    held = [h for h in desk.known.people_of(body.entity.id) if not h.former and not h.candidate]
    head = next((holding for holding in held if holding.tier == "head"), None)
    beside = body.place is not None and fold(body.place) not in fold(body.entity.name)
    who = Markup("<bdi>{}</bdi> — <bdi>{}</bdi>")
    return {
        "id": body.entity.id,
        "link": desk.cards.link(body.entity.id),
        "level": body.level,
        "place": shown(body.place) if body.place and beside else None,
        "head": who.format(shown(desk.known.entities[head.person].name), shown(head.role)) if head else None,
        "people": len({holding.person for holding in held}),
        "below": [],
        "open": False,
    }


def several(desk: Desk, held: Iterable[Holding]) -> list[tuple[Markup, list[Markup]]]:
    """Return who sits in two bodies of the party or more, those in most of them first."""
    seats: dict[str, dict[str, None]] = {}
    for holding in held:
        if holding.where in desk.known.bodies and not holding.candidate and not holding.former:
            seats.setdefault(holding.person, {})[holding.where] = None
    many = [(person, list(bodies)) for person, bodies in seats.items() if len(bodies) > 1]
    many.sort(key=lambda pair: (-len(pair[1]), fold(desk.known.entities[pair[0]].name), pair[0]))
    return [(desk.cards.link(person), [desk.cards.link(body) for body in bodies]) for person, bodies in many]


def intake(said: Iterable[Statement], desk: Desk) -> Markup | None:
    """Return the figures of members and applications that articles give for the party and its bodies, as bars."""
    rows = []
    for statement in said:
        head, more = dict(statement.head), dict(statement.rows)
        kind = head.get("what", ("", ""))[1]
        if statement.kind == "figure" and kind in ("what.members", "what.applications", "what.prospects"):
            about = [desk.cards.value(more[name]) for name in ("of", "group", "phase", "exact") if name in more]
            rows.append((Markup(" · ").join([say(str(kind)), *about]), int(head["value"][1]), Markup("")))
    return bars(sorted(rows, key=lambda row: -row[1])) if len(rows) > 1 else None


def _officer(desk: Desk, holding: Holding) -> dict[str, Any]:
    return {
        "person": desk.cards.link(holding.person),
        "role": role(holding.role, holding.key),
        "former": holding.former,
        "candidate": holding.candidate,
    }
