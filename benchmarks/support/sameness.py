"""A build of the Spark engine beside one of the local engine: all that each tells, in a form in which both compare."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pyarrow import parquet
from pyoxigraph import RdfFormat, parse

from graph_builder.export.tables import COLUMNS, OF_ARTICLES, cell, safe

Told = Mapping[str, list[Any]]
"""``graph``: statements as N-Quads, sorted; ``facts``, ``articles`` (of the report), ``notices``; each table's rows;
``entities``; ``pairs`` that are one or may be. What is of many articles is sorted: parts of Spark's have no order."""


def by_spark(out: Path) -> Told:
    """Return what a build of the Spark engine tells."""
    graph = (line for file in sorted((out / "graph").glob("*.gz")) for line in _lines(file))
    told: dict[str, list[Any]] = {"graph": sorted(graph)}
    for name in ("facts", "articles"):
        parts = (line for file in sorted((out / name).glob("*.gz")) for line in _lines(file))
        told[name] = sorted(map(json.loads, parts), key=_article)
    told["notices"] = json.loads((out / "report.json").read_bytes())["notices"]
    for name in ("entities", "pairs"):
        parts = (line for file in sorted((out / name).glob("*.gz")) for line in _lines(file))
        told[name] = _sorted(map(json.loads, parts))
    rows = {table: list(_rows(out, table)) for table in COLUMNS}
    return told | {table: own if table in OF_ARTICLES else _sorted(own) for table, own in rows.items()}


def locally(out: Path) -> Told:
    """Return what a build of the local engine tells."""
    with (out / "graph.trig").open("rb") as file:
        told: dict[str, list[Any]] = {"graph": sorted(f"{quad} ." for quad in parse(file, RdfFormat.TRIG))}
    report = json.loads((out / "report.json").read_bytes())
    told["facts"] = list(map(json.loads, (out / "facts.jsonl").read_text("utf-8").splitlines()))
    told |= {name: report[name] for name in ("articles", "notices")}
    for name in ("entities", "pairs"):
        told[name] = _sorted(map(json.loads, (out / f"{name}.jsonl").read_text("utf-8").splitlines()))
    for table in COLUMNS:
        with (out / "tables" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as cells:
            rows = list(csv.DictReader(cells))
        told[table] = rows if table in OF_ARTICLES else _sorted(rows)
    return told


def _sorted(said: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what is told of many articles, in order, without pairs that are surely two things: Spark skips some."""
    return sorted((each for each in said if each.get("outcome") != "apart"), key=json.dumps)


def _lines(file: Path) -> Iterator[str]:
    with gzip.open(file, "rt", encoding="utf-8", newline="\n") as lines:
        yield from (line.rstrip("\n") for line in lines)


def _article(said: dict[str, Any]) -> str:
    return str(said["evidence"]["article"] if "evidence" in said else said["article"])


def _rows(out: Path, table: str) -> Iterator[dict[str, str]]:
    """Yield the rows as they stand in CSV, in the order of articles; those of one article stand together in a part."""
    rows = parquet.read_table(out / "tables" / table).to_pylist()
    for row in sorted(rows, key=lambda row: row["article"]) if table in OF_ARTICLES else rows:
        cells = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
        yield {name: cell(value) for name, value in safe(cells).items()}
