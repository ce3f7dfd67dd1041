"""CSV tables, one row a fact of one article, for spreadsheets and statistics; docs/reference/tables.md explains them.

UTF-8 with a byte order mark, comma separated, header first, lines end as RFC 4180 says, an empty cell for "not stated".
Rows are ordered by article, then by where the article says it. ``*_id`` cells end the IRI of the thing in the graph.

A cell that a spreadsheet would take for a formula gets an apostrophe before it. Only ``quote`` does not: it begins at
its first harmless character instead, and ``start`` with it, so that it stays the article's text, letter for letter.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

from graph_builder.export import rows, tenures
from graph_builder.export.rows import Names, Row, Value
from graph_builder.graph.network import joined
from graph_builder.model import World

FORMULA = "=+-@\t\r\n＝＋－＠"
"""Characters with which a formula begins, or which a spreadsheet may drop from before one."""
_WHERE = ("article", "quote", "start")
_WHY = ("confidence", "rule")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "articles": ("article", "title", "source", "published", "url", "file", "copies"),
    "parties": ("name", "aliases", "abbreviation", "articles", "party_key", "party_id"),
    "people": ("name", "aliases", "articles", "gender", "person_id"),
    "posts": (
        "person", "role", "organ", "party", "place", "status", "since", "until", "public", "confidence", *_WHERE,
        "role_key", "person_id", "body_id", "party_id", "place_id", "rule",
    ),
    "units": (
        "unit", "level", "party", "parent", "place", *_WHERE, "body_id", "parent_id", "party_id", "place_id", *_WHY,
    ),
    "events": (
        "id", "label", "kind", "date", "place", "covers", "party", "organ", *_WHERE, "status", "party_id", "body_id",
        "place_id", *_WHY,
    ),
    "participations": ("person", "group", "event_id", "event", "kind", "capacity", *_WHERE, "person_id", *_WHY),
    "figures": ("value", "what", "of", "group", "phase", "exact", *_WHERE, "body_id", *_WHY),
    "plans": ("plan", "party", "adopted_by", "adopted", *_WHERE, "plan_id", "party_id", "body_id", *_WHY),
    "statements": ("speaker", "about", *_WHERE, "person_id", "event_id", *_WHY),
    "steps": ("procedure", "unit", "number", "step", *_WHERE, "body_id", *_WHY),
    "deadlines": ("what", "who", "due", "due_text", *_WHERE, "body_id", *_WHY),
    "tenures": (
        "person", "role", "organ", "party", "place", "begins", "ends", "held", "over", "derived", "successor", "vacant",
        "articles", "role_key", "person_id", "body_id", "party_id", "place_id", "successor_id",
    ),
}  # fmt: skip
"""Table -> its columns: first those that shared/evaluation/README.md asks for, then ours."""


OF_ARTICLES = ("articles", *rows.OF_FACTS)
"""The tables whose rows are each of one article, in the order of articles; those of the others are of the whole."""


class Tables:
    """The tables while they are written; a context that closes them."""

    def __init__(self, folder: Path) -> None:
        """Write into a folder, which is made if it is not there."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder

    def __enter__(self) -> Tables:
        self._stack = ExitStack()
        self._files = {}
        for table, columns in COLUMNS.items():
            path = self._folder / f"{table}.csv"
            self._files[table] = self._stack.enter_context(path.open("w", encoding="utf-8-sig", newline=""))
            self.add(table, ",".join(columns) + "\r\n")
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def add(self, table: str, text: str) -> None:
        """Write rows as ``rows_text`` gives them."""
        self._files[table].write(text)


def rows_text(world: World, table: str) -> str:
    """Return the rows of a table as they stand in its file."""
    file = io.StringIO(newline="")
    columns = COLUMNS[table]
    csv.writer(file).writerows([cell(row.get(name)) for name in columns] for row in map(safe, table_rows(world, table)))
    return file.getvalue()


def write_tables(world: World, folder: Path) -> None:
    """Write every table of a world into a folder, which is made if it is not there."""
    with Tables(folder) as tables:
        for table in COLUMNS:
            tables.add(table, rows_text(world, table))


def table_rows(world: World, table: str) -> Iterable[Row]:
    """Return the rows of a table, in order."""
    match table:
        case "articles":
            ordered = sorted(world.readings, key=lambda reading: reading.article.id)
            return [rows.article(reading.article, world) for reading in ordered]
        case "people":
            return rows.people(world)
        case "parties":
            return rows.parties(world)
        case "tenures":
            return tenures.rows(world)
    return _fact_rows(world, table)


def _fact_rows(world: World, table: str) -> Iterator[Row]:
    sort, row = rows.OF_FACTS[table]
    for reading in sorted(world.readings, key=lambda reading: reading.article.id):
        facts = [fact for fact in reading.facts if isinstance(fact, sort)]
        if facts:
            names = Names(world, reading)
            yield from (row(names, fact) for fact in sorted(facts, key=lambda fact: fact.evidence.start))


def safe(row: Row) -> Row:
    """Return the row with its quote begun at its first harmless character."""
    quote, start = row.get("quote"), row.get("start")
    if not isinstance(quote, str) or not isinstance(start, int) or not quote.startswith(tuple(FORMULA)):
        return row
    harmless = quote.lstrip(FORMULA + " \u00a0")
    return row | {"quote": harmless, "start": start + len(quote) - len(harmless)}


def cell(value: Value) -> str:
    """Return what is written for a value.

    >>> [cell(v) for v in (None, True, 0.9, ("a|b", "c"), "=1+1")]
    ['', 'true', '0.9', 'a/b|c', "'=1+1"]
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return cell(joined(value))
        case str() if value.startswith(tuple(FORMULA)):
            return "'" + value
    return str(value)
