"""What the how-to tells to type works."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from graph_builder import cli
from graph_builder.export.formats import Folder, Format
from tests.export.conftest import DEMO

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "how-to" / "export.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ graph-builder (export .*)$", TEXT, re.MULTILINE)
PYTHON = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo as ``out``, and people whose items somebody has found."""
    folder = tmp_path_factory.mktemp("work")
    (folder / "out").symlink_to(DEMO)
    (folder / "people.csv").write_text("person_id,wikidata\n0123456789ab,Q42\n", encoding="utf-8")
    return folder


def test_every_format_has_its_example_or_is_the_graph_itself() -> None:
    shown = {command.split("--format ")[1].split()[0] for command in COMMANDS}
    assert shown == {*get_args(Format), *get_args(Folder)} - {"turtle", "trig", "tables"}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_writes_its_file_or_folder(command: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    arguments, _, _ = command.partition(" > ")
    ran = CliRunner().invoke(cli.main, shlex.split(arguments))
    assert ran.exit_code == 0, ran.output
    if "-o" in arguments.split():
        written = folder / arguments.split()[-1]
        assert written.exists()
        shutil.move(written, folder / f"{written.name}.done")
    else:
        assert ran.stdout


@pytest.mark.parametrize("code", PYTHON)
def test_the_python_runs(code: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip(code.split()[1].partition(".")[0], reason="only to be used beside graph-builder")
    monkeypatch.chdir(folder)
    network = CliRunner().invoke(cli.main, ["export", "out", "--format", "graphml", "-o", "network.graphml"])
    assert network.exit_code == 0
    exec(code, {})
