"""What a whole build costs, but for its pages: seconds, memory of all processes together, stage by stage.

Two worlds: news in general, of which most paragraphs tell nothing, and news of parties alone, as dense as the samples.
``python -m benchmarks.build 1000 10000`` builds so many articles of both, by one process and by two; ``--world news``
and ``--jobs 2`` leave out the others.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.support.articles import LENGTH, NEWS, texts

COUNTS = (300, 1_000)
WORLDS = {"news": NEWS, "party news": 0.0}
"""Name -> share of paragraphs that tell nothing."""
JOBS = (1, 2)
SAMPLED = 0.2
"""Seconds between two looks at the memory."""
MEGABYTE = 1 << 20
_PAGE = os.sysconf("SC_PAGE_SIZE")


def build(articles: Path, out: Path, jobs: int) -> float:
    """Build a folder; return the most memory that all processes had together, in MB."""
    command = [sys.executable, "-m", "graph_builder", "build", articles, "-o", out, "--no-pages"]
    with subprocess.Popen([*map(str, command), "--jobs", str(jobs)], stdout=subprocess.DEVNULL) as process:  # noqa: S603
        peak = 0.0
        while process.poll() is None:
            peak = max(peak, sum(map(_resident, _family(process.pid))))
            time.sleep(SAMPLED)
    if process.returncode:
        raise SystemExit(f"the build ended with {process.returncode}")
    return peak


def _family(process: int) -> Iterator[int]:
    """Yield a process and those that it started."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            found = children.read_text().split()
        except OSError:  # it has ended
            continue
        for child in found:
            yield from _family(int(child))


def _resident(process: int) -> float:
    """Return the memory of a process, without what it shares with others as files, in MB."""
    try:
        _, resident, shared, *_ = map(int, Path(f"/proc/{process}/statm").read_text().split())
    except (OSError, ValueError):  # it has ended
        return 0.0
    return (resident - shared) * _PAGE / MEGABYTE


def measure(count: int, plain_share: float, jobs: int, home: Path) -> None:
    """Build so many articles, and print what it took."""
    articles, out = home / "articles", home / "out"
    if not articles.exists():
        articles.mkdir()
        for number, text in enumerate(texts(count, plain_share=plain_share)):
            (articles / f"{number:06}.txt").write_text(text, encoding="utf-8")
    peak = build(articles, out, jobs)
    facts = sum(1 for _ in (out / "facts.jsonl").open("rb"))
    stages = json.loads((out / "times.json").read_bytes())["stages"]
    seconds, processor = (sum(stage[what] for stage in stages) for what in ("seconds", "processor_seconds"))
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / MEGABYTE
    print(f"{count:>8,} articles {facts / count:>6.1f} facts each  {jobs} jobs", end="")
    print(f"{seconds:>8.1f} s{processor:>8.1f} s of processor{peak:>7.0f} MB{size:>8.0f} MB of files")
    for stage in stages:
        print(f"    {stage['stage']:<18}{stage['seconds']:>8.1f} s{stage['processor_seconds']:>8.1f} s", end="")
        print(f"{stage['peak_megabytes']:>8.0f} MB")


def main() -> None:
    """Measure what is asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("counts", nargs="*", type=int, default=COUNTS)
    asked.add_argument("--world", dest="worlds", action="append", choices=WORLDS)
    asked.add_argument("--jobs", action="append", type=int)
    given = asked.parse_args()
    print(f"articles of {LENGTH:,} characters")
    for name in given.worlds or WORLDS:
        print(name)
        for count in given.counts:
            with tempfile.TemporaryDirectory() as folder:
                for jobs in given.jobs or JOBS:
                    measure(count, WORLDS[name], jobs, Path(folder))


if __name__ == "__main__":
    main()
