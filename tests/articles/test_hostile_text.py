"""Texts made to be slow to read lose nothing of the article; ``benchmarks/hostile_text.py`` measures their time."""

from __future__ import annotations

import pytest

from benchmarks.hostile_text import BODY, HOSTILE, MILLION
from graph_builder.articles import article_from_text

SIZE = 10
BODIES = {
    "short lines": [f"سطر قصير رقم {i} للتجربة" for i in range(1, SIZE)],  # the first is the title
    "one short line": ["سطر قصير واحد للتجربة"] * (SIZE - 1),
    "paragraphs that open alike": [f"{BODY} {i}." for i in range(SIZE)],
    "headings of other stories": [BODY],
    "share buttons": [BODY],
    "dates above the title": [BODY],
    "updates above the title": [BODY],
    "links to other stories": [BODY],
    "networks": ["Facebook " * (20 * SIZE - 2) + "Facebook"],  # the last one is taken for a share line
}


def read(text: str) -> list[str]:
    article = article_from_text(text, id="a", file="a", digest="")
    return list(map(article.quote, article.paragraphs))


@pytest.mark.parametrize("name", HOSTILE)
def test_the_body_stays(name: str) -> None:
    text = HOSTILE[name](SIZE)
    assert read(text) == BODIES.get(name, [line.strip() for line in text.strip().split("\n")])


def test_a_line_of_a_million_characters_stays() -> None:
    assert read(MILLION) == [MILLION.strip()]
