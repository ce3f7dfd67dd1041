"""JSON Lines: every fact as it was read, one a line, for programs: ``kind``, what it says, its evidence."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from graph_builder.model import (
    BodyFact,
    DeadlineFact,
    EventFact,
    Fact,
    FigureFact,
    ParticipationFact,
    PartyFact,
    PersonFact,
    PlanFact,
    PostFact,
    StatementFact,
    StepFact,
    World,
)

KINDS: Mapping[type[Fact], str] = {
    PersonFact: "person",
    PartyFact: "party",
    BodyFact: "body",
    PostFact: "post",
    EventFact: "event",
    ParticipationFact: "participation",
    FigureFact: "figure",
    PlanFact: "plan",
    StatementFact: "statement",
    StepFact: "step",
    DeadlineFact: "deadline",
}


def fact_lines(world: World) -> Iterator[str]:
    """Yield the facts by article, within it in the order of the text; names are those that the article uses.

    Keys are those of the model; only an event's own ``kind`` is called ``event_kind``.
    """
    for reading in sorted(world.readings, key=lambda reading: reading.article.id):
        for fact in reading.facts:
            said = asdict(fact)
            own = {"event_kind": said.pop("kind")} if isinstance(fact, EventFact) else {}
            yield json.dumps({"kind": KINDS[type(fact)], **own, **said}, ensure_ascii=False)


def write_facts(world: World, path: Path) -> None:
    """Write them to a file."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in fact_lines(world))
