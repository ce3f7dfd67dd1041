"""The vocabulary: every data file compiled into folded tables for the recognisers. Built once for a process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, Final

from graph_builder.arabic.inflection import NONE, Form, adjective_forms, is_possessive, noun_forms
from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import ARTICLE, MOST_FORMS, strip_article, tokenise
from graph_builder.lexicon.loader import data, rows
from graph_builder.lexicon.terms import Terms


def folded(words: Iterable[str]) -> frozenset[str]:
    """Fold each word of a list."""
    return frozenset(fold(w) for w in words)


def norms(text: str) -> list[str]:
    """Return the folded words of a term."""
    return [t.word.norm for t in tokenise(text)]


@lru_cache(maxsize=MOST_FORMS)
def bares(text: str) -> tuple[str, ...]:
    """Return the folded words of a term, without their articles."""
    return tuple([t.word.bare for t in tokenise(text)])


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that opens a role, body or event phrase, in one of its forms."""

    lemma: str
    """Masculine singular (or the only singular), as written in the lexicon."""
    folded: str
    form: Form
    entry: dict[str, Any]
    sense: str
    """``holder`` of a role, or the ``office`` itself."""


@dataclass(frozen=True, slots=True)
class Adjective:
    """An adjective in one of its forms."""

    lemma: str
    folded: str
    level: str | None
    indefinite: str
    """The masculine without article: "ثان" of "الثاني"."""


@dataclass(frozen=True, slots=True)
class PartyName:
    """What a party's name in the text denotes. ``via``: name, nickname, symbol, parallel, followers."""

    key: str
    name: str
    via: str
    parallel: str | None = None
    """The parallel organisation that was named, in the lexicon's spelling."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place of the lexicon; ``code`` is the census code, or a key for others."""

    code: str
    name: str
    kind: str
    ambiguous: bool


Heads = dict[str, list[Head]]


def by_possession(heads: Sequence[Head], surface: str) -> list[Head]:
    """Return the heads that a spelling may be: those with a possessive pronoun first if it ends in one, else none.

    Folding makes "نائبه" (his deputy) and "نائبة" (a woman deputy) one; the spelling tells them apart.
    """
    if not heads or not is_possessive(surface):
        return [head for head in heads if not head.form.pronoun]
    return sorted(heads, key=lambda head: not head.form.pronoun)


def _heads(entries: Iterable[dict[str, Any]], people: bool = False) -> Heads:
    table: Heads = {}
    for entry in entries:
        feminine = entry.get("fs", None if people else NONE)  # "نادية" is no club
        for form_text, form in noun_forms(entry["ms"], feminine, entry.get("mp"), entry.get("fp")):
            table.setdefault(form_text, []).append(Head(entry["ms"], fold(entry["ms"]), form, entry, "holder"))
        for office in entry.get("office", ()):
            for form_text, form in noun_forms(office):
                if form.number == "singular":
                    table.setdefault(form_text, []).append(Head(office, fold(office), form, entry, "office"))
    return table


def _adjectives(entries: Iterable[dict[str, Any]]) -> dict[str, Adjective]:
    table: dict[str, Adjective] = {}
    for entry in entries:
        for text in adjective_forms(entry["ms"], entry.get("fs"), entry.get("defective", False)):
            ms = entry["ms"]
            indefinite = ms[:-1] if entry.get("defective") else ms
            table.setdefault(text, Adjective(ms, fold(ms), entry.get("level"), indefinite))
    return table


def _forms(words: Iterable[str]) -> frozenset[str]:
    return frozenset(f for w in words for f in ([fold(w)] if " " in w else adjective_forms(w)))


@dataclass(frozen=True)
class Roles:
    """Words of role phrases."""

    heads: Heads
    adjectives: dict[str, Adjective]
    complements: frozenset[str]
    sections: frozenset[str]
    former: frozenset[str]
    fresh: frozenset[str]
    times: frozenset[str]
    """Both former and fresh."""
    public: Terms[bool]


@dataclass(frozen=True)
class Bodies:
    """Words of the names of bodies."""

    heads: Heads
    adjectives: dict[str, Adjective]
    passing: frozenset[str]
    national: frozenset[tuple[str, ...]]
    open: frozenset[str]
    periods: frozenset[str]
    sections: frozenset[str]
    sectioned: frozenset[str]
    of_places: frozenset[str]
    bureaus: frozenset[str]
    institutions: frozenset[str]
    never: frozenset[tuple[str, ...]]
    public: frozenset[tuple[str, ...]]
    areas: frozenset[str]
    districts: frozenset[str]
    unions: frozenset[str]
    groups: frozenset[str]
    chambers: Terms[bool]
    public_heads: frozenset[str]
    territories: frozenset[str]
    civil_heads: frozenset[str]


