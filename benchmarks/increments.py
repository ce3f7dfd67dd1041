"""What a batch of new articles costs, added to a folder and built anew with all of it: CPU seconds of one process.

Both write the same files; adding saves what reading the old articles would cost. What is left, resolving all names and
writing everything, is the same. Pages apart, which cost the same, too.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.support.articles import LENGTH, NEWS, texts
from graph_builder.increments import add, remove
from graph_builder.pipeline import build

COUNTS = (100, 1_000)
BATCH = 10
"""Articles that a day brings."""


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds that work takes."""
    started = time.process_time()
    work()
    return time.process_time() - started


def costs(home: Path, old: Sequence[str], new: Sequence[str]) -> dict[str, float]:
    """Return what each way costs for a folder of old articles and a batch of new ones."""
    for name, every in (("old", old), ("new", new)):
        (home / name).mkdir()
        for number, text in enumerate(every):
            (home / name / f"{name}{number:05}.txt").write_text(text, encoding="utf-8")
    before, batch, out = str(home / "old"), str(home / "new"), str(home / "out")
    build([before], out, pages=False)
    return {
        "build": seconds(lambda: build([before, batch], str(home / "whole"), pages=False)),
        "add": seconds(lambda: add([batch], out)),
        "remove": seconds(lambda: remove([f"new{number:05}" for number in range(len(new))], out)),
        "add what is known": seconds(lambda: add([before], out)),
    }


def main() -> None:
    """Print a line for each size of the folder."""
    made = list(texts(max(COUNTS) + BATCH, plain_share=NEWS))
    print(f"articles of {LENGTH:,} characters, {BATCH} of them new; CPU seconds")
    for count in COUNTS:
        with tempfile.TemporaryDirectory() as folder:
            for way, cost in costs(Path(folder), made[:count], made[-BATCH:]).items():
                print(f"{count:>8,}  {way:<20}{cost:>8.1f}")


if __name__ == "__main__":
    main()
