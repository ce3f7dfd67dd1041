"""What is too long for the page of a thing: the page shows its beginning, and a page behind it has everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph_builder.model import Entity
from graph_builder.visual.facts import Statement
from graph_builder.visual.markup import say
from graph_builder.visual.site.cards import LONG, Section
from graph_builder.visual.site.holdings import Holding
from graph_builder.visual.site.known import Known
from graph_builder.visual.site.pages import Desk, Page
from graph_builder.visual.site.said import Said

_APART = {
    "party": ("body", "post", "event", "plan", "participation"),
    "body": ("post", "event", "step"),
    "event": ("participation", "statement"),
}
"""Kinds of facts that the page of a thing shows in another way than as facts with their sentences."""


@dataclass(frozen=True, slots=True)
class Part:
    """The beginning of a list, how long the whole is, and where it is, if not here."""

    shown: Sequence[Any]
    count: int
    rest: str | None


def part(desk: Desk, entity: Entity, name: str, items: Sequence[Any]) -> Part:
    """Return what the page of a thing shows of a list; ``name`` names the page behind it: ``events``, ``several``."""
    rest = f"{desk.known.file(entity)}-{name}.html" if len(items) > LONG else None
    return Part(items[:LONG], len(items), rest)


def told(known: Known, entity: Entity) -> list[Said]:
    """Return what is said of a thing; of a person's posts, everything that is said of one as one statement."""
    said = known.about.get(entity.id, [])
    if entity.kind != "person":
        return said
    joined = (_joined(known, holding) for holding in known.of_person.get(entity.id, []))
    return [*joined, *(each for each in said if each.kind != "post")]


def _joined(known: Known, holding: Holding) -> Said:
    """Return everything that is said of a post as one statement, in the words that most articles have for it."""
    found = [known.by_anchor[anchor] for anchor in holding.anchors]
    person = found[0].statement.head[0]
    rows = dict.fromkeys(row for said in found for row in said.statement.rows)
    statement = Statement("post", (person, ("role", ("text", holding.role))), tuple(rows))
    return Said(statement, tuple(dict.fromkeys(source for said in found for source in said.sources)), found[0].anchor)


def facts(desk: Desk, entity: Entity) -> list[Section]:
    """Return the facts that the page of a thing shows, with what leads to the others."""
    behind = f"{desk.known.file(entity)}-facts.html"
    return desk.cards.sections(told(desk.known, entity), entity.id, _APART.get(entity.kind, ()), behind)


def pages(desk: Desk, entity: Entity, lists: Mapping[str, Sequence[Any]]) -> Iterator[Page]:
    """Yield the pages behind the page of a thing: of its facts, and of each of its lists that is too long for it."""
    if long := _long(desk, entity):
        yield _page(desk, entity, "facts", desk.cards.sections(long, entity.id), ())
    for name, items in lists.items():
        if len(items) > LONG:
            yield _page(desk, entity, name, (), items)


def _long(desk: Desk, entity: Entity) -> list[Said]:
    """Return the facts of the kinds of which the page of a thing does not show all, with all sentences."""
    if sum(len(each.sources) for each in desk.known.about.get(entity.id, ())) <= LONG:
        return []
    apart = _APART.get(entity.kind, ())
    shown = [each for each in told(desk.known, entity) if each.kind not in apart]
    counts = Counter(each.kind for each in shown)
    long = {each.kind for each in shown if counts[each.kind] > LONG or len(desk.cards.places(each)) > LONG}
    return [each for each in shown if each.kind in long]


def _page(desk: Desk, entity: Entity, name: str, sections: Sequence[Section], items: Sequence[Any]) -> Page:
    path = f"{entity.kind}/{desk.known.file(entity)}-{name}.html"
    more: dict[str, Any] = {"entity": entity, "name": name, "sections": sections, "items": items}
    heading = say(_HEADINGS[name])
    return desk.page("longer.html.j2", path, entity.name, desk.crumb(entity.id), heading=heading, **more)


_HEADINGS = {"facts": "site.facts", "events": "section.event", "several": "site.several"}
