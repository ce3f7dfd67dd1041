"""The Spark engine builds what the local engine builds, whatever becomes of its workers."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyspark.sql import SparkSession

from benchmarks.support.corpus import write_corpus
from benchmarks.support.killing import one_worker_killed
from benchmarks.support.sameness import Told, by_spark, locally
from graph_builder.cli import main
from graph_builder.export.tables import COLUMNS
from tests.spark.conftest import MASTER

pytestmark = pytest.mark.xdist_group("spark")
ARTICLES = 200
ODD = 4
"""A record whose date is none, a page that is another's text, a record that stands again, a sample as it is."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(folder, ARTICLES)
    return folder


@pytest.fixture(scope="module")
def local(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Told, Result]:
    out = tmp_path_factory.mktemp("local") / "out"
    result = CliRunner().invoke(main, ["build", str(corpus), "-o", str(out), "--jobs", "1", "--no-pages"])
    return locally(out), result


@pytest.fixture(scope="module")
def clustered(spark: SparkSession, corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Told, Result]:
    """What is built while one of the workers is killed."""
    out = tmp_path_factory.mktemp("clustered") / "out"
    with one_worker_killed() as killed:
        result = CliRunner().invoke(
            main, ["build", "--engine", "spark", "--master", MASTER, str(corpus), "-o", str(out)]
        )
    assert result.exit_code == 1, result.output
    assert len(killed) == 1
    return by_spark(out), result


@pytest.mark.parametrize("what", ["graph", "facts", "articles", "notices", "entities", "pairs", *COLUMNS])
def test_both_engines_tell_the_same(what: str, local: tuple[Told, Result], clustered: tuple[Told, Result]) -> None:
    assert clustered[0][what] == local[0][what]


def test_the_corpus_has_articles_and_what_is_to_be_said_of_inputs(local: tuple[Told, Result]) -> None:
    told = local[0]
    assert len(told["articles"]) == ARTICLES + ODD
    assert {notice["kind"] for notice in told["notices"]} == {"error", "skipped", "warning"}
    assert all(told[table] for table in COLUMNS)
    assert any(row["copies"] for row in told["articles"])


def test_the_command_says_the_same_and_ends_alike(local: tuple[Told, Result], clustered: tuple[Told, Result]) -> None:
    def said(result: Result) -> tuple[int, list[str], list[str]]:
        counts = [line for line in result.stdout.partition("\n\n")[0].splitlines() if not line.startswith("time:")]
        return result.exit_code, counts, sorted(result.stderr.splitlines())

    assert said(clustered[1]) == said(local[1])
    assert local[1].exit_code == 1
