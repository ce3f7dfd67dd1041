"""The whole site as files: shared assets, then one page after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pyoxigraph import Store

from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.memory import load_world
from graph_builder.model import Entity, World
from graph_builder.output import PAGES, carry_over, replacing
from graph_builder.query.store import base_of, load
from graph_builder.visual.site import (
    article,
    body,
    event,
    lists,
    longer,
    network,
    overview,
    party,
    person,
    plan,
    questions,
    search,
)
from graph_builder.visual.site.assets import assets
from graph_builder.visual.site.known import Known
from graph_builder.visual.site.pages import Desk, Page
from graph_builder.visual.words import LANGUAGES, words

_OF_KIND = {"party": party.page, "body": body.page, "person": person.page, "event": event.page, "plan": plan.page}
INDEX = "index.html"
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


def write_pages(world: World, out: Path, base: str, store: Store) -> None:
    """Write the site of a world into the folder of a build, and the page that leads to it."""
    write_site(world, out / PAGES, base, store)
    (out / INDEX).write_text(ENTRY, encoding="utf-8", newline="\n")


def visualise(out: str | Path) -> None:
    """Write the pages of the build in ``out`` anew, from what else it holds, as a whole or not at all.

    Raises:
        OutputError: the folder is not one that a build wrote, or not as it wrote it, or cannot be replaced.
    """
    world, store = load_world(out), load(out)
    with replacing(out) as folder:
        carry_over(Path(out), folder, but=(PAGES, INDEX))
        write_pages(world, folder, base_of(store), store)


def write_site(world: World, folder: Path, base: str = DEFAULT_BASE, store: Store | None = None) -> None:
    """Write the site of a world into ``folder``, which must not exist; the same bytes for the same world.

    ``base`` begins the IRIs of entities, as in the graph. ``store`` is that graph: without it there is no page of
    questions.
    """
    made: set[str] = set()
    for page in site(world, base, store):
        within = page.path.rpartition("/")[0]
        if within not in made:
            (folder / within).mkdir(parents=True, exist_ok=True)
            made.add(within)
        (folder / page.path).write_bytes(page.text.encode("utf-8"))


def site(world: World, base: str = DEFAULT_BASE, store: Store | None = None) -> Iterator[Page]:
    """Yield every file of the site."""
    known = Known(world, base)
    desk = Desk(known, MENU if store is None else (*MENU, "questions"))
    if store is not None:
        yield questions.page(desk, store)
    yield from assets()
    yield Page("assets/found.js", search.index(known))
    yield from network.files(desk)
    yield overview.page(desk)
    for listed in (lists.people, lists.bodies, lists.events, lists.articles):
        yield listed(desk)
    for entity in known.entities.values():
        yield _OF_KIND[entity.kind](desk, entity)
        yield from longer.pages(desk, entity, _lists(desk, entity))
    for each in known.articles.values():
        yield article.page(desk, each)


def _lists(desk: Desk, entity: Entity) -> dict[str, Sequence[Any]]:
    """Return the lists on the page of a thing that may be too long for it."""
    found: dict[str, Sequence[Any]] = {}
    if entity.kind in ("party", "body"):
        found["events"] = desk.events(desk.known.events_of.get(entity.id, ()))
    if entity.kind == "party":
        found["several"] = party.several(desk, desk.known.of_party.get(entity.id, ()))
    return found
