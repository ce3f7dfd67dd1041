"""What the package needs may be passed on with it, and stands in docs/dependencies.md."""

from __future__ import annotations

import configparser
import re
from importlib.metadata import Distribution
from pathlib import Path

import pytest

from tools.installed import licences, needed

ROOT = Path(__file__).parents[1]
ALLOWED = {
    "Apache-2.0",
    "BSD",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CNRI-Python",
    "ISC",
    "MIT",
    "MPL-1.1",  # of a file, where that is changed: none is
    "MPL-2.0",
    "OFL-1.1",
    "PSF-2.0",
}
"""Licences under which a program of any licence may depend on a distribution that it does not change."""
NEEDED = needed()


@pytest.mark.parametrize("one", NEEDED, ids=[one.metadata["Name"] for one in NEEDED])
def test_each_distribution_has_an_allowed_licence(one: Distribution) -> None:
    stated = list(licences(one))
    assert stated, "it states none: look at its files, and name it here"
    for choice in stated:
        assert choice & ALLOWED, choice


def test_each_dependency_is_argued_for() -> None:
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", "utf-8")
    names = re.findall(r"^[\w-]+", setup["options"]["install_requires"], re.MULTILINE)
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    assert len(names) > 10
    assert [name for name in names if name.lower() not in page] == []


def test_metadata_of_any_age_is_read() -> None:
    class Stated:
        def __init__(self, **fields: str) -> None:
            self._fields = {key.replace("_", "-"): value for key, value in fields.items()}
            self.metadata = self

        def get_all(self, key: str) -> list[str] | None:
            return [self._fields[key]] if key in self._fields else None

    def read(**fields: str) -> list[set[str]]:
        return list(licences(Stated(**fields)))  # type: ignore[arg-type]

    assert read(License_Expression="Apache-2.0 AND (MIT OR GPL-3.0-only)") == [{"Apache-2.0"}, {"MIT", "GPL-3.0-only"}]
    assert read(Classifier="License :: OSI Approved :: MIT License", License="see file") == [{"MIT"}]
    assert read(License="BSD 3-Clause License\nCopyright") == [{"BSD-3-Clause"}]
    assert read() == []
