"""What the lexicon knows about roles, parties and places, as triples: names in three languages, codes, hierarchy.

``tools/make_ontology.py`` writes all of it to ontology/; a dataset carries the part that it uses, so that it can be
read alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from graph_builder.graph.iris import Ids, listed
from graph_builder.graph.literals import boolean, partial_date, text
from graph_builder.graph.terms import DCTERMS, ORG, PO, RDF, SCHEMA, SKOS
from graph_builder.lexicon.loader import data, rows

Entry = Mapping[str, Any]
_JOINTS = re.compile("[ –-]+")
WIKIDATA = "http://www.wikidata.org/entity/"
PLACE_COLUMNS = ("code", "kind", "ar", "fr", "parent", "iso", "variants", "ambiguous")
ROLE_FORMS = {"feminine": PO.feminineForm, "dual": PO.dualForm, "plural": PO.pluralForm}


@cache
def roles() -> Mapping[str, Entry]:
    """Return the lexicon's roles by key."""
    return {entry["key"]: entry for entry in _entries("roles")}


@cache
def parties() -> Mapping[str, Entry]:
    """Return the lexicon's parties and coalitions by key."""
    return {entry["key"]: entry for entry in _entries("parties")}


@cache
def places() -> Mapping[str, Entry]:
    """Return the lexicon's places by code: those of the census, then those written by hand."""
    census = (dict(zip(PLACE_COLUMNS, row, strict=True)) for row in rows("places.tsv") if row[0] != "code")
    extra: Iterable[Entry] = data("places_extra")["places"]
    return {str(entry["code"]): entry for entry in (*census, *extra)}


def _entries(name: str) -> Iterable[Entry]:
    found: Any = data(name)
    return found  # type: ignore[no-any-return]


def role(key: str) -> Iterator[Triple]:
    """Yield what the lexicon says of a role."""
    entry = roles()[key]
    node = listed("role", key)
    yield Triple(node, RDF.type, ORG.Role)
    yield Triple(node, SKOS.inScheme, listed("scheme", "role"))
    yield from _names(node, entry)
    for form, predicate in ROLE_FORMS.items():
        if entry.get(form):
            yield Triple(node, predicate, Literal(entry[form], language="ar"))
    yield Triple(node, PO.public, boolean(bool(entry.get("public"))))
    yield Triple(node, PO.singleHolder, boolean(bool(entry.get("single"))))
    if entry.get("body"):
        yield Triple(node, PO.bodyKind, text(entry["body"]))
    if entry.get("broader"):
        yield Triple(node, SKOS.broader, listed("role", entry["broader"]))


def party(key: str) -> Iterator[Triple]:
    """Yield what the lexicon says of a party or coalition."""
    entry = parties()[key]
    node = listed("party", key)
    yield Triple(node, RDF.type, PO.Coalition if entry.get("kind") == "coalition" else PO.Party)
    yield from _names(node, entry)
    for nickname in entry.get("after_hizb", ()):
        yield Triple(node, SKOS.hiddenLabel, text(nickname))
    if entry.get("abbreviation"):
        yield Triple(node, PO.abbreviation, text(entry["abbreviation"]))
    if entry.get("country"):
        yield Triple(node, PO.country, Literal(entry["country"]))
    for field, predicate in (("founded", SCHEMA.foundingDate), ("ended", SCHEMA.dissolutionDate)):
        if entry.get(field):
            yield Triple(node, predicate, partial_date(str(entry[field])))
    for earlier in entry.get("successor_of", ()):
        yield Triple(node, DCTERMS.replaces, listed("party", earlier))
    if entry.get("wikidata"):
        yield Triple(node, SCHEMA.sameAs, NamedNode(WIKIDATA + entry["wikidata"]))


def coalition_members(key: str) -> Iterator[Triple]:
    """Yield which parties of the lexicon form a coalition."""
    for member in parties()[key].get("members", ()):
        yield Triple(listed("party", member), ORG.memberOf, listed("party", key))


def parallel_organizations(key: str) -> Iterator[Triple]:
    """Yield the organisations that the lexicon says a party made or that declare themselves its own."""
    for entry in parties()[key].get("parallel", ()):
        node = Ids().mint("body", key, entry["ar"])
        yield Triple(node, RDF.type, PO.ParallelOrganization)
        yield from _names(node, entry)
        yield Triple(node, PO.affiliatedWith, listed("party", key))
        yield Triple(node, PO.organizationKind, Literal(entry["kind"]))


