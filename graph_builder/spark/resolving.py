"""Who is whom, found out on the cluster: from the bare lines of articles to what each of their names denotes."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any

from graph_builder.memory import pair_text
from graph_builder.model import Judgement, Pair, Reading
from graph_builder.resolution.bodies import Bodies
from graph_builder.resolution.events import Events
from graph_builder.resolution.namesakes import People
from graph_builder.spark import groups, records
from graph_builder.spark.comparing import Things
from graph_builder.spark.copying import copies
from graph_builder.spark.records import COUNTS, JUDGED, NAMED, SKETCH, Counts, Records
from graph_builder.spark.settling import Settling
from graph_builder.spark.steps import Steps, here, mapped, together
from graph_builder.spark.worker import OnWorkers
from graph_builder.writing import Sifting

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

PAIRS = "told string, doubt boolean"
"""A pair that was compared as JSON, and whether a person is asked."""


@dataclass(frozen=True)
class Resolved:
    """What was found out."""

    entities: DataFrame
    """``groups.ENTITIES``."""
    pairs: DataFrame
    """``PAIRS``."""
    copies: DataFrame
    """``copying.COPIES``."""
    counts: Counts
    read: list[Reading]
    """The articles on which people decided anything, as they were read."""


class Resolving:
    """Resolution at work."""

    def __init__(self, steps: Steps, articles: DataFrame, sifting: Sifting, *, copies: bool) -> None:
        """Take the articles (``id``, ``bare``); ``copies``: as ``Options.copies``."""
        self._steps = steps
        self._articles = articles
        self._sifting = sifting
        self._records = Records(sifting, copies)
        self._groups: list[DataFrame] = []
        self._pairs: list[DataFrame] = []
        self._judgements: list[Judgement] = []

    def run(self) -> Resolved:
        """Find out who is whom."""
        first = self._made(self._articles, self._records.first, "first")
        counts, read = _noted(first)
        known = (self._sifting.known(self._sifting.sure(reading)) for reading in read)
        self._judgements = self._sifting.decisions.judgements(known)
        named = self._named(first.where(" or ".join(f"what = '{kind}'" for kind in NAMED)))
        parties = {row.whole: row.name for row in here(named.where("kind = 'party'").select("whole", "name"))}
        people = self._settled(People(parties), first.where("what = 'person'"))
        bodies = self._settled(Bodies(), self._made(self._with(people), self._records.bodies, "bodies"))
        known_by = people.unionByName(bodies)
        self._settled(Events(), self._made(self._with(known_by), self._records.events, "events"))
        found = copies(self._steps, first.where(f"what = '{SKETCH}'").selectExpr("name id", "record"))
        return Resolved(self._entities(), _united(self._pairs), found, counts, read)

    def _made(self, articles: DataFrame, work: Callable[..., Iterator[tuple[Any, ...]]], name: str) -> DataFrame:
        """Return records that are made of articles."""
        return self._steps.keep(mapped(articles, OnWorkers(work, records.SCHEMA)), f"records/{name}")

    def _with(self, found: DataFrame) -> DataFrame:
        """Return the articles, each with what is known of its names."""
        claims = mapped(found.select("whole", "record"), OnWorkers(groups.claims, groups.CLAIMS))
        return with_names(self._articles, claims, ["kind", "name", "whole"])

    def _named(self, told: DataFrame) -> DataFrame:
        """Return the groups of things of which names tell enough."""
        work = OnWorkers(groups.named, groups.GROUPS)
        found = self._steps.keep(mapped(together(told, ["what", "name"]), work), "named")
        self._groups.append(found)
        return found

    def _settled(self, kind: Things, told: DataFrame) -> DataFrame:
        """Return the groups of things that are compared."""
        found, pairs = Settling(self._steps, kind, self._judgements).run(told)
        self._groups.append(found)
        self._pairs.append(mapped(pairs, OnWorkers(told_pairs, PAIRS)))
        return found

    def _entities(self) -> DataFrame:
        """Return the entities; those whose digits others have, too, get their ids on the driver."""
        every = _united(self._groups)
        twice = every.groupBy("number").count().where("count > 1").select("number")
        given = groups.renumbered(pickle.loads(row.record) for row in here(every.join(twice, "number")))  # noqa: S301
        work = OnWorkers(groups.entities, groups.ENTITIES, given)
        return self._steps.keep(mapped(every.select("number", "record"), work), "entities")


def with_names(articles: DataFrame, claims: DataFrame, columns: list[str]) -> DataFrame:
    """Return articles with what is said of their names (``article`` and more columns), as a list in a last column."""
    from pyspark.sql.functions import collect_list, struct  # noqa: PLC0415  # an extra

    names = claims.groupBy("article").agg(collect_list(struct(*columns)).alias("names"))
    return articles.join(names.withColumnRenamed("article", "id"), "id", "left")


def told_pairs(rows: Iterable[tuple[bytes]]) -> Iterator[tuple[str, bool]]:
    """Yield pairs that were compared, as ``PAIRS``."""
    for (record,) in rows:
        pair: Pair = pickle.loads(record)  # noqa: S301
        yield pair_text(pair), pair.outcome == "review"


def _noted(first: DataFrame) -> tuple[Counts, list[Reading]]:
    """Return what was noted of all readings, and those on which people decided anything."""
    counts, read = Counts(), []
    for row in here(first.where(f"what in ('{COUNTS}', '{JUDGED}')")):
        noted: Counts | Reading = pickle.loads(row.record)  # noqa: S301
        if isinstance(noted, Counts):
            counts.add(noted)
        else:
            read.append(noted)
    return counts, sorted(read, key=lambda reading: reading.article.id)


def _united(tables: list[DataFrame]) -> DataFrame:
    return reduce(lambda one, other: one.unionByName(other), tables)
