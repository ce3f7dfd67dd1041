"""The command line alone: what it hands on, prints and returns. The layers below are stand-ins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from graph_builder import __version__, cli, convert, pipeline
from graph_builder.cli import asking, building, exporting
from graph_builder.decisions import Decisions
from graph_builder.errors import ConfigurationError, GraphBuilderError, InputError, OutputError, QueryError, ServerError
from graph_builder.extractors import Source
from graph_builder.facts import schema_text
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.model import Article, Notice
from graph_builder.pipeline import Watcher
from graph_builder.report import Summary
from graph_builder.workers import cores

SUMMARY = Summary(
    articles=1234,
    texts=1200,
    people=38,
    posts=40,
    parties=3,
    bodies=7,
    events=6,
    left_out=2,
    warnings=0,
    errors=0,
    skipped=0,
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, arguments, prog_name="graph-builder")


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the command hands to the pipeline, which builds nothing."""
    handed: list[object] = []

    def stand_in(
        inputs: tuple[str, ...],
        out: str,
        base: str,
        watch: Watcher,
        among: tuple[Source, ...],
        *,
        min_confidence: float,
        columns: dict[str, str],
        decisions: Decisions,
        held: float,
        forgotten: None,
        jobs: int,
        with_text: bool,
        copies: bool,
        pages: bool | None,
    ) -> Summary:
        handed.extend([inputs, out, base, [source.name for source in among], min_confidence, columns, jobs])
        handed.extend([True] if with_text else [])
        handed.extend([] if copies else ["no copies"])
        handed.extend([] if pages is None else [pages])
        handed.extend([len(decisions.holding), held] if decisions or held else [])
        for number in range(3):
            watch(Article(str(number), "", "", "", None, ()))
        watch("writing")
        return SUMMARY

    monkeypatch.setattr(pipeline, "build", stand_in)
    return handed


def failing(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def stand_in(*_: object, **__: object) -> Summary:
        raise error

    monkeypatch.setattr(pipeline, "build", stand_in)


def test_build_hands_on_what_is_said_and_prints_plain_lines_in_a_pipe(build: list[object]) -> None:
    result = run(
        "build",
        "a",
        "b*",
        "-o",
        "out",
        "--base",
        "urn:x:",
        "--min-confidence",
        "0.8",
        "--jobs",
        "3",
        "--column",
        "text=corps",
        "--with-text",
        "--no-pages",
    )
    assert build == [("a", "b*"), "out", "urn:x:", ["rules"], 0.8, {"text": "corps"}, 3, True, False]
    assert result.exit_code == 0
    assert result.stderr == ""
    lines = result.stdout.splitlines()
    assert lines[:4] == ["articles: 1,234", "texts: 1,200", "people: 38", "posts: 40"]
    assert lines[7] == "left_out: 2"
    assert lines[11].startswith("time: ")
    assert "graph-builder visualise out" in result.stdout


def test_build_hands_on_decisions_and_what_is_held_back(build: list[object], tmp_path: Path) -> None:
    file = tmp_path / "ours.jsonl"
    file.write_text('{"on": "fact", "article": "a", "fact": {"kind": "person"}, "verdict": "rejected"}\n')
    run("build", "a", "-o", "out", "--decisions", str(file), "--require-review", "--jobs", "1")
    assert build[-2:] == [1, 0.8]
    build.clear()
    run("build", "a", "-o", "out", "--require-review", "--below", "0.7", "--jobs", "1")
    assert build[-2:] == [0, 0.7]


def test_errors_among_the_inputs_are_named_and_the_exit_code_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def stand_in(
        inputs: tuple[str, ...], out: str, base: str, watch: Watcher, among: tuple[Source, ...], **_: float
    ) -> Summary:
        watch(Notice("x.txt", "error", "it is a picture", "leave it out"))
        for number in range(5):
            watch(Notice(f"{number}.txt", "warning", "odd", "look"))
        return replace(SUMMARY, errors=1)

    monkeypatch.setattr(pipeline, "build", stand_in)
    result = run("build", "x", "-o", "out")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "error: x.txt: it is a picture; leave it out",
        "warning: 5 times: odd; look: 0.txt, 1.txt, 2.txt and 2 more",
    ]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InputError("No article", "Name some."), 1),
        (ConfigurationError("No extractor", "Install one."), 2),
        (OutputError("No disk", "Buy one."), 3),
        (QueryError("No such thing", "Ask otherwise."), 4),
    ],
)
def test_an_error_is_a_message_and_an_exit_code(
    monkeypatch: pytest.MonkeyPatch, error: GraphBuilderError, code: int
) -> None:
    failing(monkeypatch, error)
    result = run("build", "x", "-o", "out")
    assert result.exit_code == code
    assert result.stdout == ""
    assert result.stderr == f"graph-builder: {error.problem}.\n{error.remedy}\n"


def test_memory_that_runs_out_and_a_damaged_database_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, MemoryError())
    result = run("build", "x", "-o", "out")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr.startswith("graph-builder: Memory ran out.\nTry --jobs 1")
    failing(monkeypatch, RuntimeError("Corruption: block checksum mismatch"))
    result = run("build", "x", "-o", "out")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "database of the folder is damaged.\nDelete the folder store" in result.stderr
    failing(monkeypatch, RuntimeError("a fault of ours"))
    assert isinstance(run("build", "x", "-o", "out").exception, RuntimeError)


