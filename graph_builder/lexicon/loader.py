"""Read the lexicon's data files, once for a process, into tables of folded words."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def data(name: str) -> Any:
    """Return the content of ``data/<name>.yml``: a table, or a list of entries.

    Raises:
        FileNotFoundError: the package was installed without its data.
    """
    text = files("graph_builder.lexicon").joinpath("data", f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)  # noqa: S506 (a safe loader, the fast one where the C library is there)


def rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of ``data/<name>``, a tab separated file whose lines with ``#`` are comments."""
    text = files("graph_builder.lexicon").joinpath("data", name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
