"""A build on Spark: articles are read, resolved and told on the cluster; the driver gives ids and joins the rest."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from graph_builder.articles import found_in
from graph_builder.errors import ConfigurationError, InputError
from graph_builder.export.tables import COLUMNS
from graph_builder.extractors import Rules
from graph_builder.graph.dataset import Known
from graph_builder.graph.description import Size
from graph_builder.graph.iris import Ids
from graph_builder.graph.lines import line
from graph_builder.graph.provenance import shared_text
from graph_builder.graph.tally import Tally
from graph_builder.model import Notice
from graph_builder.output import TIMES
from graph_builder.pipeline import Met, Options, Watcher, how_built, review
from graph_builder.report import Summary, of_all
from graph_builder.spark import groups, numbering, telling, things
from graph_builder.spark.files import Hadoop
from graph_builder.spark.folder import Folder, replacing
from graph_builder.spark.numbering import Numbering
from graph_builder.spark.reading import Reader, readings
from graph_builder.spark.resolving import Resolved, Resolving, with_names
from graph_builder.spark.rest import SIZES, Told, quads, tallied, write_rest
from graph_builder.spark.session import as_errors, session
from graph_builder.spark.steps import WORK, Steps, here, mapped, together
from graph_builder.spark.tables import schema
from graph_builder.spark.things import text
from graph_builder.spark.worker import OnWorkers
from graph_builder.stages import Stages
from graph_builder.writing import Sifting

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

TOLD = f"{WORK}/told"
"""What is told."""
PAIRS = "pairs"
LINES = {
    telling.GRAPH: ("graph", "nq"),
    telling.FACTS: ("facts", "jsonl"),
    telling.REPORT: ("articles", "jsonl"),
    things.ENTITIES: ("entities", "jsonl"),
    PAIRS: ("pairs", "jsonl"),
}
"""What is told in lines of text, the folder of it, and how names of its parts end."""
PLACED = ("party", "place")
"""Kinds of things that the lexicon knows, beside roles."""


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
    sifting = Sifting(options.decisions, options.min_confidence, options.held)
    with as_errors(), replacing(hadoop, out) as folder:
        work = Work(Steps(spark, folder), hadoop, folder, options.base)
        stages.begin("reading")
        read, articles = work.read(inputs, Reader(options.columns, options.forgotten, options.with_text))
        for notice in read.notices:
            watch(notice)
        stages.begin("resolving")
        resolved = Resolving(work.steps, articles.select("id", "bare"), sifting, copies=options.copies).run()
        stages.begin("telling")
        work.tell(articles.select("line", "id"), resolved, sifting)
        stages.begin("writing tables")
        work.tables()
        stages.begin("writing graph")
        copies = work.rest(read, resolved)
        work.write(resolved.pairs)  # among them the graph of entities, which is made with the rest
        stages.begin("writing report")
        summary = counted(read, resolved, copies)
        met = Met(sifting, held_back=resolved.counts.held_back, read=resolved.read)
        how = {**how_built(options), "review": review(options, resolved.pairs.where("doubt").count(), met)}
        report = of_all(summary, copies, read.notices, options.min_confidence, how)
        work.put(lambda path: path.write_text(text(report) + "\n", encoding="utf-8"), "report.json")
        work.steps.drop()
        work.put(stages.write, TIMES)
    return summary


@dataclass(frozen=True)
class Work:
    """A build at work."""

    steps: Steps
    hadoop: Hadoop
    folder: Folder
    base: str

    def read(self, inputs: Sequence[str], reader: Reader) -> tuple[Numbering, DataFrame]:
        """Read all articles and give them ids; return these, and the articles: ``id``, ``bare``, ``line``.

        Raises:
            InputError: there is no article.
        """
        named, notices = self.hadoop.files(inputs)
        files = [file for file in named if file.size]
        for file in named:
            if not file.size:  # Spark passes over them
                notices += [item for item in found_in(file.source, b"") if isinstance(item, Notice)]
        if files:
            made, said = readings(self.steps.spark, self.hadoop, files, reader)
            read = self.steps.keep(made, "read")
            heads = ((row.path, row.head) for row in here(read.select("path", "head")))
            found = Numbering.of(heads, notices + said)
            if found.ids:
                return found, self._articles(read, found)
        raise InputError("There is no article to build from", "Name files, folders or globs with Arabic articles.")

    def _articles(self, read: DataFrame, found: Numbering) -> DataFrame:
        import pyarrow as pa  # noqa: PLC0415  # an extra

        columns = zip(numbering.COLUMNS, zip(*found.ids, strict=True), strict=True)
        ids = self.steps.spark.createDataFrame(pa.table({name: pa.array(column) for name, column in columns}))
        articles = read.join(ids, ["path", "member", "number"]).select("id", "bare", "line")
        return self.steps.keep(articles, "articles")

    def tell(self, articles: DataFrame, resolved: Resolved, sifting: Sifting) -> None:
        """Let each article be told, and each thing of which many tell."""
        denoted = mapped(resolved.entities.select("record"), OnWorkers(groups.denoted, groups.DENOTED))
        named = with_names(articles, denoted, ["kind", "name", "id", "called", "key"])
        copies = resolved.copies.withColumnRenamed("article", "id")
        rows = named.join(copies, "id", "left").select("line", "id", "names", "copies")
        self._keep(mapped(rows, OnWorkers(telling.Teller(self.base, sifting).rows, telling.SCHEMA)))
        posts = together(self._told(telling.HELD).selectExpr("article id", "told"), ["id"])
        self._keep(mapped(posts, OnWorkers(things.of_seats, telling.SCHEMA, self.base)))
        facts = self._told(telling.INTRODUCED).selectExpr("article id", "null record", "told")
        entities = resolved.entities.selectExpr("id", "record", "null told").unionByName(facts)
        self._keep(mapped(together(entities, ["id"]), OnWorkers(things.of_entities, telling.SCHEMA, self.base)))

    def tables(self) -> None:
        """Write the tables."""
        from pyspark.sql.functions import from_json  # noqa: PLC0415  # an extra

        for name in COLUMNS:
            cells = self._ordered(name).select(from_json("told", schema(name)).alias("row")).select("row.*")
            cells.write.parquet(self.folder.at(f"tables/{name}"))

    def write(self, pairs: DataFrame) -> None:
        """Write what is told in lines: the graphs of articles, facts, the report of articles, entities, pairs."""
        for what, (name, ending) in LINES.items():
            lines = pairs if what == PAIRS else self._ordered(what)
            lines.select("told").write.mode("append").text(self.folder.at(name), compression="gzip")
            self.folder.rename_parts(name, f"{ending}.gz")

    def rest(self, read: Numbering, resolved: Resolved) -> list[tuple[str, ...]]:
        """Write the graphs that no article makes; return the ids of the articles of each text that has several."""
        copies = sorted({tuple(json.loads(row.copies)) for row in here(resolved.copies.select("copies").distinct())})
        roles = (row.told for row in here(self._told(telling.ROLES).select("told").distinct()))
        keys = list(here(resolved.entities.where("key is not null").select("kind", "key").distinct()))
        known = Known(frozenset(roles), *(frozenset(row.key for row in keys if row.kind == kind) for kind in PLACED))
        told = Told(
            articles=read.articles,
            sizes=(Size(*json.loads(said)) for said in self._lines(telling.NOTED)),
            tally=_sum(self._lines(telling.TALLY)),
            entities=self._entities(read, copies),
            derived=self._lines(things.DERIVED),
            known=known,
            counted=self._counted,
        )
        with tempfile.TemporaryDirectory() as passing:
            self.put(lambda path: write_rest(told, Ids(self.base), Path(passing), path), "graph/rest.nq.gz")
        return copies

    def _entities(self, read: Numbering, copies: Iterable[Sequence[str]]) -> int:
        """Tell the graph of entities; return how many statements it has."""
        ids, digests = Ids(self.base), dict(read.articles)
        texts = (shared_text(ids, [(article, digests[article]) for article in group]) for group in copies)
        rows = [(things.THINGS, "", 0, line(triple)) for triples in texts for triple in triples]
        self._keep(self.steps.spark.createDataFrame(rows, telling.SCHEMA))
        found = self._many(things.THINGS, telling.JUDGED).distinct()
        self._keep(mapped(found, OnWorkers(quads, telling.SCHEMA, str(ids.named("graph", "entities")))))
        return sum(row.number for row in here(self._told(SIZES)))

    def _counted(self, more: Iterable[str]) -> Tally:
        """Count statements on things of which several graphs may tell, and more, each once."""
        every = self._many(telling.SHARED, things.THINGS, telling.JUDGED).unionByName(
            self._table([(each,) for each in more])
        )
        lines = together(every.selectExpr("substring_index(told, ' ', 1) subject", "told"), ["subject"], ["told"])
        return _sum(row.told for row in here(mapped(lines, OnWorkers(tallied, "told string"))))

    def _ordered(self, what: str) -> DataFrame:
        """Return what is told of one sort, that of an article in its order: a file is read in pieces of any order."""
        return self._told(what).sortWithinPartitions("article", "number")

    def _many(self, *what: str) -> DataFrame:
        """Return the words that are told of several sorts."""
        return reduce(lambda one, other: one.unionByName(other), (self._told(each).select("told") for each in what))

    def _table(self, lines: list[tuple[str]]) -> DataFrame:
        return self.steps.spark.createDataFrame(lines, "told string")

    def put(self, write: Callable[[Path], object], name: str) -> None:
        """Let something be written on this machine, and move it to where it belongs."""
        with tempfile.TemporaryDirectory() as passing:
            path = Path(passing, Path(name).name)
            write(path)
            self.folder.take(path, name)

    def _keep(self, told: DataFrame) -> None:
        told.write.mode("append").partitionBy("what").parquet(self.folder.at(TOLD))

    def _told(self, what: str) -> DataFrame:
        told = self.steps.spark.read.schema(telling.SCHEMA).parquet(self.folder.at(TOLD))
        return told.where(f"what = '{what}'")

    def _lines(self, what: str) -> Iterator[str]:
        return (row.told for row in here(self._told(what).select("told")))


def _sum(tallies: Iterable[str]) -> Tally:
    total = Tally()
    for words in tallies:
        total.update(telling.tally_of(words))
    return total


def counted(read: Numbering, resolved: Resolved, copies: Iterable[tuple[str, ...]]) -> Summary:
    """Count what was built, as ``report.summarise``."""
    entities = {row.kind: row["count"] for row in resolved.entities.groupBy("kind").count().collect()}
    said = Counter(notice.kind for notice in read.notices)
    return Summary(
        articles=len(read.articles),
        texts=len(read.articles) - sum(len(group) - 1 for group in copies),
        people=entities.get("person", 0),
        posts=resolved.counts.posts,
        parties=entities.get("party", 0),
        bodies=entities.get("body", 0),
        events=entities.get("event", 0),
        left_out=resolved.counts.left_out,
        warnings=said["warning"],
        errors=said["error"],
        skipped=said["skipped"],
    )
