"""The questions in the documentation have answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import Store

from graph_builder.export.tables import COLUMNS
from graph_builder.query.guard import check
from graph_builder.query.run import answer

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"
QUESTIONS = re.findall(r"```sparql\n(.*?)```", (REFERENCE / "ontology.md").read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_of_the_reference_has_answers(store: Store, question: str) -> None:
    check(question)
    assert answer(store, question, "csv").count("\n") > 1


def test_there_are_questions() -> None:
    assert len(QUESTIONS) == 4


def test_the_reference_lists_every_column() -> None:
    text = (REFERENCE / "tables.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)\.csv` \| (.*?) \|$", text, re.MULTILINE)
    listed = {table: tuple(re.findall(r"\w+", re.sub(r"\(.*?\)", "", columns))) for table, columns in rows}
    assert listed == dict(COLUMNS)
