"""People counted who are votes or seats by what is told of them: those who gave their votes, deputies whom a party got."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import NumberMention, PartyMention
from graph_builder.extraction.rules.triggers import says, words
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

_SEATED: Final = words("نائب نائبا نواب برلماني برلمانيا برلمانيين")
_GAINING: Final = folded(data("figure_words")["gaining"])
_ON: Final = next(iter(words("على")))
_THEIR_VOTES: Final = words("أصواتهم أصواتهن بأصواتهم بأصواتهن")
_VOTES_AFTER: Final = 6
"""Words from those counted to "their votes"."""


def give_votes(s: Sentence, end: int) -> bool:
    """Whether those counted give their votes, right after them: "منحه 15 عضوا أصواتهم"."""
    return any(w in _THEIR_VOTES for w in s.norm[end : end + _VOTES_AFTER])


def are_gained(s: Sentence, n: NumberMention, noun: int) -> bool:
    """Whether the noun tells deputies whom a party got: "حاصدا 16 نائبا", "حصل حزب كذا على 16 نائبا"."""
    if s.bare[noun] not in _SEATED or n.i == 0:
        return False
    k = n.i - 1 - (s.norm[n.i - 1] == _ON)
    party = next((p for p in of_type(s, PartyMention) if p.j == k + 1), None)
    return k >= 0 and says(s, party.i - 1 if party else k, _GAINING)
