"""What the package needs at run time, as installed: every distribution, and the licences that it states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement

PACKAGE = "party-graph-builder"
EXTRAS = ("parquet",)
_NAMES = {
    "apache 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "bsd": "BSD",
    "bsd license": "BSD",
    "bsd 3-clause license": "BSD-3-Clause",
    "the bsd 2-clause license": "BSD-2-Clause",
    "isc license": "ISC",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
}
"""What distributions call licences for which SPDX has a name."""


def needed(name: str = PACKAGE, extras: Iterable[str] = EXTRAS) -> list[Distribution]:
    """Return all that a distribution needs, itself left out, by name."""
    found: dict[str, Distribution] = {}
    _collect(name, tuple(extras), found)
    return [found[key] for key in sorted(found)]


def _collect(name: str, extras: tuple[str, ...], found: dict[str, Distribution]) -> None:
    for requirement in map(Requirement, distribution(name).requires or []):
        key = re.sub("[-_.]+", "-", requirement.name).lower()
        applies = requirement.marker is None or any(requirement.marker.evaluate({"extra": e}) for e in ("", *extras))
        if applies and key not in found:
            found[key] = distribution(requirement.name)
            _collect(requirement.name, tuple(requirement.extras), found)


def licences(one: Distribution) -> Iterator[set[str]]:
    """Yield the licences that hold together for a distribution; of each set, one may be chosen. None if it states none.

    Core metadata 2.4 has an SPDX expression; before, there are classifiers and a free text.
    """
    expression = _first(one, "License-Expression")
    classified = [c for c in one.metadata.get_all("Classifier") or [] if c.startswith("License :: OSI Approved :: ")]
    stated = (
        expression
        or " OR ".join(c.rpartition(" :: ")[2] for c in classified)
        or _first(one, "License").partition("\n")[0]
    )
    for together in stated.split(" AND "):
        choices = together.strip("() ") if expression else together
        chosen = {part.strip() for part in choices.split(" OR ")} - {""}
        if chosen:
            yield {_NAMES.get(part.lower(), part) for part in chosen}


def _first(one: Distribution, field: str) -> str:
    return str((one.metadata.get_all(field) or [""])[0])
