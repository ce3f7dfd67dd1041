"""Several processes read what one would read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from graph_builder.articles import Found, Place, article_from_text
from graph_builder.extractors import Rules, Source, jobs, read
from graph_builder.extractors.jobs import shared_out
from graph_builder.model import Article, Fact, Notice, Reading

TOWNS = ("تمارة", "سلا", "الخميسات", "وجدة", "طنجة", "فاس")


class Silent:
    """A source that knows nothing and remembers what it was asked."""

    name = "silent"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def facts(self, article: Article) -> tuple[list[Fact], list[Notice]]:
        self.asked.append(article.id)
        return [], []

    def unused(self) -> Iterator[Notice]:
        return iter(())

    def description(self) -> dict[str, str]:
        return {"name": self.name}


def found(many: int) -> list[Found]:
    """Articles, each of its own town, and after every third one that is known."""
    every: list[Found] = []
    for number in range(many):
        text = f"انتخب رشيد العلوي كاتبا محليا لفرع حزب التقدم والاشتراكية بمدينة {TOWNS[number % len(TOWNS)]}."
        article = article_from_text(text, id=f"a{number}", file=f"a{number}.txt", digest="")
        every.append(Found(Place(article.file, "", 0, ""), article.id, article))
        if number % 3 == 2:
            every.append(Found(Place(f"n{number}.txt", "", 0, ""), f"n{number}", None))
    return every


def readings(every: Sequence[Found], among: Sequence[Source], processes: int) -> list[str | Reading]:
    given = shared_out(every, among, processes)
    return [read(one.article, sources)[0] if one.article else one.wanted for one, sources in given]


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "ALONE", 4)
    monkeypatch.setattr(jobs, "BATCH", 3)


@pytest.mark.usefixtures("soon")
def test_two_processes_read_the_same_in_the_same_order() -> None:
    every = found(14)
    alone = readings(every, [Rules()], 1)
    assert readings(every, [Rules()], 2) == alone
    assert all(one.facts for one in alone if isinstance(one, Reading))


@pytest.mark.usefixtures("soon")
def test_other_sources_are_asked_here() -> None:
    silent = Silent()
    readings(found(9), [Rules(), silent], 2)
    assert silent.asked == [f"a{number}" for number in range(9)]


def test_few_articles_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "in_order", lambda *_: pytest.fail("a process was started"))
    assert len(readings(found(9), [Rules()], 2)) == 12


@pytest.mark.usefixtures("soon")
def test_known_articles_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "in_order", lambda *_: pytest.fail("a process was started"))
    known = [Found(Place(f"k{number}.txt", "", 0, ""), f"k{number}", None) for number in range(20)]
    assert len(readings([*known, *found(3)], [Rules()], 2)) == 24
