"""The ontology: complete in three languages, generated where it says so, and what graphs use is what it declares."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
from pyoxigraph import NamedNode
from rdflib import DC, DCTERMS, OWL, RDF, RDFS, SKOS, VANN, Graph, Literal, URIRef

from graph_builder import model
from graph_builder.export.context import CONTEXT
from graph_builder.graph import terms
from graph_builder.graph.dataset import quads
from graph_builder.graph.iris import prefixes
from graph_builder.graph.terms import VOCABULARIES
from graph_builder.graph.things import EVENT_CLASSES
from tests.worlds import small_world

ROOT = Path(__file__).parents[2]
OWN = "https://w3id.org/party-structure/ontology#"
LANGUAGES = {"ar", "fr", "en"}
HEADER = {
    DC.creator,
    DCTERMS.created,
    DCTERMS.modified,
    DCTERMS.bibliographicCitation,
    VANN.preferredNamespacePrefix,
    VANN.preferredNamespaceUri,
}
"""What only the header of the file says of the ontology itself."""
PREFIXES = {**VOCABULARIES, **prefixes(), "ex": "https://example.org/"}


def tool(name: str) -> Any:
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.pop(0)


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(ROOT / "ontology" / "party.ttl")


@pytest.fixture(scope="module")
def lists() -> Graph:
    graph = Graph()
    for name in ("roles", "parties", "places"):
        graph.parse(ROOT / "ontology" / f"{name}.ttl")
    return graph


def declared(ontology: Graph) -> set[URIRef]:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDFS.Datatype)
    found = {node for kind in kinds for node in ontology.subjects(RDF.type, kind)}
    return {node for node in found if isinstance(node, URIRef)} - HEADER


def languages(ontology: Graph, node: URIRef, *predicates: URIRef) -> list[str]:
    texts = [text for predicate in predicates for text in ontology.objects(node, predicate)]
    return sorted(str(text.language) for text in texts if isinstance(text, Literal))


@pytest.mark.parametrize("name", ["make_terms", "make_ontology", "make_schema", "make_questions"])
def test_generated_files_equal_a_fresh_generation(name: str) -> None:
    for path, content in tool(name).generated().items():
        assert path.read_bytes() == (content if isinstance(content, bytes) else content.encode()), (
            f"run tools/{name}.py"
        )


def test_every_term_speaks_three_languages(ontology: Graph) -> None:
    for term in declared(ontology):
        assert languages(ontology, term, RDFS.label) == sorted(LANGUAGES), term
        assert languages(ontology, term, SKOS.definition, SKOS.scopeNote) == sorted(LANGUAGES), term
        predicate = SKOS.definition if term.startswith(OWN) else SKOS.scopeNote
        assert (term, predicate, None) in ontology, term
        assert (term, RDFS.isDefinedBy, None) in ontology, term


def test_every_concept_speaks_three_languages(ontology: Graph) -> None:
    concepts = set(ontology.subjects(RDF.type, SKOS.Concept))
    assert len(concepts) == sum(len(get_args(values)) for values in SCHEMES.values())
    for concept in concepts:
        assert isinstance(concept, URIRef)
        assert languages(ontology, concept, SKOS.prefLabel) == sorted(LANGUAGES), concept
        assert languages(ontology, concept, SKOS.definition) == sorted(LANGUAGES), concept


def test_every_own_term_has_an_example_that_uses_it(ontology: Graph) -> None:
    """Of a class, things that the press calls so; of a property, a statement."""
    for term in (term for term in declared(ontology) if term.startswith(OWN)):
        (example,) = ontology.objects(term, SKOS.example)
        assert isinstance(example, Literal)
        if (term, RDF.type, OWL.Class) in ontology:
            assert example.language == "ar", term
        else:
            declarations = "".join(f"PREFIX {prefix}: <{space}>\n" for prefix, space in PREFIXES.items())
            assert set(Graph().parse(data=declarations + example, format="turtle").predicates()) == {term}


def test_no_two_terms_have_one_label(ontology: Graph) -> None:
    labels = [(str(label), label.language) for term in declared(ontology) if term.startswith(OWN)
              for label in ontology.objects(term, RDFS.label) if isinstance(label, Literal)]  # fmt: skip
    assert sorted(labels) == sorted(set(labels))


def test_header_says_version_and_licence(ontology: Graph) -> None:
    header = URIRef("https://w3id.org/party-structure/ontology")
    version = str(next(ontology.objects(header, OWL.versionInfo)))
    assert str(next(ontology.objects(header, OWL.versionIRI))) == f"{header}/{version}"
    assert (header, DCTERMS.license, URIRef("https://creativecommons.org/licenses/by/4.0/")) in ontology
    for about in (DCTERMS.title, DCTERMS.description):
        assert languages(ontology, header, about) == sorted(LANGUAGES)
    assert all((header, about, None) in ontology for about in HEADER)
    assert version in str(next(ontology.objects(header, DCTERMS.bibliographicCitation)))


def test_what_a_graph_uses_is_declared(ontology: Graph) -> None:
    known = {str(term) for term in declared(ontology)} | {str(RDF.type)}
    used = {quad.predicate.value for quad in quads(small_world())}
    used |= {
        q.object.value
        for q in quads(small_world())
        if q.predicate == terms.RDF.type and isinstance(q.object, NamedNode)
    }
    assert used <= known


def test_what_the_lists_use_is_declared_and_listed(ontology: Graph, lists: Graph) -> None:
    known = declared(ontology) | {RDF.type}
    assert set(lists.predicates()) <= known
    for predicate in (SKOS.broader, DCTERMS.replaces, URIRef("https://schema.org/containedInPlace")):
        assert set(lists.objects(None, predicate)) <= set(lists.subjects(RDF.type, None))


def test_own_terms_of_the_ontology_are_used(ontology: Graph, lists: Graph) -> None:
    used = {quad.predicate.value for quad in quads(small_world())} | {str(p) for p in lists.predicates()}
    used |= {q.object.value for q in quads(small_world()) if isinstance(q.object, NamedNode)}
    used |= {str(o) for o in lists.objects(None, RDF.type)} | {str(o) for o in ontology.objects(None, RDFS.subClassOf)}
    events = {node.value for node in EVENT_CLASSES.values()}
    assert {str(term) for term in declared(ontology) if term.startswith(OWN)} <= used | events


SCHEMES = {
    "LEVEL": model.Level,
    "STATUS": model.Status,
    "CAPACITY": model.Capacity,
    "QUANTITY": model.Quantity,
    "EVENTSTATUS": model.EventStatus,
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_schemes_are_the_values_of_the_model(scheme: str) -> None:
    assert set(getattr(terms, scheme)) == set(get_args(SCHEMES[scheme]))


def test_every_kind_of_event_has_its_class() -> None:
    assert set(EVENT_CLASSES) == set(get_args(model.EventKind))
    assert len(set(EVENT_CLASSES.values())) == len(EVENT_CLASSES)


def test_a_misspelt_term_fails_where_it_is_written() -> None:
    with pytest.raises(AttributeError):
        _ = terms.PO.Prty  # type: ignore[attr-defined]


def test_the_context_names_each_property_once() -> None:
    meanings = [meaning if isinstance(meaning, str) else meaning["@id"] for meaning in CONTEXT.values()]
    assert len(meanings) == len(set(meanings))
