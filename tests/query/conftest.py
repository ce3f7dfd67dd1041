"""The small world as a folder that a build wrote, and as a loaded graph."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

from graph_builder.export.trig import trig
from graph_builder.graph.dataset import quads
from graph_builder.output import replacing
from graph_builder.query.store import load
from tests.worlds import small_world


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "out"
    with replacing(folder) as new:
        (new / "graph.trig").write_bytes(trig(quads(small_world())))
    return folder


@pytest.fixture(scope="session")
def store(out: Path) -> Store:
    return load(out)
