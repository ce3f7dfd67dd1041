"""Scores against gold, with floors that may rise and never fall.

The judge is ``../shared/evaluation/score.py``, which is not part of this repository: without it these tests skip.
"""

from __future__ import annotations

import json
import pathlib
import shutil
import subprocess
import sys

import pytest

from graph_builder.articles import read_articles
from graph_builder.export.tables import write_tables
from graph_builder.extraction import extract
from graph_builder.model import Article
from graph_builder.resolution import resolve

ROOT = pathlib.Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
JUDGE = SHARED / "evaluation" / "score.py"
FLOORS: dict[str, dict[str, float]] = json.loads((ROOT / "tests" / "gold" / "floors.json").read_text(encoding="utf-8"))
FOLDERS = {
    "shared": (SHARED / "seeds", SHARED / "gold"),
    "seeds": (ROOT / "seeds", ROOT / "seeds"),
    "gold/dev": (ROOT / "tests" / "gold" / "dev", ROOT / "tests" / "gold" / "dev"),
    "gold/blind": (ROOT / "tests" / "gold" / "blind", ROOT / "tests" / "gold" / "blind"),
}


def scores(name: str, folder: pathlib.Path) -> dict[str, dict[str, float]]:
    """Extract the articles of one set and have the judge score their tables."""
    articles, gold = FOLDERS[name]
    for path in gold.glob("*.json"):
        (folder / "gold").mkdir(exist_ok=True)
        shutil.copy(path, folder / "gold" / path.name)
    read = read_articles([str(p) for p in sorted(articles.glob("*.txt"))])
    world = resolve(extract(a) for a in read if isinstance(a, Article))
    write_tables(world, folder / "tables")
    command = [sys.executable, JUDGE, folder / "tables", folder / "gold", "--json", folder / "s.json"]
    subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True)
    result: dict[str, dict[str, float]] = json.loads((folder / "s.json").read_text(encoding="utf-8"))
    return result


@pytest.mark.skipif(not JUDGE.exists(), reason="the judge, ../shared/evaluation/score.py, is not here")
@pytest.mark.parametrize("name", FOLDERS)
def test_floor(name: str, tmp_path: pathlib.Path) -> None:
    found = scores(name, tmp_path)
    short = {t: (found[t]["f1"], floor) for t, floor in FLOORS[name].items() if found[t]["f1"] < floor}
    assert not short, f"{name}: F1 below the floor (found, floor)"
