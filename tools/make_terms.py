#!/usr/bin/env python3
"""Write graph_builder/graph/terms.py, schemes.nt, export/context.py and server/ontology.ttl from ontology/party.ttl.

usage: tools/make_terms.py           (from anywhere; a test checks that the files equal a fresh generation)

terms.py has one class a vocabulary with one attribute a term, so that a misspelt term fails where it is written, and
one table a concept scheme. schemes.nt has the names of the concepts, which a dataset carries. context.py is the JSON-LD
context: a short name for every property and class, ours first. server/ontology.ttl is the ontology itself: installed
copies serve it, and name properties by its labels.
"""

from __future__ import annotations

import re
from collections import Counter
from keyword import iskeyword
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, URIRef

ROOT = Path(__file__).parent.parent
ONTOLOGY = ROOT / "ontology" / "party.ttl"
OWN = "https://w3id.org/party-structure/ontology#"
SCHEMES = "https://w3id.org/party-structure/id/scheme/"
HEADER = '"""{}\n\nGenerated from ontology/party.ttl by tools/make_terms.py: change that, run this.\n"""\n\n'
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDFS.Datatype)
LITERALS = ("anyURI", "boolean", "date", "decimal", "gYear", "gYearMonth", "integer")
TEXT = {"PlainLiteral", "langString"}
GIVE_WAY = ("dcat", "void")
"""Vocabularies that describe the dataset alone: of doubles, the other's name is the short one."""
NATIVE = {"boolean", "integer", "nonNegativeInteger", "string"}
"""Datatypes that JSON has itself, or that are written as one of those."""


def vocabularies(graph: Graph) -> dict[str, tuple[str, list[str]]]:
    """Return prefix -> (namespace, local names of the terms that the ontology declares there), both sorted."""
    declared = {str(s) for kind in KINDS for s in graph.subjects(RDF.type, kind) if isinstance(s, URIRef)}
    found = {}
    for prefix, namespace in sorted(graph.namespaces()):
        ours = (iri for iri in declared if iri.startswith(str(namespace)) and english(graph, iri))
        names = sorted(iri[len(namespace) :] for iri in ours)
        if names:
            found[prefix] = (str(namespace), names)
    return found


def schemes(graph: Graph) -> dict[str, list[str]]:
    """Return scheme -> names of its concepts, in the order of their IRIs."""
    found: dict[str, list[str]] = {}
    for concept, scheme in sorted(graph.subject_objects(SKOS.inScheme)):
        found.setdefault(str(scheme).removeprefix(SCHEMES), []).append(str(concept).rsplit("/", 1)[1])
    return found


def english(graph: Graph, iri: str) -> str:
    """Return the term's English label; only what the ontology file itself is described with has none."""
    labels = (label for label in graph.objects(URIRef(iri), RDFS.label) if isinstance(label, Literal))
    return next((str(label) for label in labels if label.language == "en"), "")


def terms(graph: Graph) -> str:
    """Return the text of terms.py."""
    found = vocabularies(graph)
    version = next(str(v) for v in graph.objects(None, OWL.versionIRI))
    lines = [
        HEADER.format("Every term that the graph uses, by vocabulary: a misspelt one fails where it is written."),
        "# ruff: noqa: N815\n",
        "from __future__ import annotations\n\nfrom collections.abc import Mapping\nfrom typing import Final\n\n",
        "from pyoxigraph import NamedNode\n\n",
        f'ONTOLOGY: Final = NamedNode("{OWN[:-1]}")\nVERSION: Final = NamedNode("{version}")\n',
        "VOCABULARIES: Final[Mapping[str, str]] = {\n",
        *(f'    "{prefix}": "{namespace}",\n' for prefix, (namespace, _) in found.items()),
        f'    "xsd": "{XSD}",\n}}\n"""Prefix and namespace of each vocabulary."""\n',
        '\n\nclass RDF:\n    """RDF itself."""\n\n',
        f'    type: Final = NamedNode("{RDF.type}")\n',
        '\n\nclass XSD:\n    """The datatypes of XML Schema that literals have."""\n\n',
        *(f'    {name}: Final = NamedNode("{XSD[name]}")\n' for name in LITERALS),
    ]
    for prefix, (namespace, names) in found.items():
        lines += [f'\n\nclass {prefix.replace("-", "").upper()}:\n    """{namespace}."""\n\n']
        for name in names:
            iri = namespace + name
            attribute = f"{name}_" if iskeyword(name) else name
            lines += [f'    {attribute}: Final = NamedNode("{iri}")\n    """{english(graph, iri)}"""\n']
    lines += ["\n"]
    for scheme, concepts in schemes(graph).items():
        lines += [f"\n{scheme.upper()}: Final[Mapping[str, NamedNode]] = {{\n"]
        lines += [f'    "{c}": NamedNode("https://w3id.org/party-structure/id/{scheme}/{c}"),\n' for c in concepts]
        lines += ["}\n"]
    return "".join(lines)


