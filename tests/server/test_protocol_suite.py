"""The W3C's tests of the SPARQL 1.1 Protocol, from their manifest, against the running server.

Tests of updates end otherwise than they say, since the server is read only: each of their updates is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from pyoxigraph import NamedNode, Quad, QueryResultsFormat, RdfFormat, parse, parse_query_results
from rdflib import RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from tests.server.conftest import Served, build, serving

MANIFEST = Path(__file__).parents[3] / "shared" / "conformance" / "sparql-protocol" / "manifest.ttl"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
pytestmark = pytest.mark.skipif(not MANIFEST.exists(), reason=f"the W3C's tests are not at {MANIFEST}")
READS, UPDATES = 20, 14


def manifest() -> Graph:
    return Graph().parse(MANIFEST) if MANIFEST.exists() else Graph()


SUITE = manifest()
ENTRIES = [entry for entries in SUITE.objects(None, MF.entries) for entry in Collection(SUITE, entries)]


def one(node: Node, predicate: URIRef) -> str:
    return str(next(SUITE.objects(node, predicate), ""))


def requests_of(entry: Node) -> Iterator[Node]:
    for action in SUITE.objects(entry, MF.action):
        for requests in SUITE.objects(action, HT.requests):
            yield from Collection(SUITE, requests)


def sent(server: Served, request: Node) -> httpx.Response:
    """Send a request as the manifest has it, with no header more."""
    headers = {}
    for listed in SUITE.objects(request, HT.headers):
        for header in Collection(SUITE, listed):
            headers[one(header, HT.fieldName)] = one(header, HT.fieldValue)
    body = next(SUITE.objects(request, HT.body), None)
    content = None if body is None else one(body, CNT.chars).encode(one(body, CNT.characterEncoding))
    bare = httpx.Request(
        one(request, HT.methodName),
        server.client.base_url.join(one(request, HT.absolutePath)),
        headers=headers,
        content=content,
    )
    return server.client.send(bare)


def is_update(request: Node) -> bool:
    """Whether a request of a test of updates is one, and not the question what it did."""
    body = next(SUITE.objects(request, HT.body), None)
    return body is None or "ASK" not in one(body, CNT.chars)


def entries(*, updates: bool) -> list[object]:
    named = {str(entry).rpartition("#")[2]: entry for entry in ENTRIES}
    return [pytest.param(entry, id=name) for name, entry in named.items() if ("update" in name) is updates]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """All graphs that the tests name, in one dataset."""
    graphs = {one(data, RDFS.label): URIRef(one(data, UT.graph)) for data in SUITE.objects(None, UT.graphData)}
    quads = [
        Quad(quad.subject, quad.predicate, quad.object, NamedNode(name))
        for name, file in graphs.items()
        for quad in parse((MANIFEST.parent / Path(urlsplit(file).path).name).read_bytes(), RdfFormat.N_TRIPLES)
    ]
    out = tmp_path_factory.mktemp("protocol") / "out"
    build(out, quads)
    with serving(out) as running:
        yield running


def expect(response: httpx.Response, expected: Node) -> None:
    statuses = {str(status)[-3] for status in SUITE.objects(expected, MF.expectedStatus)}
    assert str(response.status_code)[0] in statuses, response.text
    media = response.headers["content-type"].partition(";")[0]
    match one(expected, MF.expectedFormat):
        case "boolean":
            assert media in {"application/sparql-results+json", "application/sparql-results+xml"}
        case "tabular":
            assert media in {
                "application/sparql-results+json",
                "application/sparql-results+xml",
                "text/csv",
                "text/tab-separated-values",
            }
        case "RDF":
            assert RdfFormat.from_media_type(media) is not None
    truth = one(expected, MF.expectedBoolean)
    if truth:
        answer = parse_query_results(response.content, QueryResultsFormat.from_media_type(media))
        assert bool(answer) is (truth == "true")


@pytest.mark.parametrize("entry", entries(updates=False))
def test_the_protocol_is_kept(entry: Node, server: Served) -> None:
    for request in requests_of(entry):
        response = sent(server, request)
        for expected in SUITE.objects(request, HT.resp):
            expect(response, expected)


@pytest.mark.parametrize("entry", entries(updates=True))
def test_updates_are_refused(entry: Node, server: Served) -> None:
    """The server is read only: what the manifest would have done is not, and what it would have refused is refused."""
    everything = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    before = server.ask(everything).json()
    for request in filter(is_update, requests_of(entry)):
        response = sent(server, request)
        assert 400 <= response.status_code < 500, response.text
    assert server.ask(everything).json() == before


def test_every_test_of_the_manifest_is_run() -> None:
    assert (len(entries(updates=False)), len(entries(updates=True))) == (READS, UPDATES)
