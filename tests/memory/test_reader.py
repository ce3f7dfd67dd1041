"""Articles are read by other processes, from whatever they stand in, as they are by one."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_builder import pipeline, workers
from graph_builder.articles import Found, Place, Raw
from graph_builder.articles.inputs import discover
from graph_builder.articles.places import Saved
from graph_builder.articles.reading import raw
from graph_builder.extractors import Rules, Source
from graph_builder.memory import reader
from graph_builder.memory.reader import batches
from graph_builder.model import Article, Fact, Notice
from tests.articles.test_corpora import web_archive
from tests.memory.corpora import DATES, KARIMA, RASHID, RECORDS, SAMIR, contents, written


class Silent:
    """A source that knows nothing and remembers what it was asked."""

    name = "silent"

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def facts(self, article: Article) -> tuple[list[Fact], list[Notice]]:
        self.asked.append((article.id, article.text))
        return [], [Notice(article.file, "warning", f"{article.id} was asked about", "nothing")]

    def unused(self) -> Iterator[Notice]:
        return iter(())

    def description(self) -> dict[str, str]:
        return {"name": self.name}


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ALONE", 1)
    monkeypatch.setattr(reader, "BATCH", 2)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """Articles in files of all kinds: among them ones that are none, the same twice, and two that want one id."""
    page = f"<html><head><title>الفرع يجدد مكتبه</title></head><body><p>{SAMIR}</p></body></html>"
    files = {
        "a.txt": RASHID, "b.html": page, "c.txt": "", "d.txt": "The party held its congress.", "e/a.txt": KARIMA,
        "f/a.txt": RASHID, "g.jsonl": "".join(json.dumps(record) + "\n" for record in RECORDS) + "{", "h.txt": DATES,
        "k.csv": f"id,text\nx,{SAMIR}\n",
    }  # fmt: skip
    name = written(tmp_path / "in", files)
    web_archive(Path(name, "i.warc"), [("https://example.org/1", "200 OK", "text/html", page.encode())])
    with zipfile.ZipFile(Path(name, "j.zip"), "w") as packed:
        packed.writestr("z.txt", KARIMA)
        packed.writestr("b.html", page)
    return name


def seen_in(folder: str, out: Path, jobs: int, *others: Source) -> list[object]:
    """Build; return what was told meanwhile."""
    seen: list[object] = []
    pipeline.build([folder], str(out), watch=seen.append, among=[Rules(), *others], jobs=jobs, pages=False)
    return seen


@pytest.mark.usefixtures("soon")
def test_two_processes_keep_what_one_does_in_the_same_order(folder: str, tmp_path: Path) -> None:
    alone = seen_in(folder, tmp_path / "one", 1)
    assert seen_in(folder, tmp_path / "two", 2) == alone
    assert contents(tmp_path / "two") == contents(tmp_path / "one")
    read = [(item.file, item.id) for item in alone if isinstance(item, Article)]
    assert [file for file, _ in read] == [
        "a.txt", "b.html", "e/a.txt", *["g.jsonl"] * 4, "h.txt", "i.warc", "j.zip/z.txt", "k.csv",
    ]  # fmt: skip
    assert len({name for _, name in read}) == len(read)
    notices = [item.file for item in alone if isinstance(item, Notice)]
    assert {"c.txt", "d.txt", "e/a.txt", "f/a.txt", "g.jsonl:5", "g.jsonl:6", "j.zip/b.html"} <= set(notices)


@pytest.mark.usefixtures("soon")
def test_others_are_asked_by_one_process_of_every_article_in_order(folder: str, tmp_path: Path) -> None:
    one, two = Silent(), Silent()
    assert seen_in(folder, tmp_path / "two", 2, two) == seen_in(folder, tmp_path / "one", 1, one)
    assert contents(tmp_path / "two") == contents(tmp_path / "one")
    assert two.asked == one.asked
    assert [text for name, text in one.asked if name == "a"] == [RASHID]
    report = json.loads(contents(tmp_path / "one")["report.json"])
    assert sum("was asked about" in notice["problem"] for notice in report["notices"]) == len(one.asked) == 11


@pytest.mark.usefixtures("soon")
def test_an_article_that_wants_an_id_in_use_is_kept_as_if_it_had_asked_for_the_one_it_gets(tmp_path: Path) -> None:
    both = written(tmp_path / "in", {"a.txt": RASHID, "b/a.txt": KARIMA})
    seen = seen_in(both, tmp_path / "out", 1)
    name = next(item.id for item in seen if isinstance(item, Article) and item.file == "b/a.txt")
    named = written(tmp_path / "named", {"a.txt": RASHID, f"b/{name}.txt": KARIMA})
    seen_in(named, tmp_path / "wanted", 1)
    got, wanted = (contents(tmp_path / out)["facts.jsonl"] for out in ("out", "wanted"))
    assert name.startswith("a-")
    assert got == wanted


def test_a_batch_is_few_articles_and_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "BATCH", 3)
    monkeypatch.setattr(reader, "LARGEST", 10)
    known = Found(Place("k", "", 0, ""), "k", None)
    small, large = (Raw(Place("a", "", 0, ""), "a", Saved(b"x" * size, "text")) for size in (1, 11))
    items: list[Raw | Found | Notice] = [known, small, small, known, small, small, large, large, known]
    assert [len(batch) for batch in batches(items)] == [5, 2, 1, 1]
    assert [item for batch in batches(items) for item in batch] == items


def test_what_may_be_an_article_is_not_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph_builder.articles.looking.decode", lambda _: pytest.fail("it was looked into"))
    folder = written(tmp_path, {"a.html": "<p>x", "b.txt": RASHID})
    held = [(item.wanted, item.held) for item in raw(discover([folder])[0]) if isinstance(item, Raw)]
    assert held == [("a", Saved(b"<p>x", "html")), ("b", Saved(RASHID.encode(), "text"))]
