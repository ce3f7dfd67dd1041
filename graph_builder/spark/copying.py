"""Which articles are copies of one text, found out on the cluster: the steps of ``resolution.copies``."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from graph_builder.resolution.copies import Sketch, compared, groups, is_like, probes
from graph_builder.spark.settling import ends, placed
from graph_builder.spark.steps import Rows, Steps, grouped, mapped, together
from graph_builder.spark.worker import OnWorkers

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

PROBES = "probe bigint, id string"
"""A number by which an article's likes are found, and what tells its place among all."""
PAIRS = "a string, b string"
"""A sketch, and one before it."""
COPIES = "article string, copies string"
"""An article, and the ids of all articles of its text."""


def copies(steps: Steps, sketches: DataFrame) -> DataFrame:
    """Return the articles that have copies (``COPIES``), of their sketches (``id``, ``record``)."""
    blocks = together(mapped(sketches, OnWorkers(probed, PROBES)), ["probe"], ["id"])
    likely = mapped(blocks, OnWorkers(pairs, PAIRS)).distinct()
    ones, others = (sketches.selectExpr(f"id {end}", f"record {end}_record") for end in "ab")
    beside = likely.join(ones, "a").join(others, "b").select("a", "b", "a_record", "b_record")
    alike = steps.keep(mapped(beside, OnWorkers(like, PAIRS)), "copies/pairs")
    part, tied = placed(steps.spark, sketches, alike, [ends(alike)])
    things = sketches.join(part, "id").selectExpr("part", "id", "record", "null a", "null b")
    rows = things.unionByName(tied.selectExpr("one part", "null id", "null record", "a", "b"))
    return steps.keep(mapped(together(rows, ["part"], ["id"]), OnWorkers(found, COPIES)), "copies/found")


def probed(rows: Iterable[tuple[str, bytes]]) -> Iterator[tuple[int, str]]:
    """Yield the numbers by which sketches are looked up."""
    for own, record in rows:
        yield from ((number, own) for number in probes(pickle.loads(record)))  # noqa: S301


def pairs(rows: Rows) -> Iterator[tuple[str, str]]:
    """Yield which sketches are compared, of those that stand together by a number."""
    for _, block in grouped(rows):
        yield from compared([own for (own,) in block])


def like(rows: Iterable[tuple[str, str, bytes, bytes]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs that are copies."""
    for a, b, *records in rows:
        one, other = (pickle.loads(record) for record in records)  # noqa: S301
        if is_like(one.numbers, other.numbers):
            yield a, b


def found(rows: Rows) -> Iterator[tuple[str, str]]:
    """Yield the articles that have copies, of sketches and pairs that stand together by part."""
    for _, part in grouped(rows):
        known: dict[str, Sketch] = {}
        alike: list[tuple[str, str]] = []
        for own, record, a, b in part:
            if record is None:
                alike.append((a, b))
            else:
                known[own] = pickle.loads(record)  # noqa: S301
        number = {own: n for n, own in enumerate(known)}
        before: dict[int, list[int]] = {}
        for a, b in alike:
            before.setdefault(number[a], []).append(number[b])
        for group in groups(list(known.values()), before):
            yield from ((article, json.dumps(group)) for article in group)
