"""Which readers a word may concern, decided once for each spelling: most words of a text concern none."""

from __future__ import annotations

from functools import lru_cache

from graph_builder.arabic.tokens import MOST_FORMS, Split, Word, word
from graph_builder.extraction.mentions.parties import may_open_party
from graph_builder.extraction.mentions.places import TYPES
from graph_builder.extraction.mentions.times import may_open_time
from graph_builder.lexicon.vocabulary import Vocabulary, vocabulary


@lru_cache(maxsize=MOST_FORMS)
def openers(surface: str) -> frozenset[str]:
    """Return the kinds of mention that this spelling may open: ``time party body event role place person title``.

    A word that may open no mention may still go on with one, or be a name where the context asks for a person.
    """
    here, table = word(surface), vocabulary()
    found = {kind for split in here.splits for kind in _kinds(split, table)}
    if may_open_time(here):
        found.add("time")
    if may_open_party(here, table):
        found.add("party")
    if _may_be_title(here, table):
        found.add("title")
    return frozenset(found)


def _kinds(split: Split, table: Vocabulary) -> set[str]:
    people = table.people
    kinds = set()
    if split.rest in table.parties or split.rest in table.organisations or split.bare in table.bodies.heads:
        kinds.add("body")
    if split.bare in table.events.heads:
        kinds.add("event")
    if split.bare in table.roles.heads:
        kinds.add("role")
    if split.rest in table.places or split.bare in TYPES:
        kinds.add("place")
    if (
        split.rest in people.given
        or split.rest in people.compounds
        or split.rest in people.first_parts
        or split.rest.startswith("عبدال")
    ):
        kinds.add("person")
    return kinds


def _may_be_title(here: Word, table: Vocabulary) -> bool:
    return here.bare in table.people.honorifics or any(s.bare in table.people.honorifics for s in here.splits)
