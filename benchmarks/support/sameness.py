"""A build of the Spark engine beside one of the local engine: all that each tells, in a form in which both compare."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pyarrow import parquet
from pyoxigraph import RdfFormat, parse

from graph_builder.export.tables import COLUMNS, cell, safe

Told = Mapping[str, list[Any]]
"""``graph``: statements as N-Quads, sorted; ``facts``, ``articles`` (of the report), ``notices``; each table's rows."""


def by_spark(out: Path) -> Told:
    """Return what a build of the Spark engine tells."""
    graph = (line for file in sorted((out / "graph").glob("*.gz")) for line in _lines(file))
    told: dict[str, list[Any]] = {"graph": sorted(graph)}
    for name in ("facts", "articles"):
        parts = (line for file in sorted((out / name).glob("*.gz")) for line in _lines(file))
        told[name] = sorted(map(json.loads, parts), key=_article)
    told["notices"] = json.loads((out / "report.json").read_bytes())["notices"]
    return told | {table: list(_rows(out, table)) for table in COLUMNS}


def locally(out: Path) -> Told:
    """Return what a build of the local engine tells."""
    with (out / "graph.trig").open("rb") as file:
        told: dict[str, list[Any]] = {"graph": sorted(f"{quad} ." for quad in parse(file, RdfFormat.TRIG))}
    report = json.loads((out / "report.json").read_bytes())
    told["facts"] = list(map(json.loads, (out / "facts.jsonl").read_text("utf-8").splitlines()))
    told |= {name: report[name] for name in ("articles", "notices")}
    for table in COLUMNS:
        with (out / "tables" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as cells:
            told[table] = list(csv.DictReader(cells))
    return told


def _lines(file: Path) -> Iterator[str]:
    with gzip.open(file, "rt", encoding="utf-8", newline="\n") as lines:
        yield from (line.rstrip("\n") for line in lines)


def _article(said: dict[str, Any]) -> str:
    return str(said["evidence"]["article"] if "evidence" in said else said["article"])


def _rows(out: Path, table: str) -> Iterator[dict[str, str]]:
    """Yield the rows as they stand in CSV, in the order of articles; those of one article stand together in a part."""
    rows = parquet.read_table(out / "tables" / table).to_pylist()
    of_articles = table not in ("people", "parties", "tenures")
    for row in sorted(rows, key=lambda row: row["article"]) if of_articles else rows:
        cells = {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
        yield {name: cell(value) for name, value in safe(cells).items()}