def concepts(graph: Graph) -> str:
    """Return the text of schemes.nt: what each concept is called, and of which scheme it is."""
    about = (RDF.type, SKOS.inScheme, SKOS.prefLabel)
    lines = {
        f"{subject.n3()} {predicate.n3()} {value.n3()} .\n"
        for subject in {*graph.subjects(SKOS.inScheme), *graph.subjects(RDF.type, SKOS.ConceptScheme)}
        for predicate in about
        for value in graph.objects(subject, predicate)
    }
    return "".join(sorted(lines))


def short_names(found: dict[str, tuple[str, list[str]]]) -> dict[str, str]:
    """Return IRI -> its name in JSON-LD: the local name where it is ours or has no double, else with its prefix."""
    every = Counter(name for _, names in found.values() for name in names)
    count = every - Counter(name for prefix in GIVE_WAY for name in found[prefix][1])
    return {
        namespace + name: name
        if prefix == "po" or (every if prefix in GIVE_WAY else count)[name] == 1
        else f"{prefix}:{name}"
        for prefix, (namespace, names) in found.items()
        for name in names
    }


def coercion(graph: Graph, iri: str) -> dict[str, str]:
    """Return how JSON-LD reads a plain string of this property: an IRI, a typed literal, or Arabic."""
    term = URIRef(iri)
    if (term, RDF.type, OWL.ObjectProperty) in graph:
        return {"@type": "@id"}
    ranges = [re.split("[#/]", str(r))[-1] for r in graph.objects(term, RDFS.range)]
    if ranges and ranges[0] not in TEXT | NATIVE:
        return {"@type": f"xsd:{ranges[0]}"}
    text = (term, RDF.type, OWL.AnnotationProperty) in graph or (ranges and ranges[0] in TEXT)
    return {"@language": "ar"} if text else {}


def context(graph: Graph) -> str:
    """Return the text of context.py."""
    found = vocabularies(graph)
    lines = [
        HEADER.format("The JSON-LD context: a short name for every property and class, ours first."),
        "from __future__ import annotations\n\nfrom collections.abc import Mapping\nfrom typing import Final\n\n",
        "CONTEXT: Final[Mapping[str, str | Mapping[str, str]]] = {\n",
        *(f'    "{prefix}": "{namespace}",\n' for prefix, (namespace, _) in found.items()),
        f'    "xsd": "{XSD}",\n',
    ]
    curies = {ns + name: f"{prefix}:{name}" for prefix, (ns, names) in found.items() for name in names}
    for iri, name in sorted(short_names(found).items(), key=lambda pair: (pair[1], pair[0])):
        entry = {"@id": curies[iri], **coercion(graph, iri)}
        if len(entry) > 1:
            lines += [f'    "{name}": {entry},\n'.replace("'", '"')]
        elif ":" not in name:
            lines += [f'    "{name}": "{curies[iri]}",\n']
    return "".join([*lines, "}\n"])


def generated() -> dict[Path, str]:
    """Return the generated files: path -> text."""
    graph = Graph().parse(ONTOLOGY)
    return {
        ROOT / "graph_builder" / "graph" / "terms.py": terms(graph),
        ROOT / "graph_builder" / "graph" / "schemes.nt": concepts(graph),
        ROOT / "graph_builder" / "export" / "context.py": context(graph),
        ROOT / "graph_builder" / "server" / "ontology.ttl": ONTOLOGY.read_text(encoding="utf-8"),
    }


if __name__ == "__main__":
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
