"""What resolving costs as articles grow: the generated world of the tests, its facts straight away, one core.

Each size runs in a process of its own, so that the peak of memory is its own; it includes the readings themselves. The
time is that of the processor, which other work on the machine disturbs less.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections import Counter

from graph_builder.model import Reading
from graph_builder.resolution import resolve
from tests.resolution.world.facts import reading
from tests.resolution.world.life import world
from tests.resolution.world.papers import stories

COUNTS = (1_000, 3_000, 10_000, 30_000)
TELLINGS = 2.1
"""Articles an event, about."""
SEED = 1


def readings(count: int) -> list[Reading]:
    """Return so many articles, or a few less, of one world that grows with them."""
    told = stories(world(SEED, events=round(count / TELLINGS)), SEED, latin=True)
    return [reading(story) for story in told][:count]


def measure(count: int) -> None:
    """Print what resolving so many articles takes."""
    articles = readings(count)
    before = peak()
    started = time.process_time()
    found = resolve(articles)
    seconds = time.process_time() - started
    kinds = Counter(entity.kind for entity in found.entities)
    print(f"{len(articles):>8,} articles{kinds['person']:>8,} people{kinds['event']:>8,} events", end="")
    print(f"{len(found.pairs):>9,} pairs{seconds:>8.1f} s{1000 * seconds / len(articles):>7.2f} ms an article", end="")
    print(f"{before:>7.0f} MB before{peak():>7.0f} MB")


def peak() -> float:
    """Return the most memory that the process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure each size in a process of its own."""
    for count in COUNTS:
        subprocess.run([sys.executable, "-m", "benchmarks.resolution", str(count)], check=True)  # noqa: S603


if __name__ == "__main__":
    measure(int(sys.argv[1])) if len(sys.argv) > 1 else main()
