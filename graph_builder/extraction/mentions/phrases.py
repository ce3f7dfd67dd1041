"""Noun phrases of open vocabulary: what somebody is in charge of, the body he presides; where they end."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mentions.bodies import read_body
from graph_builder.extraction.mentions.parties import read_party
from graph_builder.extraction.mentions.places import FUNCTION, read_place
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary, folded

LONGEST: Final = 9
"""Words of a phrase."""
_INSIDE: Final = folded(data("grammar_words")["role"]["in_portfolio"])


def names_scope(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a party, body or place is named at token ``at``."""
    return bool(
        read_party(s, at, vocabulary) or read_body(s, at, vocabulary, scope=False) or read_place(s, at, vocabulary)
    )


def is_noun(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether token ``at`` may be a common noun: no function word, name, title or holder of a role."""
    norm = s.norm[at]
    return not (
        norm in FUNCTION
        or norm in vocabulary.people.given
        or norm in vocabulary.people.compounds
        or any(head.sense == "holder" for head in vocabulary.roles.heads.get(s.bare[at], ()))
        or s.tokens[at].word.kind != "word"
        or vocabulary.people.honorifics.longest(s.bare[at], s.bare, at)
    )


def noun_phrase(s: Sentence, at: int, vocabulary: Vocabulary) -> int:
    """Return the end of the noun phrase at ``at``: nouns, adjectives, "مع" and "و" between definite nouns."""
    end = at
    while end < len(s.norm) and end - at < LONGEST and s.tokens[end].word.kind == "word":
        linking = end > at and s.norm[end] in _INSIDE and end + 1 < len(s.norm)
        if not linking and not (is_noun(s, end, vocabulary) and (end == at or _goes_on(s, end, vocabulary))):
            break
        end += 1
    while end > at + 1 and s.norm[end - 1] in _INSIDE:
        end -= 1
    return end


def _goes_on(s: Sentence, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a noun belongs to the phrase before it: no verb, no new clause or list item, no party or place."""
    word = s.tokens[end].word
    split = word.splits[-1]
    if word.bare in vocabulary.roles.former or word.bare in vocabulary.roles.fresh:
        return False  # "وزير الصحة السابق", "رئيس الحكومة المعين"
    if end + 1 < len(s.norm) and s.known[end + 1].son and not word.definite:
        return False  # "المكلف بالتنظيم اسلمو ولد كذا"
    joined = split.prefix.startswith("و")
    another = split.rest.startswith("ال") and len(split.rest) > 4
    if joined and (
        not (another or _is_construct(s, end, split.rest, vocabulary)) or split.bare in vocabulary.roles.heads
    ):
        return False
    if joined and vocabulary.people.honorifics.longest(split.bare, s.bare, end):
        return False
    loose = not word.definite and split.prefix not in ("و", "ب", "ل", "ول", "وب")
    if loose and s.tokens[end - 1].word.definite:
        return False  # "رئيس الحكومة جلسة الافتتاح": nothing is of a noun with its article
    if loose and word.norm in vocabulary.people.not_names and not _before_definite(s, end):
        return False
    place = read_place(s, end, vocabulary)
    adjective = s.tokens[end + 1].word if place is not None and place.j == end + 1 < len(s.norm) else None
    of_name = adjective is not None and adjective.definite and adjective.norm.endswith(("ي", "يه"))
    of_name = of_name and split.prefix == ""  # "مهرجان ورزازات السينمائي"
    return not read_party(s, end, vocabulary) and (place is None or of_name)


def _is_construct(s: Sentence, end: int, rest: str, vocabulary: Vocabulary) -> bool:
    """Whether a noun joined by و is of the one after it: "وزير التعليم العالي وتكوين الأطر"."""
    p = vocabulary.people
    return rest in p.not_names and rest not in p.verbs and rest not in p.given and _before_definite(s, end)


def _before_definite(s: Sentence, end: int) -> bool:
    return end + 1 < len(s.norm) and s.tokens[end + 1].word.definite


def section_end(s: Sentence, at: int, owned: bool, vocabulary: Vocabulary) -> int:
    """Return where the name of a section ends: "العلاقات الخارجية", "الإعلام والاتصال", if ``owned`` "شؤون العضوية"."""
    end = at
    while end < len(s.norm) and _of_section(s, end, owned and end == at, vocabulary):
        end += 1
    return end


def _of_section(s: Sentence, at: int, owned: bool, vocabulary: Vocabulary) -> bool:
    """Whether an adjective, a noun joined by و, or the owner of "affairs" goes on with a section's name."""
    word = s.tokens[at].word
    last = word.splits[-1] if word.splits else None
    if last is None or word.bare in vocabulary.roles.times or names_scope(s, at, vocabulary):
        return False
    if last.prefix == "و":
        return last.rest != last.bare and last.bare not in vocabulary.roles.heads and is_noun(s, at, vocabulary)
    return last.prefix == "" and word.definite and (owned or word.norm.endswith(("ي", "يه")))
