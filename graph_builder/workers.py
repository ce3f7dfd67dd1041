"""The same work on many items by several processes: results in the order of the items, memory bounded."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from graph_builder.errors import WorkerError

Item = TypeVar("Item")
Result = TypeVar("Result")
WAITING = 3
"""Items that are at work or wait to be, for each process: enough that none is idle, few enough to hold in memory."""


def collect_seldom() -> None:
    """Have the garbage collector of this process look less often, for a process that is ours and reads articles.

    Reading makes many small objects that reference counts free. To look through them again and again for cycles, of
    which there are none, took a sixth of the time.
    """
    gc.set_threshold(20_000, 20, 20)


def cores() -> int:
    """Return how many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(
    work: Callable[[Item], Result], items: Iterable[Item], jobs: int, prepare: Callable[[], None] | None = None
) -> Iterator[Result]:
    """Yield what ``work`` makes of each item, in the order of the items, by ``jobs`` processes.

    ``work`` and ``prepare``, which each process calls once before anything else, are functions of modules. An error
    that ``work`` raises is raised here.

    Raises:
        WorkerError: a process was killed.
    """
    # Fresh processes: a forked one would inherit locks that threads of a calling program hold at that moment.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(prepare,))
    waiting: deque[Future[Result]] = deque()
    try:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) >= jobs * WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool:
        problem = "A worker process was killed, perhaps because memory ran out"
        raise WorkerError(problem, "Try again with fewer --jobs; --jobs 1 works without other processes.") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, however it went: else it would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _begin(prepare: Callable[[], None] | None) -> None:
    """Leave Ctrl-C to the process that waits for the results, end when it ends, then prepare."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    collect_seldom()
    if prepare is not None:
        prepare()
