"""The worked example of docs/how-to/extend.md: a party of another country, without a line of code."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse

from graph_builder.graph.validation import findings

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
WORDS = EXAMPLES / "jordan"
PAGE = (ROOT / "docs" / "how-to" / "extend.md").read_text("utf-8")


def build(out: Path, *options: str | Path) -> subprocess.CompletedProcess[str]:
    """Build the example's article in a process of its own: a lexicon is of a whole process."""
    command = [sys.executable, "-m", "graph_builder", "build", EXAMPLES / "jordan-article.txt", "-o", out, *options]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(list(map(str, command)), env=surroundings, capture_output=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def outs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("jordan")
    every: dict[str, list[str | Path]] = {"without": [], "with": ["--lexicon", WORDS]}
    for name, options in every.items():
        done = build(folder / name, *options)
        assert done.returncode == 0, done.stderr
    return {name: folder / name for name in every}


def rows(out: Path, table: str, *columns: str) -> list[tuple[str, ...]]:
    with (out / "tables" / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return [tuple(row[column] for column in columns) for row in csv.DictReader(file)]


def test_without_the_words_the_article_says_nothing_of_posts_and_bodies(outs: dict[str, Path]) -> None:
    assert rows(outs["without"], "posts", "person") == []
    assert rows(outs["without"], "units", "unit") == []
    assert rows(outs["without"], "parties", "party_key") == [("",)]
    assert "lexicon" not in json.loads((outs["without"] / "report.json").read_text("utf-8"))


def test_with_the_words_party_titles_bodies_places_and_the_users_rule_are_read(outs: dict[str, Path]) -> None:
    party = "حزب السنابل الأردني"
    columns = ("person", "role", "role_key", "organ", "party", "place", "place_id", "status", "rule")
    assert rows(outs["with"], "posts", *columns) == [
        ("سلمى الشياب", "عريفة", "cell_head", "شعبة الرمثا", party, "الرمثا", "x-jo-ramtha", "elected",
         "post.role_after_name"),
        ("نزار البطاينة", "قيم المال", "steward_of_funds", "شعبة الرمثا", party, "الرمثا", "x-jo-ramtha", "elected",
         "post.role_after_name"),
        ("مأمون الزيود", "عريف", "cell_head", "شعبة المفرق", party, "المفرق", "JO-MA", "elected",
         "lexicon/cloak-of-the-cell"),
    ]  # fmt: skip
    assert rows(outs["with"], "parties", "name", "party_key") == [(party, "jo-sunbul")]
    assert rows(outs["with"], "units", "unit", "level") == [("شعبة الرمثا", "local"), ("شعبة المفرق", "local")]


def test_the_graph_names_the_users_entries_and_the_lexicon(outs: dict[str, Path]) -> None:
    graph = (outs["with"] / "graph.ttl").read_text("utf-8")
    for label in ("Jordanian Ears of Wheat Party@en", "cell head@en", "قيم المال@ar", "Ramtha@fr", "Mafraq@fr"):
        words, _, language = label.partition("@")
        assert f'"{words}"@{language}' in graph
    told = json.loads((outs["with"] / "report.json").read_text("utf-8"))["lexicon"]
    assert told["files"] == sorted(path.name for path in WORDS.iterdir())
    assert re.search(rf"prov:wasDerivedFrom lexicon:{told['digest'][:16]} ", graph)
    assert f'schema:sha256 "{told["digest"]}"' in graph
    assert "prov:wasAttributedTo extractor:lexicon" in graph
    quads = parse((outs["with"] / "graph.trig").read_bytes(), format=RdfFormat.TRIG)
    assert findings(quads, ROOT / "ontology") == []


def test_the_same_words_give_the_same_bytes(outs: dict[str, Path], tmp_path: Path) -> None:
    assert build(tmp_path / "again", "--lexicon", WORDS).returncode == 0
    assert (tmp_path / "again" / "manifest.json").read_bytes() == (outs["with"] / "manifest.json").read_bytes()


def test_a_mistake_in_the_words_ends_the_build_before_anything_is_written(tmp_path: Path) -> None:
    words = tmp_path / "words"
    words.mkdir()
    (words / "parties.yml").write_text("- {key: jo-x, ar: حزب}\n", "utf-8")
    done = build(tmp_path / "out", "--lexicon", words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("graph-builder: parties.yml, line 1: the entry misses country.\n")
    assert not (tmp_path / "out").exists()


def test_the_page_shows_the_files_as_they_are() -> None:
    shown = re.findall(r"^```yaml title=\"(.+?)\"\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert {name for name, _ in shown} == {path.name for path in WORDS.iterdir()}
    for name, text in shown:
        assert text in (WORDS / name).read_text("utf-8"), name
    article = re.search(r"^```text\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert article
    assert article[1] == (EXAMPLES / "jordan-article.txt").read_text("utf-8")
