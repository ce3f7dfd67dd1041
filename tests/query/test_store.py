"""A loaded graph: its named graphs, and all of them as one."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Store

from graph_builder.errors import OutputError
from graph_builder.export.trig import trig
from graph_builder.graph.dataset import quads
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.query.store import base_of, load, load_trig
from tests.worlds import branch, small_world, world_of


def test_named_graphs_are_as_built_and_the_default_graph_is_all_of_them(store: Store) -> None:
    built = quads(small_world())
    default = {quad.triple for quad in store.quads_for_pattern(None, None, None, DefaultGraph())}
    assert default == {quad.triple for quad in built}
    assert {quad for quad in store if quad.graph_name != DefaultGraph()} == set(built)


@pytest.mark.parametrize("base", [DEFAULT_BASE, "http://example.org/data/"])
def test_the_base_of_a_build_is_found_in_it(base: str) -> None:
    data = trig(quads(world_of([branch()]), base), base)
    assert base_of(load_trig(io.BytesIO(data))) == base


def test_an_empty_graph_has_the_usual_base() -> None:
    assert base_of(Store()) == DEFAULT_BASE


def test_what_is_not_a_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        load(tmp_path)
