"""A build on another server: written to and asked of the real Oxigraph server, and of servers that fail."""

from __future__ import annotations

import base64
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import Quad, RdfFormat, parse

from graph_builder.cli import main
from graph_builder.errors import QueryError, ServerError
from graph_builder.export import upload as uploading
from graph_builder.export.upload import upload
from graph_builder.graph.dataset import quads
from graph_builder.query.remote import Server
from graph_builder.query.run import query, query_remote
from graph_builder.query.store import load
from tests.server.conftest import PATIENCE, build, serving
from tests.worlds import branch, small_world, world_of

OXIGRAPH = Path(sys.executable).with_name("oxigraph")
FOREIGN = b"<a:s> <a:p> <a:o> .\n"


class Oxigraph:
    """The server, empty."""

    def __init__(self, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        command = [str(OXIGRAPH), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                self.send("GET", "/")
                break
            except OSError:
                time.sleep(0.02)

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def send(self, method: str, path: str, body: bytes | None = None, accept: str = "*/*") -> bytes:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, body, {"Accept": accept, "Content-Type": "application/n-triples"})
        found = connection.getresponse().read()
        connection.close()
        return found

    def clear(self) -> None:
        self.send("DELETE", "/store")

    def held(self) -> set[Quad]:
        return set(parse(self.send("GET", "/store", accept="application/n-quads"), RdfFormat.N_QUADS))


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Oxigraph]:
    server = Oxigraph(tmp_path_factory.mktemp("oxigraph"))
    yield server
    server.process.terminate()
    server.process.wait(PATIENCE)


@pytest.fixture
def oxigraph(running: Oxigraph) -> Oxigraph:
    running.clear()
    return running


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("stored") / "out"
    build(out, quads(small_world()))
    return out


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, prog_name="graph-builder")


def test_the_server_holds_what_the_build_does(oxigraph: Oxigraph, stored: Path) -> None:
    wrote = run("upload", str(stored), "--store", oxigraph.at("/store"))
    assert (wrote.exit_code, wrote.stdout) == (
        0,
        f"Wrote {len(list(load(stored).named_graphs()))} graphs to the store.\n",
    )
    assert oxigraph.held() == set(load(stored))


def test_questions_have_the_same_answers_there(oxigraph: Oxigraph, stored: Path) -> None:
    upload(stored, oxigraph.at("/store"))
    at = oxigraph.at("/query")
    for asked in (
        "SELECT ?p ?name { ?p a foaf:Person ; foaf:name ?name } ORDER BY ?p ?name",
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
        "ASK { party:pps a po:Party }",
        "CONSTRUCT { ?p a foaf:Person } { ?p a foaf:Person }",
    ):
        assert run("query", "--store", at, asked).stdout == query(stored, asked)
    about = ("--param", "person=سمير الوالى")
    assert run("ask", "offices", "--store", at, *about, "--format", "csv").stdout == run(
        "ask", str(stored), "offices", *about, "--format", "csv"
    ).stdout != ""  # fmt: skip


def test_the_server_of_this_program_can_be_asked_too(stored: Path) -> None:
    with serving(stored, "--workers", "1") as server:
        asked = "SELECT ?name { ?p a foaf:Person ; foaf:name ?name } ORDER BY ?name"
        assert query_remote(f"{server.address}sparql", asked, "csv") == query(stored, asked, "csv")


def test_a_new_build_takes_the_place_of_the_old_one_and_of_nothing_else(
    oxigraph: Oxigraph, stored: Path, tmp_path: Path
) -> None:
    upload(stored, oxigraph.at("/store"))
    oxigraph.send("PUT", "/store?graph=a:foreign", FOREIGN)
    smaller = tmp_path / "out"
    build(smaller, quads(world_of([branch()])))
    upload(smaller, oxigraph.at("/store"))
    (foreign,) = parse(FOREIGN, RdfFormat.N_TRIPLES)
    held = oxigraph.held()
    assert {quad.triple for quad in held if str(quad.graph_name) == "<a:foreign>"} == {foreign.triple}
    assert {quad for quad in held if str(quad.graph_name) != "<a:foreign>"} == set(load(smaller))


