"""What a build told: the rows of its tables, article by article, each with its sentence, rule and confidence."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_builder.evaluation.spelling import fold
from graph_builder.export.facts import fact_lines
from graph_builder.export.tables import cell, safe, table_rows
from graph_builder.model import World
from graph_builder.output import open_output

Row = Mapping[str, str]
FACTS = "facts.jsonl"
_TABLES = ("articles", "people", "posts", "units", "events", "participations", "figures")


@dataclass(frozen=True, slots=True)
class Told:
    """One row of a table, and why it was told."""

    says: Row
    quote: str
    rule: str
    """Empty, with ``confidence`` ``None``, for a person whom only other facts name."""
    confidence: float | None
    event: Row | None = None
    """Of a participation: the row of its event."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of one build, and the lines of its facts.jsonl."""

    rows: Mapping[str, tuple[Row, ...]]
    facts: tuple[Mapping[str, Any], ...]

    @property
    def articles(self) -> frozenset[str]:
        """The ids of the articles that were built."""
        return frozenset(row["article"] for row in self.rows["articles"])

    def of(self, article: str) -> ArticleTables:
        """Return what was told of one article."""
        rows = {table: tuple(row for row in rows if article in _articles(row)) for table, rows in self.rows.items()}
        return ArticleTables(rows, tuple(fact for fact in self.facts if fact["evidence"]["article"] == article))


@dataclass(frozen=True, slots=True)
class ArticleTables:
    """The rows that speak of one article, and its facts."""

    rows: Mapping[str, tuple[Row, ...]]
    facts: tuple[Mapping[str, Any], ...]

    def told(self, table: str, columns: Iterable[str]) -> list[Told]:
        """Return a table's rows in order, of those that are alike in some columns the first; groups do not count."""
        first: dict[tuple[str, ...], Row] = {}
        for row in self.rows[table]:
            first.setdefault(tuple(fold(row[column]) for column in columns), row)
        people = table == "people"
        return [
            self._introduced(row) if people else self._stated(table, row)
            for row in first.values()
            if table != "participations" or row["person"]
        ]

    def _stated(self, table: str, row: Row) -> Told:
        event = self._event(row) if table == "participations" else None
        return Told(row, row["quote"], row["rule"], float(row["confidence"]), event)

    def _introduced(self, row: Row) -> Told:
        """Return a person's row with the evidence of the fact of this article that introduces the person."""
        spellings = {fold(name) for name in (row["name"], *row["aliases"].split("|"))}
        for fact in self.facts:
            if fact["kind"] == "person" and fold(fact["name"]) in spellings:
                why = fact["evidence"]
                return Told(row, why["quote"], why["rule"], why["confidence"])
        return Told(row, "", "", None)

    def _event(self, row: Row) -> Row:
        """Return the event of a participation: that of its id; of several facts of one event that of its label."""
        same = [event for event in self.rows["events"] if event["id"] == row["event_id"]]
        return next((event for event in same if event["label"] == row["event"]), same[0])


def read_tables(out: str | Path) -> Tables:
    """Read the folder of a build; ``OutputError`` where there is none, or it is not as the build wrote it."""
    with open_output(out) as files:
        rows = {table: _rows(files[f"tables/{table}.csv"].read()) for table in _TABLES}
        return Tables(rows, tuple(map(json.loads, files[FACTS])))


def tables_of(world: World) -> Tables:
    """Return the tables that a build of this world would write."""
    rows = {table: tuple(_written(world, table)) for table in _TABLES}
    return Tables(rows, tuple(map(json.loads, fact_lines(world))))


def _rows(table: bytes) -> tuple[Row, ...]:
    return tuple(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))


def _written(world: World, table: str) -> Iterator[Row]:
    for row in table_rows(world, table):
        yield {name: cell(value) for name, value in safe(row).items()}


def _articles(row: Row) -> set[str]:
    return {row["article"]} if "article" in row else set(row["articles"].split("|"))
