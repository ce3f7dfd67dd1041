"""The gold: what an article states, one JSON file an article, named after it. docs/how-to/evaluate.md has the form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph_builder.errors import GoldError

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "people": (),
    "posts": ("person", "role"),
    "units": ("unit",),
    "events": ("kind", "label"),
    "participations": ("event", "capacity"),
    "figures": ("value", "what"),
}
"""Table -> what each of its gold facts has to state; the rest may be absent or null."""
FORM = "See how-to/evaluate in the documentation for what a gold file holds."


@dataclass(frozen=True, slots=True)
class GoldFact:
    """A fact that an article states, with the columns of its table; not stated is an empty string."""

    says: Mapping[str, str]
    accept: frozenset[str] = frozenset()
    """Of a participation: the capacities that are right."""
    event: Mapping[str, str] | None = None
    """Of a participation: what its event says."""


@dataclass(frozen=True, slots=True)
class Gold:
    """What one article states, by table: ``required`` has to be told, ``optional`` may be."""

    article: str
    required: Mapping[str, tuple[GoldFact, ...]]
    """Without ``units`` where the file has none: then bodies are not judged."""
    optional: Mapping[str, tuple[GoldFact, ...]]
    aliases: Mapping[str, tuple[str, ...]]
    """Person -> other spellings."""
    text: str | None = None
    """The article, if ``<article>.txt`` lies beside the gold."""


def read_gold(folder: str | Path) -> tuple[Gold, ...]:
    """Read the JSON files of a folder, by name; ``GoldError`` names the file that is not as it must be."""
    paths = sorted(Path(folder).glob("*.json"))
    if not paths:
        raise GoldError(f"There is no gold file (*.json) in {folder}", "Name a folder with one JSON file an article.")
    return tuple(map(_gold, paths))


def _gold(path: Path) -> Gold:
    try:
        content = json.loads(path.read_bytes())
        beside = path.with_suffix(".txt")
        text = beside.read_text(encoding="utf-8", errors="replace") if beside.exists() else None
    except OSError as error:
        raise GoldError(f"{error.filename} cannot be read: {error.strerror}", "Check its permissions.") from error
    except ValueError as error:  # no JSON, or no UTF-8
        raise GoldError(f"{path} is not JSON in UTF-8: {error}", "Mend it, or take it out of the folder.") from error
    try:
        return parsed(path.stem, content, text)
    except _FormError as error:
        raise GoldError(f"{path}: {error}", FORM) from error


class _FormError(ValueError):
    """What is wrong, and with which entry."""


def parsed(article: str, content: Any, text: str | None = None) -> Gold:
    """Return the gold that the content of a file is; ``ValueError`` says what is wrong with which entry."""
    if not isinstance(content, dict):
        raise _FormError("a gold file holds one object")
    events = [fact.says for fact in _facts(content, "events", "events", ())]
    required = {t: tuple(_facts(content, t, t, events)) for t in REQUIRED if t != "units" or t in content}
    optional = {t: tuple(_facts(content, t, f"{t}_optional", events)) for t in REQUIRED}
    return Gold(article, required, optional, _aliases(content.get("aliases", {})), text)


def _facts(content: Mapping[str, Any], table: str, key: str, events: Any) -> list[GoldFact]:
    entries = content.get(key, [])
    if not isinstance(entries, list):
        raise _FormError(f"{key} is no list")
    facts = []
    for number, entry in enumerate(entries, 1):
        try:
            facts.append(_fact(table, entry, events))
        except _FormError as error:
            raise _FormError(f"{key}, entry {number}: {error}") from None
    return facts


def _fact(table: str, entry: Any, events: Any) -> GoldFact:
    if table == "people":
        if not isinstance(entry, str):
            raise _FormError("a name is expected")
        return GoldFact({"name": entry})
    if not isinstance(entry, dict):
        raise _FormError("an object is expected")
    for name in REQUIRED[table]:
        if entry.get(name) is None:
            raise _FormError(f"{name} is missing")
    if table != "participations":
        return GoldFact({name: _cell(name, value) for name, value in entry.items()})
    return _participation(entry, events)


def _participation(entry: Mapping[str, Any], events: Any) -> GoldFact:
    number = entry["event"]
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number < len(events):
        raise _FormError(f"event {number!r} is no index into events, which are {len(events)}")
    accept = entry.get("accept", [entry["capacity"]])
    if not _are_strings(accept):
        raise _FormError("accept is no list of capacities")
    says = {name: _cell(name, value) for name, value in entry.items() if name not in ("event", "accept")}
    its_event = events[number]
    return GoldFact({**says, "event": its_event["label"], "kind": its_event["kind"]}, frozenset(accept), its_event)


def _cell(name: str, value: Any) -> str:
    """Return a value as a table has it."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str() | int() | float():
            return str(value)
        case list() if _are_strings(value):
            return "|".join(value)
    raise _FormError(f"{name} is neither text nor a number")


def _aliases(content: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(content, dict) or not all(map(_are_strings, content.values())):
        raise _FormError("aliases is no object of names and lists of their other spellings")
    return {name: tuple(spellings) for name, spellings in content.items()}


def _are_strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)
