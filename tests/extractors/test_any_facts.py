"""Whatever an extractor says, if it is taken it goes all the way to graph, tables and page."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_builder.export.facts import fact_lines
from graph_builder.export.tables import write_tables
from graph_builder.extractors import Rules, read
from graph_builder.extractors.plugins import Installed
from graph_builder.facts import as_json, from_json
from graph_builder.graph.dataset import quads
from graph_builder.model import Fact, Reading
from graph_builder.resolution import resolve
from graph_builder.visual.site.known import Known
from graph_builder.visual.site.network import files
from graph_builder.visual.site.pages import Desk
from tests.facts.strategies import FACTS
from tests.worlds import branch, training

TEXT = branch().article.text
PLACES = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(0, len(TEXT) - 1)).filter(
    lambda place: bool(TEXT[slice(*place)].strip())
)


def placed(fact: Fact, place: tuple[int, int]) -> Fact:
    """A fact as one that the article states at a place."""
    start, end = place
    changed = replace(fact.evidence, article=branch().article.id, start=start, end=end, quote=TEXT[start:end])
    return replace(fact, evidence=changed)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.builds(placed, FACTS, PLACES), max_size=8))
def test_any_facts_are_refused_or_built_from(facts: list[Fact]) -> None:
    model = Installed("model", lambda _: list(map(as_json, facts)), "m 1")
    reading, notices = read(branch().article, [Rules(), model])
    taken = {fact for fact in reading.facts if fact.evidence.rule.startswith("model/")}
    refused = [notice for notice in notices if "refused" in notice.problem]
    assert len(taken) <= len(facts) - len(refused)
    world = resolve([reading, Reading(training().article, training().facts)])
    assert quads(world)
    read_back = {from_json(json.loads(line)) for line in fact_lines(world)}
    assert read_back == {fact for told in world.readings for fact in told.facts}
    with TemporaryDirectory() as folder:
        write_tables(world, Path(folder) / "tables")
    assert list(files(Desk(Known(world, "https://example.org/"), ())))
