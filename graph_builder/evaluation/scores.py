"""Judgements counted: precision, recall and F1 by table, and how often each rule is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

from graph_builder.evaluation.judge import Evaluation, Judgement
from graph_builder.evaluation.matching import TABLES


@dataclass(frozen=True, slots=True)
class Score:
    """How a table compares with gold, pooled over the articles (micro average); ratios are 0 to 1."""

    table: str
    gold: int
    told: int
    """Facts told, but for those that gold lists as optional."""
    right: int

    @property
    def precision(self) -> float:
        """The share of what was told that is right; 1 where nothing was to be told and nothing was."""
        if self.told:
            return self.right / self.told
        return 0.0 if self.gold else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold that was told."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class RuleScore:
    """How often what a rule told of a table is true; posts are judged by their core, participations with the event."""

    rule: str
    """Empty for people whom no fact introduces, whom only other facts name."""
    table: str
    told: int
    true: int
    """Required or optional."""
    stated: float | None
    """The mean of the confidences that the rule stated."""

    @property
    def share(self) -> float:
        """The share of what the rule told that is true."""
        return self.true / self.told


def by_table(evaluation: Evaluation) -> list[Score]:
    """Return the score of each table, in the order of ``TABLES``."""
    count = Counter((judgement.table, judgement.outcome) for judgement in evaluation.judgements)
    return [
        Score(
            table,
            gold=count[table, "right"] + count[table, "missed"],
            told=count[table, "right"] + count[table, "wrong"],
            right=count[table, "right"],
        )
        for table in TABLES
    ]


def told_once(evaluation: Evaluation) -> Iterator[Judgement]:
    """Yield the judgements of what was told, each fact once, but for those of which gold does not say."""
    for judgement in evaluation.judgements:
        if TABLES[judgement.table].once and judgement.outcome in ("right", "optional", "wrong"):
            yield judgement


def by_rule(evaluation: Evaluation) -> list[RuleScore]:
    """Return the score of each rule, table by table, by name."""
    found: dict[tuple[str, str], list[Judgement]] = {}
    for judgement in told_once(evaluation):
        if judgement.told is not None:
            found.setdefault((judgement.table, judgement.told.rule), []).append(judgement)
    order = list(TABLES)
    return [_rule(*key, found[key]) for key in sorted(found, key=lambda key: (order.index(key[0]), key[1]))]


def _rule(table: str, rule: str, judgements: list[Judgement]) -> RuleScore:
    stated = [j.told.confidence for j in judgements if j.told is not None and j.told.confidence is not None]
    true = sum(judgement.outcome != "wrong" for judgement in judgements)
    return RuleScore(rule, table, len(judgements), true, fmean(stated) if stated else None)
