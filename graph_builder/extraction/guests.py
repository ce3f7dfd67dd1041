"""Parties that an article names as guests, partners or rivals of the one it is about; the one that holds its event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from graph_builder.arabic.inflection import is_possessive
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import EventMention, PartyMention
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

_WORDS: Final = data("grammar_words")["party"]
_BESIDE: Final = folded(_WORDS["beside"])
_ATTENDING: Final = folded(data("trigger_words")["attending"]) | folded(_WORDS["unlike"])
_HOLDING: Final = folded(data("trigger_words")["holding"])
_CLAUSES: Final = folded(data("grammar_words")["clauses"])
_REACH: Final = 9
"""Words between who attends, or with whom, and the party that he is of."""


def is_guest(s: Sentence, party: PartyMention) -> bool:
    """Return whether a party is told as attending, or as one beside or against another: "بحضور ممثلين عن حزب كذا"."""
    if party.i and s.norm[party.i - 1] in _BESIDE:
        return True
    for k in range(party.i - 1, max(-1, party.i - _REACH), -1):
        if s.norm[k] in _CLAUSES:
            return False
        if _is_of(s, k, _ATTENDING):
            return True
    return False


def is_host(s: Sentence, party: PartyMention, told: Sequence[PartyMention]) -> bool:
    """Return whether a party, of all ``told`` in the sentence, holds an event: "عقد حزب كذا لقاء", "... مؤتمره"."""
    for event in of_type(s, EventMention):
        if is_possessive(s.tokens[event.i].word.surface):
            last = [p for p in told if p.j <= event.i][-1:]
            if last and last[0] is party:
                return True
    after = party.j < len(s.norm) and _is_of(s, party.j, _HOLDING)
    return after or (party.i > 0 and party.prefix == "" and _is_of(s, party.i - 1, _HOLDING))


def _is_of(s: Sentence, k: int, among: frozenset[str]) -> bool:
    return s.norm[k] in among or (s.norm[k][:1] in "وف" and s.norm[k][1:] in among)
