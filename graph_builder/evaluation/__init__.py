"""How well a build agrees with gold: right, wrong and missed facts, by table and by rule; whether confidence holds."""

from __future__ import annotations

from pathlib import Path

from graph_builder.evaluation.gold import read_gold
from graph_builder.evaluation.judge import Evaluation, judge
from graph_builder.evaluation.told import read_tables, tables_of
from graph_builder.model import World

__all__ = ["Evaluation", "evaluate", "evaluate_world"]


def evaluate(out: str | Path, gold: str | Path) -> Evaluation:
    """Judge the build in the folder ``out`` by the gold files in the folder ``gold``.

    ``OutputError`` where ``out`` is no build, ``GoldError`` where a gold file is not as it must be.
    """
    golds = read_gold(gold)
    return judge(read_tables(out), golds)


def evaluate_world(world: World, gold: str | Path) -> Evaluation:
    """Judge a world that is not written yet, as its build would be judged."""
    return judge(tables_of(world), read_gold(gold))
