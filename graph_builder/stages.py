"""What a build is at, and how long each of its stages took. No file of a build but this one's holds a time."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

_PEAK_UNIT = 1 << (20 if sys.platform == "darwin" else 10)
"""What the system counts a process's memory in, as parts of a megabyte: bytes on macOS, else kilobytes."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage that is over."""

    stage: str
    seconds: float
    processor_seconds: float
    """Of this process and of its workers, or of all processes that it started and that have ended."""
    peak_megabytes: float
    """The most memory that this process ever had until then; the largest of its ended workers counts by itself."""


class Stages:
    """The stages of one build, each from its beginning to that of the next."""

    def __init__(
        self, told: Callable[[str], None] = lambda _: None, workers: Callable[[], float] | None = None
    ) -> None:
        """Tell ``told`` the name of each stage as it begins; ``workers`` tells what they have used of the processor."""
        self._told = told
        self._workers = workers or _ended
        self._name: str | None = None
        self._began = 0.0, 0.0
        self.over: list[Stage] = []

    def begin(self, name: str) -> None:
        """Let a stage begin; the one before is over."""
        self.end()
        self._name, self._began = name, (time.monotonic(), self._processor())
        self._told(name)

    def end(self) -> None:
        """Let the last stage be over."""
        if self._name is not None:
            seconds, processor = time.monotonic() - self._began[0], self._processor() - self._began[1]
            self.over.append(Stage(self._name, round(seconds, 3), round(processor, 3), _peak()))
            self._name = None

    def _processor(self) -> float:
        return _used(resource.RUSAGE_SELF) + self._workers()

    def write(self, path: Path) -> None:
        """Write the stages so far, the last one ended: ``{"stages": [{"stage", "seconds", ...}]}``, in their order."""
        self.end()
        text = json.dumps({"stages": list(map(asdict, self.over))}, ensure_ascii=False, indent=1)
        path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _ended() -> float:
    return _used(resource.RUSAGE_CHILDREN)


def _used(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def _peak() -> float:
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return round(max(each.ru_maxrss for each in used) / _PEAK_UNIT, 1)
