"""CSVW: what the columns of the tables are, in the W3C's "Metadata Vocabulary for Tabular Data", beside the tables.

A reader that knows CSVW gets numbers, truth values, lists, and nothing rather than an empty text, and knows which
column of one table names rows of another.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from graph_builder.export.rows import OF_FACTS
from graph_builder.export.tables import COLUMNS
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.graph.network import SEPARATOR
from graph_builder.graph.terms import EDTF
from graph_builder.model import Capacity, EventKind, EventStatus, Gender, Level, Quantity, Status

METADATA = "csv-metadata.json"
"""Where the standard looks for it, beside each table."""
KEYS = {"articles": "article", "people": "person_id", "parties": "party_id"}
"""Table -> the column that tells its rows apart."""
REFERENCES = {"articles": tuple(OF_FACTS), "people": ("posts", "tenures")}
"""Table -> those with a column that refers to its key, and is never empty: strict validators want that."""


def _one_of(values: Any) -> dict[str, str]:
    return {"base": "string", "format": "|".join(get_args(values))}


_DATE = {"base": "string", "@id": EDTF.EDTF.value}
TYPES: dict[str, Any] = {
    "confidence": {"base": "decimal", "minimum": 0, "maximum": 1},
    "start": "nonNegativeInteger", "number": "integer", "value": "integer", "public": "boolean", "exact": "boolean",
    "since": _DATE, "until": _DATE, "date": _DATE, "due": _DATE, "adopted": _DATE, "published": _DATE,
    "begins": _DATE, "ends": _DATE, "held": _DATE, "over": _DATE, "derived": "boolean", "vacant": "boolean",
    "gender": _one_of(Gender), "level": _one_of(Level), "capacity": _one_of(Capacity),
    "posts.status": _one_of(Status), "events.status": _one_of(EventStatus), "kind": _one_of(EventKind),
    "figures.what": _one_of(Quantity),
}  # fmt: skip
"""Column (or ``table.column``) -> its datatype, where that is not text."""
LISTS = ("aliases", "articles", "copies", "covers")
CODES = (
    "abbreviation", "article", "articles", "copies", "event_id", "file", "id", "party_key", "role_key", "rule", "url",
)  # fmt: skip
"""Columns of text in no language, beside those that end in ``_id``."""
ALWAYS = ("article", "confidence", "rule", "start")
"""Columns without empty cells in every table of facts, and ``article`` in its own."""
PLACES = {"id": "event", "event_id": "event", "parent_id": "body", "successor_id": "person"}
"""Columns of ids -> the kind of thing, where the name does not tell it."""


def csvw(base: str = DEFAULT_BASE) -> bytes:
    """Return the description of all tables; ``base`` begins the IRIs that the columns of ids stand for."""
    document = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tableDirection": "rtl",
        "tables": [
            {
                "url": f"{table}.csv",
                "tableSchema": {
                    "columns": [_column(table, column, base) for column in columns],
                    **({"primaryKey": [KEYS[table]]} if table in KEYS else {}),
                    "foreignKeys": list(_references(table)),
                },
            }
            for table, columns in COLUMNS.items()
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def write_csvw(folder: Path, base: str = DEFAULT_BASE) -> None:
    """Write it beside the tables in a folder."""
    (folder / METADATA).write_bytes(csvw(base))


def _column(table: str, name: str, base: str) -> dict[str, Any]:
    datatype = TYPES.get(f"{table}.{name}") or TYPES.get(name)
    about: dict[str, Any] = {"name": name, "titles": name, "datatype": datatype or "string"}
    if name in LISTS:
        about["separator"] = SEPARATOR
    if (name in ALWAYS and table in OF_FACTS) or KEYS.get(table) == name:
        about["required"] = True
    if name in PLACES or name.endswith("_id"):
        kind = PLACES.get(name) or name.removesuffix("_id")
        if kind not in ("party", "place") or base == DEFAULT_BASE:  # else some live here and some with the lexicon
            about["valueUrl"] = f"{base}{kind}/{{{name}}}"
    elif datatype is None and name not in CODES:
        about["lang"] = "ar"
    return about


def _references(table: str) -> Iterator[dict[str, Any]]:
    for other, tables in REFERENCES.items():
        if table in tables:
            key = [KEYS[other]]
            yield {"columnReference": key, "reference": {"resource": f"{other}.csv", "columnReference": key}}
