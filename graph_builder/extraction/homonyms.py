"""Parties of one name: "حزب التجمع" of an Egyptian article is not Morocco's; which country's, the article tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import M, PartyMention, PlaceMention
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded, norms

Parts = Callable[[Sentence], list[M]]
_HEAD: Final = folded(data("grammar_words")["party"]["head"])
_ENTRIES: Final = {entry["key"]: entry for entry in data("parties")}
_SIGNS: Final = {
    word: country for country, words in data("grammar_words")["countries"].items() for word in folded(words)
}
"""The countries of words, folded."""
_TOWNS: Final[dict[str, str]] = {
    place["code"]: place["code"] if place["kind"] == "country" else place["parent"]
    for place in data("places_extra")["places"]
    if place.get("code") and (place["kind"] == "country" or str(place.get("parent")).isalpha())
}
"""The countries of towns abroad, by code."""
_HOME: Final = "MA"
"""The country of places whose code is the census's."""


def _shared() -> dict[str, list[str]]:
    """Names that several parties have, without "party", and the keys of those that have them in their country only."""
    found: dict[str, list[str]] = {}
    for entry in data("parties"):
        for text in entry.get("shared", ()):
            found.setdefault(_plain(norms(text)), []).append(entry["key"])
    return found


def _plain(words: Sequence[str]) -> str:
    """The words of a name as one string, without "party" and signs."""
    own = [word for word in words if any(letter.isalnum() for letter in word)]
    return " ".join(own[1:] if len(own) > 1 and own[0] in _HEAD else own)


_SHARED: Final = _shared()


def settle_homonyms(sentences: Sequence[Sentence], parties: Parts[PartyMention], places: Parts[PlaceMention]) -> None:
    """Give the parties named by a name that several have the one of the country that the article is about.

    Args:
        sentences: of the article.
        parties: returns those of a sentence, the ones inside other mentions too.
        places: as ``parties``.
    """
    named = [(s, party) for s in sentences for party in parties(s) if party.via != "anaphor"]
    shared = [(party, keys) for s, party in named if (keys := _SHARED.get(_said(s, party)))]
    if not shared:
        return
    country = _country(sentences, (party for _, party in named), (place for s in sentences for place in places(s)))
    for party, keys in shared:
        own = next((key for key in keys if _ENTRIES[key]["country"] == country), None)
        if own is not None:
            party.key, party.name, party.via = own, _ENTRIES[own]["ar"], "name"


def _said(s: Sentence, party: PartyMention) -> str:
    """A party's name as the text has it, without clitics, signs and "party"."""
    words = list(s.norm[party.i : party.j])
    if words:
        words[0] = words[0][len(party.prefix) :]
    return _plain(words)


def _country(
    sentences: Sequence[Sentence], parties: Iterable[PartyMention], places: Iterable[PlaceMention]
) -> str | None:
    """The country of which an article tells most words, places and parties; of equals, the one told first."""
    told = Counter(_SIGNS[norm] for s in sentences for norm in s.norm if norm in _SIGNS)
    told.update(_TOWNS.get(place.code, _HOME) for place in places if place.code)
    told.update(_ENTRIES[party.key]["country"] for party in parties if party.key and _said_of_one(party))
    return told.most_common(1)[0][0] if told else None


def _said_of_one(party: PartyMention) -> bool:
    """Whether a party's own name is no other's."""
    return _plain(norms(party.name)) not in _SHARED
