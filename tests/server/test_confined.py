"""Nothing asked of the endpoint reaches a file or another server; what the guard may miss, the system refuses."""

from __future__ import annotations

import os
import platform
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_builder.server.confine import without_sockets
from tests.listener import Listener
from tests.server.conftest import Served

LINUX = sys.platform == "linux" and platform.machine() in {"x86_64", "aarch64"}


@pytest.fixture
def listener() -> Iterator[Listener]:
    server = Listener()
    yield server
    server.socket.close()


class Canary:
    """A file that tells whether anybody opened it: a pipe, whose writer waits for a reader."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "canary.nt"
        os.mkfifo(self.path)

    @property
    def opened(self) -> bool:
        try:
            os.close(os.open(self.path, os.O_WRONLY | os.O_NONBLOCK))
        except OSError:  # nobody reads
            return False
        return True


FILES = [
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "SELECT * FROM <FILE> { ?s ?p ?o }",
    "SELECT * FROM NAMED <FILE> { GRAPH ?g { ?s ?p ?o } }",
    "BASE <file:///etc/> SELECT * FROM <passwd> { ?s ?p ?o }",
    "LOAD <FILE>",
    "LOAD <FILE> INTO GRAPH <a:b>",
    "SELECT * { SERVICE <FILE> { ?s ?p ?o } }",
]
CALLS = [
    "SELECT * { SERVICE <ADDRESS> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <ADDRESS> { ?s ?p ?o } }",
    "SELECT * { BIND(<ADDRESS> AS ?where) SERVICE ?where { ?s ?p ?o } }",
    "LOAD <ADDRESS>",
    "LOAD SILENT <ADDRESS>",
]
UPDATES = [
    "INSERT DATA { <a:a> <a:b> <a:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "DROP ALL",
    "CREATE GRAPH <a:b>",
]


@pytest.mark.parametrize("asked", [*FILES, *CALLS, *UPDATES])
def test_what_reaches_further_or_changes_anything_is_refused(
    asked: str, served: Served, listener: Listener, tmp_path: Path
) -> None:
    canary = Canary(tmp_path)
    sparql = asked.replace("FILE", canary.path.as_uri()).replace("ADDRESS", listener.address)
    everything = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    before = served.ask(everything).json()
    answer = served.ask(sparql)
    posted = served.client.post("/sparql", data={"query": sparql})
    update = served.client.post("/sparql", data={"update": sparql})
    assert [answer.status_code, posted.status_code, update.status_code] == [400, 400, 403]
    assert "root:" not in answer.text
    assert not canary.opened
    assert listener.calls == 0
    assert served.ask(everything).json() == before


@pytest.mark.parametrize(
    "asked", ["SELECT * FROM <ADDRESS> { ?s ?p ?o }", "SELECT * FROM NAMED <ADDRESS> { GRAPH ?g { ?s ?p ?o } }"]
)
def test_an_unknown_graph_is_empty_and_not_fetched(asked: str, served: Served, listener: Listener) -> None:
    answer = served.ask(asked.replace("ADDRESS", listener.address))
    assert answer.json()["results"]["bindings"] == []
    named = served.client.get("/sparql", params={"query": "ASK { ?s ?p ?o }", "default-graph-uri": listener.address})
    assert named.json()["boolean"] is False
    assert listener.calls == 0


def test_the_canary_and_the_listener_would_notice(listener: Listener, tmp_path: Path) -> None:
    canary = Canary(tmp_path)
    reader = os.open(canary.path, os.O_RDONLY | os.O_NONBLOCK)
    assert canary.opened
    os.close(reader)
    socket.create_connection(("127.0.0.1", listener.socket.getsockname()[1])).close()
    while listener.calls == 0:
        pass


UNGUARDED = """
import sys
from pyoxigraph import Store
from graph_builder.server.confine import without_sockets
confined = without_sockets()
try:
    print(confined, list(Store().query("SELECT * { SERVICE <%s> { ?s ?p ?o } }")))
except Exception as error:
    print(confined, type(error).__name__)
try:
    import subprocess
    subprocess.run(["true"])
except PermissionError:
    print("no program")
"""


@pytest.mark.skipif(not LINUX, reason="the filter of system calls is Linux's, on x86-64 and ARM")
def test_a_question_that_the_guard_missed_finds_no_socket(listener: Listener) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", UNGUARDED % listener.address], capture_output=True, text=True, check=True
    )
    assert ran.stdout.split("\n") == ["True PermissionError", "no program", ""]
    assert listener.calls == 0


def test_elsewhere_there_is_no_filter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert without_sockets() is False
