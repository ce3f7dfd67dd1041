"""The workers: who asks next, who is killed because a question took too long, who takes its place.

A question waits for a worker a little longer than one may take; too many that wait are refused at once. One client
never has all workers, if there are several, nor more than half of the queue, so that others are served whatever it
asks. Where a build has replaced OUT, workers that opened the old one are ended when anything is next asked: a question
is always answered from one build.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, cast

from graph_builder.errors import OutputError
from graph_builder.output import MANIFEST
from graph_builder.server.frames import LENGTHS, Head, frame
from graph_builder.server.jobs import Limits
from graph_builder.server.refusal import Refused, busy, too_hungry, too_slow
from graph_builder.server.settings import Settings
from graph_builder.server.worker import OUT_OF_MEMORY, Order

_OPENING = 60.0
"""Seconds that a worker may take to open the graph."""
_ENDING = 2.0
"""Seconds that an idle worker may take to end."""
Build = tuple[int, ...] | None


@dataclass(slots=True, eq=False)
class _Worker:
    process: asyncio.subprocess.Process
    questions: asyncio.StreamWriter
    answers: asyncio.StreamReader
    build: Build
    hello: Head = field(default_factory=dict)
    alive: bool = True

    def kill(self) -> None:
        self.alive = False
        with suppress(ProcessLookupError):
            self.process.kill()

    async def end(self) -> None:
        """Let it end, since it is not at work."""
        self.questions.close()
        with suppress(TimeoutError):
            async with asyncio.timeout(_ENDING):
                await self.process.wait()
        self.kill()

    async def say(self, head: Head) -> tuple[Head, bytes]:
        """Send a question and return the answer; ``EOFError`` if the process ends before."""
        with suppress(ConnectionError):
            self.questions.write(frame(head))
            await self.questions.drain()
        return await self.hear()

    async def hear(self) -> tuple[Head, bytes]:
        """Return what it says next; ``EOFError`` if it ends before."""
        head, body = LENGTHS.unpack(await self.answers.readexactly(LENGTHS.size))
        return json.loads(await self.answers.readexactly(head)), await self.answers.readexactly(body)


class Pool:
    """A number of workers on one build."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._idle: list[_Worker | None] = [None] * settings.workers
        """Workers that wait; ``None`` where one is still to be started."""
        self._share = max(1, settings.workers - 1)
        self._running: Counter[str] = Counter()
        self._waiting: Counter[str] = Counter()
        self._closed = False
        self._freed = asyncio.Condition()
        self._starting: set[asyncio.Task[None]] = set()
        self.hello: Head = {}
        """What the last worker that started said of the build."""

    async def start(self) -> None:
        """Start all workers.

        Raises:
            OutputError: the build cannot be opened.
        """
        self._idle = [await self._begin() for _ in self._idle]

    async def close(self) -> None:
        """End all workers that wait, and start no other; those at work are ended by whoever asked."""
        self._closed = True
        for task in self._starting:
            task.cancel()
        for worker in filter(None, self._idle):
            await worker.end()

    async def ask(self, client: str, head: Head) -> tuple[Head, bytes]:
        """Return a worker's answer.

        Raises:
            Refused: the worker refused, took too long, needed too much memory; or none is free.
        """
        seconds = self._settings.timeout
        async with self._turn(client) as worker:
            try:
                async with asyncio.timeout(seconds):
                    answer, body = await worker.say(head)
            except TimeoutError:
                raise too_slow(seconds) from None
            except EOFError:
                raise await self._why_ended(worker) from None
            worker.alive = not answer.pop("last", False)
        if "refused" in answer:
            raise Refused(answer["refused"], answer["problem"], answer["remedy"])
        return answer, body

    async def _why_ended(self, worker: _Worker) -> Refused:
        code = await worker.process.wait()
        if code < 0 or code == OUT_OF_MEMORY:
            return too_hungry(self._settings.memory)
        return Refused(500, "The question could not be answered", "The operator finds the reason in the server's log.")

    @asynccontextmanager
    async def _turn(self, client: str) -> AsyncIterator[_Worker]:
        """Yield a worker of the present build; if the block ends other than well, let another take its place."""
        worker = await self._next(client)
        try:
            if worker is None or self._is_stale(worker):
                self._dismiss([worker, *self._idle])
                worker = await self._begin_for_client()
            yield worker
        except BaseException:
            if worker is not None:
                worker.kill()
            raise
        finally:
            self._running -= Counter((client,))
            if worker is None or worker.alive:
                await self._give_back(worker)
            else:
                task = asyncio.create_task(self._replace(worker))
                self._starting.add(task)
                task.add_done_callback(self._starting.discard)

    async def _next(self, client: str) -> _Worker | None:
        """Wait for a worker's turn for this client."""
        most = self._settings.waiting
        if self._waiting.total() >= most or self._waiting[client] >= most / 2:
            raise busy()
        self._waiting[client] += 1
        try:
            async with asyncio.timeout(self._settings.timeout + self._settings.patience), self._freed:
                await self._freed.wait_for(lambda: self._idle and self._running[client] < self._share)
                self._running[client] += 1
                return self._idle.pop()
        except TimeoutError:
            raise busy() from None
        finally:
            self._waiting -= Counter((client,))

    async def _give_back(self, worker: _Worker | None) -> None:
        async with self._freed:
            self._idle.append(worker)
            self._freed.notify_all()

    async def _replace(self, worker: _Worker) -> None:
        """Put a new worker in the place of one that was killed; if none starts, whoever asks next starts it."""
        await worker.process.wait()
        fresh = None
        with suppress(OutputError):
            fresh = None if self._closed else await self._begin()
        await self._give_back(fresh)

    async def _begin_for_client(self) -> _Worker:
        try:
            return await self._begin()
        except OutputError as error:
            raise Refused(503, error.problem, error.remedy, {"Retry-After": "5"}) from None

    async def _begin(self) -> _Worker:
        """Start a worker and wait until it has opened the graph."""
        settings = self._settings
        order = Order(
            str(settings.out), Limits(settings.max_rows, settings.max_bytes), settings.memory, settings.timeout
        )
        build = self._build()
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "graph_builder.server.worker", *order.words(),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, env=_environment(),
        )  # fmt: skip
        pipes = cast("tuple[asyncio.StreamWriter, asyncio.StreamReader]", (process.stdin, process.stdout))
        worker = _Worker(process, *pipes, build)
        try:
            async with asyncio.timeout(_OPENING):
                worker.hello, _ = await worker.hear()
        except (TimeoutError, EOFError):
            worker.kill()
            raise OutputError(f"The graph in {settings.out} cannot be opened", "Build it again.") from None
        except BaseException:
            worker.kill()
            raise
        if "refused" in worker.hello:
            raise OutputError(worker.hello["problem"], worker.hello["remedy"])
        self.hello = worker.hello
        return worker

    def _dismiss(self, workers: Iterable[_Worker | None]) -> None:
        """End the workers that hold what is no longer in OUT, asked or not: it may have been erased there."""
        stale = [worker for worker in workers if worker is not None and self._is_stale(worker)]
        for worker in stale:
            worker.kill()
        self._idle = [None if worker in stale else worker for worker in self._idle]

    def _is_stale(self, worker: _Worker) -> bool:
        """Whether a worker has died, or another build has taken the place of its own."""
        between_two_renames = None
        return worker.process.returncode is not None or self._build() not in (worker.build, between_two_renames)

    def _build(self) -> Build:
        """Return what tells one build in OUT from the next; ``None`` while there is none."""
        try:
            found = (self._settings.out / MANIFEST).stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size


def _environment() -> dict[str, Any]:
    """Return the environment of a worker: it imports from where this process does, and never from its folder."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
