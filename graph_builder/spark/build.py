"""A build on Spark: articles are read on the cluster, decided on by the driver, and told on the cluster."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph_builder.articles import found_in
from graph_builder.errors import ConfigurationError
from graph_builder.export.tables import COLUMNS, OF_ARTICLES, table_rows
from graph_builder.extractors import Rules
from graph_builder.graph.iris import Ids
from graph_builder.memory import ENTITIES, PAIRS, write_entities, write_pairs
from graph_builder.model import Notice, World
from graph_builder.output import TIMES
from graph_builder.pipeline import Met, Options, Watcher, how_built, review
from graph_builder.report import Summary, of_all, summarise
from graph_builder.spark import deciding, telling
from graph_builder.spark.deciding import Table
from graph_builder.spark.files import Hadoop
from graph_builder.spark.folder import Folder, replacing
from graph_builder.spark.reading import Reader, readings
from graph_builder.spark.rest import write_rest
from graph_builder.spark.session import as_errors, session
from graph_builder.spark.tables import schema
from graph_builder.spark.worker import OnWorkers
from graph_builder.stages import Stages
from graph_builder.writing import Sifting

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

READ, TOLD = "work/read", "work/told"
"""What one step leaves for the next, as Parquet; removed in the end."""
LINES = {telling.GRAPH: ("graph", "nq"), telling.FACTS: ("facts", "jsonl"), telling.REPORT: ("articles", "jsonl")}
"""What is told in lines of text, the folder of it, and how names of its parts end."""


def build(inputs: Sequence[str], out: str, options: Options, master: str | None, watch: Watcher) -> Summary:
    """Build ``out``, on any file system that Hadoop knows, as a whole or not at all; say what it holds.

    Its graph is the one that ``graph_builder.pipeline.build`` makes of the same inputs, whatever becomes of workers;
    the options mean the same. ``master``: where Spark works, ``None`` for what ``spark-submit`` was told.

    Raises:
        ConfigurationError: Spark does not start, or others than the rules are to read.
        InputError, OutputError: as for ``pipeline.build``.
        WorkerError: Spark gave up.
    """
    if any(not isinstance(source, Rules) for source in options.among):
        raise ConfigurationError("The Spark engine reads by the rules alone", "Leave out --extractor and --facts.")
    spark = session(master)
    stages = Stages(watch)
    hadoop = Hadoop(spark)
    met = Met(Sifting(options.decisions, options.min_confidence, options.held))
    with as_errors(), replacing(hadoop, out) as folder:
        work = Work(spark, hadoop, folder, options.base, met.sifting)
        stages.begin("reading")
        table = work.read(inputs, Reader(options.columns, options.forgotten, options.with_text))
        for notice in table.notices:
            watch(notice)
        stages.begin("resolving")
        world = table.world(met, copies=options.copies)
        stages.begin("telling")
        work.tell(table, world)
        stages.begin("writing tables")
        work.tables()
        stages.begin("writing graph")
        work.graph(world)
        stages.begin("writing report")
        summary = summarise(world, table.notices, met.left_out)
        how = {**how_built(options), "review": review(options, world, met)}
        work.say(of_all(summary, world.copies.values(), table.notices, options.min_confidence, how), world)
        folder.drop("work")
        work.put(stages.write, TIMES)
    return summary


@dataclass(frozen=True)
class Work:
    """A build at work."""

    spark: SparkSession
    hadoop: Hadoop
    folder: Folder
    base: str
    sifting: Sifting

    def read(self, inputs: Sequence[str], reader: Reader) -> Table:
        """Read all articles; return what is to be decided on."""
        named, notices = self.hadoop.files(inputs)
        files = [file for file in named if file.size]
        for file in named:
            if not file.size:  # Spark passes over them
                notices += [item for item in found_in(file.source, b"") if isinstance(item, Notice)]
        if not files:
            return Table.of((), notices)
        read, said = readings(self.spark, self.hadoop, files, reader)
        notices += said
        read.write.parquet(self.folder.at(READ))
        rows = _here(self.spark.read.parquet(self.folder.at(READ)).select("path", "bare"))
        return Table.of(((row.path, row.bare) for row in rows), notices)

    def tell(self, table: Table, world: World) -> None:
        """Let each article be told, on the cluster, and what is of many articles here."""
        decided = self.spark.createDataFrame(list(table.decided(world)), deciding.SCHEMA)
        read = self.spark.read.parquet(self.folder.at(READ))
        work = OnWorkers(telling.Teller(self.base, self.sifting).rows, telling.SCHEMA)
        articles = read.join(decided, ["path", "member", "number"]).select("line", "id", "decided")
        self._keep(articles.mapInArrow(work, work.schema))
        tables = COLUMNS.keys() - set(OF_ARTICLES)
        rows = ((name, "", n, telling.text(row)) for name in tables for n, row in enumerate(table_rows(world, name)))
        self._keep(self.spark.createDataFrame(list(rows), telling.SCHEMA))

    def tables(self) -> None:
        """Write the tables."""
        from pyspark.sql.functions import from_json  # noqa: PLC0415  # an extra

        for name in COLUMNS:
            rows = self._told(name).coalesce(1) if name not in OF_ARTICLES else self._told(name)
            ordered = rows.sortWithinPartitions("article", "number")
            cells = ordered.select(from_json("told", schema(name)).alias("row")).select("row.*")
            cells.write.parquet(self.folder.at(f"tables/{name}"))

    def graph(self, world: World) -> None:
        """Write the graph, facts and report of articles, and the graphs that no article makes."""
        for what, (name, ending) in LINES.items():
            self._told(what).select("told").write.text(self.folder.at(name), compression="gzip")
            self.folder.rename_parts(name, f"{ending}.gz")
        graphs = (row.told for row in _here(self._told(telling.NOTED)))
        shared = (row.told for row in _here(self._told(telling.SHARED).select("told").distinct()))
        self.put(lambda path: write_rest(world, Ids(self.base), graphs, shared, path), "graph/rest.nq.gz")

    def say(self, report: Mapping[str, object], world: World) -> None:
        """Write the report, and which names denote what and why."""
        self.put(lambda path: path.write_text(telling.text(report) + "\n", encoding="utf-8"), "report.json")
        self.put(partial(write_entities, world), ENTITIES)
        self.put(partial(write_pairs, world), PAIRS)

    def put(self, write: Callable[[Path], object], name: str) -> None:
        """Let something be written on this machine, and move it to where it belongs."""
        with tempfile.TemporaryDirectory() as passing:
            path = Path(passing, Path(name).name)
            write(path)
            self.folder.take(path, name)

    def _keep(self, told: DataFrame) -> None:
        told.write.mode("append").partitionBy("what").parquet(self.folder.at(TOLD))

    def _told(self, what: str) -> DataFrame:
        return self.spark.read.parquet(self.folder.at(TOLD)).where(f"what = '{what}'")


def _here(rows: DataFrame) -> Iterator[Any]:
    """Yield rows on the driver, one partition after the other."""
    return rows.toLocalIterator(prefetchPartitions=True)
