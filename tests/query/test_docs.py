"""The questions in the documentation have answers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeAlias

import pytest
from pyoxigraph import Store

from graph_builder.export.tables import COLUMNS
from graph_builder.pipeline import build
from graph_builder.query.guard import check
from graph_builder.query.run import answer

Capture: TypeAlias = pytest.CaptureFixture[str]
ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs" / "reference"
QUESTIONS = re.findall(r"```sparql\n(.*?)```", (REFERENCE / "ontology.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_of_the_reference_has_answers(store: Store, question: str) -> None:
    check(question)
    assert answer(store, question, "csv").count("\n") > 1


def test_there_are_questions() -> None:
    assert len(QUESTIONS) == 4


def test_the_python_of_the_how_to_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    build([str(ROOT / "seeds" / "001_pps_khemisset_branch.txt")], str(tmp_path / "out"))
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "docs" / "how-to" / "query.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    exec(code, {})
    assert capsys.readouterr().out.splitlines()[0].startswith("العضو اللجنة المركزية https://w3id.org/")


def test_the_reference_lists_every_column() -> None:
    text = (REFERENCE / "tables.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)\.csv` \| (.*?) \|$", text, re.MULTILINE)
    listed = {table: tuple(re.findall(r"\w+", re.sub(r"\(.*?\)", "", columns))) for table, columns in rows}
    assert listed == dict(COLUMNS)
