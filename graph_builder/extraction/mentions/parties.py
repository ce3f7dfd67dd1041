"""Parties: by name, nickname or symbol, through their youth organisation, as "the party", or by pattern."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import ARTICLE, Split
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.known import PARTY
from graph_builder.extraction.mention_kinds import PartyMention, PersonMention, RoleMention
from graph_builder.extraction.wordlists import LISTS
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import PartyName, Vocabulary, folded

_WORDS: Final = data("grammar_words")["party"]
_HIZB: Final = folded(_WORDS["head"])
_THE_PARTY: Final = folded(_WORDS["anaphors"])
_THE: Final = fold("الحزب")
_HEAD: Final = fold(_WORDS["head"][0])
GLUED: Final = _HEAD + ARTICLE
"""Opens names of parties whose first blank is missing."""
_LOOSE: Final = folded(_WORDS["loose"])
_GENERIC: Final = folded(_WORDS["generic"])
_STANDING_FOR: Final = frozenset(["عن"])
_SEATS: Final = LISTS.declare(folded(_WORDS["seats"]))
_NATIONS: Final = folded(_WORDS["nations"])
_NOUN: Final = 3
"""Letters of a noun that opens a party's name; what has less is a particle."""
_JOINED: Final = frozenset(["", "و", "ل", "ب", "ول"])
_QUOTES: Final = "\"«“”»'‘’"
LONGEST_PATTERN: Final = 4
"""Words after "party" in the name of a party that the lexicon does not have."""


def read_party(s: Sentence, i: int, vocabulary: Vocabulary) -> PartyMention | None:
    """Read the party that token ``i`` begins to name, clitics allowed; ``None`` if none, or past the sentence."""
    if i >= len(s.may) or not s.may[i] & PARTY:
        return None
    for split in s.tokens[i].word.splits:
        if split.rest in _HIZB:
            found = _after_head(s, i, vocabulary)
            if found:
                found.prefix = split.prefix
                return found
        if (named := _named(s, i, split, vocabulary)) is not None:
            return named
        if split.rest in _THE_PARTY and len(split.prefix) < 3:
            if split.rest == _THE and (end := _adjectives(s, i + 1, vocabulary)) > i + 1:
                return PartyMention(i, end, split.prefix, None, "الحزب " + s.text(i + 1, end), "pattern")
            return PartyMention(i, i + 1, split.prefix, None, "", "anaphor")
    return _quoted_symbol(s, i, vocabulary) or _beside_name(s, i, vocabulary) or _with_seats(s, i, vocabulary)


def _named(s: Sentence, i: int, split: Split, vocabulary: Vocabulary) -> PartyMention | None:
    """A party by its name, "party" glued to it or not: "حزبالتجمع الوطني للأحرار"."""
    term = vocabulary.parties.longest(split.rest, s.norm, i) if split.rest in vocabulary.parties else None
    if split.rest.startswith(GLUED):
        term = vocabulary.after_hizb.longest(split.rest[len(_HEAD) :], s.norm, i) or term
    return _mention(i, term[0], split.prefix, term[1]) if term and term[1].via != "parallel" else None


def _adjectives(s: Sentence, at: int, vocabulary: Vocabulary) -> int:
    """The end of the adjectives of relation that make "the party" a name: "الحزب الجمهوري", "الحزب الدستوري الحر"."""
    if at >= len(s.norm) or not s.tokens[at].word.surface.endswith("ي") or s.norm[at] in _LOOSE:
        return at
    another = at + 1 < len(s.norm) and s.tokens[at + 1].word.definite and s.norm[at + 1].endswith("ي")
    if not another and (s.norm[at] in vocabulary.people.given or s.norm[at] in vocabulary.people.family):
        return at  # "رئيس الحزب العلوي", but "الحزب المدني الديمقراطي"
    end = at
    while end < len(s.norm) and end - at < LONGEST_PATTERN and s.tokens[end].word.definite:
        if s.norm[end] in _LOOSE or s.tokens[end].word.kind != "word" or not s.norm[end].startswith("ال"):
            break
        end += 1
    return end


def read_symbol(s: Sentence, i: int, vocabulary: Vocabulary) -> PartyMention | None:
    """Read a symbol or nickname that follows an office or body with "of": "الكاتب الإقليمي للمصباح"."""
    for split in s.tokens[i].word.splits:
        if split.prefix == "ل" and split.rest != split.bare and split.rest in vocabulary.after_hizb:
            term = vocabulary.after_hizb.longest(split.rest, s.norm, i)
            if term and term[1].via in ("symbol", "nickname") and split.rest not in _GENERIC:
                return _mention(i, term[0], split.prefix, term[1])
    return None


def openers_of_parties(vocabulary: Vocabulary) -> set[str]:
    """Return the words that may begin the name of a party, clitics apart; ``GLUED`` may, too."""
    return {*_HIZB, *_THE_PARTY, *vocabulary.parties.firsts(), *vocabulary.after_hizb.firsts()}


