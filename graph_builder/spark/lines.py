"""Large files of JSON Lines, read by many tasks: lines are counted first, so that ids and notices are right."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph_builder.articles import Found, content, found_row
from graph_builder.articles.inputs import Source, notice
from graph_builder.articles.records import Columns
from graph_builder.articles.rows import json_line
from graph_builder.model import Notice
from graph_builder.spark.files import File, Hadoop, literally
from graph_builder.spark.worker import OnWorkers

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

LARGE = 64 << 20
"""Bytes. Smaller files are read whole, each by one task."""
GZIP = b"\x1f\x8b"
COUNTS = "block bigint, lines bigint, long bigint"
"""Of a block of a file (the byte at which it begins): its lines, and the first one that is too long, from 0, or -1."""


def is_split(file: File, hadoop: Hadoop) -> bool:
    """Whether a file is to be read by many tasks."""
    return file.source.format == "records" and file.size > LARGE and not hadoop.head(file.source.path).startswith(GZIP)


@dataclass(frozen=True)
class Lines:
    """The lines of one file: where each block of it begins, counted in lines."""

    source: Source
    firsts: Mapping[int, int]
    """Byte at which a block begins -> number of its first line."""
    end: int | None
    """Number of the first line that is too long: it and what follows are not read."""
    mark: bytes
    """What Spark takes from before the first line: the byte order mark."""

    def found(self, lines: Iterable[tuple[int, bytes]], columns: Columns) -> Iterator[Found | Notice]:
        """Yield what stands in lines, each with its block; those of a block in their order."""
        met: Counter[int] = Counter()
        for block, line in lines:
            number = self.firsts[block] + met[block]
            met[block] += 1
            if self.end is None or number < self.end:
                whole = (self.mark if number == 1 else b"") + line
                for row in json_line(number, whole):
                    yield from found_row(self.source, row, columns)


def split(spark: SparkSession, file: File, hadoop: Hadoop) -> tuple[DataFrame, Lines, list[Notice]]:
    """Return the lines of a file (``block``, ``line``), which they are, and what is wrong with them."""
    from pyspark.sql.functions import col, octet_length  # noqa: PLC0415  # an extra

    text = spark.read.text(literally(file.source.path), lineSep="\n")
    # Spark keeps the bytes of a line as they are, whatever it thinks that they are.
    lines = text.select(col("_metadata.file_block_start").alias("block"), col("value").cast("binary").alias("line"))
    work = OnWorkers(counted, COUNTS, content.LARGEST)
    counts = lines.select("block", octet_length("line")).mapInArrow(work, work.schema).collect()
    firsts, end = _numbered(sorted((row.block, row.lines, row.long) for row in counts))
    mark = codecs.BOM_UTF8 if hadoop.head(file.source.path).startswith(codecs.BOM_UTF8) else b""
    notices = [notice(file.source.name, content.too_large("a line of it"))] if end else []
    return lines, Lines(file.source, firsts, end, mark), notices


def counted(largest: int, lines: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield ``COUNTS`` of lines, each its block and its size without its end; ``largest``: bytes, with its end."""
    numbers: Counter[int] = Counter()
    long: dict[int, int] = {}
    for block, size in lines:
        if size >= largest:
            long.setdefault(block, numbers[block])
        numbers[block] += 1
    yield from ((block, number, long.get(block, -1)) for block, number in numbers.items())


def _numbered(counts: Sequence[tuple[int, int, int]]) -> tuple[dict[int, int], int | None]:
    """Return the number of the first line of each block, and that of the first line that is too long."""
    firsts: dict[int, int] = {}
    number, end = 1, None
    for block, lines, long in counts:
        firsts[block] = number
        if long >= 0 and end is None:
            end = number + long
        number += lines
    return firsts, end
