"""Several processes read what one would read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from graph_builder.articles import article_from_text
from graph_builder.extractors import Rules, Source, jobs, read
from graph_builder.extractors.jobs import Seen, shared_out
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


def seen(many: int) -> list[Seen]:
    """Articles, each of its own town, and a notice after every third."""
    found: list[Seen] = []
    for number in range(many):
        text = f"انتخب رشيد العلوي كاتبا محليا لفرع حزب التقدم والاشتراكية بمدينة {TOWNS[number % len(TOWNS)]}."
        found.append(article_from_text(text, id=f"a{number}", file=f"a{number}.txt", digest=""))
        if number % 3 == 2:
            found.append(Notice(f"n{number}", "skipped", "is empty", "Leave it out."))
    return found


def readings(found: Sequence[Seen], among: Sequence[Source], processes: int) -> list[Notice | Reading]:
    every = shared_out(found, among, processes)
    return [one if isinstance(one, Notice) else read(one, sources)[0] for one, sources in every]


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "ALONE", 4)
    monkeypatch.setattr(jobs, "BATCH", 3)


@pytest.mark.usefixtures("soon")
def test_two_processes_read_the_same_in_the_same_order() -> None:
    found = seen(14)
    alone = readings(found, [Rules()], 1)
    assert readings(found, [Rules()], 2) == alone
    assert all(one.facts for one in alone if isinstance(one, Reading))


@pytest.mark.usefixtures("soon")
def test_other_sources_are_asked_here() -> None:
    silent = Silent()
    readings(seen(9), [Rules(), silent], 2)
    assert silent.asked == [f"a{number}" for number in range(9)]


def test_few_articles_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "in_order", lambda *_: pytest.fail("a process was started"))
    assert len(readings(seen(9), [Rules()], 2)) == 12
