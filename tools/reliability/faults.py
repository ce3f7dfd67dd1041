"""Builds that are cut off at any moment: OUT is the old or the new one, and the next run finishes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from graph_builder import pipeline
from graph_builder.errors import GraphBuilderError
from graph_builder.output import open_output
from tools.reliability.inputs import ROOT
from tools.reliability.samples import TEXTS
from tools.reliability.tried import Tried, Verdict, attempt

COMMAND = (sys.executable, "-m", "graph_builder")
CALLS = ("os.", "fcntl.", "ctypes.", "shutil.")
"""System calls of which Python tells, beside ``open``."""
PATIENCE = 300
_SIGNALS = {signal.SIGKILL: "killed", signal.SIGINT: "Ctrl-C", signal.SIGTERM: "terminated"}
NAMES = tuple(("builds cut off", f"{name} at any moment") for name in _SIGNALS.values())
_TOWNS = ("تمارة", "سلا", "الخميسات", "وجدة", "طنجة", "فاس")


class Bench(NamedTuple):
    """Where faults are tried: articles, what OUT was before, and what a build of the articles without fault is."""

    home: Path
    old: Mapping[str, bytes]
    new: Mapping[str, bytes]

    @property
    def out(self) -> Path:
        """Where builds write."""
        return self.home / "out"

    def renewed(self) -> None:
        """Let OUT be the old one, and nothing beside it."""
        clean(self.home)
        shutil.copytree(self.home / "old", self.out)

    def build(self) -> None:
        """Build in this process."""
        pipeline.build([str(self.home / "in")], str(self.out))

    def state(self, out: Path | None = None) -> str:
        """Tell what is at OUT."""
        try:
            found = contents(out or self.out)
        except GraphBuilderError as error:
            return f"broken: {error}"
        return "old" if found == self.old else "new" if found == self.new else "something else"

    def verdict(self, said: str, *, refused: bool) -> Verdict:
        """Judge a run that met a fault: OUT is whole, and the next run makes the new one and leaves nothing beside."""
        state = self.state()
        if state not in ("old", "new"):
            return "lost", f"OUT is {state}; {said}"
        self.build()
        beside = [path.name for path in self.home.glob(".out.*")]
        if self.state() != "new" or beside:
            return "lost", f"the next build leaves {self.state()} and {beside}; {said}"
        return ("refused" if refused else "processed"), said


def contents(out: Path) -> dict[str, bytes]:
    """Return every file of a build."""
    with open_output(out) as files:
        return {name: file.read() for name, file in files.items()}


def clean(home: Path) -> None:
    """Remove OUT and what stands beside it."""
    for path in [home / "out", *home.glob(".out.*")]:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


@contextmanager
def bench() -> Iterator[Bench]:
    """Make a bench, in a folder that everybody may look into."""
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        home.chmod(0o755)
        (home / "in").mkdir()
        for n in range(4):
            text = f"انتخب رشيد العلوي كاتبا محليا لفرع حزب التقدم والاشتراكية بمدينة {_TOWNS[n]}.\n{TEXTS[n % 2]}"
            (home / "in" / f"a{n}.txt").write_text(text, "utf-8")
        (home / "first").mkdir()
        (home / "first" / "a0.txt").write_text(TEXTS[1], "utf-8")
        attempt(lambda: _built(home))
        yield Bench(home, contents(home / "old"), contents(home / "new"))


def _built(home: Path) -> Verdict:
    pipeline.build([str(home / "first")], str(home / "old"))
    pipeline.build([str(home / "in")], str(home / "new"))
    return "processed", ""


def run(*arguments: str | Path, **how: object) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    command = [*COMMAND, *map(str, arguments)]
    options: dict[str, object] = {"cwd": ROOT, "capture_output": True, "text": True, "timeout": PATIENCE, **how}
    return subprocess.run(command, check=False, **options)  # type: ignore[call-overload, no-any-return]


def told(done: subprocess.CompletedProcess[str], code: int, *words: str) -> str:
    """Return what a command said, if it ended as it should.

    Raises:
        AssertionError: it ended otherwise, or with a trace.
    """
    said = done.stderr.strip()
    assert "Traceback" not in said, said[-500:]
    assert done.returncode == code, f"exit code {done.returncode}, not {code}: {said[-300:]}"
    assert all(word in said for word in words), said[-500:]
    return said.replace("\n", " ")[:200]


def cut_off(b: Bench, moments: int) -> Iterator[Tried]:
    """Kill, interrupt and terminate a build at so many moments each."""
    for number in _SIGNALS:
        yield from at_moments(b, number, moments)


def at_moments(b: Bench, number: signal.Signals, moments: int) -> Iterator[Tried]:
    """Send a signal at moments spread over the system calls of a build."""
    total = _calls(b)
    name = f"{_SIGNALS[number]} at any moment"
    for moment in range(moments):
        call = 1 + moment * (total - 1) // max(1, moments - 1)
        b.renewed()
        ended = _in_child(lambda: _build_until(b, call, number))  # noqa: B023  # done at once
        expected = 130 if number == signal.SIGINT else -number
        outcome, said = attempt(lambda: b.verdict("", refused=True))
        if ended not in (expected, 0) and outcome == "refused":
            outcome, said = "crashed", f"ended by {ended} at call {call}"
        yield Tried("builds cut off", name, "cut off" if outcome == "refused" else outcome, said)


def _calls(b: Bench) -> int:
    """Return how many system calls a build makes."""
    b.renewed()
    heard, to = os.pipe()

    def counting() -> int:
        calls = _build_until(b, 0, signal.SIGKILL)
        os.write(to, str(calls).encode())
        return 0

    _in_child(counting)
    os.close(to)
    with os.fdopen(heard) as file:
        return int(file.read())


def _build_until(b: Bench, call: int, number: signal.Signals) -> int:
    calls = 0

    def hook(event: str, _: object) -> None:
        nonlocal calls
        if event == "open" or event.startswith(CALLS):
            calls += 1
            if calls == call:
                os.kill(os.getpid(), number)

    sys.addaudithook(hook)
    try:
        b.build()
    except KeyboardInterrupt:
        os._exit(130)
    return calls


def _in_child(work: Callable[[], object]) -> int:
    child = os.fork()
    if not child:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
