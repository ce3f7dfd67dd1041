"""SPARQL and its results in every form."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import get_args

import pytest
from pyoxigraph import RdfFormat, Store, parse

from graph_builder.errors import OutputError, QueryError
from graph_builder.query.run import Form, answer, query

HOLDERS = """SELECT ?who ?role ?since { ?m org:member/foaf:name ?who ; po:roleName ?role ; po:party party:pps
    OPTIONAL { ?m schema:startDate ?since } } ORDER BY ?since ?who"""


def test_csv_is_as_the_standard_says(out: Path) -> None:
    rows = list(csv.reader(io.StringIO(query(out, HOLDERS, "csv"), newline="")))
    assert rows[0] == ["who", "role", "since"]
    assert ["كريمة الزناتي", "كاتبة عامة", "2019-05-05"] in rows
    assert ["يوسف المنصوري", "كاتب عام", ""] in rows
    assert len(rows) == 6


def test_json_is_as_the_standard_says(out: Path) -> None:
    answered = json.loads(query(out, HOLDERS, "json"))
    assert answered["head"]["vars"] == ["who", "role", "since"]
    assert answered["results"]["bindings"][-1]["since"]["datatype"] == "http://www.w3.org/2001/XMLSchema#date"


def test_a_table_is_aligned_and_counted(store: Store) -> None:
    lines = answer(store, "SELECT ?party ?name { ?party a po:Party ; skos:prefLabel ?name } ORDER BY ?name").split("\n")
    assert lines[0].split() == ["party", "name"]
    assert "party:pps" in "\n".join(lines)
    assert lines[-2:] == ["(4 rows)", ""]
    assert answer(store, "SELECT ?x { ?x a po:Rally }") == "x\n-\n(0 rows)\n"


def test_counts_are_of_statements_not_of_graphs(store: Store) -> None:
    asked = "SELECT (COUNT(?b) AS ?n) { ?b po:level level:local }"
    assert answer(store, asked, "csv") == "n\r\n2\r\n"
    in_graphs = "SELECT (COUNT(?b) AS ?n) { GRAPH ?g { ?b po:level level:local } }"
    assert answer(store, in_graphs, "csv") == "n\r\n4\r\n"


def test_one_graph_can_be_asked_alone(store: Store) -> None:
    article = "?g dcterms:source/dcterms:identifier '001_branch'"
    graph = answer(store, f"SELECT ?g {{ {article} }}", "csv").split("\r\n")[1]
    asked = f"SELECT (COUNT(*) AS ?n) FROM <{graph}> {{ ?m a org:Membership }}"
    assert answer(store, asked, "csv") == "n\r\n4\r\n"


@pytest.mark.parametrize("form", ["turtle", "table"])
def test_a_graph_is_readable_turtle(store: Store, form: Form) -> None:
    asked = "CONSTRUCT { ?e ?p ?o } WHERE { ?e a po:Training ; ?p ?o }"
    text = answer(store, asked, form)
    assert text.startswith("@prefix event: ")
    assert "\n    schema:location place:04-421 ;\n" in text
    assert len(list(parse(text, format=RdfFormat.TURTLE))) == 8
    assert answer(store, asked, form) == text


def test_describe_tells_of_a_thing(store: Store) -> None:
    assert 'skos:prefLabel "Parti du progrès et du socialisme"@fr' in answer(store, "DESCRIBE party:pps")


def test_yes_and_no(store: Store) -> None:
    assert answer(store, "ASK { party:pps a po:Party }") == "true\n"
    assert answer(store, "ASK { party:pps a po:Rally }", "csv") == "false\n"
    assert json.loads(answer(store, "ASK {}", "json"))["boolean"] is True


@pytest.mark.parametrize(
    ("asked", "form"),
    [("SELECT * {}", "turtle"), ("ASK {}", "turtle"), ("DESCRIBE party:pps", "csv"), ("DESCRIBE party:pps", "json")],
)
def test_a_form_that_does_not_fit_is_refused(store: Store, asked: str, form: Form) -> None:
    with pytest.raises(QueryError, match=r"not a graph|no (csv|json) form"):
        answer(store, asked, form)


@pytest.mark.parametrize("asked", ["", "SELECT", "SELECT * { ?s ?p }", "SELECT * { ?s nope:p ?o }", "hello"])
def test_what_is_not_sparql_says_where(out: Path, asked: str) -> None:
    with pytest.raises(QueryError, match="The query is not SPARQL: "):
        query(out, asked)


def test_own_prefixes_win(store: Store) -> None:
    asked = "PREFIX po: <http://www.w3.org/ns/org#> SELECT (COUNT(*) AS ?n) { ?m a po:Membership }"
    assert answer(store, asked, "csv") == "n\r\n8\r\n"


def test_a_folder_that_is_no_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        query(tmp_path, "ASK {}")


def test_every_form_is_tested() -> None:
    assert set(get_args(Form)) == {"table", "csv", "json", "turtle"}
