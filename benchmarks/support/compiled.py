"""The compiled extraction at work on the same articles, in the environment that ``make compiled`` makes."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv-compiled/bin/python"


class Compiled:
    """A process of that environment: told which articles to read, it says how long it took."""

    def __init__(self) -> None:
        command = [str(PYTHON), "-I", __file__]  # no PYTHONPATH may put sources before it
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603

    @classmethod
    def started(cls) -> Compiled | None:
        """Return such a process; ``None`` where there is no such environment."""
        return cls() if PYTHON.exists() else None

    def seconds(self, begin: int, end: int) -> float:
        """Return the processor time that the articles ``begin`` to ``end`` of ``articles.articles`` take."""
        if self._process.stdin is None or self._process.stdout is None:
            return float("inf")
        print(begin, end, file=self._process.stdin, flush=True)
        return float(self._process.stdout.readline())


def main() -> None:
    """Read articles as told on standard input, and say how long that took."""
    sys.path.append(str(ROOT))  # after the installed package, for this tree has it, too
    from benchmarks.support.articles import read as article  # noqa: PLC0415
    from benchmarks.support.articles import texts  # noqa: PLC0415
    from graph_builder.extraction import extract  # noqa: PLC0415
    from graph_builder.workers import collect_seldom  # noqa: PLC0415

    collect_seldom()
    every = texts(sys.maxsize)
    at = 0
    for line in sys.stdin:
        begin, end = map(int, line.split())
        found = [article(next(every), str(number)) for number in range(at, end)][begin - at :]
        at = end
        started = time.process_time()
        for each in found:
            extract(each)
        print(time.process_time() - started, flush=True)


if __name__ == "__main__":
    main()
