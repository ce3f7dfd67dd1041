"""The command: what it says when it cannot serve, and how it ends."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from benchmarks.endpoint import RUNAWAYS
from tests.server.conftest import PATIENCE, serving, workers_of


def serve(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "graph_builder", "serve", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)


def test_a_port_that_is_taken(out: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = serve(str(out), "--port", str(port))
    assert (ended.returncode, ended.stdout) == (5, "")
    assert ended.stderr == (
        f"graph-builder: Something else listens at 127.0.0.1:{port}.\n"
        "End what listens there, or choose another with --port (0: any that is free).\n"
    )


def test_an_address_that_is_none(out: Path) -> None:
    ended = serve(str(out), "--host", "no such host")
    assert (ended.returncode, ended.stderr.splitlines()[0]) == (5, "graph-builder: There is no address no such host.")


def test_a_folder_that_is_no_build(tmp_path: Path) -> None:
    ended = serve(str(tmp_path), "--port", "0")
    assert (ended.returncode, ended.stdout) == (3, "")
    assert (
        ended.stderr
        == f"graph-builder: {tmp_path} holds no manifest.json.\nName a folder that `graph-builder build` wrote.\n"
    )


def test_a_build_whose_graph_is_gone(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(
        '{"files": {"graph.trig": "0"}, "format": 1, "written_by": "graph-builder"}'
    )
    ended = serve(str(tmp_path), "--port", "0")
    assert (ended.returncode, ended.stdout) == (3, "")
    assert ended.stderr == (
        f"graph-builder: Not as the build wrote them in {tmp_path}: graph.trig.\nBuild the folder again.\n"
    )


def processor_time(process: int) -> int:
    """Return the time that a process has worked, in hundredths of a second."""
    return int(Path("/proc", str(process), "stat").read_text().rpartition(")")[2].split()[11])


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_in_order_with_all_its_workers(out: Path, ending: signal.Signals) -> None:
    with serving(out, "--workers", "2", "--timeout", str(PATIENCE)) as server:
        workers = workers_of(server)
        assert len(workers) == 2
        with socket.create_connection(("127.0.0.1", int(server.address.rsplit(":", 1)[1].strip("/")))) as client:
            asked = f"GET /sparql?query={quote(RUNAWAYS['cross product'])} HTTP/1.1\r\nHost: localhost\r\n\r\n"
            client.sendall(asked.encode())
            while sum(map(processor_time, workers)) < 20:  # until one is at work
                time.sleep(0.05)
            server.process.send_signal(ending)
            server.process.wait(PATIENCE)
        assert server.process.wait(PATIENCE) == {signal.SIGINT: 0, signal.SIGTERM: -signal.SIGTERM}[ending]
    left = PATIENCE + time.monotonic()
    while any(Path("/proc", str(worker)).exists() for worker in workers) and time.monotonic() < left:
        time.sleep(0.05)
    assert [worker for worker in workers if Path("/proc", str(worker)).exists()] == []


def test_it_can_be_called_by_the_names_that_it_has(out: Path) -> None:
    with serving(out, "--workers", "1", "--name", "data.example") as server:
        statuses = [
            server.client.get("/sparql", headers={"Host": host}).status_code
            for host in ("localhost", "127.0.0.1:80", "[::1]", "data.example", "other.example", "[::1")
        ]
    assert statuses == [200, 200, 200, 200, 421, 421]


def test_it_answers_at_an_address_of_ip_version_6(out: Path) -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("this machine has no IPv6")
    with serving(out, "--workers", "1", "--host", "::1") as server:
        assert server.address.startswith("http://[::1]:")
        assert httpx.get(f"{server.address}sparql", trust_env=False).status_code == 200
