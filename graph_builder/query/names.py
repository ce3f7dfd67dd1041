"""Finding a thing of the graph by its name, however it is spelt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode, Store

from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import strip_article
from graph_builder.graph.terms import ORG, PO, SKOS
from graph_builder.query.grid import shown
from graph_builder.query.store import namespaces

SUGGESTIONS = 5


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


def label(store: Store, node: NamedNode) -> str:
    """Return the Arabic name of a thing, else any, else the end of its IRI."""
    labels = [quad.object for quad in store.quads_for_pattern(node, SKOS.prefLabel, None, None)]
    words = sorted((label.language != "ar", label.value) for label in labels if isinstance(label, Literal))
    return words[0][1] if words else node.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def find(store: Store, name: str) -> tuple[Thing, ...]:
    """Return the things that a name or id denotes.

    Those of just this name, whatever its spelling; where there is none, those in whose names all its words occur.
    """
    known = _names(store)
    by_id = _by_id(store, name)
    if by_id in known:
        return (_thing(store, by_id, known[by_id]),)
    wanted = set(_words(name))
    same = [node for node, names in known.items() if any(_glued(n) & _glued(name) for n in names)]
    if not same and wanted:
        same = [node for node, names in known.items() if any(wanted <= set(_words(n)) for n in names)]
    return tuple(sorted((_thing(store, node, known[node]) for node in same), key=lambda thing: (thing.name, thing.id)))


def suggestions(store: Store, name: str) -> tuple[str, ...]:
    """Return names of the graph that are like this one, the likest first."""
    spellings = {"".join(_words(known)): known for names in _names(store).values() for known in sorted(names)}
    return tuple(spellings[close] for close in get_close_matches("".join(_words(name)), spellings, SUGGESTIONS))


def _names(store: Store) -> dict[NamedNode, set[str]]:
    """Return every findable thing that an article mentions, with all its names."""
    found: dict[NamedNode, set[str]] = {}
    for quad in store.quads_for_pattern(None, PO.denotes, None, None):
        thing = quad.object
        if isinstance(thing, NamedNode) and thing not in found:
            found[thing] = {
                label.object.value
                for predicate in (SKOS.prefLabel, SKOS.altLabel)
                for label in store.quads_for_pattern(thing, predicate, None, None)
                if isinstance(label.object, Literal)
            }
    return found


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
