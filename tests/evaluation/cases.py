"""Small tables and gold by hand: one article, ``a``."""

from __future__ import annotations

from collections import Counter
from typing import Any

from graph_builder.evaluation.gold import Gold, parsed
from graph_builder.evaluation.judge import Evaluation, judge
from graph_builder.evaluation.told import Row, Tables
from graph_builder.export.tables import COLUMNS

PARTY = "حزب الاستقلال"
RULE = {"article": "a", "quote": "جملة.", "start": "0", "confidence": "0.9", "rule": "test.rule"}


def tables(facts: tuple[dict[str, Any], ...] = (), **rows: list[dict[str, str]]) -> Tables:
    """Return the tables of a build with these rows; what a row does not say is empty, why it was told is ``RULE``."""
    found: dict[str, tuple[Row, ...]] = {
        name: tuple(dict.fromkeys(columns, "") | RULE | {"articles": "a"} | row for row in rows.get(name, []))
        for name, columns in COLUMNS.items()
    }
    found["people"] = tuple({c: row[c] for c in COLUMNS["people"]} for row in found["people"])
    return Tables(found | {"articles": ({"article": "a"},)}, facts)


def evaluation(built: Tables, text: str | None = None, **gold: Any) -> Evaluation:
    """Judge tables by gold."""
    return judge(built, [gold_of(text, **gold)])


def gold_of(text: str | None = None, **content: Any) -> Gold:
    """Return the gold of the article."""
    return parsed("a", content, text)


def outcomes(of: Evaluation, table: str) -> dict[str, int]:
    """Count the outcomes of a table's judgements."""
    return dict(Counter(judgement.outcome for judgement in of.judgements if judgement.table == table))
