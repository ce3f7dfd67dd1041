"""What the site of a large world costs: writing it, and opening its pages in Chromium. ``make bench-pages``.

A generated world of 5,000 people and 50,000 facts; times are of one run on this machine.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks.support.organised import organised
from graph_builder.visual.site.write import write_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

PEOPLE = 5_000
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
        *(f"{kind}/{_largest(folder, kind)}" for kind in ("party", "body", "person", "article")),
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


def _largest(folder: Path, kind: str) -> str:
    return max((folder / kind).iterdir(), key=lambda path: path.stat().st_size).name


def main(people: int = PEOPLE) -> None:
    """Write a site and visit it."""
    executable = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary, "site")
        write(people, folder)
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        visit(browser.new_page(), folder)
        browser.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
