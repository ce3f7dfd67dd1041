from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder.convert import Format, convert, copy_tables
from graph_builder.errors import OutputError
from graph_builder.export.jsonld import jsonld
from graph_builder.export.nquads import nquads
from graph_builder.export.trig import trig
from graph_builder.export.turtle import turtle
from graph_builder.graph.dataset import quads
from graph_builder.output import open_output, replacing
from tests.worlds import small_world

BASE = "https://example.org/id/"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "out"
    graph = quads(small_world(), BASE)
    with replacing(folder) as new:
        (new / "graph.ttl").write_bytes(turtle(graph, BASE))
        (new / "graph.trig").write_bytes(trig(graph, BASE))
        (new / "tables").mkdir()
        (new / "tables" / "people.csv").write_bytes(b"person\n")
    return folder


@pytest.mark.parametrize("form", ["turtle", "trig", "nquads", "jsonld"])
def test_each_format_is_what_it_would_be_without_the_detour_through_a_folder(out: Path, form: Format) -> None:
    graph = quads(small_world(), BASE)
    direct = {
        "turtle": turtle(graph, BASE),
        "trig": trig(graph, BASE),
        "nquads": nquads(graph),
        "jsonld": jsonld(graph, BASE),
    }
    assert convert(out, form) == direct[form]


def test_tables_are_copied_as_a_folder_of_their_own(out: Path, tmp_path: Path) -> None:
    copy_tables(out, tmp_path / "tables")
    with open_output(tmp_path / "tables") as files:
        assert {name: file.read() for name, file in files.items()} == {"people.csv": b"person\n"}


def test_a_folder_that_no_build_wrote_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"holds no manifest\.json"):
        convert(tmp_path, "nquads")