def test_an_interrupted_build_says_that_nothing_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, KeyboardInterrupt())
    result = run("build", "x", "-o", "out")
    assert result.exit_code == 130
    assert "as it was" in result.stderr


def test_a_lexicon_is_in_use_before_anything_is_built(build: list[object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "use", build.append)
    assert run("build", "x", "-o", "out", "--lexicon", "words").exit_code == 0
    assert build == ["words", ("x",), "out", DEFAULT_BASE, ["rules"], 0.0, {}, cores()]


def test_who_reads_is_handed_on_in_the_order_named(build: list[object], tmp_path: Path) -> None:
    (tmp_path / "mine.jsonl").write_text("")
    assert run("build", "x", "-o", "out", "--facts", str(tmp_path / "mine.jsonl")).exit_code == 0
    assert build[3] == ["mine"]
    both = ["--facts", str(tmp_path / "mine.jsonl"), "--extractor", "rules"]
    assert run("build", "x", "-o", "out", *both).exit_code == 0
    assert build[10] == ["rules", "mine"]
    unknown = run("build", "x", "-o", "out", "--extractor", "nobody")
    assert (unknown.exit_code, "There is no extractor nobody" in unknown.stderr) == (2, True)


def test_the_schema_is_printed_as_it_is_published() -> None:
    assert run("schema").stdout == schema_text()


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["build", "x", "-o", "out", "--min-confidence", "2"],
        ["build", "x", "-o", "out", "--column", "corps"],
        ["build", "x", "-o", "out", "--column", "author=a"],
        ["build", "x"],
        ["build", "-o", "out"],
        ["bild", "x"],
    ],
)
def test_a_command_that_is_not_understood_exits_with_2(build: list[object], arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
    assert build == []


@pytest.mark.parametrize(
    ("arguments", "typed", "handed"),
    [
        (["query", "out", "ASK {}"], "", ("out", "ASK {}", "table")),
        (["query", "out", "-", "--format", "json"], "ASK { }", ("out", "ASK { }", "json")),
    ],
)
def test_query_hands_on_the_question(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], typed: str, handed: tuple[str, ...]
) -> None:
    monkeypatch.setattr(asking, "run", lambda *given: f"{given == handed}\n")
    assert CliRunner().invoke(cli.main, arguments, input=typed).output == "True\n"


def test_export_writes_to_the_standard_output_a_file_or_a_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copied: list[tuple[str, ...]] = []
    monkeypatch.setattr(convert, "convert", lambda out, form, items: f"{out} {form} {items}".encode())
    monkeypatch.setattr(convert, "convert_to_folder", lambda *given: copied.append(given))
    assert run("export", "out", "--format", "turtle").stdout == "out turtle None"
    assert run("export", "out", "--format", "nquads", "-o", str(tmp_path / "graph.nq")).output == ""
    assert (tmp_path / "graph.nq").read_text() == "out nquads None"
    assert run("export", "out", "--format", "tables", "-o", "folder").exit_code == 0
    assert copied == [("out", "tables", "folder")]
    nameless = run("export", "out", "--format", "neo4j")
    assert (nameless.exit_code, "name a folder" in nameless.stderr) == (2, True)


def test_export_knows_the_words_of_a_user_before_it_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(exporting, "use", done.append)
    monkeypatch.setattr(convert, "convert", lambda *_: f"after {done}".encode())
    assert run("export", "out", "--format", "popolo", "--lexicon", "words").stdout == "after ['words']"


def test_export_says_that_statements_for_wikidata_are_to_be_checked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(convert, "convert", lambda out, form, items: b"Q1\tP102\tQ2\n" if items else b"")
    (tmp_path / "items.csv").write_text("id,wikidata\nperson:0123456789ab,Q1\n")
    told = run("export", "out", "--format", "quickstatements", "--items", str(tmp_path / "items.csv"))
    assert told.stdout == "Q1\tP102\tQ2\n"
    assert told.stderr == "1 statement. Check each against its article before you upload it to Wikidata.\n"
    assert "name a file of them with --items" in run("export", "out", "--format", "quickstatements").stderr
    assert run("export", "out", "--format", "xlsx", "--items", "items.csv").exit_code == 2


def test_version() -> None:
    assert run("--version").stdout == f"graph-builder, version {__version__}\n"


COMMANDS = sorted(cli.main.commands)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example(name: str) -> None:
    shown = run(name, "--help").stdout
    assert f"\n    graph-builder {name} " in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    page = (Path(__file__).parents[1] / "docs" / "reference" / "cli.md").read_text("utf-8")
    assert f"## {name}\n" in page
    section = page.split(f"## {name}\n")[1].split("\n## ")[0]
    for parameter in cli.main.commands[name].params:
        if isinstance(parameter, click.Option):
            assert all(f"`{option}" in section or f"{option}`" in section for option in parameter.opts)


def test_exit_codes_are_shown_and_documented() -> None:
    page = (Path(__file__).parents[1] / "docs" / "reference" / "cli.md").read_text("utf-8")
    shown = run("--help").stdout
    for error in (InputError, ConfigurationError, OutputError, QueryError, ServerError):
        assert f"\n    {error.exit_code}    " in shown
        assert f"\n| {error.exit_code} | " in page
