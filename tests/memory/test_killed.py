"""Wherever ``add`` is killed: OUT is the old or the new one, and the next run finishes the work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from graph_builder import pipeline
from tests.memory.corpora import DATES, KARIMA, RASHID, SAMIR, written

MOMENTS = int(os.environ.get("MOMENTS", "50"))
"""Evenly spread over the system calls that Python tells of, some hundreds; with 1000 at each of them."""
ROOT = Path(__file__).parents[2]


def test_killed_at_fifty_moments(tmp_path: Path) -> None:
    drivers = []
    for part in (0, 1):
        home = tmp_path / str(part)
        pipeline.build([written(home / "first", {"a.txt": RASHID})], str(home / "old"))
        written(home / "in", {"b.txt": SAMIR, "c.txt": KARIMA, "d.txt": DATES})
        command = [sys.executable, "-m", "tests.memory.killed", str(home), str(MOMENTS), str(part), "2"]
        drivers.append(subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True))
    lines = [line.split(maxsplit=3) for driver in drivers for line in driver.communicate()[0].splitlines()]
    assert [driver.returncode for driver in drivers] == [0, 0]
    assert len(lines) == MOMENTS
    assert {ended for _, ended, *_ in lines} == {"-9"}
    assert {found for _, _, found, _ in lines} == {"old", "new"}
    assert {finished for *_, finished in lines} == {"finished"}
