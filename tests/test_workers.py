"""Work by several processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_builder.errors import WorkerError
from graph_builder.workers import WAITING, cores, in_order


def squared(number: int) -> int:
    return number * number


def killed_at_three(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def refused(number: int) -> int:
    raise ValueError(number)


def process(_: int) -> int:
    return os.getpid()


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(in_order(squared, range(20), 2)) == [number * number for number in range(20)]


def test_the_work_is_done_by_other_processes() -> None:
    assert os.getpid() not in set(in_order(process, range(4), 2))


def test_no_more_is_taken_in_than_the_processes_need() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = in_order(squared, items(), 2)
    assert next(results) == 0
    assert len(taken) == 2 * WAITING
    assert list(results) == [number * number for number in range(1, 100)]


def test_a_killed_process_is_an_error_with_a_remedy() -> None:
    with pytest.raises(WorkerError, match="--jobs 1"):
        list(in_order(killed_at_three, range(50), 2))


ORPHANED = """
import os
from graph_builder.workers import in_order
from tests.test_workers import squared
if __name__ == "__main__":
    results = in_order(squared, iter(lambda: 3, None), 2)
    next(results)
    os.kill(os.getpid(), 9)
"""


def test_workers_of_a_killed_process_end(tmp_path: Path) -> None:
    (tmp_path / "orphaned.py").write_text(ORPHANED)
    surroundings = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, str(tmp_path / "orphaned.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings, timeout=300)
    assert done.returncode == -signal.SIGKILL, done.stderr  # the pipe is closed: no worker holds it any more


def test_an_error_of_the_work_is_raised() -> None:
    with pytest.raises(ValueError, match="7"):
        list(in_order(refused, [7], 2))


def test_each_process_is_prepared_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREPARED", str(tmp_path))
    workers = set(in_order(process, range(30), 2, prepared))
    assert {path.name for path in tmp_path.iterdir()} >= {str(worker) for worker in workers}


def prepared() -> None:
    Path(os.environ["PREPARED"], str(os.getpid())).open("x").close()


def test_there_is_at_least_one_core() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
