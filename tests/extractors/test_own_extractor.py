"""The worked example of docs/how-to/own-extractor.md, installed as pip would, and ready facts from a file."""

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
EXAMPLE = ROOT / "docs" / "examples" / "extractor"
ARTICLE = ROOT / "docs" / "examples" / "extractor-article.txt"
PAGE = (ROOT / "docs" / "how-to" / "own-extractor.md").read_text("utf-8")
NAMED, SECRETARY = "ياسين العمراني", "كريمة الزناتي"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder of installed distributions with the example in it: its module, and what pip writes beside it."""
    folder = tmp_path / "site"
    about = folder / "office_reader-1.0.dist-info"
    about.mkdir(parents=True)
    (folder / "office_reader.py").write_text((EXAMPLE / "office_reader.py").read_text("utf-8"), "utf-8")
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: office-reader\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[graph_builder.extractors]\noffice-reader = office_reader:read\n")
    return folder


def build(out: Path, *options: str | Path, site: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "graph_builder", "build", ARTICLE, "-o", out, *options]
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, [ROOT, *([site] if site else [])]))}
    return subprocess.run(list(map(str, command)), env=surroundings, capture_output=True, encoding="utf-8", check=False)


def posts(out: Path) -> dict[str, str]:
    with (out / "tables" / "posts.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["person"]: row["rule"] for row in csv.DictReader(file)}


def report(out: Path) -> dict[str, object]:
    told: dict[str, object] = json.loads((out / "report.json").read_text("utf-8"))
    return told


def test_it_reads_what_the_rules_do_not_and_the_rest_of_the_way_is_one(tmp_path: Path, site: Path) -> None:
    out = tmp_path / "out"
    assert build(tmp_path / "rules").returncode == 0
    assert list(posts(tmp_path / "rules")) == [SECRETARY]
    assert "extractors" not in report(tmp_path / "rules")
    done = build(out, "--extractor", "rules", "--extractor", "office-reader", site=site)
    assert (done.returncode, done.stderr) == (0, "")
    assert posts(out)[NAMED] == "office-reader/helm"
    assert posts(out)[SECRETARY] == posts(tmp_path / "rules")[SECRETARY]
    assert report(out)["extractors"] == [
        {"name": "rules"},
        {"name": "office-reader", "distribution": "office-reader 1.0"},
    ]
    graph = (out / "graph.ttl").read_text("utf-8")
    assert re.search(
        r'^extractor:office-reader a prov:SoftwareAgent ;\n +skos:prefLabel "office-reader" \.', graph, re.M
    )
    assert graph.count("prov:wasAttributedTo extractor:office-reader ;") == 1
    quads = parse((out / "graph.trig").read_bytes(), format=RdfFormat.TRIG)
    assert findings(quads, ROOT / "ontology") == []


def test_alone_it_is_alone(tmp_path: Path, site: Path) -> None:
    assert build(tmp_path / "out", "--extractor", "office-reader", site=site).returncode == 0
    assert list(posts(tmp_path / "out")) == [NAMED]


def test_a_crash_is_named_and_the_rest_is_built(tmp_path: Path, site: Path) -> None:
    (site / "office_reader.py").write_text("def read(article):\n    raise ConnectionError('no answer')\n")
    done = build(tmp_path / "out", "--extractor", "rules", "--extractor", "office-reader", site=site)
    assert done.returncode == 1
    assert done.stderr == (
        "error: extractor-article.txt: extractor office-reader failed on it: ConnectionError: no answer; "
        "tell the makers of office-reader 1.0\n"
    )
    assert list(posts(tmp_path / "out")) == [SECRETARY]


def test_the_facts_of_a_build_can_be_mended_and_built_from_again(tmp_path: Path) -> None:
    assert build(tmp_path / "out").returncode == 0
    facts = tmp_path / "mended.jsonl"
    written = (tmp_path / "out" / "facts.jsonl").read_text("utf-8")
    facts.write_text(
        written.replace("كاتبة عامة", "كاتبة أولى").replace("general_secretary", "first_secretary"), "utf-8"
    )
    quotes = written.count('"quote": "وانتخبت')
    done = build(tmp_path / "again", "--facts", facts)
    assert done.returncode == 0
    assert f"warning: {quotes} times: " in done.stderr
    assert done.stderr.count("evidence.quote is not what the article says") == 1
    facts.write_text(written.replace("general_secretary", "first_secretary"), "utf-8")
    done = build(tmp_path / "again", "--facts", facts)
    assert (done.returncode, done.stderr) == (0, "")
    assert posts(tmp_path / "again")[SECRETARY].startswith("mended/post.")
    told = [json.loads(line) for line in (tmp_path / "again" / "facts.jsonl").read_text("utf-8").splitlines()]
    expected = [json.loads(line) for line in facts.read_text("utf-8").splitlines()]
    for fact in expected:
        fact["evidence"]["rule"] = f"mended/{fact['evidence']['rule']}"
    assert told == expected


def test_the_page_shows_the_files_as_they_are() -> None:
    for language, path in (
        ("python", EXAMPLE / "office_reader.py"),
        ("toml", EXAMPLE / "pyproject.toml"),
        ("text", ARTICLE),
    ):
        shown = re.search(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
        assert shown
        assert shown[1] == path.read_text("utf-8")
