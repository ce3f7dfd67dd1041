"""The clients that people use, as they come: curl, SPARQLWrapper, rdflib's store, the standard library."""

from __future__ import annotations

import csv
import shutil
import subprocess
from typing import Any

import pytest
from rdflib import FOAF, RDF, Graph, Namespace, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, RDFXML, TURTLE, XML, SPARQLWrapper

from graph_builder.graph.iris import DEFAULT_BASE
from tests.server.conftest import Served
from tests.worlds import small_world

PEOPLE = "PREFIX foaf: <http://xmlns.com/foaf/0.1/> SELECT ?name { ?p a foaf:Person ; foaf:name ?name }"
NAMES = sorted(entity.name for entity in small_world().entities if entity.kind == "person")
ORG = Namespace("http://www.w3.org/ns/org#")


def answer(served: Served, form: str, query: str = PEOPLE, *, post: bool = False) -> Any:
    """Return what SPARQLWrapper makes of an answer."""
    asking = SPARQLWrapper(f"{served.address}sparql")
    asking.setReturnFormat(form)
    asking.setQuery(query)
    if post:
        asking.setMethod(POST)
        asking.setRequestMethod(POSTDIRECTLY)
    return asking.queryAndConvert()


@pytest.mark.parametrize("post", [False, True])
def test_sparqlwrapper_asks_by_get_and_by_post(served: Served, post: bool) -> None:
    found = answer(served, JSON, post=post)["results"]["bindings"]
    assert set(NAMES) <= {row["name"]["value"] for row in found}


def test_sparqlwrapper_gets_tables(served: Served) -> None:
    assert "كريمة الزناتي" in answer(served, XML).toxml()
    assert "كريمة الزناتي" in answer(served, CSV).decode()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # SPARQLWrapper makes one
def test_sparqlwrapper_gets_graphs(served: Served) -> None:
    people = "PREFIX foaf: <http://xmlns.com/foaf/0.1/> CONSTRUCT WHERE { ?p a foaf:Person }"
    assert b"foaf:Person" in answer(served, TURTLE, people)
    assert len(answer(served, RDFXML, people)) >= len(NAMES)


def test_rdflib_reads_it_as_a_store(served: Served) -> None:
    graph = Graph(SPARQLStore(f"{served.address}sparql"))
    people = set(graph.subjects(RDF.type, FOAF.Person))
    assert len(people) >= len(NAMES)
    assert {str(name) for person in people for name in graph.objects(person, FOAF.name)} >= set(NAMES)
    assert len(list(graph.subjects(RDF.type, ORG.Membership))) > 0


def test_rdflib_follows_an_iri_to_its_data(served: Served) -> None:
    person = next(entity for entity in small_world().entities if entity.name == "كريمة الزناتي")
    graph = Graph().parse(f"{served.address}id/person/{person.id}")
    assert [str(name) for name in graph.objects(URIRef(f"{DEFAULT_BASE}person/{person.id}"), FOAF.name)] == [
        person.name
    ]


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")
def test_curl(served: Served) -> None:
    command = [
        "curl",
        "-sSf",
        "-H",
        "Accept: text/csv",
        "--data-urlencode",
        f"query={PEOPLE}",
        f"{served.address}sparql",
    ]
    ran = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    rows = list(csv.DictReader(ran.stdout.splitlines()))
    assert set(NAMES) <= {row["name"] for row in rows}