def names_party(s: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """Whether token ``i`` begins a party's name of several words, whatever else it could be: "فرع الاشتراكي الموحد"."""
    party = read_party(s, i, vocabulary)
    return party is not None and party.j > i + 1


def _mention(i: int, j: int, prefix: str, name: PartyName) -> PartyMention:
    return PartyMention(i, j, prefix, name.key, name.name, name.via)  # type: ignore[arg-type]


def _after_head(s: Sentence, i: int, vocabulary: Vocabulary) -> PartyMention | None:
    k = i + 1
    quoted = s.is_sign(k, _QUOTES)
    k += quoted
    if k >= len(s.norm) or s.tokens[k].word.kind != "word":
        return None
    term = vocabulary.after_hizb.longest(s.norm[k], s.norm, k)
    if term:
        end = term[0] + (quoted and s.is_sign(term[0], _QUOTES))
        return _mention(i, end, "", term[1])
    if quoted and (close := next((n for n in range(k + 1, k + 2 + LONGEST_PATTERN) if s.is_sign(n, _QUOTES)), 0)):
        return PartyMention(i, close + 1, "", None, "حزب " + s.text(k, close), "pattern")
    end = k + 2 * _of_a_nation(s, k, vocabulary) + _is_nation(s, k, vocabulary)
    while end < len(s.norm) and end - k < LONGEST_PATTERN and _names_a_party(s, end, end == k, vocabulary):
        end += 1
    if end == k:
        return None
    return PartyMention(i, end + (quoted and s.is_sign(end, _QUOTES)), "", None, "حزب " + s.text(k, end), "pattern")


def _of_a_nation(s: Sentence, k: int, vocabulary: Vocabulary) -> bool:
    """Whether a noun without article and its owner name an unknown party: "أبناء ليبيا", "صوت الشعب"."""
    word = s.tokens[k].word
    if k + 1 >= len(s.norm) or word.definite or word.bare in vocabulary.roles.heads or len(word.norm) < _NOUN:
        return False
    if s.norm[k + 1] in _NATIONS:
        return word.norm[0] not in "بلوفي"
    term = vocabulary.places.longest(s.norm[k + 1], s.norm, k + 1)
    return term is not None and term[1].kind == "country" and word.norm[0] not in "بلوفي"


def _is_nation(s: Sentence, k: int, vocabulary: Vocabulary) -> bool:
    """Whether a country and an adjective of it name an unknown party: "مصر المستقبل", "تونس الخضراء"."""
    term = vocabulary.places.longest(s.norm[k], s.norm, k)
    country = term is not None and term[1].kind == "country" and term[0] == k + 1 < len(s.norm)
    return country and s.tokens[k + 1].word.definite and s.norm[k + 1] not in vocabulary.people.given


def _names_a_party(s: Sentence, k: int, first: bool, vocabulary: Vocabulary) -> bool:
    """Whether token ``k`` goes on with the name of an unknown party: definite, no word of roles or verbs."""
    word = s.tokens[k].word
    joined = word.norm.startswith("وال") and not first
    if not (word.definite or joined) or s.norm[k] in _WORDS["stops"]:
        return False
    bare = word.splits[-1].bare if joined else word.bare
    if (word.norm in vocabulary.people.given and not first) or (bare in vocabulary.roles.heads and not first):
        return False
    return bare not in vocabulary.roles.former and bare not in vocabulary.roles.fresh


def _with_seats(s: Sentence, i: int, vocabulary: Vocabulary) -> PartyMention | None:
    """A party by its short name where seats are told: "حصل الأحرار على 29 مقعدا"."""
    if not s.saying(_SEATS):
        return None
    for split in s.tokens[i].word.splits:
        term = vocabulary.after_hizb.longest(split.rest, s.norm, i) if split.rest not in _GENERIC else None
        noun = split.bare in vocabulary.events.heads or split.bare in vocabulary.bodies.heads
        if term is not None and split.rest != split.bare and split.prefix in _JOINED and not noun:
            return _mention(i, term[0], split.prefix, term[1])
    return None


def _beside_name(s: Sentence, i: int, vocabulary: Vocabulary) -> PartyMention | None:
    """A party by its short name after a person, or his office: "X (الاستقلال)", "X عن الاستقلال", "رئيسا (البام)"."""
    last = s.mentions[-1] if s.mentions else None
    office = isinstance(last, RoleMention) and s.is_sign(i - 1, "(")
    if last is None or not (isinstance(last, PersonMention) or office) or last.j != i - 1 or s.norm[i] in _GENERIC:
        return None
    term = vocabulary.after_hizb.longest(s.norm[i], s.norm, i)
    if term is None:
        return None
    goes_on = term[0] < len(s.norm) and s.norm[term[0]].startswith("وال")  # "عن الاستقلال والحرية"
    bracketed = s.is_sign(i - 1, "(") and s.is_sign(term[0], ")")
    told = bracketed or (s.norm[i - 1] in _STANDING_FOR and not goes_on)
    return _mention(i, term[0], "", term[1]) if told else None


def _quoted_symbol(s: Sentence, i: int, vocabulary: Vocabulary) -> PartyMention | None:
    if s.is_sign(i - 1, _QUOTES) and s.is_sign(i + 1, _QUOTES) and s.norm[i] in vocabulary.after_hizb:
        term = vocabulary.after_hizb.longest(s.norm[i], s.norm[: i + 1], i)
        if term and term[1].via == "symbol":
            return _mention(i, i + 1, "", term[1])
    return None
