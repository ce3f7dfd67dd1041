"""The pipeline alone: small stand-ins take the places of the layers that it joins."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import pytest

from graph_builder import pipeline
from graph_builder.articles import Found, Place, Raw
from graph_builder.articles.inputs import Source as File
from graph_builder.articles.places import Saved
from graph_builder.errors import InputError, OutputError
from graph_builder.extractors import Source
from graph_builder.memory import reader
from graph_builder.model import (
    Article,
    Entity,
    EntityKind,
    Evidence,
    Fact,
    Notice,
    PostFact,
    Reading,
    Removed,
    World,
)
from graph_builder.output import open_output
from tests.unwritten import Unwritten


def discover(inputs: Sequence[str]) -> tuple[list[File], list[Notice]]:
    return [File(name, name, "text", name) for name in sorted(inputs)], []


def raw(
    sources: Iterable[File], columns: Mapping[str, str] | None, known: Callable[[Place], bool]
) -> Iterator[Raw | Found | Notice]:
    for name in (source.name for source in sources):
        if "bad" in name:
            yield Notice(name, "error", "cannot be read", "Mend it.")
        elif "french" in name:
            yield Notice(name, "skipped", "is not in Arabic", "Leave it out.")
        else:
            place = Place(name, "", 0, "0")
            yield Found(place, name, None) if known(place) else Raw(place, name, Saved(b"", "text"))


def looked_into(item: Raw) -> Iterator[Found | Notice]:
    name = item.wanted
    removed = (Removed(5, 9, "repeat"), Removed(0, 3, "ticker"))
    article = Article(
        id=name, text="text of " + name, file=name, digest="0", title=None, paragraphs=(), removed=removed
    )
    yield Found(item.place, name, article)


def read(article: Article, among: Sequence[Source]) -> tuple[Reading, list[Notice]]:
    evidence = Evidence(article.id, 0, 4, "text", "stand-in", 1.0)
    post = PostFact("p", "r", None, None, None, None, "current", None, None, False, evidence)
    said = [notice for source in among for notice in source.facts(article)[1]]
    return Reading(article, (post,) * 2), said


class Another:
    """A source that has something to say of each article, and in the end."""

    name = "another"

    def facts(self, article: Article) -> tuple[list[Fact], list[Notice]]:
        return [], [Notice(article.file, "warning", "odd", "Look.")]

    def unused(self) -> Iterator[Notice]:
        yield Notice("facts", "error", "of no article", "Look.")

    def description(self) -> dict[str, str]:
        return {"name": self.name, "file": "facts"}


def resolve(readings: Iterable[Reading], _: object) -> World:
    kinds: tuple[EntityKind, ...] = ("person", "person", "party", "body", "event", "place")
    return World(tuple(readings), tuple(Entity(str(n), kind, kind, (), (), ()) for n, kind in enumerate(kinds)), {})


@pytest.fixture
def layers(monkeypatch: pytest.MonkeyPatch) -> None:
    for stand_in in (discover, raw, resolve):
        monkeypatch.setattr(pipeline, stand_in.__name__, stand_in)
    monkeypatch.setattr(reader, "looked_into", looked_into)
    monkeypatch.setattr(reader, "read", read)
    monkeypatch.setattr(pipeline, "Files", Unwritten)
    monkeypatch.setattr(pipeline, "write_articles", lambda *_: None)
    monkeypatch.setattr(pipeline, "world_in", lambda _: None)
    monkeypatch.setattr(pipeline, "write_pages", lambda world, folder, *_: (folder / "index.html").write_text("pages"))


def contents(out: Path) -> dict[str, bytes]:
    with open_output(out) as files:
        return {name: file.read() for name, file in files.items()}


@pytest.mark.usefixtures("layers")
def test_everything_is_written_and_counted(tmp_path: Path) -> None:
    seen: list[object] = []
    summary = pipeline.build(["b", "bad", "french", "a"], str(tmp_path / "out"), base="urn:x:", watch=seen.append)
    assert [s.id if isinstance(s, Article) else s.file if isinstance(s, Notice) else s for s in seen] == [
        "reading",
        "a",
        "b",
        "bad",
        "french",
        "resolving",
        "writing",
        "writing pages",
        "bringing to disk",
    ]
    assert (summary.articles, summary.people, summary.posts, summary.parties) == (2, 2, 4, 1)
    assert (summary.bodies, summary.events, summary.warnings, summary.errors, summary.skipped) == (1, 1, 0, 1, 1)
    files = contents(tmp_path / "out")
    assert set(files) == {"index.html", "readings.jsonl", "report.json"}
    times = json.loads((tmp_path / "out" / "times.json").read_bytes())
    assert [stage["stage"] for stage in times["stages"]] == [s for s in seen if isinstance(s, str)]
    report = json.loads(files["report.json"])
    assert [base for _, base in report["articles"]] == ["urn:x:", "urn:x:"]
    assert report["counts"] == asdict(summary)
    assert files["index.html"] == b"pages"


@pytest.mark.usefixtures("layers")
def test_the_same_inputs_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    pipeline.build(["a", "b", "bad"], str(tmp_path / "one"))
    pipeline.build(["bad", "b", "a"], str(tmp_path / "two"))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    manifests = [(tmp_path / name / "manifest.json").read_bytes() for name in ("one", "two")]
    assert manifests[0] == manifests[1]


@pytest.mark.usefixtures("layers")
def test_inputs_without_an_article_leave_what_is_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    pipeline.build(["a"], str(out))
    before = contents(out)
    with pytest.raises(InputError, match="no article"):
        pipeline.build(["bad", "french"], str(out))
    assert contents(out) == before


@pytest.mark.usefixtures("layers")
@pytest.mark.parametrize("out", ["out", ".", "deep/er"])
def test_a_folder_among_the_inputs_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(OutputError, match="which is read"):
        pipeline.build([str(tmp_path)], out)
    assert os.listdir(tmp_path) == []


@pytest.mark.usefixtures("layers")
def test_a_layer_that_breaks_leaves_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    pipeline.build(["a"], str(out))
    before = contents(out)

    def broken(world: World, folder: Path, *_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "write_pages", broken)
    with pytest.raises(ZeroDivisionError):
        pipeline.build(["b"], str(out))
    assert contents(out) == before
    assert sorted(os.listdir(tmp_path)) == [".out.graph-builder-journal", "out"]


@pytest.mark.usefixtures("layers")
def test_what_was_read_before_a_build_broke_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline.build(["a", "b", "c"], str(tmp_path / "whole"))

    def breaks(_: pipeline.Met, reading: Reading) -> Reading:
        if reading.article.id == "b":
            raise ZeroDivisionError
        return reading

    with monkeypatch.context() as patch, pytest.raises(ZeroDivisionError):
        patch.setattr(pipeline.Met, "sifted", breaks)
        pipeline.build(["a", "b", "c"], str(tmp_path / "out"))
    seen: list[object] = []
    pipeline.build(["a", "b", "c"], str(tmp_path / "out"), watch=seen.append)
    assert [one.id for one in seen if isinstance(one, Article)] == ["c"]
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")
    assert sorted(os.listdir(tmp_path)) == ["out", "whole"]


@pytest.mark.usefixtures("layers")
def test_what_sources_say_is_told_and_the_report_names_them(tmp_path: Path) -> None:
    seen: list[object] = []
    summary = pipeline.build(["a", "b"], str(tmp_path / "out"), watch=seen.append, among=[Another()])
    assert [notice.file for notice in seen if isinstance(notice, Notice)] == ["a", "b", "facts"]
    assert (summary.warnings, summary.errors) == (2, 1)
    report = json.loads(contents(tmp_path / "out")["report.json"])
    assert report["extractors"] == [{"name": "another", "file": "facts"}]
    assert [notice["file"] for notice in report["notices"]] == ["a", "b", "facts"]
