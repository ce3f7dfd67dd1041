"""Kills one of Spark's Python workers, as a machine short of memory does."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

DAEMON = b"pyspark.daemon"


@contextmanager
def one_worker_killed(after: float = 0.0) -> Iterator[list[int]]:
    """Kill the first of this process's workers that is seen so many seconds from now; yield who was killed."""
    killed: list[int] = []
    over = threading.Event()

    def watch() -> None:
        over.wait(after)
        while not killed and not over.wait(0.02):
            for worker in _workers():
                os.kill(worker, signal.SIGKILL)
                killed.append(worker)
                break

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        yield killed
    finally:
        over.set()
        watching.join()


def _workers() -> Iterator[int]:
    """Yield the processes that Spark's daemon, which this process's Java started, forked."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
    for process, parent in parents.items():
        if _is_daemon(process) and _is_daemon(parent) and _is_below(process, os.getpid(), parents):
            yield process


def _is_daemon(process: int) -> bool:
    with suppress(OSError):
        return DAEMON in Path(f"/proc/{process}/cmdline").read_bytes()
    return False


def _is_below(process: int, other: int, parents: Mapping[int, int]) -> bool:
    while process > 1 and process != other:
        process = parents.get(process, 0)
    return process == other
