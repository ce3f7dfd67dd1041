"""Lines in order, each once, however many: what memory does not hold waits in sorted runs on the disk."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

LARGEST = 200_000
"""Lines in memory: about 60 MB."""


class Runs:
    """Lines of text, to be read in order as often as is wanted."""

    def __init__(self, path: Path, largest: int | None = None) -> None:
        """Hold about ``largest`` lines (``LARGEST``); more go to files named after ``path``, until ``remove``."""
        self._path = path
        self._largest = LARGEST if largest is None else largest
        self._held: set[str] = set()
        self._files: list[Path] = []

    def add(self, lines: Iterable[str]) -> None:
        """Take lines in, in any order."""
        waiting = iter(lines)
        while some := list(islice(waiting, self._largest)):
            self._held.update(some)
            if len(self._held) > self._largest:
                self._flush()

    def _flush(self) -> None:
        file = self._path.with_name(f"{self._path.name}-{len(self._files)}")
        with file.open("w", encoding="utf-8", newline="\n") as run:
            run.writelines(f"{line}\n" for line in sorted(self._held))
        self._files.append(file)
        self._held = set()

    def __iter__(self) -> Iterator[str]:
        """Yield every line once, in order."""
        with ExitStack() as stack:
            files = [stack.enter_context(file.open(encoding="utf-8", newline="\n")) for file in self._files]
            runs = [(line[:-1] for line in file) for file in files]
            last = None
            for line in heapq.merge(*runs, sorted(self._held)):
                if line != last:
                    yield line
                last = line

    def remove(self) -> None:
        """Remove the files."""
        for file in self._files:
            file.unlink()
