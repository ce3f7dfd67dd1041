"""--min-confidence: what is left of a reading, and that whatever is left can be built."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from graph_builder.export.tables import write_tables
from graph_builder.graph.dataset import quads
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.model import EventFact, Fact, ParticipationFact, PersonFact, PostFact, Reading, StatementFact
from graph_builder.resolution import resolve
from graph_builder.threshold import at_least
from graph_builder.visual.site.known import Known
from graph_builder.visual.site.network import files
from graph_builder.visual.site.pages import Desk
from tests.worlds import branch, hostile, training


def unsure(reading: Reading, *kinds: type[Fact], confidence: float = 0.3) -> Reading:
    """Return the reading with facts of some kinds less sure."""
    facts = (replace(f, evidence=replace(f.evidence, confidence=confidence)) if isinstance(f, kinds) else f
             for f in reading.facts)  # fmt: skip
    return replace(reading, facts=tuple(facts))


def test_facts_of_this_confidence_or_more_stay_as_they_are() -> None:
    reading = branch()
    assert at_least(reading, 0) == at_least(reading, 0.75) == reading
    left = at_least(reading, 0.9)
    assert [f for f in reading.facts if f not in left.facts] == [
        f for f in reading.facts if f.evidence.confidence == 0.75
    ]
    assert len(left.facts) == len(reading.facts) - 1
    assert at_least(reading, 0.91).facts == ()


def test_who_took_part_goes_with_the_event_and_what_was_said_stays() -> None:
    left = at_least(unsure(branch(), EventFact), 0.7)
    assert not [f for f in left.facts if isinstance(f, EventFact | ParticipationFact)]
    assert [f.event for f in left.facts if isinstance(f, StatementFact)] == [None]
    assert [f.about for f in left.facts if isinstance(f, StatementFact)] == ["عدد أعضاء الفرع"]


def test_a_person_without_any_fact_left_is_no_entity() -> None:
    reading = branch()
    sure = PersonFact("ليلى بناني", (), None, reading.facts[0].evidence)
    reading = unsure(replace(reading, facts=(*reading.facts, sure)), PostFact)
    reading = unsure(reading, *{type(f) for f in reading.facts} - {PostFact, PersonFact})
    named = [entity.name for entity in resolve([at_least(reading, 0.7)]).entities]
    assert sorted(named) == sorted(["ليلى بناني", "كريمة الزناتي", "سمير الوالي"])
    assert resolve([at_least(reading, 0.95)]).entities == ()


def test_a_person_whom_only_a_post_names_stays() -> None:
    world = resolve([at_least(unsure(branch(), PersonFact), 0.7)])
    assert {entity.name for entity in world.entities if entity.kind == "person"} >= {"كريمة الزناتي", "سمير الوالي"}


KINDS = sorted({type(fact) for reading in (branch(), training(), hostile()) for fact in reading.facts}, key=str)


@pytest.mark.parametrize(("kind", "others"), list(product(KINDS, [False, True])))
def test_whatever_is_left_can_be_built(kind: type[Fact], others: bool, tmp_path: Path) -> None:
    """Without all facts of one kind; with no others but these."""
    kinds = set(KINDS) - {kind} if others else {kind}
    world = resolve(at_least(unsure(reading, *kinds), 0.7) for reading in (branch(), training(), hostile()))
    assert quads(world, DEFAULT_BASE)
    write_tables(world, tmp_path / "tables")
    assert "</html>" in next(files(Desk(Known(world, DEFAULT_BASE), ()))).text
