"""The query endpoint under questions that a generator makes, and under bytes that are no HTTP: it answers on."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from hypothesis import given
from hypothesis import strategies as st

from graph_builder import pipeline
from tools.reliability.faults import COMMAND
from tools.reliability.fuzz import JUNK, counted, damaged, mixed, query_words
from tools.reliability.inputs import ROOT, lay_good
from tools.reliability.tried import Outcome, Tried, Verdict, attempt

_HTTP = b"GET /sparql?query=ASK%20%7B%7D HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nContent-Length: 3\r\n\r\nabc"
NAMES = (("query endpoint", "questions"), ("query endpoint", "requests"))
_ALIVE = "ASK { ?s ?p ?o }"
_BROKEN = st.sampled_from(
    [
        "SELECT DISTINCT ?s ?o WHERE { ?s skos:prefLabel ?o . ?s a foaf:Person } ORDER BY ?o LIMIT 7",
        "CONSTRUCT { ?s a ?t } WHERE { GRAPH ?g { ?s a ?t } } LIMIT 5",
        "SELECT (COUNT(*) AS ?n) WHERE { ?a org:subOrganizationOf* ?b OPTIONAL { ?b ?p 'x' } }",
    ]
).flatmap(lambda query: damaged(query.encode(), 1).map(lambda data: data.decode("utf-8", "replace")))


def endpoint(count: int) -> Iterator[Tried]:
    """Serve a build and ask ``count`` questions by GET and by POST, then send as many requests that are none."""
    outcome, said = attempt(lambda: _served(count), 60 + 3 * count)
    if outcome != "processed":
        yield Tried("query endpoint", "questions and requests", outcome, said, count)
        return
    for name, ended in json.loads(said).items():
        for one, number in ended.items():
            yield Tried("query endpoint", name, one, "", number)


def _served(count: int) -> Verdict:
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        lay_good(home / "in")
        pipeline.build([str(home / "in")], str(home / "out"))
        command = [*COMMAND, "serve", str(home / "out"), "--port", "0", "--timeout", "2", "--workers", "2"]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
            try:
                assert server.stdout is not None
                found = re.search(r"http://\S+/(?= )", server.stdout.readline())
                assert found, "the server does not begin"
                with httpx.Client(base_url=found[0], timeout=60, trust_env=False) as client:
                    told = {"questions": _questions(client, count), "requests": _requests(client, found[0], count)}
                assert server.poll() is None, "the server ended"
            finally:
                server.kill()
    return "processed", json.dumps(told)


def _questions(client: httpx.Client, count: int) -> Counter[Outcome]:
    ended: Counter[Outcome] = Counter()

    @counted(count)
    @given(_BROKEN | mixed([*query_words(), "SELECT", "ASK", "{", "}", "<file:", "SERVICE", "#", "*"]), st.booleans())
    def one(query: str, by_post: bool) -> None:
        query = query.encode("utf-8", "replace").decode()
        answer = (
            client.post("/sparql", data={"query": query}) if by_post else client.get("/sparql", params={"query": query})
        )
        assert answer.status_code in (200, 400, 403, 406, 413, 414, 503, 504), (answer.status_code, query)
        ended["processed" if answer.status_code == 200 else "refused"] += 1

    one()
    assert client.get("/sparql", params={"query": _ALIVE}).status_code == 200, "it answers no more"
    return ended


def _requests(client: httpx.Client, address: str, count: int) -> Counter[Outcome]:
    ended: Counter[Outcome] = Counter()
    host, port = urlsplit(address).hostname, urlsplit(address).port

    @counted(count)
    @given(damaged(_HTTP) | st.binary(max_size=200) | st.lists(st.sampled_from([*JUNK, "/", "."])).map(_path))
    def one(sent: bytes) -> None:
        with socket.create_connection((host, port), 60) as connection:
            connection.sendall(sent)
            connection.shutdown(socket.SHUT_WR)
            said = connection.recv(64)
        assert not said.startswith(b"HTTP/1.1 500"), sent
        ended["processed" if said.startswith((b"HTTP/1.1 2", b"HTTP/1.1 3")) else "refused"] += 1

    one()
    assert client.get("/sparql", params={"query": _ALIVE}).status_code == 200, "it answers no more"
    return ended


def _path(parts: list[str]) -> bytes:
    return f"GET /{''.join(parts)} HTTP/1.0\r\nHost: localhost\r\n\r\n".encode()
