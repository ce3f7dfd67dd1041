"""What all tests share: the browser, or the reason why there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser


# No deadlines: machines are shared. In CI the same examples every time: a failure there is of the change under test.
settings.register_profile("here", deadline=None, derandomize=os.environ.get("CI") == "true")
settings.load_profile("here")


PATIENCE = 120_000
"""Milliseconds until a wait for the browser is given up: no machine is that busy."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium that reaches this machine alone; where there is none the test is skipped, in CI it fails."""
    executable = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    if executable is None:
        _without("there is no Chromium on this machine")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)

    with ExitStack() as stack:
        try:
            options = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
            driver = stack.enter_context(sync_playwright())
            chromium = driver.chromium.launch(executable_path=executable, args=options)
        except Exception as error:  # of many kinds: a library that the driver wants, no memory to share ...
            _without(f"Chromium does not start: {error}")
        yield chromium
        chromium.close()


def _without(reason: str) -> NoReturn:
    remedy = f"{reason}; `make test` as root on Debian installs what the browser tests need"
    if os.environ.get("CI") == "true":
        pytest.fail(remedy)
    pytest.skip(remedy)
