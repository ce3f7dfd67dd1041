"""What was tried, and how it ended; each attempt in a process of its own, so that none harms another."""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Outcome = Literal["refused", "processed", "cut off", "passed over", "skipped", "lost", "crashed", "hung"]
"""``cut off``: ended from outside; OUT was whole, and the next run finished."""
BAD: tuple[Outcome, ...] = ("lost", "crashed", "hung")
PATIENCE = 120
"""Seconds after which an attempt counts as hung; the slowest takes a twentieth of that on a quiet machine."""
MEMORY = 1 << 30
"""Bytes that an attempt may use beyond what it began with."""


@dataclass(frozen=True)
class Tried:
    """An attempt. ``number``: how many it stands for."""

    family: str
    name: str
    outcome: Outcome
    said: str = ""
    number: int = 1


Verdict = tuple[Outcome, str]


def attempt(work: Callable[[], Verdict], patience: float = PATIENCE) -> Verdict:
    """Do something in a process of its own with bounded time and memory; tell how it ended."""
    heard, told = os.pipe()
    child = os.fork()
    if not child:
        os.close(heard)
        _in_child(work, told)
    os.close(told)
    try:
        said = _until_told(heard, patience)
        if said is None:
            os.kill(child, signal.SIGKILL)
            return "hung", f"no end after {patience} s"
    finally:
        os.close(heard)
        _, status = os.waitpid(child, 0)
    if not said:
        return "crashed", f"the process ended by itself ({os.waitstatus_to_exitcode(status)})"
    outcome, why = json.loads(said)
    return outcome, why


def _in_child(work: Callable[[], Verdict], told: int) -> None:
    try:
        bound_memory(MEMORY)
        verdict = work()
    except BaseException as error:  # whatever it is, it is what was looked for
        traceback.print_exc(file=sys.stderr)
        verdict = "crashed", f"{type(error).__name__}: {error}"[:300]
    os.write(told, json.dumps(verdict).encode()[:60_000])
    os._exit(0)


def bound_memory(more: int) -> None:
    """Let this process have so many bytes more than it has (Linux)."""
    with suppress(ValueError, OSError):
        status = Path("/proc/self/status").read_text("ascii").splitlines()
        used = next(int(line.split()[1]) for line in status if line.startswith("VmData")) << 10
        resource.setrlimit(resource.RLIMIT_DATA, (used + more, resource.RLIM_INFINITY))


def _until_told(heard: int, patience: float) -> bytes | None:
    """Return what the process says until it ends; ``None`` if it does not."""
    said = b""
    while True:
        ready, _, _ = select.select([heard], [], [], patience)
        if not ready:
            return None
        part = os.read(heard, 65536)
        if not part:
            return said
        said += part
