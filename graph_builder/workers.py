"""The same work on many items by several processes: results in the order of the items, memory bounded."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Generic, TypeVar

from graph_builder.errors import WorkerError

Item = TypeVar("Item")
Result = TypeVar("Result")
ALONE = 5
"""Items that are worked on before other processes are worth their start (about a second each)."""
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


class Workers:
    """Processes for work of any kind, started when first there is much of it; a context that ends them."""

    def __init__(self, jobs: int = 1, prepare: Callable[[], None] | None = None) -> None:
        """Share work among ``jobs`` processes; each calls ``prepare``, a function of a module, before anything else."""
        self._jobs = jobs
        self._prepare = prepare
        self._pool: ProcessPoolExecutor | None = None
        self._used: dict[int, float] = {}

    @property
    def processor_seconds(self) -> float:
        """What the processes have used so far, their start included."""
        return sum(self._used.values())

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def in_order(self, work: Callable[[Item], Iterable[Result]], items: Iterable[Item]) -> Iterator[Result]:
        """Yield all that ``work``, which can be sent to other processes, makes of each item, in the order of the items.

        The first items are worked on here, while processes start if there are more; where there is to be one process,
        all of them are. An error that ``work`` raises is raised here.

        Raises:
            WorkerError: a process was killed.
        """
        every = iter(items)
        if self._jobs == 1:
            for item in every:
                yield from work(item)
            return
        here = list(islice(every, ALONE)) if self._pool is None else []
        with _told():
            there = self._by_processes(partial(_done, work), every)
            for item in here:
                yield from work(item)
            yield from chain.from_iterable(there)

    def ahead(self, work: Callable[[Item], Result], item: Item) -> Callable[[], Result]:
        """Begin work on one item in another process, while this one goes on; return what waits for its result.

        Where no other process has been started, the work is done when it is waited for. Errors are those of
        ``in_order``.
        """
        if self._pool is None:
            return partial(work, item)
        return partial(self._awaited, self._pool.submit(partial(_done, partial(_single, work)), item))

    def _awaited(self, work: Future[_Done[Result]]) -> Result:
        with _told():
            return self._taken(work)[0]

    def _by_processes(self, work: Callable[[Item], _Done[Result]], items: Iterator[Item]) -> Iterator[list[Result]]:
        """Have the first items worked on at once, the others as results are taken."""
        waiting = deque(self._started().submit(work, item) for item in islice(items, self._jobs * WAITING))
        return self._in_turn(work, items, waiting)

    def _in_turn(
        self, work: Callable[[Item], _Done[Result]], items: Iterator[Item], waiting: deque[Future[_Done[Result]]]
    ) -> Iterator[list[Result]]:
        while waiting:
            yield self._taken(waiting.popleft())
            waiting.extend(self._started().submit(work, item) for item in islice(items, 1))

    def _taken(self, work: Future[_Done[Result]]) -> list[Result]:
        done = work.result()
        self._used[done.process] = max(done.processor_seconds, self._used.get(done.process, 0.0))
        return done.results

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            # Fresh processes: a forked one would inherit locks that threads of a calling program hold at that moment.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(
                self._jobs, mp_context=context, initializer=_begin, initargs=(self._prepare,)
            )
        return self._pool


@dataclass(frozen=True, slots=True)
class _Done(Generic[Result]):
    """What came of an item, in which process, and what that has used until then."""

    results: list[Result]
    process: int
    processor_seconds: float


def _single(work: Callable[[Item], Result], item: Item) -> list[Result]:
    return [work(item)]


@contextmanager
def _told() -> Iterator[None]:
    """Let the end of a process be told as an error of ours."""
    try:
        yield
    except BrokenProcessPool:
        problem = "A worker process was killed, perhaps because memory ran out"
        raise WorkerError(problem, "Try again with fewer --jobs; --jobs 1 works without other processes.") from None


def _done(work: Callable[[Item], Iterable[Result]], item: Item) -> _Done[Result]:
    return _Done(list(work(item)), os.getpid(), time.process_time())


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
