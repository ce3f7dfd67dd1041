"""Finding a thing of the graph by its name, however it is spelt."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import strip_article
from graph_builder.graph.terms import ORG, PO, RDF, SKOS
from graph_builder.query.grid import shown
from graph_builder.query.store import namespaces

SUGGESTIONS = 5
NAMES = (SKOS.prefLabel, SKOS.altLabel)
ROLE_NAMES = (*NAMES, PO.feminineForm, PO.dualForm, PO.pluralForm)
ANY: Collection[str] = ("person", "party", "body", "event", "plan", "place")
"""The kinds of things that have names, as their IRIs have them; roles only where they are asked for."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A person, body, party, event, plan or place of the graph."""

    node: NamedNode
    id: str
    """Its IRI by its prefix, ``person:c16f2148010c``: a name to ask for as well."""
    name: str
    also: tuple[str, ...]
    """Its other spellings."""
    about: tuple[str, ...]
    """What tells it from others of its name: its party, body and place."""


def label(store: Store, node: NamedNode, language: str = "ar") -> str:
    """Return the name of a thing in a language, else in Arabic, else any, else the end of its IRI."""
    labels = [quad.object for quad in store.quads_for_pattern(node, SKOS.prefLabel, None, None)]
    words = sorted(
        (label.language != language, label.language != "ar", label.value)
        for label in labels
        if isinstance(label, Literal)
    )
    return words[0][2] if words else node.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def kind(node: NamedNode) -> str:
    """Return what kind of thing an IRI of the graph is of, as it says itself: ``person``, ``body`` ..."""
    return node.value.rsplit("/", 2)[-2] if node.value.count("/") > 1 else ""


def find(store: Store, name: str, kinds: Collection[str] = ANY) -> tuple[Thing, ...]:
    """Return the things of these kinds that a name or id denotes.

    Those of just this name, whatever its spelling; where there is none, those in whose names all its words occur.
    """
    known = _names(store, kinds)
    by_id = _by_id(store, name)
    if by_id in known:
        return (_thing(store, by_id, known[by_id]),)
    wanted = set(_words(name))
    same = [node for node, names in known.items() if any(_glued(n) & _glued(name) for n in names)]
    if not same and wanted:
        same = [node for node, names in known.items() if any(wanted <= set(_words(n)) for n in names)]
    return tuple(sorted((_thing(store, node, known[node]) for node in same), key=lambda thing: (thing.name, thing.id)))


def suggestions(store: Store, name: str, kinds: Collection[str] = ANY) -> tuple[str, ...]:
    """Return names of the graph that are like this one, the likest first."""
    spellings = {"".join(_words(known)): known for names in _names(store, kinds).values() for known in sorted(names)}
    return tuple(spellings[close] for close in get_close_matches("".join(_words(name)), spellings, SUGGESTIONS))


def _names(store: Store, kinds: Collection[str]) -> dict[NamedNode, set[str]]:
    """Return every thing of these kinds that an article mentions, and every role if asked for, with all their names."""
    denoted = {quad.object for quad in store.quads_for_pattern(None, PO.denotes, None, DefaultGraph())}
    found = {
        node: _labels(store, node, NAMES) for node in denoted if isinstance(node, NamedNode) and kind(node) in kinds
    }
    if "role" in kinds:
        roles = {quad.subject for quad in store.quads_for_pattern(None, RDF.type, ORG.Role, DefaultGraph())}
        found |= {node: _labels(store, node, ROLE_NAMES) for node in roles if isinstance(node, NamedNode)}
    return found


def _labels(store: Store, node: NamedNode, predicates: Collection[NamedNode]) -> set[str]:
    return {
        quad.object.value
        for predicate in predicates
        for quad in store.quads_for_pattern(node, predicate, None, DefaultGraph())
        if isinstance(quad.object, Literal)
    }


def _by_id(store: Store, name: str) -> NamedNode | None:
    """Return the node of an id: ``person:c16f2148010c``, or a whole IRI."""
    prefix, _, local = name.strip().partition(":")
    space = namespaces(store).get(prefix)
    try:
        return NamedNode(space + local if space else name.strip().strip("<>"))
    except ValueError:
        return None


def _words(name: str) -> list[str]:
    """Return the folded words of a name without their articles: what two spellings of it have in common."""
    return [strip_article(word) for word in re.findall(r"\w+", fold(name))]


def _glued(name: str) -> set[str]:
    """Return a name without its spaces, with and without its articles; nothing for a name without letters."""
    return {"".join(_words(name)), "".join(re.findall(r"\w+", fold(name)))} - {""}


def _thing(store: Store, node: NamedNode, names: set[str]) -> Thing:
    name = label(store, node)
    about = [
        label(store, quad.object)
        for predicate in (ORG.unitOf, PO.affiliatedWith, ORG.subOrganizationOf, PO.party, PO.place)
        for quad in store.quads_for_pattern(node, predicate, None, None)
        if isinstance(quad.object, NamedNode)
    ]
    return Thing(
        node, shown(node, namespaces(store)), name, tuple(sorted(names - {name})), tuple(dict.fromkeys(sorted(about)))
    )
