"""Records: an article as fields, its text and what is known of it; of JSON Lines, CSV or Parquet."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from graph_builder.articles.assemble import Stated
from graph_builder.articles.dates import edtf
from graph_builder.articles.decode import clean, decode
from graph_builder.articles.ids import clean_id
from graph_builder.errors import InputError

Columns = Mapping[str, str]
"""What a user's fields are called: ``{"text": "corps"}``. Our names of fields that are not in it go by ``NAMES``."""
NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id",),
    "text": ("text", "body", "content"),
    "title": ("title",),
    "source": ("source",),
    "published": ("published", "date"),
    "url": ("url",),
}
"""What each field may be called; the first that holds something is taken."""


class Record(NamedTuple):
    """A record as an article's text and what is stated of it."""

    id: str | None
    text: str
    stated: Stated
    unread_date: str | None
    """What the field for the date holds, if that is no date."""


def record(fields: Mapping[str, Any], columns: Columns) -> Record:
    """Read the fields of a record.

    Raises:
        InputError: it has no text.
    """
    text = next((value for name in names("text", columns) if (value := _written(fields.get(name)))), None)
    if text is None:
        wanted = names("text", columns)
        remedy = "give it a field named " + " or ".join([*filter(None, [", ".join(wanted[:-1])]), wanted[-1]])
        raise InputError("the record has no text", remedy)
    title, source, day, url = (_line(fields, name, columns) for name in ("title", "source", "published", "url"))
    published = edtf(day) if day else None
    ids = (clean_id(fields.get(name)) for name in names("id", columns))
    return Record(
        next(filter(None, ids), None),
        clean(text),
        Stated(title, source, published, url),
        day if published is None else None,
    )


def names(field: str, columns: Columns) -> tuple[str, ...]:
    """Return what a field is called."""
    return (columns[field],) if field in columns else NAMES[field]


def json_fields(line: bytes) -> Mapping[str, Any]:
    """Return the fields of a line of JSON Lines.

    Raises:
        InputError: it is no JSON object.
    """
    try:
        fields = json.loads(decode(line))
    except (ValueError, RecursionError) as error:
        problem = f"no JSON ({error})" if isinstance(error, json.JSONDecodeError) else "no JSON that can be read"
        raise InputError(problem, "put each record on one line of its own") from error
    if not isinstance(fields, dict):
        raise InputError("no record but another JSON value", 'write it as {"text": ...}')
    return fields


def _line(fields: Mapping[str, Any], field: str, columns: Columns) -> str | None:
    """Return a field as one line of text, ``None`` if it holds none."""
    written = (_written(fields.get(name)) for name in names(field, columns))
    return next((" ".join(clean(value).split()) for value in written if value), None)


def _written(value: object) -> str | None:
    """Return a value as text: dates as ISO writes them; ``None`` for what is blank or no text."""
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) and value.strip() else None
