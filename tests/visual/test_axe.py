"""Every kind of page held against every rule of axe: in each language (so in both directions), light and dark, wide and
on a phone."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from graph_builder.visual.site.cards import LONG
from graph_builder.visual.site.write import write_site
from graph_builder.visual.words import LANGUAGES
from tests.visual.conftest import Visit, Visitor, settle
from tests.worlds import branch, retold, world_of

pytestmark = pytest.mark.browser
_RUN = """axe.run(document, {preload: false, resultTypes: ["violations"]}).then(result => result.violations.map(
  each => each.id + ": " + each.nodes.map(node => node.html).join(" | ")
))"""
"""Without ``preload: false`` axe itself asks for the style sheets."""
_UNFOLD = "for (const each of document.querySelectorAll('main details')) each.open = true"
LISTS = ("index", "people", "bodies", "events", "articles", "questions")
KINDS = ("party", "body", "person", "event", "plan", "article")


def violations(reader: Visit, language: str, scheme: str) -> list[str]:
    """Say the page that is open in a language, light or dark, and return what axe finds wrong with it."""
    reader.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    reader.page.locator(f"[data-language={language}]").click()
    settle(reader.page)
    return [f"{language} {scheme} {each}" for each in reader.page.evaluate(_RUN)]


@pytest.mark.parametrize("kind", [*LISTS, *KINDS])
def test_axe_finds_nothing_wrong(visit: Visitor, hostile_site: Path, kind: str) -> None:
    pages = (hostile_site / kind).iterdir() if kind in KINDS else [hostile_site / f"{kind}.html"]
    check(visit, hostile_site, max(pages, key=lambda path: (path.stat().st_size, path.name)))


def test_axe_finds_nothing_wrong_with_what_is_behind_a_page(visit: Visitor, tmp_path: Path) -> None:
    told = [retold(branch(), f"{number:03}_branch") for number in range(LONG + 1)]
    write_site(world_of(told), tmp_path / "site")
    for name in ("facts", "events"):
        check(visit, tmp_path / "site", tmp_path / "site" / "party" / f"pps-{name}.html")


def check(visit: Visitor, site: Path, page: Path) -> None:
    """Hold one page against all rules, said and lit in every way."""
    reader = visit(site, page.relative_to(site).as_posix(), reduced_motion="reduce")
    reader.page.evaluate(Axe().axe_script)
    found = [each for how in product(LANGUAGES, ("light", "dark")) for each in violations(reader, *how)]
    reader.page.set_viewport_size({"width": 360, "height": 780})
    reader.page.evaluate(_UNFOLD)
    found += [each for how in (("ar", "dark"), ("fr", "light")) for each in violations(reader, *how)]
    assert found == []
