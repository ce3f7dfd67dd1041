"""What the site of a large world costs: writing it, and opening its pages in Chromium. ``make bench-pages``.

A generated world of 5,000 people and 50,000 facts, and others for their networks; times are of one run.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright
from pyoxigraph import Store

from benchmarks.support.organised import organised
from graph_builder.graph.dataset import quads
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.query.store import in_both
from graph_builder.visual.site import network, questions
from graph_builder.visual.site.assets import assets
from graph_builder.visual.site.known import Known
from graph_builder.visual.site.pages import Desk
from graph_builder.visual.site.write import MENU, write_site
from graph_builder.workers import collect_seldom

if TYPE_CHECKING:
    from playwright.sync_api import Page

PEOPLE = 5_000
NETWORKS = (320, 1_100, 9_100)
"""People of the worlds whose networks are opened: the last has more than 20,000 nodes."""
QUERIES = ("العلوي", "بنجلون التازي", "Idrissi", "المكتب الإقليمي", "فرع")
_USABLE = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
_SEARCH = """async query => {
  const input = document.getElementById("query"), told = document.getElementById("told");
  told.textContent = "";
  await new Promise(done => setTimeout(done));
  const changed = new Promise(done => new MutationObserver(done).observe(told, {childList: true}));
  const started = performance.now();
  input.value = query;
  input.dispatchEvent(new Event("input"));
  await changed;
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - started;
}"""

_DRAWN = "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"
_CHANGE = """async ([id, value, event]) => {
  const control = document.getElementById(id);
  const started = performance.now();
  control.value = value;
  control.dispatchEvent(new Event(event));
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - started;
}"""
_CHOOSE = """async () => {
  const started = performance.now();
  document.querySelector("#list a").click();
  await new Promise(done => addEventListener("hashchange", done, {once: true}));
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - started;
}"""
_FRAMES = """async () => {
  const started = performance.now();
  let frames = 0;
  for (; performance.now() - started < 2000; frames += 1) await new Promise(requestAnimationFrame);
  return frames / 2;
}"""


def write(people: int, folder: Path) -> None:
    """Write the site and say what it took."""
    world = organised(people)
    facts = sum(len(reading.facts) for reading in world.readings)
    wall, cpu = time.perf_counter(), time.process_time()
    write_site(world, folder)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    files = [path for path in folder.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    print(f"{people:,} people, {facts:,} facts: {len(files):,} files, {size:.0f} MB")
    print(f"written in {wall:.1f} s ({cpu:.1f} s of processor)")


def visit(page: Page, folder: Path) -> None:
    """Open a page of each kind, and search."""
    addresses = [
        "index.html",
        "people.html",
        "events.html",
        *(f"{kind}/{_largest(folder, kind)}" for kind in ("party", "body", "person", "event", "article")),
    ]
    for address in addresses:
        page.goto(f"{folder.as_uri()}/{address}")
        size = (folder / address).stat().st_size / 1000
        print(f"{address:<28}{size:>8.0f} KB   usable after {page.evaluate(_USABLE):>6.0f} ms")
    page.goto(f"{folder.as_uri()}/index.html")
    for query in QUERIES:
        first = page.evaluate(_SEARCH, query)
        loading = " (with loading the names)" if query == QUERIES[0] else ""
        print(f"search {query:<21}{first:>27.0f} ms{loading}")


def answer(page: Page, people: int, folder: Path) -> None:
    """Write the page of questions, asked of the graph of a world, and open it."""
    world, store = organised(people), Store()
    store.bulk_extend(in_both(quads(world, DEFAULT_BASE)))
    desk = Desk(Known(world, DEFAULT_BASE), (*MENU, "questions"))
    cpu = time.process_time()
    written = questions.page(desk, store)
    print(f"questions to {len(store):,} quads answered in {time.process_time() - cpu:.1f} s of processor")
    (folder / written.path).write_text(written.text, encoding="utf-8", newline="\n")
    page.goto(f"{folder.as_uri()}/{written.path}")
    size = (folder / written.path).stat().st_size / 1000
    print(f"{written.path:<28}{size:>8.0f} KB   usable after {page.evaluate(_USABLE):>6.0f} ms")


def explore(page: Page, people: int, folder: Path) -> None:
    """Open the network of a world: as a whole, then the share of its largest party, first as it opens, then in full."""
    known = Known(organised(people), DEFAULT_BASE)
    for file in (*assets(), *network.files(Desk(known, MENU))):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, encoding="utf-8", newline="\n")
    print(f"network of {len(known.entities):,} nodes")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    for address in ("network.html", "network.html?in=0"):
        loaded.clear()
        page.goto(f"{folder.as_uri()}/{address}")
        usable = page.evaluate(_DRAWN)
        paths = {url.removeprefix("file://").partition("?")[0] for url in loaded if url.startswith("file:")}
        size = sum(Path(path).stat().st_size for path in paths) / 1e6
        print(f"{address:<28}{size:>8.2f} MB   usable after {usable:>6.0f} ms")
    _handle(page)
    for more in page.locator("#banner button").all()[:1]:
        more.click()
        _handle(page)


def _handle(page: Page) -> None:
    """Pan, choose the party, narrow the list by words, filter the drawing."""
    drawn = page.locator("#network").get_attribute("data-drawn")
    page.locator("#network .vis-network").focus()
    page.keyboard.down("ArrowLeft")
    frames = page.evaluate(_FRAMES)
    page.keyboard.up("ArrowLeft")
    choice = page.evaluate(_CHOOSE)
    page.keyboard.press("Escape")
    words = page.evaluate(_CHANGE, ["words", "العلوي", "input"])
    page.evaluate(_CHANGE, ["words", "", "input"])
    changes = (
        ("level", "local", "change"),
        ("level", "", "change"),
        ("year", "2015", "input"),
        ("year", "9999", "input"),
    )
    filters = [page.evaluate(_CHANGE, list(change)) for change in changes]
    times = ", ".join(f"{each:.0f}" for each in filters)
    print(f"  {drawn:>5} drawn: {frames:.0f} frames/s, words {words:.0f}, a choice {choice:.0f}, filters {times} ms")


def _largest(folder: Path, kind: str) -> str:
    """Return the page of a thing with most on it, of those that are not behind one."""
    pages = (path for path in (folder / kind).iterdir() if "-" not in path.name)
    return max(pages, key=lambda path: path.stat().st_size).name


def main(people: int = PEOPLE) -> None:
    """Write a site and visit it."""
    collect_seldom()  # as the command line does
    executable = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary, "site")
        write(people, folder)
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        visit(browser.new_page(), folder)
        answer(browser.new_page(), people, folder)
        for size in NETWORKS:
            explore(browser.new_page(), size, Path(temporary, str(size)))
        browser.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
