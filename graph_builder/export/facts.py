"""JSON Lines: every fact as it was read, one a line, for programs: ``kind``, what it says, its evidence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from graph_builder.facts import as_json
from graph_builder.model import World


def fact_lines(world: World) -> Iterator[str]:
    """Yield the facts by article, within it in the order of the text; names are those that the article uses."""
    for reading in sorted(world.readings, key=lambda reading: reading.article.id):
        for fact in reading.facts:
            yield json.dumps(as_json(fact), ensure_ascii=False)


def write_facts(world: World, path: Path) -> None:
    """Write them to a file."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in fact_lines(world))
