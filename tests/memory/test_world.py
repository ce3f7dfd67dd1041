"""A build's folder gives back the world that it was written from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph_builder import pipeline
from graph_builder.articles import Place, read_articles
from graph_builder.errors import OutputError
from graph_builder.export.tables import write_tables
from graph_builder.facts import as_json
from graph_builder.graph.dataset import quads
from graph_builder.memory import form, load_readings, load_world
from graph_builder.memory.text import sparse
from graph_builder.model import Article, Notice, World
from graph_builder.resolution import resolve
from graph_builder.threshold import at_least
from graph_builder.visual.site.known import Known
from graph_builder.visual.site.network import files
from graph_builder.visual.site.pages import Desk
from tests.worlds import branch, hostile, training

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, World]:
    """A build of the samples without unsure facts, and what resolving them with all that they say gives."""
    out = tmp_path_factory.mktemp("world") / "out"
    pipeline.build([str(SEEDS)], str(out), min_confidence=0.9)
    return out, resolve(at_least(reading, 0.9) for reading in load_readings(out))


def test_the_world_of_a_build_comes_back(built: tuple[Path, World], tmp_path: Path) -> None:
    out, world = built
    loaded = load_world(out)
    assert loaded == world
    assert list(loaded.of) == list(world.of)
    assert quads(loaded) == quads(world)
    of_each = [list(files(Desk(Known(each, "https://example.org/x/"), ()))) for each in (loaded, world)]
    assert of_each[0] == of_each[1]
    write_tables(loaded, tmp_path)
    written = sorted((out / "tables").glob("*.csv"))
    assert [(path.name, path.read_bytes()) for path in sorted(tmp_path.iterdir())] == [
        (path.name, path.read_bytes()) for path in written
    ]


def test_readings_hold_facts_that_the_build_left_out_as_too_unsure(built: tuple[Path, World]) -> None:
    out, world = built
    lines = [json.loads(line) for line in (out / "readings.jsonl").read_text("utf-8").splitlines()]
    read = {line["id"]: len(line["facts"]) for line in lines}
    kept = {reading.article.id: len(reading.facts) for reading in world.readings}
    report = json.loads((out / "report.json").read_bytes())
    assert {told["article"]: read[told["article"]] - kept[told["article"]] for told in report["articles"]} == {
        told["article"]: told["left_out"] for told in report["articles"]
    }
    assert sum(read.values()) > sum(kept.values())


def test_no_article_is_kept_beyond_what_is_quoted_of_it(built: tuple[Path, World]) -> None:
    out, _ = built
    lines = [json.loads(line) for line in (out / "readings.jsonl").read_text("utf-8").splitlines()]
    whole = {article.id: article.text for article in read_articles([str(SEEDS)]) if isinstance(article, Article)}
    assert [line["id"] for line in lines] == list(whole)
    for line in lines:
        reading = form.article_from_line(json.dumps(line).encode()).reading
        title = reading.article.title
        spans = [(fact.evidence.start, fact.evidence.end) for fact in reading.facts]
        spans += [(title.start, title.end)] if title else []
        quoted = {n for start, end in spans for n in range(start, end)}
        expected = "".join(sign if n in quoted else " " for n, sign in enumerate(whole[reading.article.id]))
        assert reading.article.text == expected


@pytest.mark.parametrize("tell", [branch, training, hostile])
def test_a_reading_is_recalled_as_it_was_kept(tell: object) -> None:
    assert callable(tell)
    reading = tell()
    place, notice = (
        Place(reading.article.file, "", 7, reading.article.digest),
        Notice("a.txt:7", "warning", "odd", "Look."),
    )
    kept = form.Kept(place, "own id", reading, (notice,), (notice, notice))
    item = form.from_line(form.as_line(kept).encode())
    assert isinstance(item, form.Kept)
    assert (item.place, item.wanted, item.notices, item.said) == (place, "own id", (notice,), (notice, notice))
    again = item.reading
    assert again == sparse(reading)
    assert [as_json(fact) for fact in again.facts] == [as_json(fact) for fact in reading.facts]
    assert len(again.article.text) == len(reading.article.text)


def test_a_folder_of_an_earlier_version_is_refused(tmp_path: Path, built: tuple[Path, World]) -> None:
    out, _ = built
    old = tmp_path / "old"
    old.mkdir()
    manifest = json.loads((out / "manifest.json").read_bytes())
    manifest["files"] = {"facts.jsonl": manifest["files"]["facts.jsonl"]}
    (old / "manifest.json").write_text(json.dumps(manifest))
    (old / "facts.jsonl").write_bytes((out / "facts.jsonl").read_bytes())
    with pytest.raises(OutputError, match=r"holds no entities\.jsonl"):
        load_world(old)
