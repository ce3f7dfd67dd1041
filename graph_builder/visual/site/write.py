"""The whole site as files: shared assets, then one page after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.model import World
from graph_builder.visual.page import render
from graph_builder.visual.site import article, body, event, lists, overview, party, person, plan, search
from graph_builder.visual.site.assets import assets
from graph_builder.visual.site.known import Known
from graph_builder.visual.site.pages import Desk, Page
from graph_builder.visual.words import LANGUAGES, words

_OF_KIND = {"party": party.page, "body": body.page, "person": person.page, "event": event.page, "plan": plan.page}
ENTRY = """<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<meta http-equiv="refresh" content="0; url=site/index.html">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body><main><h1><a href="site/index.html">{title}</a></h1></main></body>
</html>
""".format(title=words()[LANGUAGES[0]]["page.title"])
"""The page beside the site's folder, which leads into it."""
MENU = ("people", "bodies", "events", "articles", "network")


def write_site(world: World, folder: Path, base: str = DEFAULT_BASE, *, whole: bool = False) -> None:
    """Write the site of a world into ``folder``, which must not exist; the same bytes for the same world.

    ``base`` begins the IRIs of entities, as in the graph. ``whole``: articles are shown whole, not by quotes alone.
    """
    for page in site(world, base, whole=whole):
        path = folder / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, encoding="utf-8", newline="\n")


def site(world: World, base: str = DEFAULT_BASE, *, whole: bool = False) -> Iterator[Page]:
    """Yield every file of the site."""
    known = Known(world, base)
    desk = Desk(known, MENU, whole=whole)
    yield from assets()
    yield Page("assets/found.js", search.index(known))
    yield Page("network.html", render(world, base))
    yield overview.page(desk)
    for listed in (lists.people, lists.bodies, lists.events, lists.articles):
        yield listed(desk)
    for entity in known.entities.values():
        yield _OF_KIND[entity.kind](desk, entity)
    for each in known.articles.values():
        yield article.page(desk, each)
