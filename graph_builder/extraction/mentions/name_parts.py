"""Parts of names: compounds, what follows a doubtful given name, words that are nouns elsewhere; what ends a name."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import ARTICLE, strip_article
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.known import TITLE
from graph_builder.extraction.mentions.namelike import is_noun, joined_word, of_somebody, plausible, wins_office
from graph_builder.extraction.mentions.parties import read_party
from graph_builder.extraction.mentions.places import FUNCTION
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary, folded

_ABSTRACT: Final = folded(data("grammar_words")["person"]["abstract"])
_ON: Final = "على"
_HEAD: Final = [fold("رأس")]
_TRIBAL: Final = folded(data("grammar_words")["person"]["tribal"])
_SHAPES: Final = tuple(data("grammar_words")["person"]["family_shapes"])
_RELATIVE: Final = folded(data("grammar_words")["person"]["relative"])
_FOR_PARTY: Final = folded(data("grammar_words")["person"]["for_party"])
SONS: Final = folded(data("grammar_words")["person"]["sons"])
_ABD: Final = folded(data("grammar_words")["person"]["abd"])


class Part:
    """One part of a name, ``end`` excluded. ``kind``: given, compound, family, unknown."""

    __slots__ = ("end", "kind")

    def __init__(self, end: int, kind: str) -> None:
        self.end = end
        self.kind = kind


def names_agree(s: Sentence, i: int, rest: str, vocabulary: Vocabulary) -> bool:
    """Whether an ambiguous word is a given name here: a name follows, or a definite family name."""
    after = s.norm[i + 1] if i + 1 < len(s.norm) else ""
    family = after.startswith("ال") and after in vocabulary.people.family
    twice = after in vocabulary.people.given and not rest.startswith("ال")
    if twice and rest in _ABSTRACT and not after.startswith("ال") and s.norm[i - 1] not in vocabulary.people.verbs:
        return False  # "وفاء صادق"
    if (family and not rest.startswith("ال")) or name_follows(s, i + 1, vocabulary):
        return True
    return twice and (ends(s, i + 2, vocabulary) or s.norm[i + 2].startswith("ب"))  # "وزياد خالد بأمانة السر"


def subject_follows(s: Sentence, k: int, vocabulary: Vocabulary) -> bool:
    """Whether a name, or a title and a name, stands at token ``k``: what makes "أشرف" before it a verb.

    A family name with its article is none: "تختار أشرف العلمي كاتبا".
    """
    p = vocabulary.people
    if k < len(s.norm) and s.norm[k] in p.family and s.norm[k] not in p.given and s.tokens[k].word.definite:
        return False
    titled = k + 1 < len(s.norm) and s.bare[k] in p.honorifics and s.tokens[k].word.definite
    return name_follows(s, k, vocabulary) or (titled and name_follows(s, k + 1, vocabulary))


def name_follows(s: Sentence, k: int, vocabulary: Vocabulary) -> bool:
    """Whether token ``k`` is surely a name: what makes an ambiguous word before it a given name."""
    if k >= len(s.norm) or s.tokens[k].word.kind != "word":
        return False
    norm, p = s.norm[k], vocabulary.people
    sure = (norm in p.given or norm in p.family) and norm not in p.ambiguous and norm not in p.not_names
    if sure or read_compound(s, k, norm, vocabulary) is not None:
        return True
    if not plausible(norm, vocabulary) or of_somebody(s, k, vocabulary):
        return False
    shaped = len(norm) > 4 and norm.startswith(_SHAPES)
    return shaped or ends(s, k + 1, vocabulary)


def read_compound(s: Sentence, i: int, rest: str, vocabulary: Vocabulary, nested: bool = False) -> Part | None:
    """ "عبد الرحيم", "بن الضو", "عبدالله", "نور الدين"."""
    p = vocabulary.people
    after = s.norm[i + 1] if i + 1 < len(s.norm) and s.tokens[i + 1].word.kind == "word" else ""
    tribal = rest in _TRIBAL and boundary(s, i + 2)  # "آيت بلا"
    if rest in p.compounds and after and (tribal or after not in FUNCTION):
        doubtful = after in p.not_names and after not in p.given and not after.startswith("ال")
        if (doubtful and rest not in _TRIBAL and rest not in SONS) or (joined_word(after, vocabulary) and not tribal):
            return None
        deep = read_compound(s, i + 1, after, vocabulary, nested=True) if after in p.compounds and not nested else None
        if deep:
            return Part(deep.end, "compound")
        end = i + 2
        if (rest in SONS or rest == "ابن") and after in _ABD and end < len(s.norm):
            end += 1
        if after in p.first_parts and end < len(s.norm) and s.norm[end] in p.second_parts:
            end += 1
        return Part(end, "given" if rest in _ABD or rest in ("مولاي", "للا", "لاله", "سيدي") else "compound")
    family = after in p.family and rest not in p.first_parts  # "فاتن الخير"
    if (rest in p.first_parts or rest in p.given) and after in p.second_parts and not family:
        return Part(i + 2, "given")
    glued = rest.startswith("عبدال") and len(rest) > 6
    return Part(i + 1, "given") if glued else None


def is_byname(s: Sentence, at: int, vocabulary: Vocabulary, strong: bool) -> bool:
    """Whether a word that is elsewhere a noun, an adjective or a place closes a name: "رشيد بولمان" before a sign.

    One given name stands before it, which is nothing but a name (or the context asks for a person), an end after it.
    """
    p, norm = vocabulary.people, s.norm[at]
    if norm in FUNCTION or norm.endswith(("ها", "هم")):
        return False
    if not (ends(s, at + 1, vocabulary) or (strong and _surely_named(s, at, vocabulary))):
        return False
    if strong and s.is_sign(at - 2, "(") and s.is_sign(at + 1, ")") and norm not in vocabulary.places:
        return True  # "أمينة المال (عيشة الدرجة)"
    rests = [x.rest for x in s.tokens[at - 1].word.splits if x.rest in p.given and x.rest not in p.ambiguous]
    office = s.bare[at] in vocabulary.roles.heads or norm in p.verbs or norm.endswith("ون")
    if rests and not office and wins_office(s, at + 1, vocabulary):
        return True  # "تعيين محمد قطب أمينا"
    place = vocabulary.places.longest(norm, (norm,), 0) is not None
    if place and norm not in p.not_names:
        return True
    sure = any(p.given[rest] != "u" for rest in rests) or s.norm[at - 2 : at - 1] == ["عبد"]
    if not strong and not sure:
        return False
    bare = strip_article(norm)
    joined = norm[0] in "وب" and norm[1:] in p.not_names and not s.tokens[at].word.surface.startswith("با")
    adjective = bare in vocabulary.bodies.adjectives or bare in vocabulary.roles.adjectives
    held = bool(rests) and not boundary(s, at + 1) and s.bare[at + 1] in vocabulary.roles.heads
    ended = held or boundary(s, at + 1) or s.norm[at + 1] in _RELATIVE
    listed = strong and norm == bare and ended  # "مستشارون: محمد زعيم، اسماعيل تاجر"
    if (is_noun(bare, vocabulary) and not listed) or (adjective and not strong) or joined:
        return False
    spelt = norm in p.seated and "ئ" not in s.tokens[at].word.surface  # "القايد" is a name, "القائد" none
    told = listed or spelt or (sure and ended and norm.startswith(ARTICLE) and norm not in p.verbs)  # "محمد الرفيق،"
    barred = norm in p.second_parts or (norm in p.not_names and norm not in p.bynames and not told)
    joins = at + 1 < len(s.norm) and joins_another(s, at + 1, vocabulary)
    long = len(norm) > 3 or (len(norm) == 3 and sure and joins)
    return (long or (listed and held)) and not place and not barred


def before_family(s: Sentence, at: int, parts: list[Part], vocabulary: Vocabulary) -> bool:
    """Whether a word that may be of a name stands before a family name: "عبد الباري مقبل الأرحبي"."""
    p, after = vocabulary.people, s.norm[at + 1] if at + 1 < len(s.norm) else ""
    family = after.startswith(ARTICLE) and after in p.family and ends(s, at + 2, vocabulary)
    return family and [part.kind for part in parts] == ["given"] and s.norm[at] in p.bynames


def _surely_named(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a noun after a given name is a name though no end follows it: "الأمين العام فاطمة الفن بكلمة".

    The given name is nothing else, or a title stands before it; the noun has its article, is a place, or a preposition
    follows.
    """
    p, norm = vocabulary.people, s.norm[at]
    bare = strip_article(norm)
    known = [x.rest for x in s.tokens[at - 1].word.splits if x.rest in p.given]
    titled = at > 1 and bool(s.may[at - 2] & TITLE) and bool(known)
    if not titled and s.norm[at - 2 : at - 1] != ["عبد"] and all(rest in p.ambiguous for rest in known):
        return False
    if bare in vocabulary.roles.heads or bare in vocabulary.roles.adjectives or bare in vocabulary.bodies.adjectives:
        return False
    after = at + 1 < len(s.norm) and s.norm[at + 1] in FUNCTION
    return bare != norm or after or vocabulary.places.longest(norm, (norm,), 0) is not None


