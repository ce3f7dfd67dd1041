"""Differences as text to read and as JSON for programs; docs/how-to/compare.md has the keys."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph_builder.comparison.differences import Change, Difference
from graph_builder.comparison.things import Source, Thing
from graph_builder.query.grid import printable

NOTHING = "not stated"


def text(differences: Sequence[Difference]) -> str:
    """Return the differences as lines: ``+`` gained, ``-`` lost, ``~`` changed, under each its sentences."""
    lines = [line for difference in differences if difference for line in _table(difference)]
    return "\n".join(lines or ["The two builds say the same of people, posts, bodies and events."]) + "\n"


def record(differences: Sequence[Difference]) -> str:
    """Return the differences as one JSON object, by table."""
    content = {
        difference.table: {
            "gained": [_thing(thing) for thing in difference.gained],
            "lost": [_thing(thing) for thing in difference.lost],
            "changed": [_change(change) for change in difference.changed],
        }
        for difference in differences
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def in_words(details: Mapping[str, Sequence[str]]) -> str:
    """Return the details that are stated, after one another."""
    return "; ".join(f"{column}: {', '.join(values)}" for column, values in details.items() if values)


def _table(difference: Difference) -> Iterator[str]:
    counts = ((len(difference.gained), "gained"), (len(difference.lost), "lost"), (len(difference.changed), "changed"))
    yield f"{difference.table}: " + ", ".join(f"{number} {what}" for number, what in counts if number)
    for sign, found in (("+", difference.gained), ("-", difference.lost)):
        for thing in found:
            details = in_words(thing.details)
            yield f"{sign} {_named(thing)}" + (f" ({printable(details)})" if details else "")
            yield from _sentences(thing.sources)
    for change in difference.changed:
        told = "; ".join(
            f"{column}: {', '.join(old) or NOTHING} -> {', '.join(new) or NOTHING}"
            for column, (old, new) in change.details.items()
        )
        yield f"~ {_named(change.new)} ({printable(told)})"
        yield from _sentences(source for source in change.new.sources if source not in change.old.sources)


def _named(thing: Thing) -> str:
    return printable(", ".join(thing.names.values()))


def _sentences(sources: Any) -> Iterator[str]:
    for source in sources:
        yield f"    {printable(source.article)}" + (f": {printable(source.quote)}" if source.quote else "")


def _thing(thing: Thing) -> dict[str, Any]:
    details = {column: list(values) for column, values in thing.details.items() if values}
    return {**thing.names, "details": details, "sources": _sources(thing.sources)}


def _change(change: Change) -> dict[str, Any]:
    details = {column: {"old": list(old), "new": list(new)} for column, (old, new) in change.details.items()}
    return {**change.new.names, "details": details, "sources": _sources(change.new.sources)}


def _sources(sources: Sequence[Source]) -> list[dict[str, str]]:
    return [{"article": source.article, "quote": source.quote} for source in sources]
