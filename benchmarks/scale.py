"""What one article costs the Spark engine, step by step: processor time, bytes, and what the driver has to hold.

    python -m benchmarks.scale [ARTICLES ...]

Without Spark: what its workers and its driver do, one after the other in this process, for each number of articles.
Processor time of one core; other work on the machine hardly changes it.
"""

from __future__ import annotations

import gzip
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from benchmarks.support.articles import texts
from graph_builder.articles.inputs import Source
from graph_builder.decisions import Decisions
from graph_builder.pipeline import Met
from graph_builder.spark.deciding import Table
from graph_builder.spark.reading import Reader
from graph_builder.spark.telling import Teller
from graph_builder.writing import Sifting

COUNTS = (500, 1_000, 2_000)
Result = TypeVar("Result")


def main() -> None:
    """Measure each number of articles."""
    for articles in list(map(int, sys.argv[1:])) or COUNTS:
        measure(articles)


def measure(articles: int) -> None:
    """Print what so many articles cost."""
    print(f"\n{articles:,} articles")
    files = {f"{n}.txt": text.encode() for n, text in enumerate(texts(articles))}
    sources = {name: Source(name, name, "text", name) for name in files}
    tell("text", articles, sum(map(len, files.values())))
    rows = timed("read and extract", articles, lambda: list(Reader({}).whole(sources, files.items())))
    lines = {row[0]: row[6] or "" for row in rows}
    tell("line of a reading", articles, sum(len(line.encode()) for line in lines.values()))
    bare = [(row[0], row[5]) for row in rows]
    tell("of it for the driver", articles, sum(len(line.encode()) for _, line in bare))
    del rows
    before = resident()
    table = timed("table", articles, lambda: Table.of(bare, ()))
    sifting = Sifting(Decisions(), 0.0, 0.0)
    world = timed("resolve", articles, lambda: table.world(Met(sifting), copies=True))
    tell("memory of the driver", articles, resident() - before)
    decided = list(table.decided(world))
    tell("decisions", articles, sum(len(row[4].encode()) for row in decided))
    asked = [(lines[path], name, known) for path, _, _, name, known in decided]
    told = timed("tell", articles, lambda: list(Teller("https://example.org/", sifting).rows(asked)))
    sizes: Counter[str] = Counter()
    for what, _, _, words in told:
        sizes[what if what in ("graph", "shared", "noted", "facts", "report") else "tables"] += len(words.encode())
    for what, size in sizes.items():
        tell(what, articles, size)
    graph = "\n".join(words for what, _, _, words in told if what == "graph")
    tell("graph, packed", articles, len(gzip.compress(graph.encode(), 6)))


def timed(name: str, articles: int, work: Callable[[], Result]) -> Result:
    """Print the processor time of a step."""
    started = time.process_time()
    result = work()
    print(f"{name:<24}{1000 * (time.process_time() - started) / articles:>10.1f} ms an article")
    return result


def tell(name: str, articles: int, size: int) -> None:
    """Print a size."""
    print(f"{name:<24}{size / articles:>10,.0f} bytes an article")


def resident() -> int:
    """Return the bytes of memory that this process has now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


if __name__ == "__main__":
    main()
