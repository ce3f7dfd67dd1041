"""The server's own pages: asking, a thing, the ontology. Templates escape everything; scripts stand apart."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.graph.terms import ONTOLOGY
from graph_builder.query.questions import questions
from graph_builder.server.words import in_language, terms, words
from graph_builder.visual.text import shown
from graph_builder.visual.words import LANGUAGES

RIGHT_TO_LEFT = "ar"
_OWN = f"{ONTOLOGY.value}#"


class Place:
    """Where a page stands: its language, and where the build's ids live."""

    def __init__(self, language: str, base: str, prefixes: Mapping[str, str], explorer: str) -> None:
        """``explorer`` is the address of the build's own pages."""
        self.language = language
        self.bases = list(dict.fromkeys((base, DEFAULT_BASE)))
        self.prefixes = prefixes
        self.explorer = explorer

    def page(self, template: str, **told: Any) -> str:
        """Return a page."""
        rtl = self.language == RIGHT_TO_LEFT
        about = {"language": self.language, "direction": "rtl" if rtl else "ltr", "languages": LANGUAGES}
        return _environment().get_template(template).render(
            say=words()[self.language], place=self, **about, **told
        )  # fmt: skip

    def href(self, iri: str) -> str | None:
        """Return where a thing is told of: here, if it is ours; else at its own address, if that is of the web."""
        for base in self.bases:
            if iri.startswith(base) and iri.count("/", len(base)) == 1:
                return f"/page/{iri[len(base) :]}?lang={self.language}"
        if iri.startswith(_OWN):
            return f"/ontology?lang={self.language}#{quote(iri[len(_OWN) :])}"
        return iri if iri.startswith(("https://", "http://")) else None

    def short(self, iri: str) -> str:
        """Return an IRI by its prefix, where it has one."""
        fits = [(len(space), prefix) for prefix, space in self.prefixes.items() if iri.startswith(space)]
        length, prefix = max(fits, default=(0, ""))
        return f"{prefix}:{iri[length:]}" if prefix else iri

    def term(self, iri: str) -> tuple[str, str]:
        """Return what a property or class is called, and in which language."""
        return in_language(terms().get(iri, {}), self.language) if iri in terms() else (self.short(iri), "en")

    def name(self, value: Mapping[str, Any]) -> tuple[str, str]:
        """Return what a thing is called, and in which language."""
        label, tag = in_language(value["labels"], self.language)
        return (shown(label), tag) if label else self.term(value["iri"])


def query_page(place: Place) -> str:
    """Return the page that asks; its script reads what it needs from the page."""
    data = {
        "say": words()[place.language],
        "language": place.language,
        "bases": place.bases,
        "prefixes": place.prefixes,
        "questions": {
            each.name: {
                "title": each.titles[place.language],
                "sparql": each.sparql,
                "parameters": [parameter.name for parameter in each.parameters],
            }
            for each in questions()
        },
    }
    return place.page("query.html.j2", data=_json(data), title=words()[place.language]["ask_title"])


def thing_page(place: Place, thing: Mapping[str, Any], path: str, explored: str) -> str:
    """Return the page of a thing, as ``things.shown`` tells of it.

    ``path`` is its kind and name, ``explored`` the address of its page among the build's own, if there is one.
    """
    about = f"<{thing['iri']}> ; po:quote ?quote ; prov:hadPrimarySource ?article"
    ask = f"SELECT ?article ?quote {{\n  ?claim ?says {about}\n}}"
    return place.page(
        "thing.html.j2", thing=thing, path=path, explored=explored, title=place.name(thing)[0], ask_all=quote(ask)
    )


def ontology_page(place: Place) -> str:
    """Return the page of the ontology's own terms."""
    own = sorted((iri for iri in terms() if iri.startswith(_OWN)), key=str.lower)
    return place.page(
        "ontology.html.j2",
        own=[(iri[len(_OWN) :], *place.term(iri)) for iri in own],
        title=words()[place.language]["ontology"],
    )


@cache
def _environment() -> Environment:
    loader = PackageLoader("graph_builder.server")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.filters["visible"] = shown
    return made


def _json(data: object) -> Markup:
    """Write JSON that can stand in a script element whatever it holds: no ``<`` can end the element."""
    return Markup(json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704 (nothing in it ends it)
