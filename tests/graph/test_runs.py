"""Lines in order, whether memory holds them or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_builder.graph.runs import Runs

LINES = st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), max_size=5))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=st.lists(LINES, max_size=5))
@pytest.mark.parametrize("largest", [1, 3, 100])
def test_every_line_comes_once_and_in_order(batches: list[list[str]], largest: int, tmp_path: Path) -> None:
    runs = Runs(tmp_path / "run", largest)
    for batch in batches:
        runs.add(batch)
    expected = sorted({line for batch in batches for line in batch})
    assert list(runs) == expected
    assert list(runs) == expected
    runs.remove()
    assert list(tmp_path.iterdir()) == []


def test_only_what_memory_does_not_hold_is_in_files(tmp_path: Path) -> None:
    runs = Runs(tmp_path / "run", 2)
    runs.add(["b", "a", "b"])
    assert list(tmp_path.iterdir()) == []
    runs.add(["c"])
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["a\nb\nc\n"]
