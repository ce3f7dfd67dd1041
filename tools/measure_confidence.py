"""How often each rule is right: the share of its facts that the gold of tests/gold/dev and seeds/ has.

The confidences in ``graph_builder/extraction`` come from here. The judge is ``../shared/evaluation/score.py``.
Run from the repository: ``PYTHONPATH=. python tools/measure_confidence.py``.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from graph_builder.articles import read_articles
from graph_builder.export.tables import write_tables
from graph_builder.extraction import extract
from graph_builder.model import Article
from graph_builder.resolution import resolve

ROOT = Path(__file__).parents[1]
JUDGE = ROOT.parent / "shared" / "evaluation" / "score.py"
FOLDERS = (ROOT / "tests" / "gold" / "dev", ROOT / "seeds")
TABLES = ("people", "posts (core)", "units", "events", "participations (event)", "figures")


def _judge() -> Any:
    spec = importlib.util.spec_from_file_location("judge", JUDGE)
    if spec is None or spec.loader is None or not JUDGE.exists():
        sys.exit(f"measure_confidence: the judge is not here: {JUDGE}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _count(judge: Any, folder: Path, tables: Path, right: Counter[str], told: Counter[str]) -> None:
    """Count the facts of one folder's articles by rule, and those that its gold has."""
    events = judge.read(tables, "events.csv")
    for table in TABLES:
        file, match, columns = judge.TABLES[table]
        rows = judge.read(tables, file)
        for path in sorted(folder.glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            names = judge.Names(gold)
            mine = judge.distinct([r for r in rows if path.stem in judge.articles_of(r)], columns)
            if table.startswith("participations"):
                mine = [dict(r, _event=judge.event_of(r, path.stem, events)) for r in mine if r["person"]]
            found = judge.pair(judge.gold_rows(table, gold), mine, match, names)
            spare = judge.gold_rows(table, gold, "_optional")
            for k, row in enumerate(mine):
                rule = row.get("rule") or table
                told[rule] += 1
                right[rule] += k in found or any(match(other, row, names) for other in spare)


def main() -> None:
    """Print, for each rule, how many facts it told and the share that is right."""
    judge, right, told = _judge(), Counter[str](), Counter[str]()
    for folder in FOLDERS:
        articles = [a for a in read_articles([str(p) for p in sorted(folder.glob("*.txt"))]) if isinstance(a, Article)]
        with tempfile.TemporaryDirectory() as out:
            write_tables(resolve(extract(a) for a in articles), Path(out))
            _count(judge, folder, Path(out), right, told)
    for rule in sorted(told):
        print(f"{rule:<32}{told[rule]:>5}{right[rule] / told[rule]:>7.2f}")


if __name__ == "__main__":
    main()
