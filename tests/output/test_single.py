from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph_builder.errors import OutputError
from graph_builder.output import write_file


def test_a_file_takes_the_place_of_another(tmp_path: Path) -> None:
    write_file(tmp_path / "graph.nq", b"1")
    write_file(tmp_path / "graph.nq", b"2")
    assert (tmp_path / "graph.nq").read_bytes() == b"2"
    assert os.listdir(tmp_path) == ["graph.nq"]


def test_a_folder_in_its_place_is_kept(tmp_path: Path) -> None:
    (tmp_path / "graph.nq").mkdir()
    with pytest.raises(OutputError, match="cannot be written"):
        write_file(tmp_path / "graph.nq", b"1")
    assert os.listdir(tmp_path) == ["graph.nq"]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"There is no folder .*missing"):
        write_file(tmp_path / "missing" / "graph.nq", b"1")
