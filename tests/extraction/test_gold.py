"""Scores against gold, as ``graph-builder evaluate`` finds them, with floors that may rise and never fall."""

from __future__ import annotations

import json
import pathlib

import pytest

from graph_builder.articles import read_articles
from graph_builder.evaluation import evaluate_world
from graph_builder.evaluation.scores import by_table
from graph_builder.extraction import extract
from graph_builder.model import Article
from graph_builder.resolution import resolve

ROOT = pathlib.Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
GOLD = ROOT / "tests" / "gold"
FLOORS: dict[str, dict[str, float]] = json.loads((GOLD / "floors.json").read_text(encoding="utf-8"))
OPEN = ("dev", "wide", "hard", "long", "retold", "retold_opened", "pages", "pages_opened")
CLOSED = ("blind", "sealed", "long_sealed", "pages_closed")
FOLDERS = {
    "shared": (SHARED / "seeds", SHARED / "gold"),
    "seeds": (ROOT / "seeds", ROOT / "seeds"),
    **{f"gold/{name}": (GOLD / name, GOLD / name) for name in OPEN + CLOSED},
}


@pytest.mark.parametrize("name", FOLDERS)
def test_floor(name: str) -> None:
    articles, gold = FOLDERS[name]
    if not gold.exists():
        pytest.skip(f"{gold}, which is no part of this repository, is not here")
    read = read_articles([str(path) for path in sorted(articles.glob("*.txt"))])
    world = resolve(extract(article) for article in read if isinstance(article, Article))
    found = {score.table: score.f1 for score in by_table(evaluate_world(world, gold))}
    short = {table: (found[table], floor) for table, floor in FLOORS[name].items() if found[table] < floor}
    assert not short, f"{name}: F1 below the floor (found, floor)"
