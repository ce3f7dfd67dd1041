"""Which readers a word may concern, decided once for each spelling: most words of a text concern none."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from graph_builder.arabic.tokens import Word
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.known import BODY, EVENT, PARTY, PERSON, PLACE, ROLE, TIME, TITLE, Known
from graph_builder.extraction.mentions.name_parts import SONS
from graph_builder.extraction.mentions.parties import GLUED, openers_of_parties
from graph_builder.extraction.mentions.places import TYPES
from graph_builder.extraction.mentions.times import openers_of_times
from graph_builder.extraction.wordlists import LISTS, NOWHERE
from graph_builder.lexicon.vocabulary import Vocabulary, vocabulary

_SERVANT: Final = "عبدال"
"""Opens names that are written as one word."""


class _Openers(NamedTuple):
    """The kinds of mention that words may open: a word without clitics, without its article too, or as it stands."""

    rest: dict[str, int]
    bare: dict[str, int]
    whole: dict[str, int]


def learn(s: Sentence) -> None:
    """Note for each word of a sentence what is known of its spelling.

    A word that may open no mention may still go on with one, or be a name where the context asks for a person.
    """
    count = LISTS.count
    s.known = [_known(token.word, count) for token in s.tokens]
    s.may = [known.may for known in s.known]
    s.said = said = [NOWHERE] * count
    for k, known in enumerate(s.known):
        for n in known.lists:
            if said[n] is NOWHERE:
                said[n] = [k]
            else:
                said[n].append(k)


def _known(word: Word, count: int) -> Known:
    """What is known of a spelling; its lists anew if there are more of them than when they were noted."""
    known = word.known
    if not isinstance(known, Known):
        return _know(word)
    if known.count != count:
        known.lists, known.count = LISTS.having(word), count
    return known


def _know(word: Word) -> Known:
    people, norm = vocabulary().people, word.norm
    beginnings: dict[str, None] = {}
    for x in word.splits:
        beginnings[x.rest[:3]] = beginnings[x.bare[:3]] = beginnings[x.bare[:2] + "ا"] = None
    known = Known(
        _may_open(word), LISTS.having(word), LISTS.count, tuple(beginnings),
        norm in people.given, norm in people.family, norm in SONS, norm.endswith(("ين", "ان")),
        any(x.bare in people.named_after and x.rest == x.bare for x in word.splits),
    )  # fmt: skip
    word.known = known
    return known


def _may_open(word: Word) -> int:
    openers = _openers()
    may = openers.whole.get(word.norm, 0) | (openers.bare.get(word.bare, 0) & TITLE)
    if word.kind == "number":
        may |= TIME
    for split in word.splits:
        may |= openers.rest.get(split.rest, 0) | openers.bare.get(split.bare, 0)
        if split.rest.startswith(_SERVANT):
            may |= PERSON
        if split.rest.startswith(GLUED):
            may |= PARTY
    return may


@cache
def _openers() -> _Openers:
    table: Vocabulary = vocabulary()
    people = table.people
    time_rests, time_bares = openers_of_times()
    rests = (
        (PARTY, openers_of_parties(table)), (TIME, time_rests), (PLACE, table.places.firsts()),
        (BODY, [*table.parties.firsts(), *table.organisations.firsts()]),
        (PERSON, [*people.given, *people.compounds, *people.first_parts, *people.well_known.firsts()]),
    )  # fmt: skip
    bares = (
        (TIME, time_bares), (PLACE, TYPES), (TITLE, people.honorifics.firsts()),
        (BODY, table.bodies.heads), (EVENT, table.events.heads), (ROLE, table.roles.heads),
    )  # fmt: skip
    found = _Openers({}, {}, dict.fromkeys(table.after_hizb.firsts(), PARTY))
    for kinds, into in ((rests, found.rest), (bares, found.bare)):
        for kind, words in kinds:
            for word in words:
                into[word] = into.get(word, 0) | kind
    return found