def test_a_default_graph_of_somebody_else_is_not_replaced(oxigraph: Oxigraph, stored: Path) -> None:
    oxigraph.send("PUT", "/store?default", FOREIGN)
    with pytest.raises(ServerError, match=r"holds what graph-builder did not write.*Give the build a store"):
        upload(stored, oxigraph.at("/store"))
    assert len(oxigraph.held()) == 1


@pytest.mark.parametrize("requests", [3, 5, 8])
def test_an_upload_that_was_cut_short_is_told_and_can_be_finished(
    oxigraph: Oxigraph, stored: Path, requests: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [None] * requests

    class Broken(Server):
        def request(self, *arguments: object, **named: object) -> tuple[int, str, bytes]:
            if not left:
                raise ServerError("The cable is cut", "Mend it.")
            left.pop()
            return super().request(*arguments, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as patch, pytest.raises(ServerError, match="cable"):
        patch.setattr(uploading, "Server", Broken)
        upload(stored, oxigraph.at("/store"))
    with pytest.raises(ServerError, match="holds no whole build"):
        query_remote(oxigraph.at("/query"), "ASK {}")
    upload(stored, oxigraph.at("/store"))
    assert oxigraph.held() == set(load(stored))


def test_a_wrong_query_is_told_where_the_user_wrote_it(oxigraph: Oxigraph, stored: Path) -> None:
    upload(stored, oxigraph.at("/store"))
    with pytest.raises(QueryError, match="not SPARQL: error at 2:3"):
        query_remote(oxigraph.at("/query"), "SELECT *\n{{")
    with pytest.raises(QueryError, match="SERVICE"):
        query_remote(oxigraph.at("/query"), "SELECT * { SERVICE <a:b> { ?s ?p ?o } }")


class Stern(BaseHTTPRequestHandler):
    """Answers with what its path says; notes the credentials."""

    seen: ClassVar[list[str | None]] = []

    def do_POST(self) -> None:
        self.seen.append(self.headers["Authorization"])
        self.rfile.read(int(self.headers["Content-Length"] or 0))
        self.send_response(int(self.path.strip("/").partition("?")[0]))
        self.send_header("Location", "http://127.0.0.1:1/")
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"no")

    do_GET = do_PUT = do_POST  # noqa: N815

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def stern() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Stern)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/401", "refuses (status 401)"),
        ("/302", "does not answer (status 302: no)"),
        ("/404", "does not answer (status 404: no)"),
        ("/500", "does not answer (status 500: no)"),
        ("/200", "answers with text/plain, not SPARQL"),
    ],
)
def test_a_server_that_does_not_answer_as_it_should(stern: str, path: str, told: str) -> None:
    with pytest.raises(ServerError) as raised:
        query_remote(f"http://{stern}{path}", "ASK {}")
    assert raised.value.problem == f"http://{stern}{path} {told}"


def test_name_and_password_are_sent_and_not_told(stern: str) -> None:
    with pytest.raises(ServerError) as raised:
        query_remote(f"http://me:p%40ss@{stern}/403", "ASK {}")
    assert Stern.seen[-1] == f"Basic {base64.b64encode(b'me:p@ss').decode()}"
    assert "p@ss" not in str(raised.value)
    assert "p%40ss" not in str(raised.value)


def test_a_server_that_takes_no_graphs(stern: str, stored: Path) -> None:
    with pytest.raises(ServerError, match=r"does not take graphs \(status 500\).*7878/store"):
        upload(stored, f"http://{stern}/500")


@pytest.mark.parametrize("address", ["localhost:7878", "ftp://host/", "http://", "http://host:port/"])
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(ServerError, match="is no address of a server"):
        Server(address)


def test_a_server_that_is_not_there(stored: Path) -> None:
    ended = run("upload", str(stored), "--store", "http://127.0.0.1:1/store")
    assert (ended.exit_code, ended.stdout) == (5, "")
    assert ended.stderr == (
        "graph-builder: http://127.0.0.1:1/store cannot be reached: Connection refused.\n"
        "Check the address, and that the server runs.\n"
    )


@pytest.mark.parametrize(
    "arguments", [["out", "ASK {}", "--store", "http://host/"], ["ASK {}"], ["--store", "http://host/"]]
)
def test_a_folder_or_a_store(arguments: list[str]) -> None:
    assert run("query", *arguments).exit_code == 2
