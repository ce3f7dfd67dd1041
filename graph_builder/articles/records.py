"""JSON Lines: one article a line, with its text and what is known of it in fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from graph_builder.articles.assemble import Stated
from graph_builder.articles.dates import edtf
from graph_builder.articles.decode import clean, decode
from graph_builder.articles.ids import clean_id
from graph_builder.errors import InputError

TEXT, DATE = ("text", "body", "content"), ("published", "date")
"""Names that a field may have; the first that holds something is taken."""


class Record(NamedTuple):
    """A record as an article's text and what is stated of it."""

    id: str | None
    text: str
    stated: Stated
    unread_date: str | None
    """What the field for the date holds, if that is no date."""


def record(line: bytes) -> Record:
    """Read a line.

    Raises:
        InputError: it is no JSON object, or has no text.
    """
    fields = _fields(line)
    text = next((value for name in TEXT if isinstance(value := fields.get(name), str) and value.strip()), None)
    if text is None:
        raise InputError("the record has no text", f"give it a field named {', '.join(TEXT[:-1])} or {TEXT[-1]}")
    date = next((value for name in DATE if (value := _string(fields, name))), None)
    published = edtf(date) if date else None
    stated = Stated(_string(fields, "title"), _string(fields, "source"), published, _string(fields, "url"))
    return Record(clean_id(fields.get("id")), clean(text), stated, date if published is None else None)


def _fields(line: bytes) -> Mapping[str, Any]:
    try:
        fields = json.loads(decode(line))
    except (ValueError, RecursionError) as error:
        problem = f"no JSON ({error})" if isinstance(error, json.JSONDecodeError) else "no JSON that can be read"
        raise InputError(problem, "put each record on one line of its own") from error
    if not isinstance(fields, dict):
        raise InputError("no record but another JSON value", 'write it as {"text": ...}')
    return fields


def _string(fields: Mapping[str, Any], name: str) -> str | None:
    """Return a field as one line of text, ``None`` if it holds none."""
    value = fields.get(name)
    return (" ".join(clean(value).split()) or None) if isinstance(value, str) else None
