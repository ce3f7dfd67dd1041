"""Builds that are served by the real command, and clients that call it."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from pyoxigraph import Quad

from graph_builder.export.trig import trig
from graph_builder.graph.dataset import quads
from graph_builder.output import replacing
from graph_builder.query.store import write_store
from tests.worlds import small_world

PATIENCE = 60
"""Seconds after which a test gives up; none passes or fails by time."""


@dataclass
class Served:
    """A running server and a client of it."""

    address: str
    process: subprocess.Popen[str]
    client: httpx.Client

    def ask(self, sparql: str, accept: str = "application/sparql-results+json") -> httpx.Response:
        return self.client.get("/sparql", params={"query": sparql}, headers={"Accept": accept})


def serving(out: Path, *options: str) -> AbstractContextManager[Served]:
    """Serve a build by the command, at a free port, until the block ends."""
    return running([sys.executable, "-m", "graph_builder", "serve", str(out), "--port", "0", *options])


def serving_with(out: Path, **settings: float) -> AbstractContextManager[Served]:
    """Serve a build with settings that the command has no option for."""
    code = (
        "from pathlib import Path; from graph_builder.server.running import serve; "
        "from graph_builder.server.settings import Settings; "
        f"serve(Settings(Path({str(out)!r}), port=0, workers=1, **{settings}), lambda at: print(at, '', flush=True))"
    )
    return running([sys.executable, "-c", code])


@contextmanager
def running(command: list[str]) -> Iterator[Served]:
    """Run a server until the block ends."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        try:
            assert process.stdout is not None
            said = process.stdout.readline()
            found = re.search(r"http://\S+/(?= )", said)
            assert found, said
            with httpx.Client(base_url=found[0], timeout=PATIENCE, trust_env=False) as client:
                yield Served(found[0], process, client)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)


def workers_of(server: Served) -> list[int]:
    """Return the processes that a server started."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # it ended meanwhile
            parent = int(path.read_text().rpartition(")")[2].split()[1])
            found += [int(path.parent.name)] if parent == server.process.pid else []
    return found


def build(out: Path, graph: Iterable[Quad]) -> None:
    """Let a folder hold a dataset as a build writes it."""
    written = list(graph)
    with replacing(out) as folder:
        (folder / "graph.trig").write_bytes(trig(written))
        write_store(written, folder)


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served") / "out"
    build(folder, quads(small_world()))
    return folder


@pytest.fixture(scope="session")
def served(out: Path) -> Iterator[Served]:
    """The small world, served as it is by default."""
    with serving(out) as server:
        yield server
