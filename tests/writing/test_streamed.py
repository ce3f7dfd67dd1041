"""Written article by article, by one process or two, a build is that of the whole world in memory."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Quad, RdfFormat, parse

from graph_builder import pipeline, workers
from graph_builder.export.tables import write_tables
from graph_builder.graph.dataset import merged, quads
from graph_builder.memory import load_world, reader
from graph_builder.query.store import load
from graph_builder.visual.site.write import visualise
from graph_builder.writing import files
from tests.memory.corpora import DATES, KARIMA, RASHID, SAMIR, contents, written

CORPUS = {
    "b.txt": RASHID, "a.txt": SAMIR, "d/a.txt": KARIMA, "c.txt": DATES, "f.txt": f"{RASHID}\n{KARIMA}",
    "e.txt": "انتخب 40 عضوا منهم 50 امرأة في فرع حزب الاستقلال بسلا.",
}  # fmt: skip
BASE = "https://example.org/id/"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a build ``out`` of the corpus, without pages."""
    folder = tmp_path_factory.mktemp("streamed")
    pipeline.build([written(folder / "in", CORPUS)], str(folder / "out"), BASE, pages=False)
    return folder


def parsed(path: Path, syntax: RdfFormat) -> list[Quad]:
    return list(parse(path.read_bytes(), format=syntax))


def test_the_files_hold_the_graph_of_the_world(home: Path) -> None:
    graph = quads(load_world(home / "out"), BASE)
    trig = parsed(home / "out" / "graph.trig", RdfFormat.TRIG)
    turtle = parsed(home / "out" / "graph.ttl", RdfFormat.TURTLE)
    assert len(trig) == len(graph)
    assert set(trig) == set(graph)
    assert len(turtle) == len(merged(graph))
    assert set(turtle) == set(merged(graph))
    default = {Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in graph}
    assert set(load(home / "out")) == set(graph) | default


def test_articles_come_in_the_order_of_their_ids(home: Path) -> None:
    names = [quad.graph_name for quad in parsed(home / "out" / "graph.trig", RdfFormat.TRIG)]
    claims = list(dict.fromkeys(str(name) for name in names if "/claims/" in str(name)))
    turtle = parsed(home / "out" / "graph.ttl", RdfFormat.TURTLE)
    articles = {quad.subject: str(quad.object) for quad in turtle if quad.predicate.value.endswith("/identifier")}
    told = [name for node, name in articles.items() if "/article/" in str(node)]
    assert len(claims) == len(told) == len(CORPUS)
    assert told == sorted(told)
    assert names == sorted(names, key=lambda name: list(dict.fromkeys(names)).index(name))


def test_tables_are_those_of_the_world(home: Path, tmp_path: Path) -> None:
    write_tables(load_world(home / "out"), tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in (home / "out" / "tables").glob("*.csv")}


def test_two_processes_write_the_same_bytes(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ALONE", 2)
    monkeypatch.setattr(reader, "BATCH", 1)
    monkeypatch.setattr(files, "BATCH", 1)
    pipeline.build([str(home / "in")], str(tmp_path / "out"), BASE, jobs=2, pages=False)
    assert contents(tmp_path / "out") == contents(home / "out")


def test_lines_that_memory_does_not_hold_change_nothing(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph_builder.graph.runs.LARGEST", 7)
    pipeline.build([str(home / "in")], str(tmp_path / "out"), BASE, pages=False)
    assert contents(tmp_path / "out") == contents(home / "out")


def test_pages_are_made_later_or_at_once(home: Path, tmp_path: Path) -> None:
    assert not (home / "out" / "site").exists()
    pipeline.build([str(home / "in")], str(tmp_path / "at_once"), BASE, pages=True)
    pipeline.build([str(home / "in")], str(tmp_path / "later"), BASE, pages=False)
    visualise(tmp_path / "later")
    pages = [{p.name: p.read_bytes() for p in (tmp_path / out).rglob("*.html")} for out in ("at_once", "later")]
    assert pages[0]
    assert pages[0] == pages[1]


def test_many_facts_have_pages_only_where_they_are_asked_for(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "MOST_FACTS", 10)
    seen: list[object] = []
    pipeline.build([str(home / "in")], str(tmp_path / "out"), watch=seen.append)
    (said,) = (str(one) for one in seen if "no pages" in str(one))
    assert "--pages" in said
    assert not (tmp_path / "out" / "index.html").exists()
    pipeline.build([str(home / "in")], str(tmp_path / "out"), pages=True)
    assert (tmp_path / "out" / "index.html").exists()
