"""``add`` and ``remove`` on the command line: what they print and return."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph_builder import cli, pipeline
from tests.memory.corpora import KARIMA, RASHID, SAMIR, contents, written


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, arguments)


@pytest.fixture
def out(tmp_path: Path) -> str:
    """A build of two articles."""
    out = str(tmp_path / "out")
    pipeline.build([written(tmp_path / "in", {"a.txt": RASHID, "b.txt": SAMIR})], out)
    return out


def test_what_came_and_what_went_is_told(out: str, tmp_path: Path) -> None:
    done = run("add", out, written(tmp_path / "new", {"b.txt": KARIMA, "c.txt": KARIMA, "e.txt": ""}), "--jobs", "1")
    assert done.exit_code == 1
    assert "2 read, 1 known, 1 gone\ngone: b\n" in done.output
    assert "articles: 3\n" in done.output
    assert "error: e.txt: the file is empty" in done.output
    done = run("add", out, str(tmp_path / "new"))
    assert (done.exit_code, done.output) == (0, "Nothing is new or changed.\n")
    done = run("remove", out, "c")
    assert done.exit_code == 0
    assert done.output.startswith("0 read, 2 known, 1 gone\ngone: c\n")


def test_errors_tell_what_to_do_and_change_nothing(out: str, tmp_path: Path) -> None:
    before = contents(Path(out))
    done = run("remove", out, "z")
    assert (done.exit_code, "holds no article z" in done.output) == (4, True)
    done = run("add", str(tmp_path / "none"), str(tmp_path / "in"))
    assert (done.exit_code, "There is no folder" in done.output) == (3, True)
    done = run("add", out, str(tmp_path / "in"), "--facts", str(tmp_path / "in" / "a.txt"))
    assert (done.exit_code, "other files of facts" in done.output) == (2, True)
    assert contents(Path(out)) == before
