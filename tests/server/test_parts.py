"""The parts of the server that can be tried alone: negotiation, limits on answers, headers of hosts, requests."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store

from graph_builder.server import frames
from graph_builder.server.accept import best
from graph_builder.server.caps import Capped, rows_of
from graph_builder.server.formats import GRAPH_TYPES, TABLE_TYPES, TABLES, choose
from graph_builder.server.protocol import Question, from_get, from_post
from graph_builder.server.refusal import Refused

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "offered", "chosen"),
    [
        ("", ["text/turtle", "text/html"], "text/turtle"),
        ("*/*", ["text/turtle", "text/html"], "text/turtle"),
        ("*", ["text/turtle"], "text/turtle"),
        (BROWSER, ["text/turtle", "text/html"], "text/html"),
        ("text/html;q=0.5, text/turtle;q=0.9", ["text/html", "text/turtle"], "text/turtle"),
        ("TEXT/Turtle ; Q=1.0", ["text/html", "text/turtle"], "text/turtle"),
        ("text/turtle;q=0", ["text/turtle"], None),
        ("text/*;q=0.1, text/turtle;q=0", ["text/turtle", "text/html"], "text/html"),
        ("text/turtle;q=nonsense, text/html;q=nan", ["text/turtle", "text/html"], None),
        ("text/turtle;charset=utf-8;q=0.3, text/html;q=7", ["text/turtle", "text/html"], "text/html"),
        (",;,", ["text/turtle"], "text/turtle"),
    ],
)
def test_the_form_that_is_liked_best_is_chosen(accept: str, offered: list[str], chosen: str | None) -> None:
    assert best(accept, offered) == chosen


@given(st.text(), st.lists(st.sampled_from(["text/turtle", "text/html", "a/b"]), unique=True))
def test_any_header_can_be_read(accept: str, offered: list[str]) -> None:
    assert best(accept, offered) in [None, *offered]


def test_every_form_can_be_named_and_answered_under_its_standard_type() -> None:
    for types in (TABLE_TYPES, GRAPH_TYPES):
        for form in dict.fromkeys(types.values()):
            chosen = choose("", types, form)
            assert chosen == choose(next(media for media in types if types[media] == form), types)


TEXTS = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8), max_size=12)


@given(TEXTS, st.sampled_from(sorted(TABLES)), st.integers(1, 40))
def test_rows_are_counted_as_they_are_written(texts: list[str], form: str, size: int) -> None:
    """Whatever the cells hold (quotes, line breaks, what looks like a row) and wherever the parts are cut."""
    store = Store()
    store.extend(Quad(NamedNode("a:a"), NamedNode("a:b"), Literal(text)) for text in texts)
    rows = len(store)
    found = store.query("SELECT ?o ?s { ?s ?p ?o . OPTIONAL { ?o ?p ?never } FILTER(STRLEN(?o) >= 0) }")
    assert isinstance(found, QuerySolutions)
    written = found.serialize(format=TABLES[form]) or b""
    count = rows_of(form, ["o", "s"])
    assert sum(count(written[start : start + size]) for start in range(0, len(written), size)) == rows


def test_an_answer_may_be_as_large_as_it_may_be() -> None:
    output = Capped(4, 2, rows_of("tsv", []))
    output.write(b"?a\n")
    output.write(b"\n")
    with pytest.raises(Refused, match="more than 0 MB"):
        output.write(b"x")
    assert output.getvalue() == b"?a\n\n"
    output = Capped(40, 1, rows_of("tsv", []))
    with pytest.raises(Refused, match="more than 1 rows"):
        output.write(b"?a\n1\n2\n")


def test_messages_arrive_as_they_were_sent() -> None:
    sent = frames.frame({"نص": [1, None]}, b"\0\xff") + frames.frame({})
    file = io.BytesIO(sent + b"\0")
    assert [frames.read(file), frames.read(file), frames.read(file)] == [
        ({"نص": [1, None]}, b"\0\xff"),
        ({}, b""),
        None,
    ]


def test_what_a_request_asks() -> None:
    assert from_get(b"lang=fr") is None
    asked = Question("ASK {}", ("a:d",), ("a:n", "a:m"), "csv")
    graphs = b"&default-graph-uri=a:d&named-graph-uri=a:n&named-graph-uri=a%3Am&default-graph-uri="
    encoded = b"query=ASK+%7B%7D" + graphs + b"&format=csv"
    assert from_get(encoded) == asked
    assert from_post(b"", "application/x-www-form-urlencoded; charset=UTF-8", encoded) == asked
    beside = encoded.removeprefix(b"query=ASK+%7B%7D&")
    assert from_post(beside, "application/sparql-query", b"ASK {}") == asked


@given(st.binary(), st.text(), st.binary())
def test_any_request_is_read_or_refused(query_string: bytes, content_type: str, body: bytes) -> None:
    refused = []
    try:
        from_get(query_string)
        from_post(query_string, content_type, body)
    except Refused as error:
        refused.append(error.status)
    assert all(400 <= status < 500 for status in refused)
