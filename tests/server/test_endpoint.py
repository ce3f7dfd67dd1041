"""The endpoint: forms of answers, limits, refusals, who may call."""

from __future__ import annotations

import os
import signal
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

from benchmarks.endpoint import RUNAWAYS
from graph_builder.graph.dataset import merged, quads
from graph_builder.server import formats
from tests.server.conftest import PATIENCE, Served, build, serving, serving_with, workers_of
from tests.worlds import branch, small_world, world_of

ARTICLES = "SELECT ?id { ?article a schema:NewsArticle ; dcterms:identifier ?id } ORDER BY ?id"
FORM = "application/x-www-form-urlencoded"
GRAPHS = [form.media_type for form in formats.GRAPHS.values()]
CROSSING = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
SLOW = (
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 9\r\n\r\nA"
)


def graph(response: httpx.Response) -> set[str]:
    media = response.headers["content-type"].partition(";")[0]
    syntax = RdfFormat.from_media_type(media)
    assert syntax is not None, media
    return {str(quad.triple) for quad in parse(response.content, syntax)}


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("application/json", "application/json"),
        ("text/csv;q=0.2, application/sparql-results+xml;q=0.7", "application/sparql-results+xml"),
    ],
)
def test_a_table_comes_in_the_form_that_is_liked_best(served: Served, accept: str, media: str) -> None:
    answer = served.ask(ARTICLES, accept)
    assert (answer.status_code, answer.headers["content-type"]) == (200, media)
    assert "Accept" in answer.headers["vary"]
    found = {"application/json": QueryResultsFormat.JSON}.get(media) or QueryResultsFormat.from_media_type(media)
    if found == QueryResultsFormat.CSV:
        ids = answer.text.split()[1:]
    else:
        ids = [solution["id"].value for solution in parse_query_results(answer.content, found)]  # type: ignore[union-attr]
    assert ids == sorted(reading.article.id for reading in small_world().readings)


@pytest.mark.parametrize("media", GRAPHS)
def test_a_graph_comes_whole_in_every_form(served: Served, media: str) -> None:
    answer = served.ask("CONSTRUCT { ?s a ?type } { ?s a ?type }", media)
    typed = {str(quad.triple) for quad in quads(small_world()) if quad.predicate.value.endswith("#type")}
    assert answer.headers["content-type"].partition(";")[0] == media
    assert graph(answer) == typed


