"""Take the pictures of docs/screenshots/ from a built OUT: ``python tools/screenshots.py exports [docs/screenshots]``.

Needs the ``test`` extra and Chromium. Each picture shows the best known thing of its kind, so that it stays the same
while the articles do.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
SHOTS: dict[str, tuple[str, dict[str, Any]]] = {
    "overview": ("", {"viewport": WIDE}),
    "body": ("#{body}", {"viewport": WIDE}),
    "event-french": ("#{event}&fr", {"viewport": WIDE}),
    "plan-dark": ("#{plan}", {"viewport": WIDE, "color_scheme": "dark"}),
    "table": ("#&table", {"viewport": WIDE}),
    "phone": ("", {"viewport": PHONE, "device_scale_factor": 2}),
    "phone-person": ("#{person}", {"viewport": PHONE, "device_scale_factor": 2}),
}
"""Name of the picture -> what the address names, and the reader's screen."""


def best_known(page: Path) -> dict[str, str]:
    """Return the id of the entity with most facts, for each kind."""
    text = page.read_text(encoding="utf-8").partition('id="data">')[2].partition("</script>")[0]
    ranked = sorted(json.loads(text)["entities"], key=lambda entity: (len(entity["facts"]), entity["id"]))
    return {entity["kind"]: entity["id"] for entity in ranked}


def take(browser: Browser, page: Path, folder: Path) -> None:
    """Write every picture that the page has something for."""
    known = best_known(page)
    for name, (fragment, screen) in SHOTS.items():
        kind = fragment.partition("{")[2].partition("}")[0]
        if kind and kind not in known:
            print(f"{name}: no {kind} on this page")
            continue
        context = browser.new_context(**screen, offline=True, reduced_motion="reduce")
        opened = context.new_page()
        opened.goto(page.resolve().as_uri() + fragment.format(**known))
        opened.wait_for_timeout(500)
        opened.screenshot(path=folder / f"{name}.png")
        context.close()


def main(out: str, folder: str = "docs/screenshots") -> None:
    """Open OUT/index.html and write the pictures into ``folder``."""
    executable = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    Path(folder).mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable, args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"]
        )
        take(browser, Path(out, "index.html"), Path(folder))
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
