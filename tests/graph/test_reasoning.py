"""What an OWL 2 RL reasoner concludes from ontology, alignment and data holds no contradiction.

The reasoner (``reasonable``) materialises; its Python side does not say which rule found a contradiction. So the rules
of OWL 2 RL that end in one, of the constructs that the ontology has, are asked of the closure here. Each of our IRIs
names a thing of its own: that two are concluded to be one is a contradiction, too.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, serialize
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node
from reasonable import PyReasoner

from graph_builder.graph.dataset import quads
from tests.worlds import small_world

ONTOLOGY = Path(__file__).parents[2] / "ontology"
PREFIXES = """
@prefix ex: <https://example.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix po: <https://w3id.org/party-structure/ontology#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <https://schema.org/> .
"""


@pytest.fixture(scope="module")
def terms() -> Graph:
    return Graph().parse(ONTOLOGY / "party.ttl").parse(ONTOLOGY / "alignment.ttl")


def closure(terms: Graph, data: Graph) -> Graph:
    """All that OWL 2 RL concludes."""
    reasoner = PyReasoner()
    reasoner.from_graph(terms + data)
    concluded = Graph()
    for triple in reasoner.reason():
        concluded.add(triple)
    return concluded


def triples(found: Iterable[Quad]) -> Graph:
    data = serialize({quad.triple for quad in found}, format=RdfFormat.N_TRIPLES) or b""
    return Graph().parse(data=data, format="nt")


def contradictions(concluded: Graph, terms: Graph) -> set[tuple[str, str]]:
    """Rule of OWL 2 RL and the thing of which it finds a contradiction."""
    found = {("cls-nothing2", thing) for thing in concluded.subjects(RDF.type, OWL.Nothing)}
    for one, other in disjoint(terms):
        of_one = set(concluded.subjects(RDF.type, one))
        found |= {("cax-dw", thing) for thing in of_one & set(concluded.subjects(RDF.type, other))}
    for one, other in concluded.subject_objects(OWL.sameAs):
        if one != other:
            found |= {("eq-diff1", one), ("eq-diff1", other)}
    return {(rule, str(thing)) for rule, thing in found}


def disjoint(terms: Graph) -> set[tuple[Node, Node]]:
    pairs = set(terms.subject_objects(OWL.disjointWith))
    for members in terms.objects(None, OWL.members):
        pairs |= set(combinations(Collection(terms, members), 2))
    return pairs


def test_the_ontology_alone_is_consistent(terms: Graph) -> None:
    lists = Graph()
    for name in ("roles", "parties"):
        lists.parse(ONTOLOGY / f"{name}.ttl")
    assert contradictions(closure(terms, lists), terms) == set()


def test_a_built_graph_is_consistent(terms: Graph, built: list[Quad]) -> None:
    concluded = closure(terms, triples(built))
    assert contradictions(concluded, terms) == set()
    assert len(concluded) > len(terms) + len({quad.triple for quad in built})


def test_one_of_everything_is_consistent(terms: Graph) -> None:
    assert contradictions(closure(terms, triples(quads(small_world()))), terms) == set()


@pytest.mark.parametrize(
    ("planted", "rule"),
    [
        ("ex:x a foaf:Person, po:Congress .", "cax-dw"),
        ("ex:x a po:Party, po:Coalition .", "cax-dw"),
        ("ex:x a po:Meeting ; po:denotes ex:y .", "cax-dw"),  # what denotes is a claim, and a claim is no event
        ("ex:x org:subOrganizationOf ex:y ; po:capacity ex:z .", "cax-dw"),
        ("ex:m po:participant ex:p . ex:x a schema:Person ; po:level ex:l .", "cax-dw"),  # by way of the alignment
        ("ex:m po:denotes ex:x, ex:y .", "eq-diff1"),
        ("ex:j po:concerns ex:x, ex:y .", "eq-diff1"),
        ("ex:x a owl:Nothing .", "cls-nothing2"),
    ],
)
def test_a_planted_contradiction_is_found(terms: Graph, planted: str, rule: str) -> None:
    concluded = closure(terms, Graph().parse(data=PREFIXES + planted, format="turtle"))
    assert (rule, "https://example.org/x") in contradictions(concluded, terms)


def test_every_pair_that_the_ontology_keeps_apart_is_asked(terms: Graph) -> None:
    """All classes of a graph's things are apart, but those under one of these."""
    apart = {frozenset((str(one), str(other))) for one, other in disjoint(terms)}
    assert len(apart) == 36 + 2
    assert all((URIRef(name), RDF.type, OWL.Class) in terms for pair in apart for name in pair)
    assert not any((None, predicate, None) in terms for predicate in (OWL.complementOf, OWL.propertyDisjointWith))
    assert not any((None, RDF.type, kind) in terms for kind in (OWL.IrreflexiveProperty, OWL.AsymmetricProperty))
    assert (None, RDFS.subClassOf, OWL.Nothing) not in terms
