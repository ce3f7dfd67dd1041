"""Articles to measure on: as long as news are, from our own texts, each with other people, places and word forms.

Texts that repeat flatter every cache of words. So each article draws other paragraphs, renames the people and places
that the gold knows, and spells some words in forms that no other article has, as real news keeps bringing new ones.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from graph_builder.articles import article_from_text
from graph_builder.extraction import extract
from graph_builder.lexicon.loader import rows
from graph_builder.model import Article

ROOT = Path(__file__).parents[2]
SHORTEST = 40
"""Characters of a paragraph that is no date, name or label."""
LENGTH = 4_700
"""Characters of an article: the length at which issue 3 measures."""
NEW_FORMS = 0.04
"""Share of words spelt as in no other article."""


NEWS = 0.88
"""Of the paragraphs of news in general, those of which nothing is read: an article then tells about ten facts."""
SENTENCES = 4
"""Of a paragraph that tells nothing."""
GOLD_SHARE = 0.1
"""Of the paragraphs, those from the gold, which tells more than twice as much in as many words as news do."""


class Source(NamedTuple):
    """One of our own texts: paragraphs, the title first, and what may be renamed in them."""

    paragraphs: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[str, ...]


@cache
def sources(folder: str) -> tuple[Source, ...]:
    """Return the texts of a folder of ours whose facts stand beside them."""
    found = []
    for file in sorted((ROOT / folder).glob("*.txt")):
        gold = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        paragraphs = tuple(line for line in file.read_text(encoding="utf-8").splitlines() if line.strip())
        places = {post["place"] for post in gold["posts"] if post["place"]}
        found.append(Source(paragraphs, tuple(gold["people"]), tuple(sorted(places))))
    return tuple(found)


@cache
def plain() -> tuple[str, ...]:
    """Return the sentences and paragraphs of our own texts of which nothing is read."""
    every = (text for folder in ("seeds", "tests/gold/dev") for source in sources(folder) for text in source.paragraphs)
    return tuple(text for text in every if len(text) > SHORTEST and not extract(read(text, "plain")).facts)


@cache
def _names() -> tuple[list[str], list[str], list[str]]:
    """Given names, family names and places of the lexicon."""
    given = [row[0] for row in rows("given_names.tsv")]
    family = [row[0] for row in rows("family_names.txt")]
    return given, family, [row[2] for row in rows("places.tsv") if row[0] != "code"]


def texts(count: int, gold_share: float = GOLD_SHARE, plain_share: float = 0) -> Iterator[str]:
    """Yield that many texts of about ``LENGTH`` characters, always the same ones."""
    draw = random.Random(1)  # noqa: S311 (no secret)
    for number in range(count):
        parts = [draw.choice(sources("seeds")).paragraphs[0]]
        while (left := LENGTH - sum(map(len, parts))) > 0:
            if plain_share and draw.random() < plain_share:
                parts.append(" ".join(draw.choices(plain(), k=SENTENCES))[:left])
                continue
            source = draw.choice(sources("tests/gold/dev" if draw.random() < gold_share else "seeds"))
            parts.append(_renamed(draw.choice(source.paragraphs[1:]), source, draw)[:left])
        yield "\n".join(_respelt(part, number, draw) for part in parts)


def articles(count: int, gold_share: float = GOLD_SHARE, plain_share: float = 0) -> Iterator[Article]:
    """Yield the texts as articles."""
    for number, text in enumerate(texts(count, gold_share, plain_share)):
        yield read(text, str(number))


def read(text: str, name: str) -> Article:
    """Return a text as an article."""
    return article_from_text(text, id=name, file=name, digest="")


def real() -> list[str]:
    """Return the real articles of ``../shared/seeds`` where they are: they may not enter the repository."""
    return [file.read_text(encoding="utf-8") for file in sorted((ROOT.parent / "shared/seeds").glob("*.txt"))]


def _renamed(text: str, source: Source, draw: random.Random) -> str:
    given, family, places = _names()
    for name in source.people:
        text = text.replace(name, f"{draw.choice(given)} {draw.choice(family)}")
    for name in source.places:
        text = text.replace(name, draw.choice(places))
    return text


def _respelt(text: str, number: int, draw: random.Random) -> str:
    """Two letters more in some words: which, the number of the article says."""
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
    tail = letters[number % 28] + letters[number // 28 % 28]
    return " ".join(w + tail if w.isalpha() and draw.random() < NEW_FORMS else w for w in text.split(" "))
