"""A build is killed, or interrupted, before each single system call it makes: OUT is the old one or the new one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from graph_builder.output import open_output, replacing

# Forks one build after another; the n-th gets the signal at the n-th system call that Python tells of, until one ends
# without having met it. Prints one exit status a line.
DRIVER = """
import os, sys
from pathlib import Path
from graph_builder.output import replacing, swap

folder, number, exchange = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "exchange"
if not exchange:
    swap._exchange = lambda first, second: False

def write(out, text):
    with replacing(out) as new:
        (new / "tables").mkdir()
        (new / "a").write_text(text)
        (new / "tables" / "b").write_text(text)

def build(out, n):
    calls = 0
    def hook(event, arguments):
        nonlocal calls
        if event.startswith(("os.", "fcntl.", "ctypes.", "shutil.")) or event == "open":
            calls += 1
            if calls == n:
                os.kill(os.getpid(), number)
    sys.addaudithook(hook)
    try:
        write(out, "new")
    except KeyboardInterrupt:
        os._exit(130)
    os._exit(0 if calls < n else 1)

n, code = 0, None
while code != 0:
    n += 1
    (folder / str(n)).mkdir()
    write(folder / str(n) / "out", "old")
    child = os.fork()
    if not child:
        build(folder / str(n) / "out", n)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(code, flush=True)
"""


def run(folder: Path, number: signal.Signals, mode: str) -> list[int]:
    command = [sys.executable, "-c", DRIVER, str(folder), str(int(number)), mode]
    return [int(line) for line in subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.split()]


def contents(out: Path) -> tuple[str, ...]:
    with open_output(out) as files:
        return tuple(file.read().decode() for file in files.values())


@pytest.mark.parametrize("mode", ["exchange", "two renames"])
def test_killed_at_any_moment(tmp_path: Path, mode: str) -> None:
    codes = run(tmp_path, signal.SIGKILL, mode)
    assert set(codes) == {-signal.SIGKILL, 0}
    states = set()
    for n in range(1, len(codes) + 1):
        folder = tmp_path / str(n)
        missing = mode == "two renames" and not (folder / "out").exists()
        states.add(("missing",) if missing else contents(folder / "out"))
        if missing:  # between two renames: the next build, even one that fails, puts the old one back
            with pytest.raises(ValueError, match="fails"), replacing(folder / "out"):
                raise ValueError("fails")
            assert contents(folder / "out") == ("old", "old")
        with replacing(folder / "out") as new:
            (new / "a").write_text("newer")
        assert contents(folder / "out") == ("newer",)
        assert os.listdir(folder) == ["out"]
    assert states - {("missing",)} == {("old", "old"), ("new", "new")}


@pytest.mark.parametrize("mode", ["exchange", "two renames"])
def test_interrupted_at_any_moment(tmp_path: Path, mode: str) -> None:
    codes = run(tmp_path, signal.SIGINT, mode)
    assert set(codes) == {130, 0}
    states = set()
    for n in range(1, len(codes) + 1):
        states.add(contents(tmp_path / str(n) / "out"))
        assert os.listdir(tmp_path / str(n)) == ["out"]
    assert states == {("old", "old"), ("new", "new")}
