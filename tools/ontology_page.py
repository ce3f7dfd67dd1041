"""A hook of MkDocs: the ontology, term by term, as pyLODE renders it, is a page of the site; it is not committed."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation
from rdflib import RDF, RDFS, SKOS, Graph, Literal

ONTOLOGY = Path(__file__).parent.parent / "ontology" / "party.ttl"
PAGE = "reference/terms.html"
TITLE = "The ontology, term by term"
SECTION = "Reference"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the page to the files of the site."""
    files.append(File.generated(config, PAGE, content=rendered()))
    return files


def on_nav(nav: Navigation, **_: object) -> Navigation:
    """Add a link to the page below the reference of the ontology."""
    (section,) = (item for item in nav.items if item.title == SECTION)
    children = section.children or []
    (at,) = (at for at, item in enumerate(children) if getattr(item, "file", None) and item.file.name == "ontology")
    children.insert(at + 1, Link(TITLE, PAGE))
    return nav


def rendered() -> str:
    """Return the page; pyLODE, which makes every logger talk, is silenced."""
    from pylode import OntPub  # noqa: PLC0415

    logging.getLogger().handlers.clear()
    logging.getLogger().setLevel(logging.WARNING)
    page: str = OntPub(ontology=readable(Graph().parse(ONTOLOGY)), sort_subjects=True).make_html()
    return page


def readable(ontology: Graph) -> Graph:
    """Return an ontology as pyLODE reads it best: one label a term, no schemes, which it takes for ontologies."""
    for kind in (SKOS.Concept, SKOS.ConceptScheme):
        for node in set(ontology.subjects(RDF.type, kind)):
            ontology.remove((node, None, None))
    for term in set(ontology.subjects(RDFS.label)):
        labels = {
            label.language: str(label) for label in ontology.objects(term, RDFS.label) if isinstance(label, Literal)
        }
        ontology.set((term, RDFS.label, Literal(" · ".join(labels[language] for language in ("en", "fr", "ar")))))
    return ontology
