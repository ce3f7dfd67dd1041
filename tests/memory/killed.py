"""Kill ``add`` at moments of its work, each time on a folder as it was before: ``python -m tests.memory.killed ...``.

Arguments: a folder that holds ``in`` (articles to add) and ``old`` (a build), how many moments, which part of them and
of how many. Tells, for each moment, how many of the system calls of which Python knows were done when the process was
killed, and what then was at ``out``: ``old``, ``new``, or something else. After each, ``add`` is run again to its end,
and must find ``new``. No pages are written: they have nothing to do with it, and take half of the time.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from graph_builder import pipeline
from graph_builder.articles import read_articles
from graph_builder.extraction import extract
from graph_builder.graph.dataset import quads
from graph_builder.increments import add
from graph_builder.model import Article
from graph_builder.output import open_output
from graph_builder.resolution import resolve

CALLS = ("os.", "fcntl.", "ctypes.", "shutil.")


def contents(out: Path) -> dict[str, bytes]:
    """Return every file of a build."""
    with open_output(out) as files:
        return {name: file.read() for name, file in files.items()}


def in_child(work: Callable[[], object]) -> int:
    """Do something in a process of its own; return how it ended."""
    child = os.fork()
    if not child:
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def adding(home: Path, watch: Callable[[int], None] = lambda _: None) -> int:
    """Add the articles; ``watch`` is told of each system call by its number. Return how many there were."""
    calls = 0

    def hook(event: str, _: object) -> None:
        nonlocal calls
        if event == "open" or event.startswith(CALLS):
            calls += 1
            watch(calls)

    sys.addaudithook(hook)
    add([str(home / "in")], str(home / "out"))
    return calls


def kill_at(number: int) -> Callable[[int], None]:
    """Return a watcher that kills its process at one call."""
    return lambda call: os.kill(os.getpid(), signal.SIGKILL) if call == number else None


def renewed(home: Path) -> None:
    """Let ``out`` be what it was, and nothing beside it."""
    for path in home.glob(".out.*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.rmtree(home / "out", ignore_errors=True)
    shutil.copytree(home / "old", home / "out")


def warmed_up(home: Path) -> None:
    """Compile the lexicon before processes part. No database is opened: its threads would not come along."""
    articles = [item for item in read_articles([str(home / "in")]) if isinstance(item, Article)]
    quads(resolve(extract(article) for article in articles))


def main(home: Path, moments: int, part: int, parts: int) -> None:
    """Kill at as many moments, evenly spread over the work."""
    vars(pipeline)["write_pages"] = vars(pipeline)["world_in"] = lambda *_: None
    vars(os)["sync"] = lambda: None  # of all disks of the machine: a killed process loses nothing that it wrote
    warmed_up(home)
    renewed(home)
    counted, told = os.pipe()
    in_child(lambda: os.write(told, str(adding(home)).encode()))
    new, old, total = contents(home / "out"), contents(home / "old"), int(os.read(counted, 20))
    names = {repr(sorted(old.items())): "old", repr(sorted(new.items())): "new"}
    for moment in range(part, moments, parts):
        number = 1 + moment * (total - 1) // (moments - 1)
        renewed(home)
        ended = in_child(lambda: adding(home, kill_at(number)))  # noqa: B023 (called at once)
        found = names.get(repr(sorted(contents(home / "out").items())), "something else")
        again = in_child(lambda: add([str(home / "in")], str(home / "out")))
        finished = again == 0 and contents(home / "out") == new and not list(home.glob(".out.*"))
        sys.stdout.write(f"{number} {ended} {found} {'finished' if finished else 'not finished'}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
