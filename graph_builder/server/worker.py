"""The process that answers: it opens the graph, then reads questions from its input and writes answers to its output.

Run as ``python -m graph_builder.server.worker OUT ROWS BYTES MEGABYTES SECONDS`` by ``pool.py``. A question is run and
written within one call, because Oxigraph's results die in another thread. It may be killed at any moment.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO

from pyoxigraph import Store

from graph_builder.errors import GraphBuilderError
from graph_builder.query.store import base_of, load, namespaces
from graph_builder.server.confine import limit_memory, limit_time, memory, modest, without_sockets
from graph_builder.server.frames import Head, frame, read
from graph_builder.server.jobs import Limits, about_dataset, answer, bound, describe, facts_of
from graph_builder.server.settings import MEGABYTE

Job = Callable[[Store, Head, Limits], tuple[Head, bytes]]
JOBS: Mapping[str, Job] = {
    "answer": answer,
    "describe": describe,
    "facts": facts_of,
    "dataset": about_dataset,
    "question": bound,
}
OUT_OF_MEMORY = 70
"""Exit code of a worker that was refused memory and lived to say so."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the command line of a worker says."""

    out: str
    limits: Limits
    megabytes: int
    seconds: float

    @classmethod
    def parse(cls, words: list[str]) -> Order:
        """Read the words after the program's name."""
        out, rows, most_bytes, megabytes, seconds = words
        return cls(out, Limits(int(rows), int(most_bytes)), int(megabytes), float(seconds))

    def words(self) -> list[str]:
        """Return what ``parse`` reads."""
        return [self.out, *map(str, (self.limits.rows, self.limits.bytes, self.megabytes, self.seconds))]


def main() -> None:
    """Open the graph, say so, and answer until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then ends its workers
    order = Order.parse(sys.argv[1:])
    questions, answers = sys.stdin.buffer, _own_output()
    modest()
    without_sockets()
    with suppress(BrokenPipeError):  # the server is gone
        _serve(order, questions, answers)


def _serve(order: Order, questions: BinaryIO, answers: BinaryIO) -> None:
    try:
        store = load(order.out)
    except GraphBuilderError as error:
        _say(answers, _refusal(error))
        return
    limit_memory(order.megabytes)
    lean = memory()
    _say(answers, {"base": base_of(store), "prefixes": namespaces(store)})
    while (question := read(questions)) is not None:
        limit_time(order.seconds)
        head, body = _do(store, question[0], order.limits)
        # What a large answer took is not always given back: then another worker takes this one's place.
        grown = (memory() or 0) - (lean or 0) > order.megabytes * MEGABYTE // 4
        last = grown or head.get("last", False)
        _say(answers, {**head, "last": last}, body)
        if last:
            return


def _say(answers: BinaryIO, head: Head, body: bytes = b"") -> None:
    answers.write(frame(head, body))
    answers.flush()


def _own_output() -> BinaryIO:
    """Return the output for answers; what libraries print goes to the errors, not between answers."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _do(store: Store, head: Head, limits: Limits) -> tuple[Head, bytes]:
    try:
        return JOBS[head["do"]](store, head, limits)
    except GraphBuilderError as error:
        return _refusal(error), b""
    except OSError:  # a build took the place of this one's files
        return {"refused": 503, "problem": "The graph could not be read", "remedy": "Ask again.", "last": True}, b""
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _refusal(error: GraphBuilderError) -> Head:
    status = getattr(error, "status", 400)
    return {"refused": status, "problem": error.problem, "remedy": error.remedy}


if __name__ == "__main__":
    main()
