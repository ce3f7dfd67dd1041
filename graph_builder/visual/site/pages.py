"""One page as a file of the site: its address, its text, and what all pages share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from graph_builder.visual.charts.bars import stacked
from graph_builder.visual.markup import fill, fragment
from graph_builder.visual.site.cards import Cards
from graph_builder.visual.site.known import Event, Known
from graph_builder.visual.site.rollout import Rollouts
from graph_builder.visual.text import shown
from graph_builder.visual.words import LANGUAGES, words

POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; font-src data:; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'"
)
"""Scripts and styles from the files beside the page alone. A page from a disk has no origin of its own to name, so the
scheme stands for it; no text of an article becomes markup, so none can name a file."""


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the site: its path from the site's folder, and its text."""

    path: str
    text: str


Crumb = tuple[str, Markup]
"""Where a page above this one stands, from the site's folder, and what it is called."""


class Desk:
    """What every page is written with: all that is known, the cards of facts, and which lists there are."""

    def __init__(self, known: Known, menu: Sequence[str]) -> None:
        self.known = known
        self.cards = Cards(known, "../")
        self.top = Cards(known, "")
        """For the pages in the site's own folder."""
        self.menu = menu
        self._tops: dict[tuple[int, str], Markup] = {}

    @cached_property
    def rollouts(self) -> Rollouts:
        """Which events may carry a plan out."""
        return Rollouts.among(self.known)

    def page(
        self, template: str, path: str, title: str, crumbs: Iterable[Crumb] = (), here: str = "", **more: Any
    ) -> Page:
        """Return a page; ``here`` names it in the menu."""
        plain = words()[LANGUAGES[0]]
        common = {
            "root": "../" * path.count("/"),
            "title": f"{shown(title)} — {plain['page.title']}" if title else plain["page.title"],
            "policy": POLICY,
            "top": self._top(path.count("/"), here),
        }
        return Page(path, fill(template, {**common, "crumbs": list(crumbs), "here": here, **more}))

    def _top(self, depth: int, here: str) -> Markup:
        if (depth, here) not in self._tops:
            plain = words()[LANGUAGES[0]]
            written = fragment("top.html.j2", root="../" * depth, here=here, menu=self.menu, plain=plain)
            self._tops[depth, here] = written
        return self._tops[depth, here]

    def crumb(self, entity: str | None) -> list[Crumb]:
        """Return the crumb of an entity, if there is one."""
        if entity is None:
            return []
        return [(self.known.address(entity), self.cards.name(entity))]

    def events(self, found: Iterable[Event]) -> list[dict[str, Any]]:
        """Return events for a list, the latest first."""
        ordered = sorted(found, key=lambda event: (event.date or "", event.entity.id), reverse=True)
        return [
            {
                "link": self.cards.link(event.entity.id),
                "kind": event.kind,
                "date": event.date,
                "place": shown(event.place) if event.place else None,
            }
            for event in ordered
        ]


def women(genders: Iterable[set[str] | None]) -> dict[str, Any] | None:
    """Return how many of some people the grammar of the articles tells to be women, as a drawing and a phrase."""
    told = [next(iter(each)) if each and len(each) == 1 else "unknown" for each in genders]
    counts = {kind: told.count(kind) for kind in ("female", "male", "unknown")}
    if not counts["female"] + counts["male"]:
        return None
    key = "all" if counts["unknown"] == 0 else "some"
    chart = stacked(list(counts.items()), "site.women")
    kinds = [kind for kind, count in counts.items() if count]
    told_of = {"n": counts["female"], "all": len(told), "unknown": counts["unknown"]}
    return {"chart": chart, "key": key, "kinds": kinds, **told_of}
