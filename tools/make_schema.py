#!/usr/bin/env python3
"""Write graph_builder/facts/facts.schema.json, the JSON Schema of facts.jsonl, from the dataclasses of the model.

usage: tools/make_schema.py           (from anywhere; a test checks that the file equals a fresh generation)

A field that may be None or that is a list may be left out; nothing may be added.
"""

from __future__ import annotations

import json
import types
from dataclasses import fields
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from graph_builder.facts.form import KINDS
from graph_builder.model import Evidence

ROOT = Path(__file__).parent.parent
TEXT: dict[str, Any] = {"type": "string", "pattern": "\\S"}
DAY = "[0-9X]{4}(-[0-9X]{2}){0,2}"
DATE: dict[str, Any] = {
    "type": "string",
    "pattern": f"^{DAY}(/{DAY})?$",
    "description": "a date as precise as the text (EDTF): 2017, 2017-02, XXXX-06-30, 2017-04-23/2017-04-25",
}
DATES = {"since", "until", "date", "adopted", "due"}
MOST = 2**53 - 1
"""The largest integer that every JSON parser keeps."""
WHOLE: dict[str, Any] = {"type": "integer", "minimum": 0, "maximum": MOST}


def of_type(hint: Any, name: str) -> dict[str, Any]:
    """Return the schema of a field."""
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": TEXT}
    if get_origin(hint) in (Union, types.UnionType):
        return nullable(of_type(next(arg for arg in get_args(hint) if arg is not types.NoneType), name))
    plain: dict[Any, dict[str, Any]] = {
        bool: {"type": "boolean"},
        int: WHOLE,
        float: {"type": "number", "minimum": 0, "maximum": 1},
        Evidence: {"$ref": "#/$defs/evidence"},
    }
    return plain.get(hint, DATE if name in DATES else TEXT)


def nullable(wanted: dict[str, Any]) -> dict[str, Any]:
    """Return a schema that takes null besides."""
    if "enum" in wanted:
        return {"enum": [*wanted["enum"], None]}
    return {**wanted, "type": [wanted["type"], "null"]}


def of_class(sort: Any, kind: str | None = None) -> dict[str, Any]:
    """Return the schema of a dataclass; of a fact, with its kind."""
    hints = get_type_hints(sort)
    names = {field.name: "event_kind" if field.name == "kind" else field.name for field in fields(sort)}
    properties = {names[name]: of_type(hint, name) for name, hint in hints.items()}
    optional = {
        names[name] for name, hint in hints.items() if get_origin(hint) is tuple or types.NoneType in get_args(hint)
    }
    return {
        "description": " ".join((sort.__doc__ or "").replace("``", "").split()),
        "type": "object",
        "properties": ({"kind": {"const": kind}} if kind else {}) | properties,
        "required": (["kind"] if kind else []) + [name for name in properties if name not in optional],
        "additionalProperties": False,
    }


def generated() -> dict[Path, str]:
    """Return the generated file: path -> text."""
    found = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://w3id.org/party-structure/facts.schema.json",
        "title": "A fact that an article states: one line of facts.jsonl",
        "oneOf": [{"$ref": f"#/$defs/{kind}"} for kind in KINDS.values()],
        "$defs": {kind: of_class(sort, kind) for sort, kind in KINDS.items()} | {"evidence": of_class(Evidence)},
    }
    text = json.dumps(found, ensure_ascii=False, indent=1) + "\n"
    return {ROOT / "graph_builder" / "facts" / "facts.schema.json": text}


if __name__ == "__main__":
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
