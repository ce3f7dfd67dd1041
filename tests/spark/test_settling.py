"""People who are settled on the cluster are who the local engine says, whatever readers decided of some."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from pyspark.sql import SparkSession

from graph_builder.model import Judgement, Pair
from graph_builder.resolution.decided import Decided
from graph_builder.resolution.grouping import Group
from graph_builder.resolution.homonyms import tell_apart
from graph_builder.resolution.kind import resolved
from graph_builder.resolution.namesakes import People
from graph_builder.resolution.people import Person, people
from graph_builder.resolution.setting import setting
from graph_builder.spark.files import Hadoop
from graph_builder.spark.folder import Folder
from graph_builder.spark.parts import parts
from graph_builder.spark.settling import Settling
from graph_builder.spark.steps import Steps
from tests.resolution.world.facts import reading
from tests.resolution.world.life import world
from tests.resolution.world.papers import stories

SEED = 71
KIND = People({})


def told() -> list[Person]:
    """The people of a generated world's articles."""
    articles = map(reading, stories(world(SEED), SEED, latin=True))
    return [person for article in articles for person in people(tell_apart(setting(article)))]


def locally(judgements: Sequence[Judgement]) -> tuple[list[Group], list[Pair]]:
    return resolved(KIND, told(), Decided("person", judgements))


@pytest.mark.xdist_group("spark")
def test_decisions_hold_on_the_cluster(spark: SparkSession, tmp_path: Path) -> None:
    _, pairs = locally(())
    doubts = [pair for pair in pairs if pair.outcome == "review"]
    merged = [pair for pair in pairs if pair.outcome == "merged"]
    judgements = [Judgement(pair.a, pair.b, "same") for pair in doubts[:3]]
    judgements += [Judgement(pair.a, pair.b, "different") for pair in merged[:3]]
    expected, compared = locally(judgements)
    rows = [(KIND.name(person), bytearray(pickle.dumps(person))) for person in told()]
    records = spark.createDataFrame(rows, "name string, record binary")
    steps = Steps(spark, Folder(Hadoop(spark), tmp_path.as_uri()))
    groups, found = (table.collect() for table in Settling(steps, KIND, judgements).run(records))
    assert len(judgements) == 6
    assert sorted(pickle.loads(row.record).claims for row in groups) == sorted(group.claims for group in expected)
    told_pairs = {pickle.loads(row.record) for row in found}
    assert told_pairs <= set(compared)
    assert {pair for pair in set(compared) - told_pairs if pair.outcome != "apart"} == set()


def test_what_pairs_tie_together_is_one_part() -> None:
    ones, others = np.array([5, 9, 7, -3, 7]), np.array([9, 7, 7, 20, 5])
    nodes, own = parts(ones, others)
    assert dict(zip(nodes.tolist(), own.tolist(), strict=True)) == {-3: -3, 5: 5, 7: 5, 9: 5, 20: -3}


def test_a_long_chain_is_one_part_and_nothing_is_none() -> None:
    chain = np.arange(10_000)
    nodes, own = parts(chain[:-1], chain[1:])
    assert (nodes.tolist(), set(own.tolist())) == (chain.tolist(), {0})
    assert [side.tolist() for side in parts(np.array([], np.int64), np.array([], np.int64))] == [[], []]
