"""The ontology: complete in three languages, generated where it says so, and what graphs use is what it declares."""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from pathlib import Path
from typing import Any, get_args

import pytest
from pyoxigraph import NamedNode
from rdflib import DC, DCTERMS, OWL, RDF, RDFS, SKOS, VANN, XSD, Graph, Literal, URIRef

from graph_builder import model
from graph_builder.export.context import CONTEXT
from graph_builder.graph import terms
from graph_builder.graph.dataset import quads
from graph_builder.graph.iris import prefixes
from graph_builder.graph.terms import VOCABULARIES
from graph_builder.graph.things import EVENT_CLASSES
from graph_builder.resolution import resolve
from tests.chronology.careers import RASHID, SAMIR, bureau, held, told
from tests.worlds import small_world

ROOT = Path(__file__).parents[2]
OWN = "https://w3id.org/party-structure/ontology#"
SDO_WITHIN = URIRef("https://schema.org/containedInPlace")
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


def succession() -> model.World:
    """Return a world in which one person follows another."""
    first, second = held(RASHID), held(SAMIR, "elected", since="2017-05-06")
    return resolve([told("2016-01-02", bureau(), first), told("2017-05-08", bureau(), second)])


def test_own_terms_of_the_ontology_are_used(ontology: Graph, lists: Graph) -> None:
    used = {quad.predicate.value for quad in quads(small_world())} | {str(p) for p in lists.predicates()}
    used |= {q.object.value for q in quads(small_world()) if isinstance(q.object, NamedNode)}
    used |= {term.value for q in quads(succession()) for term in (q.predicate, q.object) if isinstance(term, NamedNode)}
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


# ---------------------------------------------------------------- the alignment with other vocabularies

MAPPED = (
    OWL.equivalentClass,
    OWL.equivalentProperty,
    SKOS.exactMatch,
    SKOS.closeMatch,
    SKOS.broadMatch,
    SKOS.narrowMatch,
    SKOS.relatedMatch,
    RDFS.seeAlso,
)


@pytest.fixture(scope="module")
def alignment() -> Graph:
    return Graph().parse(ROOT / "ontology" / "alignment.ttl")


def test_only_terms_that_we_have_are_aligned(alignment: Graph, ontology: Graph, lists: Graph) -> None:
    known = declared(ontology) | set(ontology.subjects(SKOS.inScheme)) | set(lists.subjects(SKOS.inScheme))
    for predicate in MAPPED:
        for ours, theirs in alignment.subject_objects(predicate):
            assert ours in known, ours
            assert theirs not in known or predicate == SKOS.closeMatch, theirs
            assert not str(theirs).startswith(OWN)


def test_only_the_alignment_aligns(ontology: Graph, lists: Graph) -> None:
    for predicate in MAPPED:
        assert {s for s in ontology.subjects(predicate) if (s, RDF.type, OWL.Ontology) not in ontology} == set()
        assert set(lists.subjects(predicate)) == set()


def test_equivalent_terms_are_of_one_sort(alignment: Graph, ontology: Graph) -> None:
    both = ontology + alignment
    for predicate in (OWL.equivalentClass, OWL.equivalentProperty):
        for ours, theirs in alignment.subject_objects(predicate):
            sorts = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty}
            assert set(both.objects(ours, RDF.type)) & sorts == set(both.objects(theirs, RDF.type)) & sorts != set()


def test_the_wikidata_properties_of_people_in_posts_are_aligned(alignment: Graph) -> None:
    aligned = {
        str(theirs).rsplit("/", 1)[1] for _, theirs in alignment.subject_objects(None) if "wikidata" in str(theirs)
    }
    assert {"P39", "P102", "P488", "P361", "P580", "P582"} <= aligned


def test_terms_of_schema_org_are_the_same_under_both_its_names(alignment: Graph, ontology: Graph) -> None:
    https = "https://schema.org/"
    for term in (term for term in declared(ontology) if term.startswith(https)):
        same = {*alignment.objects(term, OWL.equivalentClass), *alignment.objects(term, OWL.equivalentProperty)}
        assert URIRef(term.replace(https, "http://schema.org/")) in same


# ---------------------------------------------------------------- OWL 2 DL

SORTS = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDFS.Datatype}


def test_every_term_is_of_one_sort(ontology: Graph, alignment: Graph) -> None:
    both = ontology + alignment
    for term in set(both.subjects(RDF.type)):
        assert len(set(both.objects(term, RDF.type)) & SORTS) <= 1, term


def test_axioms_are_about_declared_terms_of_the_right_sort(ontology: Graph) -> None:
    def of(sort: URIRef) -> set[Any]:
        return set(ontology.subjects(RDF.type, sort))

    classes, objects, data = of(OWL.Class), of(OWL.ObjectProperty), of(OWL.DatatypeProperty)
    datatypes = of(RDFS.Datatype) | {RDF.PlainLiteral} | {XSD[name] for name in DATATYPES}
    assert set(ontology.objects(None, RDFS.subClassOf)) | set(ontology.subjects(RDFS.subClassOf)) <= classes
    assert set(ontology.objects(None, RDFS.domain)) <= classes
    assert set(ontology.subjects(RDFS.domain)) | set(ontology.subjects(RDFS.range)) <= objects | data
    for term, values in ontology.subject_objects(RDFS.range):
        assert values in (classes if term in objects else datatypes), term
    for above, below in ((o, s) for s, o in ontology.subject_objects(RDFS.subPropertyOf)):
        assert {above, below} <= objects or {above, below} <= data
    assert of(OWL.TransitiveProperty) | of(OWL.FunctionalProperty) <= objects
    assert not of(OWL.TransitiveProperty) & of(OWL.FunctionalProperty)


DATATYPES = ("string", "boolean", "integer", "nonNegativeInteger", "decimal", "anyURI")
"""Those of OWL 2's datatype map that the ontology has; dates of XML Schema are none, so no range says them."""
EVERYTHING = {RDF.type, RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, RDFS.label, RDFS.isDefinedBy}
OF_OWL = {OWL.disjointWith, OWL.members, OWL.versionIRI, OWL.versionInfo, RDF.first, RDF.rest, RDFS.seeAlso}


def test_nothing_is_said_with_undeclared_properties(ontology: Graph) -> None:
    assert set(ontology.predicates()) <= declared(ontology) | EVERYTHING | OF_OWL | HEADER


# ---------------------------------------------------------------- places


def test_places_of_the_census_stand_where_their_codes_say(lists: Graph) -> None:
    """A unit's code begins with the code of the unit that holds it; regions lie in the country and have ISO codes."""
    code, kind, within, iso = URIRef(f"{OWN}censusCode"), URIRef(f"{OWN}areaKind"), SDO_WITHIN, URIRef(f"{OWN}isoCode")
    codes = {place: str(value) for place, value in lists.subject_objects(code)}
    kinds = Counter(str(lists.value(place, kind)) for place in codes)
    assert kinds == {"region": 12, "province": 83, "cercle": 213, "commune": 1503, "arrondissement": 41}
    for place, own in codes.items():
        (parent,) = lists.objects(place, within)
        if "." in own:
            assert own.startswith(codes[parent].removesuffix(".0")), place
        else:
            assert str(lists.value(parent, iso)) == "MA"
            assert str(lists.value(place, iso)) == f"MA-{own}"
