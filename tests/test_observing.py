"""What a build tells of itself: notices together, lines of JSON, a profile."""

from __future__ import annotations

import json
import pstats
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from graph_builder import __version__, cli, pipeline
from graph_builder.cli import watching
from graph_builder.cli.notices import MOST_WARNINGS, Notices
from graph_builder.model import Notice

TEXT = "عقد فرع الحزب جمعا عاما لتجديد مكتبه، وترأسه سالم البكري بحضور ممثلي الهيئات الموازية."
SCHEMA = json.loads((Path(__file__).parents[1] / "docs" / "reference" / "log.schema.json").read_bytes())


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.main, list(map(str, arguments)), prog_name="graph-builder")


def lines(*given: Notice) -> list[str]:
    notices = Notices()
    for notice in given:
        notices.add(notice)
    return list(notices.lines())


def test_one_notice_names_its_file() -> None:
    assert lines(Notice("a", "error", "it is empty", "fill it")) == ["error: a: it is empty; fill it"]


def test_notices_that_say_the_same_are_one_line() -> None:
    said = [Notice(f"a.warc:{n}", "skipped", "not in Arabic: French", "leave it out") for n in range(1000)]
    other = Notice("b", "skipped", "not in Arabic: Latin", "leave it out")
    assert lines(*said[:2], other, *said[2:]) == [
        "skipped: 1,000 times: not in Arabic: French; leave it out: a.warc:0, a.warc:1, a.warc:2 and 997 more",
        "skipped: b: not in Arabic: Latin; leave it out",
    ]


def test_what_differs_between_them_is_left_out() -> None:
    problems = ["no JSON (line 1)", "no JSON (line 22)"]
    assert lines(*(Notice("a", "error", problem, "mend it") for problem in problems)) == [
        "error: 2 times: no JSON (…); mend it: a, a"
    ]
    dates = ["cannot read the date 'soon'", "cannot read the date '2 \"X'"]
    assert lines(*(Notice("a", "warning", problem, "mend it") for problem in dates)) == [
        "warning: 2 times: cannot read the date …; mend it: a, a"
    ]
    assert len(lines(*(Notice("a", "error", f"neither UTF-{n}", "mend it") for n in (8, 16)))) == 2


def test_many_kinds_of_warnings_are_counted_and_no_error_is() -> None:
    warnings = [Notice("a", "warning", "odd" + "ly" * n, "look") for n in range(MOST_WARNINGS + 2)]
    errors = [Notice("a", "error", "bad" + "ly" * n, "look") for n in range(MOST_WARNINGS + 2)]
    told = lines(*warnings, warnings[-1], *errors)
    assert [line.split(":")[0] for line in told[:-1]] == ["warning"] * MOST_WARNINGS + ["error"] * len(errors)
    assert told[-1] == "... and 3 more warnings; the report.json of a build lists all"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "b.txt").touch()
    return folder


def logged(result: Result) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in result.stderr.splitlines()]
    for line in found:
        jsonschema.validate(line, SCHEMA)
    assert [line["at"] for line in found] == sorted(line["at"] for line in found)
    return found


def test_a_build_is_told_in_lines_of_json(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "EVERY", 1)
    monkeypatch.setattr(pipeline, "write_pages", lambda *_: None)
    result = run("build", articles, "-o", tmp_path / "out", "--jobs", "1", "--log-json")
    assert result.exit_code == 1
    assert result.stdout.startswith("articles: 1\n")
    found = logged(result)
    assert [(line["what"], line["stage"], line["file"]) for line in found] == [
        ("start", None, None),
        ("stage", "reading", None),
        ("progress", "reading", "a.txt"),
        ("notice", "reading", "b.txt"),
        ("stage", "resolving", None),
        *(("stage", f"writing {what}", None) for what in ("articles", "graph", "tables", "pages")),
        ("stage", "bringing to disk", None),
        ("summary", "bringing to disk", None),
    ]
    assert (found[0]["command"], found[0]["version"]) == ("build", __version__)
    assert {key: found[3][key] for key in ("kind", "problem", "remedy")} == {
        "kind": "error", "problem": "the file is empty", "remedy": "remove it, or save the article again"
    }  # fmt: skip
    assert found[-1]["counts"] == {"articles": 1, "errors": 1, "skipped": 0, "warnings": 0}
    assert found[-1]["summary"] == json.loads((tmp_path / "out" / "report.json").read_bytes())["counts"]
    again = logged(run("add", tmp_path / "out", articles, "--log-json"))
    assert [line["what"] for line in again] == ["start", "summary"]
    assert (again[-1]["summary"], again[-1]["read"]) == (None, 0)


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["build", "nowhere", "-o", "{}/out"], 1, "There is no article to build from"),
        (["build", "nowhere", "-o", "{}/no/out"], 3, "There is no folder {}/no"),
        (["build", "nowhere", "-o", "{}/out", "--below", "2"], 2, "Invalid value for '--below'"),
        (["remove", "{}/out", "a"], 3, "There is no folder {}/out"),
    ],
)
def test_a_failure_is_told_in_json(tmp_path: Path, arguments: list[str], code: int, says: str) -> None:
    result = run(arguments[0], "--log-json", *(part.format(tmp_path) for part in arguments[1:]))
    last = logged(result)[-1]
    assert (last["what"], last["exit_code"], result.exit_code) == ("error", code, code)
    assert last["problem"].startswith(says.format(tmp_path))


def test_a_profile_tells_of_all_the_work_in_one_process(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "write_pages", lambda *_: None)
    file = tmp_path / "profile"
    result = run("build", articles, "-o", tmp_path / "out", "--profile", file, "--jobs", "7")
    assert result.exit_code == 1
    functions = {function for _, _, function in vars(pstats.Stats(str(file)))["stats"]}
    assert {"build", "rows_text", "seal"} <= functions
    assert "_started" not in functions


def test_a_profile_that_cannot_be_written_stops_the_build_before_it_begins(articles: Path, tmp_path: Path) -> None:
    result = run("build", articles, "-o", tmp_path / "out", "--profile", tmp_path / "no" / "profile")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "There is no folder" in result.stderr
    assert not (tmp_path / "out").exists()
