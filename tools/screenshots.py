"""Take the pictures of docs/screenshots/ from a built OUT: ``python tools/screenshots.py exports [docs/screenshots]``.

Needs the ``test`` extra and Chromium. Each picture shows the fullest page of its kind, so that it stays the same while
the articles do.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDE: dict[str, Any] = {"viewport": {"width": 1240, "height": 860}}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 1.5}
DARK: dict[str, Any] = {"color_scheme": "dark"}
SHOTS: dict[str, tuple[str, dict[str, Any]]] = {
    "overview": ("index.html", WIDE),
    "party": ("party", WIDE),
    "body": ("body", WIDE),
    "person-french": ("person?fr", WIDE),
    "event-dark": ("event", WIDE | DARK),
    "plan": ("plan", WIDE),
    "article": ("article", WIDE),
    "questions-english": ("questions.html?en#q-holders", WIDE),
    "network": ("network.html", WIDE),
    "phone": ("index.html", PHONE),
    "phone-party-dark": ("party", PHONE | DARK),
    "phone-person": ("person", PHONE),
}
"""Name of the picture -> the page's address, or the kind of the page to take, and the reader's screen."""


def fullest(site: Path, kind: str) -> str:
    """Return the address of the page of a kind with most on it."""
    pages = ((path.stat().st_size, path.name) for path in (site / kind).iterdir())
    return f"{kind}/{max(pages)[1]}"


def take(browser: Browser, site: Path, folder: Path) -> None:
    """Write every picture that the site has a page for."""
    for name, (wanted, screen) in SHOTS.items():
        kind, _, rest = wanted.partition("?")
        if not kind.endswith(".html"):
            if not (site / kind).is_dir():
                print(f"{name}: no {kind} in this site")
                continue
            kind = fullest(site, kind)
        context = browser.new_context(**screen, offline=True, reduced_motion="reduce")
        opened = context.new_page()
        opened.goto(f"{site.resolve().as_uri()}/{kind}{'?' if rest else ''}{rest}")
        opened.wait_for_timeout(500)
        opened.screenshot(path=folder / f"{name}.png")
        context.close()


def main(out: str, folder: str = "docs/screenshots") -> None:
    """Open the pages of OUT and write the pictures into ``folder``."""
    executable = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    Path(folder).mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"]
        )
        take(browser, Path(out, "site"), Path(folder))
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