@dataclass(frozen=True)
class Events:
    """Words of the names of events."""

    heads: Heads
    qualifiers: dict[str, str]
    """Folded adjective form -> kind."""
    fixed: frozenset[str]
    telling: frozenset[str]


@dataclass(frozen=True)
class People:
    """Words inside and around the names of people."""

    given: dict[str, str]
    family: frozenset[str]
    not_names: frozenset[str]
    bynames: frozenset[str]
    """Those of ``not_names`` that family names may be: nouns and adjectives."""
    verbs: frozenset[str]
    """Those of ``not_names`` that are verbs: a name ends before them."""
    seated: frozenset[str]
    """Those of ``not_names`` written with ئ: with ي the same letters are a family name."""
    ambiguous: frozenset[str]
    honorifics: Terms[bool]
    feminine: frozenset[str]
    compounds: frozenset[str]
    second_parts: frozenset[str]
    first_parts: frozenset[str]
    named_after: frozenset[str]
    well_known: Terms[bool]
    """Whole names that are read as such."""


@dataclass(frozen=True)
class Vocabulary:
    """All tables."""

    roles: Roles
    bodies: Bodies
    events: Events
    people: People
    parties: Terms[PartyName]
    after_hizb: Terms[PartyName]
    organisations: Terms[tuple[str, str]]
    """Other organisations: name and kind."""
    places: Terms[PlaceName]
    followers: dict[str, PartyName] = field(default_factory=dict)
    """Folded words for a party's members: "التجمعيين"."""
    party_entries: dict[str, dict[str, Any]] = field(default_factory=dict)


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary of the package's data files."""
    parties, after_hizb, entries = _parties()
    return Vocabulary(
        _roles(),
        _bodies(),
        _events(),
        _people(),
        parties,
        after_hizb,
        _organisations(),
        _places(),
        _followers(),
        entries,
    )


def _roles() -> Roles:
    words = data("role_words")
    offices = [x for x in data("roles") if x["public"]]
    public = _terms(bares(phrase) for x in offices for phrase in (x["ar"], *x.get("variants", ())))
    return Roles(
        _heads(words["heads"], people=True),
        _adjectives(words["adjectives"]),
        folded([*words["complements"], *words["sections"]]),
        folded(words["sections"]),
        _forms(words["former"]),
        _forms(words["fresh"]),
        _forms([*words["former"], *words["fresh"]]),
        public,
    )


def _bodies() -> Bodies:
    words = data("body_words")
    return Bodies(
        _heads(words["heads"]),
        _adjectives(words["adjectives"]),
        _forms(words["passing"]),
        frozenset(tuple(bares(n)) for n in words["national"]),
        folded(words["open"]),
        folded(words["periods"]),
        folded(words["sections"]),
        folded(words["sectioned"]),
        folded(words["of_places"]),
        folded(words["bureaus"]),
        folded(words["institutions"]),
        frozenset(tuple(bares(n)) for n in words["never"]),
        frozenset(tuple(bares(n)) for n in words["public"]),
        folded(words["areas"]),
        folded(words["districts"]),
        folded(words["unions"]),
        folded(words["groups"]),
        _terms(map(bares, words["chambers"])),
        folded(words["public_heads"]),
        folded(words["territories"]),
        folded(words["civil_heads"]),
    )


def _events() -> Events:
    words = data("event_words")
    kinds = words["kinds"].items()
    qualifiers = {f: kind for kind, adjectives in kinds for a in adjectives for f in adjective_forms(a)}
    return Events(_heads(words["heads"]), qualifiers, folded(words["fixed"]), _forms(words["telling"]))


_BYNAMES: Final = ("subjects", "adjectives", "general", "media")
_VERBS: Final = ("verbs_of_saying", "verbs_of_office", "verbs_other")


