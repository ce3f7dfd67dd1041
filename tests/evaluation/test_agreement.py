"""Our judge and the project's agree: the same totals on every set of gold, and on every pair of facts of one set.

The project's judge is ``../shared/evaluation/score.py``, no part of this repository: without it these tests skip.
"""

from __future__ import annotations

import importlib.util
import json
import random
import shutil
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from graph_builder.articles import read_articles
from graph_builder.evaluation import evaluate_world
from graph_builder.evaluation.gold import read_gold
from graph_builder.evaluation.matching import TABLES
from graph_builder.evaluation.record import record
from graph_builder.evaluation.sameness import People
from graph_builder.evaluation.told import tables_of
from graph_builder.export.tables import write_tables
from graph_builder.extraction import extract
from graph_builder.model import Article, World
from graph_builder.resolution import resolve

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
JUDGE = SHARED / "evaluation" / "score.py"
DEV = ROOT / "tests" / "gold" / "dev"
SETS = {
    "dev": (DEV, DEV),
    "wide": (DEV.parent / "wide", DEV.parent / "wide"),
    "seeds": (ROOT / "seeds", ROOT / "seeds"),
    "shared": (SHARED / "seeds", SHARED / "gold"),
}
pytestmark = pytest.mark.skipif(not JUDGE.exists(), reason="the judge, ../shared/evaluation/score.py, is not here")


@cache
def world(articles: Path) -> World:
    read = read_articles([str(path) for path in sorted(articles.glob("*.txt"))])
    return resolve(extract(article) for article in read if isinstance(article, Article))


@pytest.mark.parametrize("name", SETS)
def test_the_totals_are_equal(name: str, tmp_path: Path) -> None:
    articles, gold = SETS[name]
    write_tables(world(articles), tmp_path / "tables")
    command = [sys.executable, JUDGE, tmp_path / "tables", gold, "--json", tmp_path / "s.json"]
    subprocess.run(list(map(str, command)), check=True, capture_output=True)
    theirs = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))
    assert json.loads(record(evaluate_world(world(articles), gold)))["tables"] == theirs


def test_the_totals_are_equal_where_gold_and_build_differ_much(tmp_path: Path) -> None:
    """Each article is judged by the gold of the next: hardly anything is right, and everything is compared."""
    stems = sorted(path.stem for path in DEV.glob("*.json"))
    for stem, after in pairwise(stems):
        shutil.copy(DEV / f"{after}.json", tmp_path / f"{stem}.json")
    write_tables(world(DEV), tmp_path / "tables")
    command = [sys.executable, JUDGE, tmp_path / "tables", tmp_path, "--json", tmp_path / "s"]
    subprocess.run(list(map(str, command)), check=True, capture_output=True)
    theirs = json.loads((tmp_path / "s").read_text(encoding="utf-8"))
    assert json.loads(record(evaluate_world(world(DEV), tmp_path)))["tables"] == theirs


@pytest.mark.parametrize("name", TABLES)
def test_every_verdict_on_a_pair_is_equal(name: str) -> None:
    """Facts of any article against rows of any article, so that near misses of every sort occur."""
    spec = importlib.util.spec_from_file_location("judge", JUDGE)
    assert spec
    assert spec.loader
    judge: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(judge)
    table, built, chance = TABLES[name], tables_of(world(DEV)), random.Random(name)
    rows = [row for article in sorted(built.articles) for row in built.of(article).told(table.file, table.columns)]
    for gold in read_gold(DEV):
        raw = json.loads((DEV / f"{gold.article}.json").read_text(encoding="utf-8"))
        facts = [*judge.gold_rows(name, raw), *judge.gold_rows(name, raw, "_optional")]
        ours = [*gold.required[table.file], *gold.optional[table.file]]
        names, people = judge.Names(raw), People(gold.aliases)
        for fact, own in zip(facts, ours, strict=True):
            for row in chance.sample(rows, min(len(rows), 8)):
                theirs = judge.TABLES[name][1](fact, {**row.says, "_event": dict(row.event or {})}, names)
                assert table.match(own, row, people) == bool(theirs), (fact, row.says)
