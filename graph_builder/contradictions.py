"""The contradictions of a built folder, as text to read and as JSON for programs (docs/explanation/time.md)."""

from __future__ import annotations

import json
from pathlib import Path

from graph_builder.chronology import Contradiction, contradictions
from graph_builder.memory import load_world
from graph_builder.query.grid import printable


def text(out: str | Path) -> tuple[int, str]:
    """Return how many contradictions there are, and a paragraph on each: the kind, what it is about, the sentences."""
    found = contradictions(load_world(out))
    if not found:
        return 0, "Nothing in it contradicts itself.\n"
    return len(found), "\n\n".join(map(_paragraph, found)) + "\n"


def record(out: str | Path) -> tuple[int, str]:
    """Return how many there are, and a JSON list of ``kind``, ``about``, ``problem``, ``sentences``."""
    found = contradictions(load_world(out))
    listed = [
        {
            "kind": one.kind,
            "about": [{"kind": thing.kind, "id": thing.id, "name": thing.name} for thing in one.about],
            "problem": one.problem,
            "sentences": [
                {"article": said.article, "start": said.start, "quote": said.quote, "rule": said.rule}
                for said in one.sentences
            ],
        }
        for one in found
    ]
    return len(found), json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


def _paragraph(one: Contradiction) -> str:
    about = ", ".join(printable(thing.name) for thing in one.about)
    head = f"{one.kind}: {about}: {printable(one.problem)}" if about else f"{one.kind}: {printable(one.problem)}"
    return "\n".join([head, *(f"    {printable(said.article)}: {printable(said.quote)}" for said in one.sentences)])
