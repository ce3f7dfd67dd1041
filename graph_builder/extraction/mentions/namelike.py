"""Whether a word that no list has may be part of a name: its letters, clitics and endings, and what it is besides."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.tokens import strip_article
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mentions.parties import read_party
from graph_builder.extraction.mentions.places import FUNCTION, TYPES
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary

_VERB_SHAPES: Final = tuple(data("grammar_words")["person"]["verb_shapes"])
_FAMILY_SHAPES: Final = tuple(data("grammar_words")["person"]["family_shapes"])
_SHORTEST_PLURAL: Final = 5
"""Letters of a verb told of many, at least."""
_NOUNS_OF_VERBS: Final = (5, 6, 7)
"""Letters of the noun of a verb: "إشراك", "اقتدار", "استعداد"."""
WITH_PRONOUN: Final = ("ائه", "ائها", "ائهم", "اته", "اتها", "اتهم")
"""Endings of nouns with a pronoun: "أبنائه"."""


def is_noun(bare: str, vocabulary: Vocabulary) -> bool:
    """Whether the whole word is a noun of bodies, roles or events: "لجنة" is no "ل" and a name."""
    return bare in vocabulary.bodies.heads or bare in vocabulary.roles.heads or bare in vocabulary.events.heads


def plausible(norm: str, vocabulary: Vocabulary) -> bool:
    """Whether an unknown word may be part of a name."""
    p = vocabulary.people
    bare = norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm
    if norm in p.given or norm in p.family:
        return norm not in p.not_names or norm in p.ambiguous
    if norm in p.not_names or bare in p.not_names or norm in FUNCTION or len(norm) < 3:
        return False
    if _inflected(norm, bare, vocabulary) or joined_word(norm, vocabulary) or is_noun(bare, vocabulary):
        return False
    if norm in vocabulary.bodies.adjectives or norm in vocabulary.roles.adjectives or norm in vocabulary.roles.fresh:
        return False
    if bare in vocabulary.bodies.adjectives and not norm.startswith("ال"):
        return False
    if vocabulary.places.longest(norm, (norm,), 0) and norm not in p.family:
        return False
    if norm.startswith("ي") and norm.endswith("ون") and len(norm) > _SHORTEST_PLURAL:
        return False  # "يؤبنون"
    return not norm.startswith(_VERB_SHAPES) or (norm.startswith("بال") and norm[1:] in p.family)


def _inflected(norm: str, bare: str, vocabulary: Vocabulary) -> bool:
    """Whether an ending makes this a form of a word that is no name: a pronoun, a dual, the accusative."""
    if len(norm) > 4 and norm.endswith(("ها", "هم", "هما")) and not norm.startswith("او"):
        return True
    if norm.endswith(("تين", "تان")) and is_noun(bare.removesuffix("ين").removesuffix("ان")[:-1] + "ه", vocabulary):
        return True
    adverb = norm.endswith("يا") and len(norm) > 4 and not norm.startswith(_FAMILY_SHAPES)  # "شفويا"
    return adverb or (norm.endswith("ا") and norm[:-1] in vocabulary.people.not_names and len(norm) > 3)


def joined_word(norm: str, vocabulary: Vocabulary) -> bool:
    """Whether a clitic and a word that is no name make this one: "ويضم", "بدار", "ككاتب"."""
    p = vocabulary.people
    if norm[0] == "ك" and norm[1:] in vocabulary.roles.heads:
        return True
    joined = norm[0] in "وفب" and (norm[1:] in p.not_names or norm[1:] in p.named_after)
    joined = joined or (norm[0] == "ب" and (norm[1:] in vocabulary.places or _tells_doing(norm[1:])))
    joined = joined or (norm[0] == "ل" and norm[1:] in p.not_names and norm[1:] not in p.bynames)
    surely = norm[:2] == "بن" and norm[1:] in p.verbs  # "بنجري" is no "ب" and a verb
    surely = surely or (norm[:2] == "بو" and norm[2:] in p.verbs)  # nor is "بوكان" one with "and"
    return joined and not surely and norm not in p.family and norm not in p.given


def _tells_doing(word: str) -> bool:
    """Whether a word has the shape of the noun of a verb: "تقديم", "اقتدار"."""
    derived = word.startswith("ا") and word[-2:-1] == "ا" and len(word) in _NOUNS_OF_VERBS
    return derived or (len(word) == min(_NOUNS_OF_VERBS) and word[0] == "ت" and word[3] == "ي")


def of_somebody(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether an unknown word ends in a pronoun: "مهامه" is "his tasks", "أبنائه" "his sons"."""
    word, norm, p = s.tokens[at].word, s.norm[at], vocabulary.people
    surface = word.surface
    if norm in p.given or norm in p.family or not surface.endswith(("ه", "ها", "هم")):
        return False
    stem = norm[:-1] if surface.endswith("ه") else norm[:-2]
    stems = (stem, stem[1:]) if stem[:1] in ("ل", "ب") else (stem,)
    told = surface.endswith(WITH_PRONOUN) or (norm[0] == "ل" and len(norm) > 5)
    return told or any(x in p.not_names or is_noun(x, vocabulary) for x in stems)


