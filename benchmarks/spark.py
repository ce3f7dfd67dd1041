"""The Spark engine beside the local one on the same corpus: whether both tell the same, and what each step costs.

    python -m benchmarks.spark [--articles 3000] [--master local[2]] [--kill SECONDS]

Builds the corpus of ``benchmarks.support.corpus`` by both engines and compares graph, facts, tables, report and
notices; with ``--kill`` one of Spark's Python workers is killed so many seconds after the start. Then prints, from
Spark's own log of events, what each stage took and moved. Ends with 1 if anything differs.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from statistics import median
from typing import Any

from pyspark.sql import SparkSession

from benchmarks.support.corpus import write_corpus
from benchmarks.support.killing import one_worker_killed
from benchmarks.support.sameness import by_spark, locally
from graph_builder.pipeline import Options
from graph_builder.pipeline import build as build_locally
from graph_builder.spark.build import build as build_on_spark


def main() -> None:
    """Read the command line, build twice, compare, tell the costs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=3_000)
    parser.add_argument("--master", default="local[2]")
    parser.add_argument("--kill", type=float, metavar="SECONDS")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        same = measured(Path(folder), given.articles, given.master, given.kill)
    sys.exit(not same)


def measured(folder: Path, articles: int, master: str, kill: float | None) -> bool:
    """Build in a folder by both engines, print what was measured; return whether both tell the same."""
    corpus, local, out, log = (folder / name for name in ("corpus", "local", "out", "log"))
    write_corpus(corpus, articles)
    log.mkdir()
    logged = {"enabled": "true", "dir": log.as_uri(), "rolling.enabled": "false", "compress": "false"}
    options = " ".join(f"--conf spark.eventLog.{name}={value}" for name, value in logged.items())
    os.environ["PYSPARK_SUBMIT_ARGS"] = f"{options} pyspark-shell"
    print(f"{articles:,} articles, {size(corpus):,} bytes packed")
    timed("local engine", lambda: build_locally([str(corpus)], str(local), jobs=2, pages=False))
    killing: AbstractContextManager[list[int]] = nullcontext([]) if kill is None else one_worker_killed(kill)
    with killing as killed:
        timed("Spark engine", lambda: build_on_spark([str(corpus)], str(out), Options(), master, lambda _: None))
    stop()  # writes the end of the log
    print(f"workers killed: {len(killed)}")
    same = compared(local, out)
    stages = json.loads((out / "times.json").read_bytes())["stages"]
    print("".join(f"{stage['stage']:<20}{stage['seconds']:>8.1f} s\n" for stage in stages))
    moved(next(file for file in log.iterdir() if not file.name.startswith(".")), articles)
    kept(out, articles)
    return same


def stop() -> None:
    """End the session that the build began, while the folder of its log is still there."""
    session = SparkSession.getActiveSession()
    if session:
        session.stop()


def timed(name: str, build: Callable[[], object]) -> None:
    """Print how long a build takes."""
    started = time.perf_counter()
    build()
    print(f"{name:<20}{time.perf_counter() - started:>8.1f} s")


def compared(local: Path, out: Path) -> bool:
    """Print what both engines tell, and whether it is the same."""
    one, other = locally(local), by_spark(out)
    for what in one:
        print(f"{what:<20}{len(one[what]):>12,}   {'equal' if one[what] == other[what] else 'DIFFERENT'}")
    return one == other


def moved(log: Path, articles: int) -> None:
    """Print what Spark's tasks took and moved, stage by stage of those that took more than a second."""
    tasks: dict[int, list[dict[str, Any]]] = {}
    with log.open(encoding="utf-8") as events:
        for event in map(json.loads, events):
            if event["Event"] == "SparkListenerTaskEnd" and event.get("Task Metrics"):
                tasks.setdefault(event["Stage ID"], []).append(event["Task Metrics"])
    print(f"{'stage':>5}{'tasks':>7}{'seconds':>9}{'median':>8}{'longest':>9}{'shuffled bytes an article':>28}")
    for stage, every in sorted(tasks.items()):
        took = [metrics["Executor Run Time"] / 1000 for metrics in every]
        shuffled = sum(metrics["Shuffle Write Metrics"]["Shuffle Bytes Written"] for metrics in every)
        if sum(took) >= 1:
            print(
                f"{stage:>5}{len(every):>7}{sum(took):>9.1f}{median(took):>8.1f}{max(took):>9.1f}"
                f"{shuffled / articles:>28,.0f}"
            )


def kept(out: Path, articles: int) -> None:
    """Print how much is written."""
    for folder in sorted(path for path in out.iterdir() if path.is_dir()):
        print(f"{folder.name:<20}{size(folder) / articles:>10,.0f} bytes an article")


def size(folder: Path) -> int:
    """Return the bytes of all files in a folder."""
    return sum(file.stat().st_size for file in _files(folder))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
