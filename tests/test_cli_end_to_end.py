"""The commands end to end, as a user runs them: in processes of their own, on the sample articles."""

from __future__ import annotations

import csv
import gzip
import json
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_builder.articles import read_articles
from graph_builder.model import Article
from graph_builder.output import open_output

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
COMMAND = [sys.executable, "-m", "graph_builder"]


def run(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *map(str, arguments)]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, cwd=cwd, env=surroundings, capture_output=True, encoding="utf-8", check=False)


def build(*arguments: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    return run("build", *arguments, cwd=cwd, **environment)


def contents(out: Path) -> dict[str, bytes]:
    with open_output(out) as files:
        return {name: file.read() for name, file in files.items()}


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / "tables" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "out"
    done = build(SEEDS, "-o", folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_everything_that_is_promised_is_there(out: Path) -> None:
    names = set(contents(out))
    assert {"graph.ttl", "graph.trig", "facts.jsonl", "index.html", "report.json"} <= names
    tables = "articles parties people posts units events participations figures plans statements steps deadlines"
    assert {f"tables/{table}.csv" for table in tables.split()} <= names


def test_the_committed_demo_equals_a_fresh_build(out: Path) -> None:
    """Pages are built, never committed: they carry third-party JavaScript."""
    fresh = {name: data for name, data in contents(out).items() if not name.endswith(".html")}
    committed = {name: (ROOT / "exports" / name).read_bytes() for name in fresh}
    different = sorted(name for name in fresh if fresh[name] != committed[name])
    assert different == [], "`make demo`, look at the difference, commit it"
    listed = [json.loads((folder / "manifest.json").read_bytes())["files"] for folder in (out, ROOT / "exports")]
    pages = [{name for name in files if name.endswith(".html")} for files in listed]
    assert pages[0] == pages[1]
    assert all(listed[0][name] == listed[1][name] for name in fresh)


def test_another_order_another_place_and_another_hash_seed_give_the_same_bytes(out: Path, tmp_path: Path) -> None:
    files = sorted(SEEDS.glob("*.txt"), reverse=True)
    done = build(*files, "-o", "elsewhere", cwd=tmp_path, PYTHONHASHSEED="77", LC_ALL="C", TZ="Asia/Tokyo")
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path / "elsewhere") == contents(out)
    assert (tmp_path / "elsewhere" / "manifest.json").read_bytes() == (out / "manifest.json").read_bytes()


def test_every_quote_is_the_articles_text_at_its_start(out: Path) -> None:
    texts = {article.id: article.text for article in read_articles([str(SEEDS)]) if isinstance(article, Article)}
    quoted = [row for path in (out / "tables").glob("*.csv") for row in rows(out, path.stem) if row.get("quote")]
    assert quoted
    for row in quoted:
        start = int(row["start"])
        assert texts[row["article"]][start : start + len(row["quote"])] == row["quote"]


def test_no_file_holds_a_path_of_this_machine(out: Path) -> None:
    for name, data in contents(out).items():
        assert str(ROOT).encode() not in data, name
        assert str(out.parent).encode() not in data, name


def test_a_pipe_gets_plain_lines_and_no_bar(tmp_path: Path) -> None:
    done = build(SEEDS, "-o", tmp_path / "out")
    assert done.stdout.startswith("articles: 5\ntexts: 5\npeople: ")
    assert "\x1b" not in done.stdout + done.stderr
    assert "Reading" not in done.stderr


def test_a_terminal_gets_a_bar_and_a_table(tmp_path: Path) -> None:
    main, terminal = pty.openpty()
    command = [*COMMAND, "build", str(SEEDS), "-o", str(tmp_path / "out")]
    with subprocess.Popen(command, cwd=ROOT, stdout=terminal, stderr=terminal) as process:
        os.close(terminal)
        shown = b"".join(until_closed(main)).decode()
    os.close(main)
    assert process.returncode == 0, shown
    assert "Reading" in shown
    assert "Writing" in shown
    table = [line.split() for line in shown.replace("\x1b[2m", "").replace("\x1b[0m", "").splitlines()]
    assert ["articles", "5"] in table


def until_closed(descriptor: int) -> Iterator[bytes]:
    while True:
        try:
            read = os.read(descriptor, 65536)
        except OSError:  # how Linux tells that the other end of a terminal is closed
            return
        if not read:
            return
        yield read


def test_bad_inputs_are_named_and_the_rest_is_built(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    seed = next(SEEDS.glob("*.txt"))
    text = seed.read_text("utf-8")
    shutil.copy(seed, folder / "good.txt")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (folder / "cut.txt.gz").write_bytes(gzip.compress(text.encode())[:-20])
    (folder / "french.txt").write_text(
        "Le parti a tenu son congrès régional dimanche à Rabat, a annoncé le bureau. " * 5
    )
    lines = [json.dumps({"id": "one", "text": text}), "{not json", json.dumps({"title": "no text"}), "[1]"]
    (folder / "records.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "hostile.txt").write_text(text.replace(text.split()[0], "<script>alert(1)</script>", 1), "utf-8")
    done = build(folder, tmp_path / "missing.txt", "-o", tmp_path / "out")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    said = {line.split(": ")[1]: line.split(": ")[0] for line in done.stderr.splitlines() if ": " in line}
    errors = {name for name, kind in said.items() if kind == "error"}
    assert {"picture.txt", "cut.txt.gz", "missing.txt"} <= {Path(name).name for name in errors}
    assert {"records.jsonl:2", "records.jsonl:3", "records.jsonl:4"} <= errors
    assert "french.txt" in said
    assert "empty.txt" in said
    assert {row["article"] for row in rows(tmp_path / "out", "articles")} == {"good", "hostile", "one"}


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """So many articles that a build of them can be met in the middle."""
    folder = tmp_path / "many"
    folder.mkdir()
    records = [article.text for article in read_articles([str(SEEDS)]) if isinstance(article, Article)]
    with (folder / "many.jsonl").open("w", encoding="utf-8") as file:
        for number in range(200):
            file.write(json.dumps({"id": f"a{number}", "text": records[number % len(records)]}) + "\n")
    return folder


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_a_build_that_is_stopped_leaves_what_was_there(tmp_path: Path, many: Path, number: int, code: int) -> None:
    out = tmp_path / "out"
    assert build(SEEDS, "-o", out).returncode == 0
    before = contents(out)
    command = [*COMMAND, "build", str(many), "-o", str(out)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        working = tmp_path / ".out.graph-builder-new"
        while not working.exists():
            assert process.poll() is None
            time.sleep(0.01)
        busy = build(SEEDS, "-o", out)
        process.send_signal(number)
        _, said = process.communicate()
    assert process.returncode == code
    assert (busy.returncode, "Another graph-builder" in busy.stderr) == (3, True)
    assert contents(out) == before
    if number == signal.SIGINT:
        assert "interrupted" in said
        assert set(os.listdir(tmp_path)) - {".out.graph-builder-journal"} == {"many", "out"}
    else:
        assert build(SEEDS, "-o", out).returncode == 0
        assert contents(out) == before
        assert sorted(os.listdir(tmp_path)) == ["many", "out"]


def test_what_is_not_ours_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.odt").write_text("years of work")
    done = build(SEEDS, "-o", tmp_path / "out")
    assert done.returncode == 3
    assert "thesis.odt" in done.stderr
    assert (tmp_path / "out" / "thesis.odt").read_text() == "years of work"


def test_questions_are_answered_from_the_folder(out: Path) -> None:
    people = [row["name"] for row in rows(out, "people")]
    question = "SELECT DISTINCT ?name { ?person a foaf:Person ; skos:prefLabel ?name }"
    done = run("query", out, question, "--format", "csv")
    assert done.returncode == 0, done.stderr
    assert sorted(done.stdout.splitlines()[1:]) == sorted(people)
    post = rows(out, "posts")[0]
    explained = run("explain", out, post["person"])
    assert explained.returncode == 0, explained.stderr
    assert explained.stdout.startswith(post["person"])
    assert post["role"] in explained.stdout
    assert f"«{post['quote']}»" in explained.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["query", "OUT", "SELEKT"], 4, "not SPARQL"),
        (["query", "OUT", "DROP ALL"], 4, "would change the graph"),
        (["explain", "OUT", "Nobody At All"], 4, "names nothing"),
        (["query", "nowhere", "ASK {}"], 3, "There is no folder nowhere"),
        (["export", "OUT", "--format", "nquads", "-o", "nowhere/graph.nq"], 3, "There is no folder"),
    ],
)
def test_a_question_that_cannot_be_answered_is_told_so(out: Path, arguments: list[str], code: int, says: str) -> None:
    done = run(*[str(out) if argument == "OUT" else argument for argument in arguments])
    assert (done.returncode, done.stdout) == (code, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_exports_come_whole_through_a_pipe(out: Path, tmp_path: Path) -> None:
    assert run("export", out, "--format", "turtle").stdout == (out / "graph.ttl").read_text("utf-8")
    graph = run("export", out, "--format", "jsonld").stdout
    assert json.loads(graph)["@graph"]
    assert run("export", out, "--format", "tables", "-o", tmp_path / "tables").returncode == 0
    assert (tmp_path / "tables" / "posts.csv").read_bytes() == (out / "tables" / "posts.csv").read_bytes()