def described_plural(s: Sentence, at: int) -> bool:
    """ "نفى X الادعاءات الواردة في البيان": whether a plural and its adjective stand here, both with the article."""
    after = at + 1 < len(s.norm) and s.tokens[at + 1].word.definite and s.norm[at + 1].endswith("ه")
    return after and s.tokens[at].word.definite and s.norm[at].endswith("ات")


def is_preposition(s: Sentence, i: int) -> bool:
    """ "على" folds to the name "علي"; its final letter tells them apart."""
    word = s.tokens[i].word
    return word.surface.endswith("ى") and any(said in FUNCTION for said in word.said)


def wins_office(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether an office in the accusative stands at ``at``: what somebody, named before, was made."""
    held = at < len(s.norm) and s.bare[at] in vocabulary.roles.heads and not s.tokens[at].word.definite
    return held and s.norm[at].endswith("ا")


def is_told_of(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a definite noun, a party or a list stands at ``at``: "باسم النساء", "باسم حزب كذا"."""
    named = s.bare[at] in vocabulary.bodies.heads or s.bare[at] in vocabulary.roles.complements
    return s.tokens[at].word.definite or named or read_party(s, at, vocabulary) is not None


def in_a_place(norm: str, vocabulary: Vocabulary) -> bool:
    """Whether "in" and a word of kind make this one: "بالمحافظة", "بدار"."""
    return norm[0] == "ب" and (strip_article(norm[1:]) in TYPES or norm[1:] in vocabulary.people.named_after)


def opens_role(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word that is a name and a role (أمين) opens a role phrase here."""
    if s.bare[at] not in vocabulary.roles.heads or at + 1 >= len(s.norm):
        return False
    if s.norm[at] in vocabulary.people.family and s.norm[at].endswith("ي"):
        return False  # "فادي وكيلي الكاتب العام"
    splits, after = s.tokens[at + 1].word.splits, s.norm[at + 1]
    if s.tokens[at + 1].word.definite and (after in vocabulary.people.not_names or strip_article(after) in TYPES):
        return True
    words = vocabulary.roles
    if after.removeprefix("لل") in words.complements:
        return True  # "أمينة للسر"
    if after.startswith("لل") and len(after) > 4 and s.bare[at].endswith("ه"):
        return True  # "زكي أمينة للعلاقات الخارجية"
    heads = vocabulary.bodies.heads
    return read_party(s, at + 1, vocabulary) is not None or any(
        x.prefix in ("", "ل") and (x.bare in words.adjectives or x.bare in words.complements or x.bare in heads)
        for x in splits
    )
