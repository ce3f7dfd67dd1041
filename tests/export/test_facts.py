"""facts.jsonl: every fact, as it was read, one a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

from graph_builder.export.facts import write_facts
from graph_builder.facts import KINDS
from graph_builder.model import Fact, World
from tests.worlds import small_world


def test_a_line_a_fact_kind_first(tmp_path: Path) -> None:
    world = small_world()
    write_facts(world, tmp_path / "facts.jsonl")
    lines = (tmp_path / "facts.jsonl").read_text(encoding="utf-8").split("\n")
    assert lines.pop() == ""
    facts = [fact for reading in world.readings for fact in reading.facts]
    assert len(lines) == len(facts)
    for line, fact in zip(lines, facts, strict=True):
        told = json.loads(line)
        assert next(iter(told)) == "kind"
        assert told["kind"] == KINDS[type(fact)]
        assert told["evidence"]["quote"] == fact.evidence.quote
    assert set(KINDS) == set(get_args(Fact))
    events = [json.loads(line) for line in lines if line.startswith('{"kind": "event"')]
    assert events[0]["event_kind"] == "general_assembly"
    assert events[0]["covers"] == []


def test_articles_are_in_the_order_of_their_ids(tmp_path: Path) -> None:
    world = small_world()
    write_facts(world, tmp_path / "a")
    write_facts(World(tuple(reversed(world.readings)), world.entities, world.of), tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
