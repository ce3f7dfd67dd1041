"""Tables of a build at work: made on the cluster, and kept as Parquet beside what is built until that is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from graph_builder.spark.folder import Folder
from graph_builder.spark.worker import OnWorkers

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

WORK = "work"
"""What one step leaves for the next; removed in the end."""
Rows = Iterable[Sequence[Any]]


class Steps:
    """Where tables are kept between steps, so that no step is done again when a machine is lost."""

    def __init__(self, spark: SparkSession, folder: Folder) -> None:
        self.spark = spark
        self._folder = folder

    def keep(self, made: DataFrame, name: str) -> DataFrame:
        """Let a table be made; return it as it is kept."""
        path = self._folder.at(f"{WORK}/{name}")
        made.write.parquet(path)
        return self.spark.read.schema(made.schema).parquet(path)

    def drop(self) -> None:
        """Remove all of them."""
        self._folder.drop(WORK)


def mapped(table: DataFrame, work: OnWorkers) -> DataFrame:
    """Return what comes of the rows of a table."""
    return table.mapInArrow(work, work.schema)


def together(table: DataFrame, keys: Sequence[str], then: Sequence[str] = ()) -> DataFrame:
    """Return a table in which rows of the same keys stand together, in the order of ``then``."""
    return table.repartition(*keys).sortWithinPartitions(*keys, *then)


def grouped(rows: Rows, keys: int = 1) -> Iterator[tuple[Any, Iterator[Sequence[Any]]]]:
    """Yield the rows that stand together, after their first columns; within these, all but them."""
    for key, group in groupby(rows, key=lambda row: row[:keys]):
        yield (key[0] if keys == 1 else key), (row[keys:] for row in group)


def here(rows: DataFrame) -> Iterator[Any]:
    """Yield rows on the driver, one partition after the other."""
    return rows.toLocalIterator(prefetchPartitions=True)
