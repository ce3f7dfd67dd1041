"""Reading on the cluster: every file in turn becomes readings, by the functions of the local reader and extractor."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import TYPE_CHECKING

from graph_builder.articles import Found, found_in
from graph_builder.articles.inputs import Source
from graph_builder.erasure import Forgotten, hidden
from graph_builder.extractors import Rules
from graph_builder.memory import kept_of, slim
from graph_builder.memory.form import Kept, as_line
from graph_builder.model import Article, Notice, Reading
from graph_builder.spark.files import File, Hadoop, literally
from graph_builder.spark.lines import Lines, is_split, split
from graph_builder.spark.worker import OnWorkers

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

SCHEMA = "path string, file string, member string, number int, digest string, head string, bare string, line string"
"""Of a reading: the path of its file and its place; what is needed to give it an id; what resolution needs of it; all.
Of a notice there are only path and ``head``."""
Row = tuple[str, str | None, str | None, int | None, str | None, str, str | None, str | None]
"""As ``SCHEMA``."""


@dataclass(frozen=True)
class Reader:
    """How articles are read."""

    columns: Mapping[str, str]
    forgotten: Forgotten | None = None
    with_text: bool = False

    def whole(self, sources: Mapping[str, Source], files: Iterable[tuple[str, bytes]]) -> Iterator[Row]:
        """Yield what stands in files (path and bytes)."""
        for path, saved in files:
            yield from (self._row(path, item) for item in found_in(sources[path], saved, self.columns))

    def lines(self, file: Lines, lines: Iterable[tuple[int, bytes]]) -> Iterator[Row]:
        """Yield what stands in lines of a file."""
        for item in file.found(lines, self.columns):
            yield self._row(file.source.path, item)

    def _row(self, path: str, item: Found | Notice) -> Row:
        if isinstance(item, Notice):
            return path, None, None, None, None, as_line(item), None, None
        if item.article is None:
            raise ValueError("nothing is known before it is read")
        kept = kept_of(item, item.article, [Rules()], whole=self.with_text)
        kept = hidden(kept, self.forgotten) if self.forgotten else kept
        return path, *item.place, _head(kept), _bare(kept), as_line(kept)


def readings(
    spark: SparkSession, hadoop: Hadoop, files: Sequence[File], reader: Reader
) -> tuple[DataFrame, list[Notice]]:
    """Return the readings of files, in no order, and what is to be said of some of them; there is a file."""
    notices: list[Notice] = []
    frames: list[DataFrame] = []
    sources: dict[str, Source] = {}
    for file in files:
        if is_split(file, hadoop):
            lines, which, said = split(spark, file, hadoop)
            work = OnWorkers(reader.lines, SCHEMA, which)
            frames.append(lines.mapInArrow(work, work.schema))
            notices += said
        else:
            sources[file.source.path] = file.source
    if sources:
        work = OnWorkers(reader.whole, SCHEMA, sources)
        found = spark.read.format("binaryFile").load([literally(path) for path in sources])
        frames.append(found.select("path", "content").mapInArrow(work, work.schema))
    return reduce(lambda a, b: a.unionAll(b), frames), notices


def _head(kept: Kept) -> str:
    """Return the line of an article without all that it tells: who calls it what, and what was said of it."""
    article = Article(kept.wanted, "", kept.place.name, kept.place.digest, None, ())
    return as_line(replace(kept, reading=Reading(article, ()), whole=False))


def _bare(kept: Kept) -> str:
    """Return the line of an article without its words: what facts say of things, and where."""
    said = json.loads(as_line(replace(kept, reading=slim(kept.reading))))
    return json.dumps({**said, "text": []}, ensure_ascii=False)
