"""Questions change nothing and reach nothing but the graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from graph_builder.errors import QueryError
from graph_builder.query.guard import check
from graph_builder.query.run import answer, query
from tests.listener import Listener

UPDATES = [
    "INSERT DATA { <a:b> <a:b> <a:b> }",
    "DELETE WHERE { ?s ?p ?o }",
    "# a comment\nPREFIX a: <http://example.org/#x>\nBASE <a:>\n  delete { ?s ?p ?o } where { ?s ?p ?o }",
    "LOAD <http://127.0.0.1/>",
    "LOAD <file:///etc/passwd>",
    "CLEAR ALL",
    "DROP ALL",
    "CREATE GRAPH <a:b>",
    "ADD DEFAULT TO <a:b>",
    "MOVE DEFAULT TO <a:b>",
    "COPY DEFAULT TO <a:b>",
    "WITH <a:b> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "PREFIX: <http://example.org/> INSERT DATA { :a :b :c }",
]


@pytest.mark.parametrize("update", UPDATES)
def test_updates_are_refused(update: str, out: Path) -> None:
    before = (out / "graph.trig").read_bytes()
    with pytest.raises(QueryError):
        query(out, update)
    assert (out / "graph.trig").read_bytes() == before


@pytest.mark.parametrize("update", UPDATES)
def test_a_loaded_graph_refuses_updates_too(update: str, store: Store) -> None:
    size = len(store)
    with pytest.raises(QueryError, match="not SPARQL"):
        answer(store, update)
    assert len(store) == size


def test_an_update_is_told_what_to_do_instead() -> None:
    with pytest.raises(QueryError, match=r"INSERT would change the graph.*Ask with SELECT"):
        check("insert data { <a:b> <a:b> <a:b> }")


@pytest.fixture
def listener() -> Iterator[Listener]:
    server = Listener()
    yield server
    server.socket.close()


CALLS = [
    "SELECT * { SERVICE <ADDRESS> { ?s ?p ?o } }",
    "SELECT * { service SILENT <ADDRESS> { ?s ?p ?o } }",
    "SELECT * { ?s ?p 5SERVICE<ADDRESS>{ ?a ?b ?c } }",
    "SELECT * { ?s ?p ?x.SERVICE<ADDRESS>{ ?a ?b ?c } }",
    "PREFIX x: <ADDRESS> SELECT * { SERVICE x: { ?s ?p ?o } }",
    "BASE <ADDRESS> SELECT * { { SELECT * { SERVICE <x> { ?s ?p ?o } } } }",
    "SELECT * { ?s ?p ?a FILTER(?a<'>') SERVICE <ADDRESS> { ?a ?b ?c } #'\n}",
    'SELECT * { ?s ?p ?a FILTER(?a<?p#>"""\n) SERVICE <ADDRESS> { ?a ?b ?c } #"""\n}',
    "SELECT * { \\u0053ERVICE <ADDRESS> { ?s ?p ?o } }",
    "SELECT * { \\U00000053ERVICE <ADDRESS> { ?s ?p ?o } }",
    "SELECT * { BIND(<ADDRESS> AS ?where) SERVICE ?where { ?s ?p ?o } }",
    "SELECT * FROM <ADDRESS> { ?s ?p ?o }",
    "SELECT * FROM NAMED <ADDRESS> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * { GRAPH <ADDRESS> { ?s ?p ?o } }",
    "LOAD <ADDRESS>",
    "PREFIX : <ADDRESS> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "PREFIX SERVICE: <ADDRESS> PREFIX : <ADDRESS> SELECT * { SERVICE:x { ?s ?p ?o } }",
    "PREFIX w: <ADDRESS> PREFIX ww: <ADDRESS> SELECT * { SERVICE w:x { ?s ?p ?o } }",
    "SELECT * { ?s ?p 'service' . SERVICE <ADDRESS> { ?s ?p ?o } }",
    "SELECT * { FILTER EXISTS { SERVICE <ADDRESS> { ?s ?p ?o } } } # service",
    "ASK{SERVICE<ADDRESS>{}}",
    "SELECT * { OPTIONAL { SERVICE SILENT <ADDRESS> { ?s ?p ?o } } }",
]