def place(code: str) -> Iterator[Triple]:
    """Yield what the lexicon says of a place."""
    entry = places()[code]
    node = listed("place", code)
    yield Triple(node, RDF.type, SCHEMA.AdministrativeArea)
    yield from _names(node, entry)
    yield Triple(node, PO.areaKind, Literal(entry["kind"]))
    if code[0].isdigit():
        yield Triple(node, PO.censusCode, Literal(code))
    if entry.get("iso"):
        yield Triple(node, PO.isoCode, Literal(entry["iso"]))
    if entry.get("parent"):
        yield Triple(node, SCHEMA.containedInPlace, listed("place", entry["parent"]))


def names(kind: str, key: str) -> frozenset[str]:
    """Return the Arabic names that the lexicon has for an entry: no article's spelling adds to them."""
    entry = (parties() if kind == "party" else places())[key]
    return frozenset((entry["ar"], *_variants(entry)))


def used(roles_used: Iterable[str], parties_used: Iterable[str], places_used: Iterable[str]) -> Iterator[Triple]:
    """Yield the entries with these keys, the roles broader than them and the places around them.

    Of a country in which a place lies, all regions, so that a question can tell those of which nothing is said. Hidden
    labels, which serve only to recognise a name, stay in ontology/.
    """
    wanted = (
        (role, _with_ancestors(roles_used, roles(), "broader")),
        (party, set(parties_used)),
        (place, _with_regions(_with_ancestors(places_used, places(), "parent"))),
    )
    for write, keys in wanted:
        for key in keys:
            yield from (triple for triple in write(key) if triple.predicate != SKOS.hiddenLabel)


def _with_ancestors(keys: Iterable[str], entries: Mapping[str, Entry], up: str) -> set[str]:
    found: set[str] = set()
    waiting = list(keys)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += [parent for parent in [entries[key].get(up)] if parent]
    return found


def _with_regions(codes: set[str]) -> set[str]:
    """Add the regions of today (those with a code of ISO 3166-2) of the countries among some places."""
    of_today = (code for code, entry in places().items() if entry["kind"] == "region" and entry.get("iso"))
    return codes | {code for code in of_today if places()[code].get("parent") in codes}


def concepts(named: Iterable[str]) -> Iterator[Triple]:
    """Yield what concepts and schemes, IRIs in brackets, are called, and the schemes of these concepts."""
    told = schemes()
    used = set(named)
    used |= {str(triple.object) for node in used for triple in told[node] if triple.predicate == SKOS.inScheme}
    for node in used:
        yield from told[node]


@cache
def schemes() -> Mapping[str, list[Triple]]:
    """Return what the ontology calls its concepts and schemes, by their IRIs in brackets."""
    found: dict[str, list[Triple]] = {}
    for quad in parse(files("graph_builder.graph").joinpath("schemes.nt").read_bytes(), format=RdfFormat.N_TRIPLES):
        found.setdefault(str(quad.subject), []).append(quad.triple)
    return found


def _names(node: NamedNode, entry: Entry) -> Iterator[Triple]:
    for language in ("ar", "fr", "en"):
        if entry.get(language):
            yield Triple(node, SKOS.prefLabel, Literal(entry[language], language=language))
    for variant in _variants(entry):
        same_letters = _letters(variant) == _letters(entry["ar"])
        yield Triple(node, SKOS.hiddenLabel if same_letters else SKOS.altLabel, text(variant))


def _letters(name: str) -> str:
    """Return a name without what newspapers put, or forget, between its parts."""
    return _JOINTS.sub("", name)


def _variants(entry: Entry) -> list[str]:
    variants = entry.get("variants") or ()
    listed_variants = variants.split("|") if isinstance(variants, str) else [*variants, *entry.get("bare", ())]
    return [variant for variant in listed_variants if variant and variant != entry["ar"]]


WHOLE: Mapping[str, tuple[Callable[[], Mapping[str, Entry]], tuple[Callable[[str], Iterator[Triple]], ...]]] = {
    "roles": (roles, (role,)),
    "parties": (parties, (party, coalition_members, parallel_organizations)),
    "places": (places, (place,)),
}
"""What goes into each generated file of ontology/: the table, and what to say of each entry."""
