"""The words of the server's pages, and which language a reader gets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from pyoxigraph import Literal, NamedNode, RdfFormat, parse
from starlette.requests import Request

from graph_builder.server.accept import best
from graph_builder.visual.words import LANGUAGES

_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Return language -> key -> word.

    >>> words()["fr"]["run"]
    'Exécuter'
    """
    told = yaml.safe_load(files("graph_builder.server").joinpath("ui.yml").read_text(encoding="utf-8"))
    return {language: {key: str(word[language]) for key, word in told.items()} for language in LANGUAGES}


@cache
def ontology() -> bytes:
    """Return the ontology, as Turtle."""
    return files("graph_builder.server").joinpath("ontology.ttl").read_bytes()


@cache
def terms() -> Mapping[str, Mapping[str, str]]:
    """Return the labels of the ontology's terms: IRI -> language -> label.

    >>> terms()["http://www.w3.org/ns/org#member"]["en"]
    'member'
    """
    found: dict[str, dict[str, str]] = {}
    for quad in parse(ontology(), RdfFormat.TURTLE):
        label = quad.object
        if quad.predicate.value == _LABEL and isinstance(label, Literal) and isinstance(quad.subject, NamedNode):
            found.setdefault(quad.subject.value, {})[label.language or ""] = label.value
    return found


def language_of(request: Request) -> str:
    """Return the language that an address names (``?lang=fr``), else the one its reader's browser likes best."""
    asked = request.query_params.get("lang", "")
    if asked in LANGUAGES:
        return asked
    # Accept-Language has the grammar of Accept without slashes (RFC 9110, 12.5.4); fr-MA asks for fr.
    tags = ",".join(
        part.strip().replace("-", ";-", 1) for part in request.headers.get("accept-language", "").split(",")
    )
    return best(tags, LANGUAGES) or LANGUAGES[0]


def in_language(labels: Mapping[str, str], language: str) -> tuple[str, str]:
    """Return a label and its language: in the one asked for, else in Arabic, else in any; nothing if there is none.

    >>> in_language({"fr": "Rabat", "ar": "الرباط"}, "en")
    ('الرباط', 'ar')
    """
    for tag in (language, LANGUAGES[0], *sorted(labels)):
        if tag in labels:
            return labels[tag], tag
    return "", ""
