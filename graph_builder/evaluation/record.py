"""The evaluation as JSON, for programs; docs/how-to/evaluate.md has its keys."""

from __future__ import annotations

import json
from typing import Any

from graph_builder.evaluation.calibration import calibration, calibration_error
from graph_builder.evaluation.judge import Evaluation, Judgement
from graph_builder.evaluation.scores import RuleScore, Score, by_rule, by_table


def record(evaluation: Evaluation) -> str:
    """Return one JSON object; ratios are rounded to four digits."""
    bins = calibration(evaluation)
    content = {
        "articles": list(evaluation.articles),
        "absent": list(evaluation.absent),
        "tables": {score.table: _score(score) for score in by_table(evaluation)},
        "rules": [_rule(rule) for rule in by_rule(evaluation)],
        "calibration": {
            "error": _rounded(calibration_error(bins)),
            "bins": [
                {"low": b.low, "high": b.high, "facts": b.told, "stated": _rounded(b.stated), "true": _rounded(b.share)}
                | {"interval": [_rounded(end) for end in b.interval]}
                for b in bins
            ],
        },
        "faults": [_fault(j) for j in evaluation.judgements if j.outcome in ("missed", "wrong")],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _score(score: Score) -> dict[str, Any]:
    ratios = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    counts = {"gold": score.gold, "predicted": score.told, "right": score.right}
    return {name: _rounded(ratio) for name, ratio in ratios.items()} | counts


def _rule(rule: RuleScore) -> dict[str, Any]:
    return {
        "rule": rule.rule or None,
        "table": rule.table,
        "told": rule.told,
        "true": rule.true,
        "share": _rounded(rule.share),
        "stated": _rounded(rule.stated),
    }


def _fault(judgement: Judgement) -> dict[str, Any]:
    why = {"rule": judgement.told.rule or None, "confidence": judgement.told.confidence} if judgement.told else {}
    return {
        "table": judgement.table,
        "article": judgement.article,
        "outcome": judgement.outcome,
        "says": judgement.says,
        **why,
        "sentence": judgement.sentence or None,
    }


def _rounded(ratio: float | None) -> float | None:
    return None if ratio is None else round(ratio, 4)
