"""What a build holds, apart from its articles: each thing once, named by words that another build would use, too."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from graph_builder.arabic.normalise import fold
from graph_builder.output import open_output

Row = Mapping[str, str]
SEVERAL = "|"
"""Between the values of a cell of a table."""


class Table(NamedTuple):
    """How the rows of a table are told apart and compared. Ids are neither: more articles may change them."""

    names: tuple[str, ...]
    """The columns that say which thing a row is about."""
    details: tuple[str, ...]
    """The columns whose values may change."""


TABLES: Mapping[str, Table] = {
    "people": Table(("name",), ("aliases", "gender")),
    "posts": Table(("person", "role", "organ", "party", "place"), ("status", "since", "until", "public")),
    "units": Table(("unit", "party", "place"), ("level", "parent")),
    "events": Table(("label", "party"), ("kind", "date", "place", "status")),
}


class Source(NamedTuple):
    """Where a thing is told."""

    article: str
    quote: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, post, body or event of one build."""

    names: Mapping[str, str]
    details: Mapping[str, tuple[str, ...]]
    """By column every value that an article states, sorted."""
    sources: tuple[Source, ...]


def things(out: str | Path) -> dict[str, dict[tuple[str, ...], Thing]]:
    """Return table -> folded names -> thing of the build in ``out``.

    Raises:
        OutputError: there is none, or it is not as the build wrote it.
    """
    with open_output(out, "tables/*.csv") as files:
        rows = {name: _rows(files[f"tables/{name}.csv"].read()) for name in TABLES}
    return {name: _things(rows[name], table) for name, table in TABLES.items()}


def _rows(table: bytes) -> list[Row]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def _things(rows: Iterable[Row], table: Table) -> dict[tuple[str, ...], Thing]:
    alike: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        alike.setdefault(tuple(fold(row[column]) for column in table.names), []).append(row)
    return {key: _thing(found, table) for key, found in alike.items()}


def _thing(rows: list[Row], table: Table) -> Thing:
    names = {column: rows[0][column] for column in table.names if rows[0][column]}
    details = {column: tuple(sorted({v for row in rows for v in _values(row[column])})) for column in table.details}
    return Thing(names, details, tuple(dict.fromkeys(source for row in rows for source in _sources(row))))


def _values(cell: str) -> list[str]:
    return [value for value in cell.split(SEVERAL) if value]


def _sources(row: Row) -> Iterator[Source]:
    if "article" in row:
        yield Source(row["article"], row["quote"])
    else:
        for article in _values(row["articles"]):
            yield Source(article, "")