def test_the_format_can_be_named_in_the_address(served: Served) -> None:
    answer = served.client.get("/sparql", params={"query": ARTICLES, "format": "csv"}, headers={"Accept": "text/html"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    other = served.client.get("/sparql", params={"query": ARTICLES, "format": "excel"}, headers={"Accept": "text/csv"})
    assert other.text == answer.text


def test_head_says_what_get_would(served: Served) -> None:
    answer = served.client.head("/sparql", params={"query": "ASK {}"})
    assert (answer.status_code, answer.content) == (200, b"")


def test_the_service_describes_itself_and_its_dataset(served: Served) -> None:
    answer = served.client.get("/sparql")
    sd = "http://www.w3.org/ns/sparql-service-description#"
    said = graph(answer)
    assert any(f"<{sd}endpoint> <{served.address}sparql>" in triple for triple in said)
    assert any(
        triple.endswith(f"<http://rdfs.org/ns/void#inDataset> <{served.address}.well-known/void>") for triple in said
    )
    assert answer.headers["link"] == '</.well-known/void>; rel="describedby"'
    built = {str(quad.triple) for quad in quads(small_world()) if "graph/description" in str(quad.graph_name)}
    assert graph(served.client.get("/.well-known/void", headers={"Accept": "application/n-triples"})) == built


def test_behind_a_server_with_https_the_service_names_that_address(served: Served) -> None:
    answer = served.client.get("/sparql", headers={"X-Forwarded-Proto": "https", "Host": "localhost"})
    assert "<https://localhost/sparql>" in answer.text


def test_a_dataset_is_chosen_among_the_graphs_of_the_build_alone(served: Served, tmp_path: Path) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    entities = [quad for quad in quads(small_world()) if str(quad.graph_name).endswith("graph/entities>")]
    canary = tmp_path / "canary.nt"
    canary.write_text("<a:a> <a:b> <a:c> .")
    counted = {}
    for name in (str(entities[0].graph_name).strip("<>"), "http://example.org/none"):
        answer = served.client.get("/sparql", params={"query": count, "default-graph-uri": name, "format": "csv"})
        counted[name.rpartition("/")[2]] = answer.text.split()[1]
    assert counted == {"entities": str(len(entities)), "none": "0"}
    answer = served.client.get("/sparql", params={"query": count, "default-graph-uri": canary.as_uri()})
    assert (answer.status_code, answer.text.splitlines()[0]) == (400, "A file: address is not allowed in a query.")


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"method": "GET", "params": {"query": "SELECT * {"}}, 400),
        ({"method": "GET", "params": {"query": "ASK {}"}, "headers": {"Accept": "image/png"}}, 406),
        ({"method": "GET", "params": {"default-graph-uri": "a:b"}}, 400),
        ({"method": "GET", "params": {"query": "ASK {}", "default-graph-uri": "no iri"}}, 400),
        ({"method": "GET", "url": "/sparql?query=%FF"}, 400),
        ({"method": "POST", "content": b"ASK {}", "headers": {"Content-Type": "application/json"}}, 415),
        ({"method": "POST", "content": b"\xff", "headers": {"Content-Type": "application/sparql-query"}}, 400),
        ({"method": "POST", "content": b"a" * 1_100_000, "headers": {"Content-Type": "application/sparql-query"}}, 413),
        ({"method": "POST", "content": b"CLEAR ALL", "headers": {"Content-Type": "application/sparql-update"}}, 403),
        ({"method": "POST", "content": b"query=CLEAR+ALL", "headers": {"Content-Type": FORM}}, 400),
        ({"method": "PUT", "content": b"", "headers": {"Content-Type": "text/turtle"}}, 405),
        ({"method": "DELETE"}, 405),
        ({"method": "GET", "url": "/nowhere"}, 404),
        ({"method": "GET", "url": "/sparql", "headers": {"Host": "rebound.example"}}, 421),
        ({"method": "GET", "url": "/sparql", "headers": {"Origin": "https://evil.example"}}, 403),
        ({"method": "GET", "url": "/sparql", "headers": CROSSING}, 403),
    ],
)  # fmt: skip
def test_what_is_refused_and_how(served: Served, request_: dict[str, object], status: int) -> None:
    answer = served.client.request(**{"url": "/sparql", **request_})  # type: ignore[arg-type]
    assert answer.status_code == status
    assert "Traceback" not in answer.text
    assert ".py" not in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in answer.headers
    assert "server" not in answer.headers


def test_a_link_from_another_site_may_be_followed(served: Served) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert served.client.get("/sparql", headers=headers).status_code == 200


def test_an_answer_that_is_too_long_is_refused_and_never_cut(out: Path) -> None:
    size = len(merged(quads(small_world())))
    with serving(out, "--max-rows", "20", "--workers", "1") as server:
        table = server.ask("SELECT * { ?s ?p ?o }")
        statements = server.ask("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle")
        fits = server.ask("SELECT * { ?s ?p ?o } LIMIT 20")
        whole = server.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert size > 20
    assert (table.status_code, table.text.splitlines()[0]) == (
        422,
        "The answer has more than 20 rows, and a part of it would be taken for the whole.",
    )
    assert (statements.status_code, statements.text.partition(",")[0]) == (
        422,
        "The answer has more than 20 statements",
    )
    assert len(fits.json()["results"]["bindings"]) == 20
    assert whole.status_code == 200


def test_runaway_questions_are_stopped_while_others_are_served(out: Path) -> None:
    """Four at once by one client, which may have three of the four workers; another client needs the fourth."""
    with serving(out, "--timeout", "1.5") as server, ThreadPoolExecutor(4) as clients:
        away = [clients.submit(server.ask, question) for question in RUNAWAYS.values()]
        other = httpx.HTTPTransport(local_address="127.0.0.2")
        with httpx.Client(base_url=server.address, timeout=PATIENCE, transport=other) as neighbour:
            meanwhile = [neighbour.get("/sparql", params={"query": "ASK {}"}).status_code for _ in range(5)]
        ended = [question.result() for question in away]
        after = server.ask("ASK {}")
    assert meanwhile == [200] * 5
    assert [(answer.status_code, answer.text.splitlines()[0]) for answer in ended] == [
        (504, "The question was not answered in 1.5 s and was stopped.")
    ] * 4
    assert after.json()["boolean"] is True


def test_a_question_may_not_have_all_memory(out: Path) -> None:
    with serving(out, "--memory", "32", "--timeout", str(PATIENCE), "--workers", "1") as server:
        answer = server.ask(RUNAWAYS["huge DISTINCT"])
        after = server.ask("ASK {}")
    assert (answer.status_code, answer.text.splitlines()[0]) == (
        422,
        "The question needs more memory than the 32 MB it may use, and was stopped.",
    )
    assert after.status_code == 200


