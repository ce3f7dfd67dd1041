"""Proper names after the noun of an association or company: in quotes, one word, or a town and a definite word."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mentions.parties import read_party
from graph_builder.extraction.mentions.places import FUNCTION, read_place
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary, folded

_OPENING: Final = '"«“'
_CLOSING: Final = '"»”'
_LONGEST: Final = 6
"""Words in quotes."""
_SHORTEST: Final = 3
"""Letters of a name of one word."""
_CHAIN: Final = 3
"""Nouns of a construct before its definite one: "سائقي سيارات الأجرة"."""
_COMMITTEES: Final = folded(["لجنة", "خلية"])
"""Heads that any word may tell apart; a secretariat has its level."""
_COMPOSING: Final = folded(data("trigger_words")["composing"])
_CLITICS: Final = "بوفلكيتس"
"""First letters of what may be a preposition, a conjunction or a verb with its noun."""


def own_name(s: Sentence, at: int, head: str, definite: bool, vocabulary: Vocabulary) -> int:
    """Return the end of the name at token ``at``, right after a head of bodies; ``at`` where there is none."""
    words = vocabulary.bodies
    if at >= len(s.norm):
        return at
    if s.is_sign(at, _OPENING):
        return _quoted(s, at, head in words.civil_heads, vocabulary) if head in words.open else at
    if not definite and head in _COMMITTEES:
        return _told_by_a_word(s, at, vocabulary)
    if definite or head not in words.civil_heads - words.districts or s.tokens[at].word.kind != "word":
        return at
    if construct(s, at, True, vocabulary) is not None:
        return at
    return town_first(s, at, vocabulary) or (at + 1 if _one_word(s, at, vocabulary) else at)


def _quoted(s: Sentence, at: int, civil: bool, vocabulary: Vocabulary) -> int:
    """The end of 'مؤسسة "كذا"'; a party in quotes is whose body it is, its symbol ("الرسالة") a name too."""
    end = at + 1
    while end < len(s.norm) and end - at <= _LONGEST and s.tokens[end].word.kind == "word":
        end += 1
    named = end > at + 1 and s.is_sign(end, _CLOSING)
    of_party = read_party(s, at + 1, vocabulary)
    return end + 1 if named and (of_party is None or (civil and of_party.j == at + 2)) else at


def _told_by_a_word(s: Sentence, at: int, vocabulary: Vocabulary) -> int:
    """The end of "لجنة ثلاثية تتكون من", "لجنة متابعة تضم": one word before what tells who is in a committee."""
    word = s.tokens[at].word
    told = at + 1 < len(s.norm) and s.says(at + 1, _COMPOSING) and not s.says(at, _COMPOSING) and word.kind == "word"
    named = word.definite or word.norm in FUNCTION or word.norm in vocabulary.bodies.passing
    return at + 1 if told and not named and word.splits[-1].prefix == "" else at


def town_first(s: Sentence, at: int, vocabulary: Vocabulary) -> int:
    """Return the end of "تنغير الكبرى", "سلا المستقبل": a town that a definite word follows; 0 if it is none."""
    place = read_place(s, at, vocabulary, scoped=True)
    if place is None or place.prefix or place.type_word or place.j >= len(s.norm):
        return 0
    word, people = s.tokens[place.j].word, vocabulary.people
    other = word.bare in vocabulary.bodies.passing or word.bare in vocabulary.roles.heads or word.norm in people.family
    titled = people.honorifics.longest(word.bare, s.bare, place.j)
    return place.j + 1 if word.definite and word.splits[-1].prefix == "" and not (other or titled) else 0


def _one_word(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether an indefinite word is the whole name: "جمعية آفاق", no adjective, person, verb or word of office."""
    word, norm, bodies = s.tokens[at].word, s.norm[at], vocabulary.bodies
    if word.definite or len(norm) < _SHORTEST or norm[0] in _CLITICS or norm.endswith(("يه", "ي")):
        return False
    people = vocabulary.people
    known = norm in FUNCTION or norm in people.given or norm in people.verbs or norm in people.compounds
    known = known or norm in bodies.adjectives or norm in bodies.heads or norm in bodies.passing
    known = known or norm in vocabulary.roles.heads or norm in vocabulary.events.heads
    after = at + 1 < len(s.norm) and s.tokens[at + 1].word.definite and s.tokens[at + 1].word.splits[-1].prefix == ""
    return not known and not after and read_place(s, at, vocabulary, scoped=True) is None


def construct(s: Sentence, at: int, first: bool, vocabulary: Vocabulary) -> int | None:
    """Indefinite nouns before a definite one: "منظمة نساء الأصالة", "نقابة سائقي سيارات الأجرة"."""
    if not first or at + 1 >= len(s.norm) or (s.bare[at] in vocabulary.roles.heads and not s.norm[at].endswith("ه")):
        return None  # "هيئة مراقبة التأمينات": what it does, no woman controller
    end = at
    while end < min(at + _CHAIN, len(s.norm) - 1) and _is_link(
        s, end, s.norm[end].removeprefix("و" * (end > at)), vocabulary
    ):
        end += 1
        owner = read_party(s, end, vocabulary)
        if owner is not None and owner.prefix == "":
            return end  # "منظمة نساء حزب كذا", not "منظمة تابعة للحزب"
        if s.tokens[end].word.definite:
            return end + 1
    return None


def _is_link(s: Sentence, k: int, norm: str, vocabulary: Vocabulary) -> bool:
    """Whether an indefinite noun stands at ``k``: no name, place, verb, particle."""
    word, people = s.tokens[k].word, vocabulary.people
    named = norm in people.given or norm in people.verbs or norm in FUNCTION or read_place(s, k, vocabulary) is not None
    shaped = len(norm) > 2 and norm[0] not in "بوفل" and not norm.endswith("ها")  # "لجنة تترأسها الكاتبة"
    return word.kind == "word" and not word.definite and shaped and not named
