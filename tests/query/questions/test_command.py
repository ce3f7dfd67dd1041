"""``graph-builder ask``: what it lists, prints and refuses."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph_builder.cli import main
from graph_builder.query.questions import questions
from graph_builder.query.run import query

WHO = "person=كريمة الزناتى"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["ask", *arguments], prog_name="graph-builder")


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_every_question_is_listed_with_its_title_and_parameters(language: str) -> None:
    lines = run("--list", "--lang", language).output.splitlines()
    assert lines[0::3] == [asked.name for asked in questions()]
    assert lines[1::3] == [f"    {asked.titles[language]}" for asked in questions()]
    at = lines.index("composition")
    assert lines[at + 2] == "    body (organisation); at (date)"


def test_a_question_is_answered_in_every_format(out: Path) -> None:
    table = run(str(out), "offices", "--param", WHO).output
    assert table.splitlines()[-1] == "(2 rows)"
    rows = list(csv.DictReader(io.StringIO(run(str(out), "offices", "--param", WHO, "--format", "csv").output)))
    assert [(row["person"], row["office"], row["since"]) for row in rows] == [
        ("كريمة الزناتي", "كاتبة عامة", "2019-05-05"),
        ("كريمة الزناتي", "عضوة", ""),
    ]
    answer = json.loads(run(str(out), "offices", "--param", WHO, "--format", "json", "--lang", "fr").output)
    assert answer["rows"][0]["party"]["text"] == "Parti du progrès et du socialisme"


def test_the_query_itself_can_be_run_as_any_other(out: Path) -> None:
    sparql = run(str(out), "offices", "--param", WHO, "--format", "sparql").output
    assert sparql.count("VALUES ?person { <https://w3id.org/party-structure/id/person/") == 1
    assert query(out, sparql, "csv").count("\n") == 3


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["OUT"], 2, "Name a folder and a question, or ask for --list."),
        (["OUT", "offices", "--param", "person"], 2, "--param wants NAME=VALUE, not 'person'."),
        (["OUT", "office"], 4, "There is no question 'office'.\nDid you mean: offices"),
        (["OUT", "offices", "--param", "who=x"], 4, "The question offices has no parameter 'who'.\nIt has: person."),
        (["nowhere", "offices"], 3, "There is no folder nowhere."),
    ],
)
def test_what_cannot_be_asked_is_told_so(out: Path, arguments: list[str], code: int, says: str) -> None:
    result = run(*(str(out) if argument == "OUT" else argument for argument in arguments))
    assert result.exit_code == code
    assert says in result.output