def test_a_worker_that_dies_is_replaced(out: Path) -> None:
    with serving(out, "--workers", "1") as server:
        (worker,) = workers_of(server)
        os.kill(worker, signal.SIGKILL)
        answers = [server.ask("ASK {}").status_code for _ in range(2)]
    assert answers[1] == 200


def test_a_build_that_replaces_the_folder_is_answered_from(tmp_path: Path) -> None:
    out = tmp_path / "out"
    build(out, quads(world_of([branch()])))
    with serving(out, "--workers", "2") as server:
        before = server.ask(ARTICLES, "text/csv").text.split()[1:]
        old = workers_of(server)
        build(out, quads(small_world()))
        after = [server.ask(ARTICLES, "text/csv").text.split()[1:] for _ in range(4)]
        assert not {*old} & {*workers_of(server)}
    assert before == [branch().article.id]
    assert after == [sorted(reading.article.id for reading in small_world().readings)] * 4


def test_pages_of_a_site_that_is_named_may_ask(out: Path) -> None:
    with serving(out, "--cors", "https://friend.example", "--workers", "1") as server:
        friend = server.client.get("/sparql", headers={"Origin": "https://friend.example"})
        other = server.client.get("/sparql", headers={"Origin": "https://evil.example"})
        asking = {"Origin": "https://friend.example", "Access-Control-Request-Method": "POST"}
        before = server.client.options("/sparql", headers=asking)
    assert friend.headers["access-control-allow-origin"] == "https://friend.example"
    assert other.status_code == 403
    assert (before.status_code, before.headers["access-control-allow-origin"]) == (200, "https://friend.example")


def test_a_client_that_says_nothing_is_not_waited_for(out: Path) -> None:
    with serving_with(out, patience=0.5) as server:
        at = urlsplit(server.address)
        for beginning in (b"", b"GET / HTTP/1.1\r\nHost: local"):
            with socket.create_connection((at.hostname or "", at.port or 0), PATIENCE) as silent:
                silent.sendall(beginning)
                assert silent.recv(1) == b""
        with socket.create_connection((at.hostname or "", at.port or 0), PATIENCE) as silent:
            silent.sendall(b"HEAD /sparql HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert silent.recv(65536).startswith(b"HTTP/1.1 200 ")
            silent.sendall(b"GET /")
            with suppress(ConnectionError):
                assert silent.recv(1) == b""
        with socket.create_connection((at.hostname or "", at.port or 0), PATIENCE) as slow:
            slow.sendall(SLOW)
            assert slow.recv(65536).startswith(b"HTTP/1.1 408 ")


def test_a_client_that_does_not_take_its_answer_is_not_waited_for(out: Path) -> None:
    large = quote("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 60000")
    with serving_with(out, patience=0.5) as server:
        at = urlsplit(server.address)
        files = Path("/proc", str(server.process.pid), "fd")
        before = len(list(files.iterdir()))
        with socket.create_connection((at.hostname or "", at.port or 0), PATIENCE) as idle:
            idle.sendall(f"GET /sparql?query={large} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            assert idle.recv(12) == b"HTTP/1.1 200"
            until = time.monotonic() + PATIENCE
            while len(list(files.iterdir())) > before and time.monotonic() < until:
                time.sleep(0.05)
            assert len(list(files.iterdir())) == before


def test_whatever_is_asked_the_server_stands(served: Served) -> None:
    deep = "SELECT * { " + "{ " * 20_000 + "} " * 20_000 + "}"
    wide = "SELECT * { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }"
    for asked in (deep, wide, "PREFIX <" * 20_000, "\0", "ASK { ?s ?p '\U0010ffff' }", "ASK {" + "!" * 50_000):
        answer = served.client.post("/sparql", data={"query": asked})
        assert answer.status_code < 500 or answer.status_code == 504, answer.text
    assert served.ask("ASK {}").status_code == 200


@given(st.binary(max_size=200), st.sampled_from(["application/sparql-query", FORM, "text/plain", ""]))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_answered_or_refused(served: Served, body: bytes, content_type: str) -> None:
    answer = served.client.post("/sparql", content=body, headers={"Content-Type": content_type})
    assert answer.status_code < 500, answer.text


def test_questions_that_wait_are_few(out: Path) -> None:
    with serving_with(out, waiting=0) as server:
        answer = server.ask("ASK {}")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "2")
