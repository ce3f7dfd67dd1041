"""Worlds that every export must hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder.memory import load_world
from graph_builder.model import World
from tests.worlds import small_world

DEMO = Path(__file__).parents[2] / "exports"


@pytest.fixture(scope="session", params=["by hand", "of the seeds"])
def either_world(request: pytest.FixtureRequest) -> World:
    """The small world, with its hostile names, and that of the sample articles as the demo keeps it."""
    return small_world() if request.param == "by hand" else load_world(DEMO)
