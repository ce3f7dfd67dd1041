"""The data files that the package ships, as they stand."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import PurePath
from typing import Any, Final

import yaml

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""A safe loader, the fast one where the C library is there."""
_DATA: Final = files("graph_builder.lexicon").joinpath("data")


def names() -> frozenset[str]:
    """Return the names of the data files."""
    return frozenset(file.name for file in _DATA.iterdir() if PurePath(file.name).suffix in (".yml", ".tsv", ".txt"))


def table(name: str) -> Any:
    """Return the content of ``data/<name>.yml``.

    Raises:
        FileNotFoundError: the package was installed without its data, or has no such file.
    """
    return yaml.load(_DATA.joinpath(f"{name}.yml").read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506


def rows(name: str) -> Iterator[list[str]]:
    """Yield the rows of ``data/<name>``, a tab separated file."""
    return (row for _, row in split(_DATA.joinpath(name).read_text(encoding="utf-8").splitlines()))


def split(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield number and cells of the lines of a tab separated file; those with ``#`` are comments."""
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#"):
            yield number, next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE))
