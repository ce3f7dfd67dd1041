"""Things of one kind found out on the cluster, from records to groups; the driver only says what pairs tie together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from graph_builder.model import Claim, Judgement
from graph_builder.resolution.decided import Decided
from graph_builder.spark import comparing, groups
from graph_builder.spark.comparing import Things
from graph_builder.spark.parts import parts
from graph_builder.spark.steps import Steps, here, mapped, together
from graph_builder.spark.worker import OnWorkers

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from graph_builder.spark.parts import Ends


class Settling:
    """One kind at work. What each step makes is kept under the name of the kind."""

    def __init__(self, steps: Steps, kind: Things, judgements: Iterable[Judgement]) -> None:
        self._steps = steps
        self._kind = kind
        own = [judgement for judgement in judgements if judgement.a.kind == kind.kind]
        self._same = [judgement for judgement in own if judgement.verdict == "same"]
        self._decided = Decided(kind.kind, own)

    def run(self, records: DataFrame) -> tuple[DataFrame, DataFrame]:
        """Return the groups of records (``name``, ``record``), and the pairs that were compared (``record``)."""
        named = together(records.select("name", "record"), ["name"])
        tellings = self._keep("tellings", named, comparing.tellings, comparing.TELLINGS, self._decided)
        pairs = self._pairs(tellings)
        tied = [ends(pairs.where("likely")), *self._judged(tellings)]
        turn = 0
        while turn == 0 or len(tied[-1][0]):
            turn += 1
            found = placed(self._steps.spark, tellings, pairs, tied)
            settled = self._settled(tellings, found, turn)
            tied.append(ends(self._missed(tellings, found, settled)))
        left = together(settled.where(f"what = '{comparing.LEFT}'").select("id", "record"), ["id"])
        made = self._keep("groups", left, comparing.grouping, groups.GROUPS)
        return made, settled.where(f"what = '{comparing.PAIR}'").select("record")

    def _keep(
        self, name: str, rows: DataFrame, work: Callable[..., Iterator[tuple[Any, ...]]], schema: str, *given: object
    ) -> DataFrame:
        made = mapped(rows, OnWorkers(work, schema, self._kind, *given))
        return self._steps.keep(made, f"{self._kind.kind}/{name}")

    def _pairs(self, tellings: DataFrame) -> DataFrame:
        """Return the pairs that are compared, with whether they are likely (``comparing.LIKELY``)."""
        keys = mapped(tellings.select("id", "told"), OnWorkers(comparing.keys, comparing.KEYS, self._kind))
        blocks = together(keys, ["relation", "key"], ["id"])
        related = mapped(blocks, OnWorkers(comparing.related, comparing.RELATED, self._kind))
        ways = together(related, ["low", "high"], ["relation"])
        found = mapped(ways, OnWorkers(comparing.pairs, comparing.PAIRS))
        signs = tellings.select("id", "signs")
        return self._keep("pairs", _beside(found, signs), comparing.likely, comparing.LIKELY)

    def _settled(self, tellings: DataFrame, placed: tuple[DataFrame, DataFrame], turn: int) -> DataFrame:
        """Return what is settled within parts (``comparing.SETTLED``)."""
        part, pairs = placed
        things = tellings.join(part, "id").selectExpr("part", "id", "told", "null a", "null b", "null names")
        within = pairs.where("one = other").selectExpr("one part", "null id", "null told", "a", "b", "names")
        rows = together(things.unionByName(within), ["part"], ["id"])
        return self._keep(f"settled-{turn}", rows, comparing.settle, comparing.SETTLED, self._decided)

    def _missed(self, tellings: DataFrame, placed: tuple[DataFrame, DataFrame], settled: DataFrame) -> DataFrame:
        """Return the pairs across parts that may be likely, as their ends are what they are in the end."""
        across = placed[1].where("one <> other").select("a", "b", "names")
        wholes = settled.where(f"what = '{comparing.WHOLE}'").selectExpr("id", "record signs")
        rows = _beside(_beside(across, tellings.select("id", "signs")), wholes)
        return mapped(rows, OnWorkers(comparing.likely, comparing.LIKELY, self._kind)).where("likely")

    def _judged(self, tellings: DataFrame) -> Iterator[Ends]:
        """Yield the ends of pairs that people decided to be one, as far as both are there."""
        import numpy as np  # noqa: PLC0415  # comes with the extra
        from pyspark.sql.functions import xxhash64  # noqa: PLC0415  # an extra

        if not self._same:
            return
        asked = frozenset(claim for judgement in self._same for claim in (judgement.a, judgement.b))
        work = OnWorkers(comparing.claims, "id string, article string, name string", asked)
        rows = here(mapped(tellings.select("id", "told"), work).select(xxhash64("id").alias("n"), "article", "name"))
        node = {Claim(self._kind.kind, row.article, row.name): row.n for row in rows}
        tied = [judgement for judgement in self._same if judgement.a in node and judgement.b in node]
        yield np.array([node[j.a] for j in tied], np.int64), np.array([node[j.b] for j in tied], np.int64)


def ends(pairs: DataFrame) -> Ends:
    """Return the two ends of pairs (``a``, ``b``) on the driver, as hashes."""
    from pyspark.sql.functions import xxhash64  # noqa: PLC0415  # an extra

    found = pairs.select(xxhash64("a").alias("a"), xxhash64("b").alias("b")).distinct().toArrow()
    return found["a"].to_numpy(), found["b"].to_numpy()


def placed(
    spark: SparkSession, tellings: DataFrame, pairs: DataFrame, tied: Iterable[Ends]
) -> tuple[DataFrame, DataFrame]:
    """Return the part of each telling (``id``, ``part``), and pairs with the parts of both (``one``, ``other``)."""
    import numpy as np  # noqa: PLC0415  # comes with the extra
    import pyarrow as pa  # noqa: PLC0415  # an extra
    from pyspark.sql.functions import coalesce, col, xxhash64  # noqa: PLC0415  # an extra

    nodes, own = parts(*(np.concatenate(each) for each in zip(*tied, strict=True)))
    known = spark.createDataFrame(pa.table({"node": nodes, "own": own}))
    found = tellings.select("id", xxhash64("id").alias("node")).join(known, "node", "left")
    part = found.select("id", coalesce(col("own"), col("node")).alias("part"))
    ones = part.select(col("id").alias("a"), col("part").alias("one"))
    others = part.select(col("id").alias("b"), col("part").alias("other"))
    return part, pairs.join(ones, "a").join(others, "b")


def _beside(pairs: DataFrame, signs: DataFrame) -> DataFrame:
    """Return pairs with the signs of both ends as further columns."""
    more = [f"signs{len(pairs.columns) + n}" for n in (0, 1)]
    ones, others = (signs.selectExpr(f"id {end}", f"signs {name}") for end, name in zip("ab", more, strict=True))
    return pairs.join(ones, "a").join(others, "b").select(*pairs.columns, *more)
