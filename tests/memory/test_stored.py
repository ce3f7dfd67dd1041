"""What a build has read is found again by the beginnings of its lines."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest

from graph_builder.articles import Place
from graph_builder.memory import shared, slim
from graph_builder.memory.form import Copy, Head, Kept, as_line, from_line, head_of_line
from graph_builder.memory.stored import Stored
from graph_builder.memory.text import sparse
from graph_builder.model import Article, Evidence, Notice, PersonFact, Reading, Span

TOLD = Notice("a.txt", "warning", 'it says "x", "notices": [', "look")
EVIDENCE = Evidence("n", 0, 4, "كريم", "rule", 0.5)
FACTS = (PersonFact("كريم", (), None, EVIDENCE), PersonFact("كريمة", ("كريم",), "female", replace(EVIDENCE)))


def kept(file: str, name: str, digest: str = "0") -> Kept:
    article = Article(name, "كريم وكريمة", file, digest, None, (Span(0, 11),))
    facts = tuple(replace(fact, evidence=replace(fact.evidence, article=name)) for fact in FACTS)
    return Kept(Place(file, "", 0, digest), "n", sparse(Reading(article, facts)), (TOLD,), ())


@pytest.mark.parametrize("file", ["a.txt", 'a", "notices": [].txt', "a\\", '{"id": '])
def test_the_beginning_of_a_line_tells_what_stands_where(file: str) -> None:
    article = kept(file, 'n", "notices": ')
    head = head_of_line(as_line(article).encode())
    assert head == Head(article.place, article.wanted, article.reading.article.id)
    copy = Copy(Place(file, "", 0, "0"), "n", "m", (TOLD,))
    assert [head_of_line(as_line(item).encode()) for item in (copy, TOLD)] == [copy, TOLD]


def test_an_article_that_stands_as_it_did_has_its_very_line() -> None:
    lines = [as_line(kept("a.txt", "n")).encode(), as_line(kept("b.txt", "m", "1")).encode()]
    stored = Stored(BytesIO(b"".join(lines)))
    assert stored.recall(Place("b.txt", "", 0, "1"), "n", "m") == (kept("b.txt", "m", "1"), lines[1])
    moved, line = stored.recall(Place("b.txt", "", 7, "1"), "n", "other")
    assert moved == replace(kept("b.txt", "other", "1"), place=Place("b.txt", "", 7, "1"))
    assert from_line(line) == moved


def test_a_line_that_is_cut_off_ends_what_is_not_sound() -> None:
    one, other = (as_line(item).encode() for item in (kept("a.txt", "n"), kept("b.txt", "m", "1")))
    for cut in (1, 20, 200, len(other)):
        stored = Stored(BytesIO((one + other)[:-cut]), sound=False)
        assert ([name for _, name in stored.found], stored.end) == (["n"], len(one))
    assert Stored(BytesIO(one + other), sound=False).end == len(one + other)


def test_readings_share_what_they_have_in_common() -> None:
    one, other = (slim(kept(f"{name}.txt", name).reading) for name in "nm")
    both = [shared(one), shared(other)]
    assert both == [one, other]
    assert both[0].facts[0].evidence is both[0].facts[1].evidence
    assert both[0].facts[0].evidence.rule is both[1].facts[0].evidence.rule