def ends(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a name may well have ended before ``at``: a sign, a role, و and another name, a party, "who"."""
    if boundary(s, at) or s.norm[at] in _RELATIVE or s.bare[at] in vocabulary.roles.heads:
        return True
    if any(x.prefix == "ف" and x.bare in vocabulary.roles.heads for x in s.tokens[at].word.splits):
        return True  # "أما الأعضاء، وهم X وY فمستشارون"
    if s.tokens[at].word.surface == _ON and s.norm[at + 1 : at + 2] == _HEAD:
        return True  # "كريم اركي على رأس الكتابة"
    if s.norm[at] in _FOR_PARTY:
        named = at + 1 < len(s.norm) and s.norm[at + 1] in vocabulary.after_hizb
        return named or (at + 1 < len(s.norm) and read_party(s, at + 1, vocabulary) is not None)
    if s.norm[at] == "و":
        return at + 1 < len(s.norm) and (s.norm[at + 1] in vocabulary.people.given or s.norm[at + 1] in _ABD)
    family = at + 1 < len(s.norm) and s.norm[at + 1] in vocabulary.people.family
    listed = s.norm[at][0] == "و" and (s.norm[at][1:] in vocabulary.people.given or family)
    return listed or joins_another(s, at, vocabulary)


def joins_another(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether و begins the next name of a list ("ومنى") rather than this name's own letter ("وهبي")."""
    p, norm, rest = vocabulary.people, s.norm[at], s.norm[at][1:]
    if norm[0] == "و" and rest in FUNCTION and (norm not in p.family or s.tokens[at].word.surface.endswith("ى")):
        return True  # "X وإلى": no family name "والي"
    if norm[0] != "و" or norm in p.given:
        return False
    if norm in p.family:  # "X وعزيز أخنوش" goes on with another one, "محمد وعزيز" does not
        return rest in p.given and name_follows(s, at + 1, vocabulary)
    if rest in p.given or rest in p.compounds or rest.startswith("عبدال") or rest in vocabulary.places:
        return True

    splits = s.tokens[at].word.splits
    if any(x.prefix in ("ول", "وب") and x.rest in p.given and x.rest not in p.ambiguous for x in splits):
        return True
    return any(x.prefix == "و" and (x.bare in p.honorifics or x.bare in vocabulary.roles.heads) for x in splits)


def boundary(s: Sentence, at: int) -> bool:
    """Whether a sign, a number or the sentence's end stands at ``at``."""
    return at >= len(s.norm) or s.tokens[at].word.kind in ("punct", "break", "number")
