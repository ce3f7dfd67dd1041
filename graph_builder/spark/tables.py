"""The columns of the tables as Spark's types: Parquet has numbers, truth values and lists where CSV has text."""

from __future__ import annotations

from graph_builder.export.csvw import LISTS, TYPES
from graph_builder.export.tables import COLUMNS

_OF_CSVW = {"decimal": "double", "integer": "bigint", "nonNegativeInteger": "bigint", "boolean": "boolean"}


def schema(table: str) -> str:
    """Return the schema of a table, from what CSVW says of its columns.

    >>> schema("plans").split(", ")[-2:]
    ['`confidence` double', '`rule` string']
    """
    return ", ".join(f"`{column}` {_type(table, column)}" for column in COLUMNS[table])


def _type(table: str, column: str) -> str:
    if column in LISTS:
        return "array<string>"
    said = TYPES.get(f"{table}.{column}") or TYPES.get(column)
    return _OF_CSVW.get(said["base"] if isinstance(said, dict) else said or "string", "string")