def _people() -> People:
    words = data("person_words")
    given: dict[str, str] = {}
    for name in ("given_names.tsv", "given_names_extra.tsv"):
        given.update({fold(row[0]): row[1] for row in rows(name) if " " not in row[0]})
    family = {fold(row[0]) for name in ("family_names.txt", "family_names_extra.txt") for row in rows(name)}
    stops = data("not_names")
    titles = words["honorifics"]  # short words keep their article when bare
    honorifics = _terms([*map(bares, titles), *([ARTICLE + word for word in norms(title)] for title in titles)])
    ambiguous = _all_words(stops.get("ambiguous", []))
    not_names = _all_words([v for k, v in stops.items() if k != "ambiguous"]) - ambiguous
    return People(
        given,
        frozenset(family),
        not_names,
        _all_words([stops["never"][group] for group in _BYNAMES])
        | {word for word in _all_words(stops["never"]["roles"]) if word.endswith("ي")}
        | {w for key in ("kinship", "events") for w in _all_words(stops["never"][key]) if w.startswith(ARTICLE)},
        _all_words([stops["never"][group] for group in _VERBS]),
        frozenset(fold(word) for word in _spelt([v for k, v in stops.items() if k != "ambiguous"]) if "ائ" in word),
        ambiguous,
        honorifics,
        folded(words["feminine"]),
        folded(words["compounds"]),
        frozenset(strip_article(w) for w in folded(words["second_parts"])) | folded(words["second_parts"]),
        folded(words["first_parts"]),
        folded(words["named_after"]),
        _terms(norms(name) for name in words["well_known"]),
    )


def _terms(phrases: Iterable[Sequence[str]]) -> Terms[bool]:
    terms: Terms[bool] = Terms()
    for phrase in phrases:
        terms.add(phrase, True)
    return terms


def _all_words(value: Any) -> frozenset[str]:
    return folded(_spelt(value))


def _spelt(value: Any) -> Iterator[str]:
    """The words of a tree of lists as they are written."""
    if isinstance(value, str):
        yield value
        return
    for item in value.values() if isinstance(value, dict) else value:
        yield from _spelt(item)


def _parties() -> tuple[Terms[PartyName], Terms[PartyName], dict[str, dict[str, Any]]]:
    names: Terms[PartyName] = Terms()
    after: Terms[PartyName] = Terms()
    entries: dict[str, dict[str, Any]] = {}
    hizb = fold("حزب")
    for entry in data("parties"):
        key, official = entry["key"], entry["ar"]
        entries[key] = entry
        for text in (official, *entry.get("variants", ())):
            words = norms(text)
            names.add(words, PartyName(key, official, "name"))
            plain = words[1:] if words[0] == hizb and len(words) > 1 else words
            after.add(plain, PartyName(key, official, "name"))
        for text in entry.get("after_hizb", ()):
            after.add(norms(text), PartyName(key, official, "symbol"))
        for text in entry.get("bare", ()):
            names.add(norms(text), PartyName(key, official, "nickname"))
            after.add(norms(text), PartyName(key, official, "nickname"))
        for parallel in entry.get("parallel", ()):
            for text in (parallel["ar"], *parallel.get("variants", ())):
                names.add(norms(text), PartyName(key, official, "parallel", parallel["ar"]))
    return names, after, entries


def _followers() -> dict[str, PartyName]:
    return {
        fold(word): PartyName(entry["key"], entry["ar"], "followers")
        for entry in data("parties")
        for word in entry.get("followers", ())
    }


def _organisations() -> Terms[tuple[str, str]]:
    terms: Terms[tuple[str, str]] = Terms()
    for entry in data("other_organisations"):
        for text in (entry["ar"], *entry.get("variants", ())):
            terms.add(norms(text), (entry["ar"], entry["kind"]))
    return terms


_KINDS: Final = ("city", "province", "region", "commune", "arrondissement", "district", "country", "cercle")
"""Kinds of places; of two places of one name the earlier kind is meant."""
_RANK: Final = {kind: rank for rank, kind in enumerate(_KINDS)}


def _places() -> Terms[PlaceName]:
    terms: Terms[PlaceName] = Terms()
    census = [row for row in rows("places.tsv") if row[0] != "code"]
    towns = {part for row in census if row[1] == "province" and "-" in row[2] for part in row[2].split("-")}
    found = [_place_row(row, towns) for row in census]
    for e in data("places_extra")["places"]:
        code = str(e.get("code") or e.get("key") or e["ar"])
        found.append((PlaceName(code, e["ar"], e["kind"], bool(e.get("ambiguous"))), e.get("variants") or []))
    for place, variants in sorted(found, key=lambda f: _RANK.get(f[0].kind, 9)):
        for text in (place.name, *variants):
            if text:
                terms.add(norms(text), place)
    return terms


def _place_row(row: list[str], towns: Set[str]) -> tuple[PlaceName, list[str]]:
    """A place of the census; ``towns`` are those that a province is named after with another: "وجدة-أنجاد"."""
    code, kind, ar, _fr, _parent, _iso, variants, ambiguous = row
    kind = "city" if kind == "commune" and ar in towns else kind
    return PlaceName(code, ar, kind, ambiguous == "1"), variants.split("|") if variants else []