@pytest.mark.parametrize("call", CALLS)
def test_no_question_reaches_another_server(call: str, out: Path, listener: Listener) -> None:
    try:
        found = query(out, call.replace("ADDRESS", listener.address), "csv")
    except QueryError:
        found = ""
    assert found.count("\n") <= 1
    assert listener.calls == 0


def test_the_listener_would_notice(listener: Listener) -> None:
    with pytest.raises((OSError, RuntimeError)):
        list(Store().query(CALLS[0].replace("ADDRESS", listener.address)))  # type: ignore[arg-type]
    assert listener.calls > 0


@pytest.mark.parametrize(
    "asked",
    [
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED < FILE:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
        "BASE <file:///etc/> SELECT * FROM <passwd> { ?s ?p ?o }",
        "PREFIX etc: <file:///etc/> SELECT * FROM etc:passwd { ?s ?p ?o }",
        "SELECT * FROM <\\u0066ile:///etc/passwd> { ?s ?p ?o }",
    ],
)
def test_no_question_reaches_a_file(asked: str, out: Path) -> None:
    with pytest.raises(QueryError, match="file: address is not allowed"):
        query(out, asked)


def test_an_unknown_graph_is_empty_and_not_fetched(out: Path) -> None:
    asked = "SELECT * FROM <http://example.org/etc/passwd> { ?s ?p ?o }"
    assert query(out, asked, "csv").count("\n") == 1


@pytest.mark.parametrize(
    "asked",
    [
        "SELECT ?service { ?service a po:Party }",
        "SELECT $webservice { $webservice a po:Party }",
        "# insert nothing\nSELECT * { ?load po:status ?insert }",
        "SELECT ?file { ?file schema:url 'file:' }",
        "PREFIX insert: <http://example.org/> ASK { ?s insert:p ?o }",
        "DESCRIBE party:pps",
        "SELECT * { ?party skos:prefLabel 'les services extérieurs' }",
        'SELECT * { ?s schema:text """SERVICE <http://example.org/> { }""" } # service',
        "SELECT * { ?s <http://example.org/service> ?o }",
        'PREFIX service: <http://example.org/> ASK { ?s service:p ?o FILTER(?o != "w ww www") }',
    ],
)
def test_harmless_questions_pass(asked: str) -> None:
    check(asked)


PIECES = (
    *("SERVICE", "service ", "SILENT ", "<ADDRESS>", "\\u0053ERVICE", ":x", "w", "PREFIX SERVICE: <a:> "),
    *("PREFIX : <ADDRESS> ", "VALUES ?x { <ADDRESS> } ", "BIND(<ADDRESS> AS ?x) ", "FILTER EXISTS "),
    *("OPTIONAL ", "MINUS ", " UNION ", "GRAPH ?g "),
    *(" ?x ", "{", "}", "\n", "#", "'", '"', '"""', "?s ?p ?o", ". ", "1", "<", ">", "\\", "SELECT * ", "ASK "),
)
HEAPS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["ASK {", "SELECT * {", ""]),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.sampled_from(["}", "}}", ""]),
)


@given(asked=HEAPS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_heap_of_pieces_calls_another_server(listener: Listener, asked: str) -> None:
    try:
        check(asked.replace("ADDRESS", listener.address))
        answer(Store(), asked.replace("ADDRESS", listener.address), "csv")
    except QueryError:
        pass
    assert listener.calls == 0


@given(st.text(), st.text())
def test_the_word_is_refused_in_what_is_no_query(before: str, after: str) -> None:
    if before.rstrip("abcdefghijklmnopqrstuvwxyz0123456789_")[-1:] in {"?", "$"}:
        before += " "
    with pytest.raises(QueryError):
        check(f"{before} SERVICE {after}")
