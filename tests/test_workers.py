"""Work by several processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from graph_builder.errors import WorkerError
from graph_builder.workers import ALONE, WAITING, Workers, cores


def squared(number: int) -> list[int]:
    return [number * number]


def killed_late(number: int) -> list[int]:
    if number == ALONE + 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return [number]


def refused(number: int) -> list[int]:
    if number > ALONE:
        raise ValueError(number)
    return []


def process(_: int) -> list[int]:
    return [os.getpid()]


def in_order(work: Callable[[int], Iterable[int]], items: Iterable[int], jobs: int) -> Iterator[int]:
    with Workers(jobs) as workers:
        yield from workers.in_order(work, items)


def test_results_come_in_the_order_of_the_items() -> None:
    assert list(in_order(squared, range(20), 2)) == [number * number for number in range(20)]


def test_much_work_is_done_by_other_processes_and_by_the_same_ones_again() -> None:
    with Workers(2) as workers:
        first = list(workers.in_order(process, range(ALONE + 4)))
        again = list(workers.in_order(process, range(4)))
    assert set(first[:ALONE]) == {os.getpid()}
    assert os.getpid() not in {*first[ALONE:], *again}
    assert len({*first[ALONE:], *again}) <= 2


def test_what_processes_use_is_known_while_they_live() -> None:
    with Workers(2) as workers:
        assert not list(workers.in_order(refused, range(ALONE)))
        assert workers.processor_seconds == 0
        assert len(list(workers.in_order(squared, range(20)))) == 20
        assert workers.processor_seconds > 0


def test_one_process_and_few_items_start_no_other() -> None:
    assert set(in_order(process, range(20), 1)) == set(in_order(process, range(ALONE), 2)) == {os.getpid()}


def test_no_more_is_taken_in_than_the_processes_need() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = in_order(squared, items(), 2)
    assert [next(results) for _ in range(ALONE + 1)] == [number * number for number in range(ALONE + 1)]
    assert len(taken) == ALONE + 2 * WAITING
    assert list(results) == [number * number for number in range(ALONE + 1, 100)]


def test_a_killed_process_is_an_error_with_a_remedy() -> None:
    with pytest.raises(WorkerError, match="--jobs 1"):
        list(in_order(killed_late, range(50), 2))


ORPHANED = """
import os
from graph_builder.workers import ALONE, Workers
from tests.test_workers import squared
if __name__ == "__main__":
    results = Workers(2).in_order(squared, iter(lambda: 3, None))
    for _ in range(ALONE + 1):
        next(results)
    os.kill(os.getpid(), 9)
"""


def test_workers_of_a_killed_process_end(tmp_path: Path) -> None:
    (tmp_path / "orphaned.py").write_text(ORPHANED)
    surroundings = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, str(tmp_path / "orphaned.py")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings, timeout=300)
    assert done.returncode == -signal.SIGKILL, done.stderr  # the pipe is closed: no worker holds it any more


def test_another_process_begins_what_is_asked_for_later_once_one_was_started() -> None:
    with Workers(2) as workers:
        assert workers.ahead(process, 1)() == [os.getpid()]
        processes = set(workers.in_order(process, range(30))) - {os.getpid()}
        assert set(workers.ahead(process, 1)()) <= processes
        with pytest.raises(ValueError, match=str(ALONE + 1)):
            workers.ahead(refused, ALONE + 1)()
        with pytest.raises(WorkerError, match="--jobs 1"):
            workers.ahead(killed_late, ALONE + 3)()


def test_an_error_of_the_work_is_raised() -> None:
    with pytest.raises(ValueError, match=str(ALONE + 1)):
        list(in_order(refused, range(20), 2))


def test_each_process_is_prepared_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREPARED", str(tmp_path))
    with Workers(2, prepared) as workers:
        processes = list(workers.in_order(process, range(30)))[ALONE:]
    assert {path.name for path in tmp_path.iterdir()} >= set(map(str, processes))


def prepared() -> None:
    Path(os.environ["PREPARED"], str(os.getpid())).open("x").close()


def test_there_is_at_least_one_core() -> None:
    assert 1 <= cores() <= (os.cpu_count() or 1)
