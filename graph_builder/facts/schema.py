"""The published JSON Schema of facts, and whether a value is as it says.

``tools/make_schema.py`` makes the file from the dataclasses of the model. Only the words of JSON Schema that it uses
are understood here; tests compare the verdicts with those of a complete validator.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

TYPES: Mapping[str, tuple[type, ...]] = {
    "array": (list, tuple),
    "boolean": (bool,),
    "integer": (int,),
    "null": (type(None),),
    "number": (int, float),
    "object": (Mapping,),
    "string": (str,),
}


def schema_text() -> str:
    """Return the schema as it is published."""
    return files("graph_builder.facts").joinpath("facts.schema.json").read_text(encoding="utf-8")


@cache
def schema() -> Mapping[str, Any]:
    """Return the schema."""
    found: Mapping[str, Any] = json.loads(schema_text())
    return found


def problems(value: object, wanted: Mapping[str, Any], where: str) -> Iterator[str]:
    """Yield what about a value is not as a part of the schema wants it; ``where`` names the value."""
    if "$ref" in wanted:
        wanted = schema()["$defs"][str(wanted["$ref"]).removeprefix("#/$defs/")]
    types = wanted.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(_is(value, name) for name in types):
        yield f"{where} has to be {' or '.join(types)}"
    elif "const" in wanted and value != wanted["const"]:
        yield f"{where} has to be {wanted['const']!r}"
    elif "enum" in wanted and value not in wanted["enum"]:
        yield f"{where} is {value!r}, has to be one of {', '.join(map(str, wanted['enum']))}"
    else:
        yield from _within(value, wanted, where)


def _within(value: object, wanted: Mapping[str, Any], where: str) -> Iterator[str]:
    """Yield what is wrong inside a value of the right type."""
    match value:
        case str():
            yield from _text_problems(value, wanted, where)
        case int() | float():
            if not wanted.get("minimum", value) <= value <= wanted.get("maximum", value):
                yield f"{where} is {value}, has to be between {wanted.get('minimum')} and {wanted.get('maximum')}"
        case Mapping():
            yield from _object_problems(value, wanted, where)
        case list() | tuple():
            for item in value:
                yield from problems(item, wanted["items"], f"an item of {where}")


def _is(value: object, name: str) -> bool:
    """Whether a value is of a type; JSON has one sort of numbers, so 1.0 is an integer, and true is none."""
    if isinstance(value, bool):
        return name == "boolean"
    if name == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, TYPES[name])


def _text_problems(value: str, wanted: Mapping[str, Any], where: str) -> Iterator[str]:
    if "pattern" in wanted and not re.search(wanted["pattern"].replace("$", r"\Z"), value):
        yield f"{where} is {value!r}, has to be {wanted.get('description', 'like ' + wanted['pattern'])}"
    elif any("\ud800" <= letter <= "\udfff" for letter in value):
        yield f"{where} is no text: it has half a character"


def _object_problems(value: Mapping[Any, Any], wanted: Mapping[str, Any], where: str) -> Iterator[str]:
    for name in wanted["required"]:
        if name not in value:
            yield f"{where} misses {name}"
    for name, inner in value.items():
        if name in wanted["properties"]:
            yield from problems(inner, wanted["properties"][name], f"{where}.{name}")
        else:
            yield f"{where} has no field {name!r}"
