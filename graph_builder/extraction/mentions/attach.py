"""What may follow the name of a body, role or event: whose it is (a party) and where (places)."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.known import TIME
from graph_builder.extraction.mention_kinds import PartyMention, PlaceMention
from graph_builder.extraction.mentions.namelike import plausible
from graph_builder.extraction.mentions.parties import read_party, read_symbol
from graph_builder.extraction.mentions.places import DIRECTIONS, MANY, PREPOSITIONS, TYPES, read_place
from graph_builder.lexicon.vocabulary import Vocabulary

_SHORTEST: Final = 4
"""Letters of a place that no list has."""
_QUOTES: Final = '"«“»”'
_FOR: Final = frozenset(["عن"])
_EACH: Final = frozenset(["بكل", "لكل"])
_OF: Final = frozenset(["", "ل", "ب"])
_ITS: Final = frozenset(["له", "لها", "لهم"])
_IN: Final = frozenset(["", "ب", "ل"])


def read_scope(
    s: Sentence, at: int, vocabulary: Vocabulary, *, party: bool, places: bool, bare_place: bool, located: bool = False
) -> tuple[int, PartyMention | None, list[PlaceMention]]:
    """Read party and places after a phrase that ends at ``at``, in either order.

    Args:
        s: the sentence.
        at: the token after the phrase.
        vocabulary: names.
        party: whether a party may follow.
        places: whether places may follow.
        bare_place: whether a place may follow without a preposition ("فرع فاس").
        located: whether a place must follow "in" ("مؤتمر بسطات"): what an event is for is not where it is.

    Returns:
        The new end, the party, the places.
    """
    its = places and at + 1 < len(s.norm) and s.norm[at] in _ITS and s.norm[at + 1].startswith("ب")
    at += its  # "فرعا له بجماعة كذا"
    at, found_party, found_places = _known(s, at, vocabulary, party, places, bare_place, located)
    if places and found_party and not found_places and (unknown := _unknown(s, at, vocabulary)) is not None:
        return unknown.j, found_party, [unknown]
    return at, found_party, found_places


def _known(
    s: Sentence, at: int, vocabulary: Vocabulary, party: bool, places: bool, bare_place: bool, located: bool
) -> tuple[int, PartyMention | None, list[PlaceMention]]:
    """Party and places that lists have, in either order."""
    found_party: PartyMention | None = None
    found_places: list[PlaceMention] = []
    many = False
    while at < len(s.norm):
        if places and s.norm[at] in _EACH and s.norm[at + 1 : at + 2] == ["من"]:
            many, at = True, at + 2  # "بكل من أ وب": several places
            continue
        elected = s.norm[at] in _FOR and at + 1 < len(s.norm)  # "البرلماني عن الإقليم"
        if (places and not found_places and _that_place(s, at + elected, vocabulary)) or _that_body(s, at, vocabulary):
            at += 1 + elected
            while at < len(s.norm) and s.tokens[at].word.definite and _says_which(s, at, vocabulary):
                at += 1
            continue
        step = s.norm[at] in PREPOSITIONS
        k = at + step
        k += s.is_sign(k, _QUOTES)
        if k >= len(s.norm):
            break
        mention = (read_party(s, k, vocabulary) or read_symbol(s, k, vocabulary)) if party and not found_party else None
        if mention and mention.prefix in _OF:
            found_party, at = mention, mention.j + s.is_sign(mention.j, _QUOTES)
            continue
        if not places or (found_places and not (many or _goes_on(s, k, found_places[-1]))):
            break
        sure = bare_place or step or many or bool(found_places) or s.norm[k][0] in "بل"
        mention_place = read_place(s, k, vocabulary, scoped=sure)
        bare = bare_place and mention_place is not None and mention_place.prefix == ""  # "مؤتمر سلا"
        if located and mention_place and not (step or bare or mention_place.prefix == "ب" or found_places):
            break
        if mention_place is None or not _fits(mention_place, step, bare_place or many, bool(found_places)):
            break
        found_places.append(mention_place)
        at = mention_place.j
    return at, found_party, found_places


def _unknown(s: Sentence, at: int, vocabulary: Vocabulary) -> PlaceMention | None:
    """A place that no list has, after the party's name, before a sign or date: "التنسيقية المحلية لحزب كذا ببوكذا،"."""
    end = at + 1
    if end > len(s.norm) or not s.norm[at].startswith("ب"):
        return None
    rest = s.norm[at][1:]
    named = len(rest) >= _SHORTEST and plausible(rest, vocabulary) and not rest.startswith(ARTICLE)
    ended = end == len(s.norm) or s.tokens[end].word.kind == "punct" or s.may[end] & TIME
    if not (named and ended) or rest in vocabulary.people.given or rest in vocabulary.people.not_names:
        return None
    return PlaceMention(at, end, "ب", s.tokens[at].word.surface[1:], None, "city", "")


def _says_which(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether an adjective goes on with "the district": "بالدائرة المحلية", "بالجهة الشرقية"."""
    return s.bare[at] in vocabulary.bodies.adjectives or s.norm[at] in DIRECTIONS


def _that_place(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """ "بالمدينة", "بالإقليم": a place named before, which the discourse tells; "بالجهة الشرقية" is a name."""
    splits = s.tokens[at].word.splits
    told = bool(splits) and (splits[-1].prefix in ("ب", "ل") or s.norm[at - 1] in _FOR)
    if not told or splits[-1].bare not in TYPES:
        return False
    if splits[-1].rest == splits[-1].bare or (at + 1 < len(s.norm) and s.bare[at + 1] in TYPES):
        return False
    named = [vocabulary.places.longest(x.rest, s.norm, at) for x in splits]
    return not any(term is not None and term[0] > at + 1 for term in named)


def _that_body(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """ "المكتب التنفيذي للمنظمة": whose it is was told before."""
    splits = s.tokens[at].word.splits
    alone = at + 1 >= len(s.norm) or s.bare[at + 1] not in vocabulary.bodies.adjectives
    return (
        bool(splits)
        and splits[-1].prefix == "ل"
        and splits[-1].rest != splits[-1].bare
        and alone
        and splits[-1].bare in vocabulary.bodies.open
    )


def _goes_on(s: Sentence, k: int, last: PlaceMention) -> bool:
    """Whether another place may follow: after a plural kind ("أقاليم ..."), or a wider one ("بالرباط جهة ...")."""
    joined = s.norm[k].startswith("و")
    return (last.type_word in MANY and joined) or s.norm[k].startswith("ب") or read_type(s, k)


def read_type(s: Sentence, k: int) -> bool:
    """Whether token ``k`` is a word of a kind of place."""
    return s.bare[k] in TYPES


def _fits(place: PlaceMention, after_preposition: bool, bare_place: bool, more: bool) -> bool:
    if place.prefix == "و":
        return more
    if place.prefix not in _IN:
        return False
    return bare_place or after_preposition or place.prefix != "" or place.type_word != "" or more
