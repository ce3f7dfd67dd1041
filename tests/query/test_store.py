"""A loaded graph: its named graphs, and all of them as one."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Store

from graph_builder.errors import OutputError
from graph_builder.export.trig import trig
from graph_builder.graph.dataset import quads
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.output import replacing
from graph_builder.query.store import base_of, load, load_trig, write_store
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


# ---------------------------------------------------------------- the database of a build


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    out = tmp_path / "out"
    with replacing(out) as folder:
        built = quads(small_world())
        (folder / "graph.trig").write_bytes(trig(built))
        write_store(built, folder)
    return out


def in_memory(store: Store) -> bool:
    """Whether a store can be changed: the database of a build cannot."""
    try:
        store.update("INSERT DATA { <urn:a> <urn:b> <urn:c> }")
    except RuntimeError:
        return False
    return True


def test_the_database_holds_what_the_file_holds(stored: Path) -> None:
    from_file = load_trig(io.BytesIO((stored / "graph.trig").read_bytes()))
    (stored / "graph.trig").unlink()
    from_database = load(stored)
    assert set(from_database) == set(from_file)
    assert not in_memory(from_database)


def test_two_processes_may_have_it_open(stored: Path) -> None:
    first = load(stored)
    code = f"from graph_builder.query.store import load; print(len(load({str(stored)!r})))"
    second = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert int(second.stdout) == len(first)


def test_a_build_with_a_database_is_replaced_as_a_whole(stored: Path) -> None:
    with replacing(stored) as folder:
        (folder / "graph.ttl").write_text("new")
    assert sorted(path.name for path in stored.iterdir()) == ["graph.ttl", "manifest.json"]


@pytest.mark.parametrize(
    "harm",
    [
        lambda out: shutil.rmtree(out / "store"),
        lambda out: (out / "store" / "CURRENT").unlink(),
        lambda out: (out / "store" / "CURRENT").write_bytes(b"nothing"),
        lambda out: (out / "store" / "graph.sha256").write_text("0" * 64),
        lambda out: (out / "store" / "graph.sha256").write_bytes(bytes(range(256))),
    ],
    ids=["not copied", "incomplete", "damaged", "of another build", "no digest"],
)
def test_without_its_database_a_build_is_read_from_its_file(stored: Path, harm: Callable[[Path], object]) -> None:
    before = set(load(stored))
    harm(stored)
    store = load(stored)
    assert set(store) == before
    assert in_memory(store)


def test_what_is_not_a_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        load(tmp_path)
