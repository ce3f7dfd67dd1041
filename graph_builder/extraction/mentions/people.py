"""The person grammar: where a name begins, which words belong to it, where it ends.

    name     = [given | compound] {given | compound | family}      two parts at least
    compound = عبد X | بن X | آيت X | ... | X الدين
A known given name opens a name anywhere; an unknown word only where the context asks for a person (after an honorific
or a single role, in a list of people).
"""

from __future__ import annotations

from typing import NamedTuple

from graph_builder.extraction.document import PersonMention, Sentence
from graph_builder.extraction.mentions.parties import read_party
from graph_builder.extraction.mentions.places import FUNCTION
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary, folded
from graph_builder.model import Gender

MOST_PARTS = 5
_CLITICS = ("", "و", "ل", "ب", "ف", "ك", "ول", "وب", "فل")
_VERB_SHAPES = tuple(data("grammar_words")["person"]["verb_shapes"])
_VERBS = folded(data("grammar_words")["person"]["also_verbs"])
_TRIBAL = folded(data("grammar_words")["person"]["tribal"])
_ABD = folded(data("grammar_words")["person"]["abd"])
_DROP = str.maketrans("", "", "".join(chr(c) for c in (*range(0x64B, 0x660), 0x640, *range(0x200B, 0x2010), 0xFEFF)))


class Part(NamedTuple):
    """One part of a name, ``end`` excluded. ``kind``: given, compound, family, unknown."""

    end: int
    kind: str


def read_person(s: Sentence, i: int, vocabulary: Vocabulary, strong: bool) -> PersonMention | None:
    """Read the name that begins at token ``i``, clitics allowed.

    Args:
        s: the sentence.
        i: where the name may begin.
        vocabulary: names, and words that are none.
        strong: the context asks for a person here, so that unknown words count as names.
    """
    if s.norm[i] in FUNCTION and not vocabulary.people.given.get(s.tokens[i].word.surface):
        return None
    for sure in (True, False) if strong else (True,):
        splits = s.tokens[i].word.splits
        for split in splits if sure else splits[::-1]:
            if split.prefix not in _CLITICS or len(split.rest) < 2:
                continue
            if any(x.prefix == split.prefix and x.rest == "ا" + split.rest for x in splits) and sure:
                continue
            if split.prefix not in ("", "و") and s.norm[i] in vocabulary.people.not_names:
                continue
            if split.prefix and _is_noun(s.tokens[i].word.splits[0].bare, vocabulary):
                continue
            if split.prefix and split.prefix != "و" and (not sure or s.norm[i] in vocabulary.people.given):
                continue
            first = _first_part(s, i, split.rest, vocabulary, strong, sure)
            name = _rest(s, i, split.prefix, split.rest, first, vocabulary, strong) if first else None
            if name:
                return name
    return None


def _is_noun(bare: str, vocabulary: Vocabulary) -> bool:
    """Whether the whole word is a noun of bodies, roles or events: "لجنة" is no "ل" and a name."""
    return bare in vocabulary.bodies.heads or bare in vocabulary.roles.heads or bare in vocabulary.events.heads


def _first_part(s: Sentence, i: int, rest: str, vocabulary: Vocabulary, strong: bool, sure: bool) -> Part | None:
    """The first part; ``sure`` asks for a given name or compound, else any word that may be a name will do."""
    p = vocabulary.people
    if _is_preposition(s, i):
        return None
    if (compound := _compound(s, i, rest, vocabulary)) is not None:
        return compound
    if rest in p.given:
        if rest in _VERBS and not strong and (_name_follows(s, i + 1, vocabulary) or "علي" in s.norm[i + 1 : i + 16]):
            return None
        if rest in p.not_names and rest not in p.ambiguous and not strong:
            return None
        if rest in p.ambiguous and not strong and not _names_agree(s, i, rest, vocabulary):
            return None
        return Part(i + 1, "given")
    if not sure and _plausible(rest, vocabulary):
        return Part(i + 1, "family" if rest in p.family else "unknown")
    return None


def _is_preposition(s: Sentence, i: int) -> bool:
    """ "على" folds to the name "علي"; its final letter tells them apart."""
    return s.norm[i] in FUNCTION and s.tokens[i].word.surface.endswith("ى")


def _names_agree(s: Sentence, i: int, rest: str, vocabulary: Vocabulary) -> bool:
    """Whether an ambiguous word is a given name here: a name follows, or a definite family name."""
    after = s.norm[i + 1] if i + 1 < len(s.norm) else ""
    family = after.startswith("ال") and after in vocabulary.people.family
    return (family and not rest.startswith("ال")) or _name_follows(s, i + 1, vocabulary)


def _name_follows(s: Sentence, k: int, vocabulary: Vocabulary) -> bool:
    """Whether token ``k`` is surely a name: what makes an ambiguous word before it a given name."""
    if k >= len(s.norm) or s.tokens[k].word.kind != "word":
        return False
    norm, p = s.norm[k], vocabulary.people
    sure = (norm in p.given or norm in p.family) and norm not in p.ambiguous and norm not in p.not_names
    if sure or _compound(s, k, norm, vocabulary) is not None:
        return True
    return _plausible(norm, vocabulary) and (_boundary(s, k + 1) or s.bare[k + 1] in vocabulary.roles.heads)


def _compound(s: Sentence, i: int, rest: str, vocabulary: Vocabulary, nested: bool = False) -> Part | None:
    """ "عبد الرحيم", "بن الضو", "عبدالله", "نور الدين"."""
    p = vocabulary.people
    after = s.norm[i + 1] if i + 1 < len(s.norm) and s.tokens[i + 1].word.kind == "word" else ""
    if rest in p.compounds and after and after not in FUNCTION:
        if after in p.not_names and after not in p.given and not after.startswith("ال") and rest not in _TRIBAL:
            return None
        deep = _compound(s, i + 1, after, vocabulary, nested=True) if after in p.compounds and not nested else None
        if deep:
            return Part(deep.end, "compound")
        end = i + 2
        if rest in ("بن", "ابن", "بنت", "ولد") and after in _ABD and end < len(s.norm):
            end += 1
        if after in p.first_parts and end < len(s.norm) and s.norm[end] in p.second_parts:
            end += 1
        return Part(end, "given" if rest in _ABD or rest in ("مولاي", "للا", "لاله", "سيدي") else "compound")
    if (rest in p.first_parts or rest in p.given) and after in p.second_parts:
        return Part(i + 2, "given")
    glued = rest.startswith("عبدال") and len(rest) > 6
    return Part(i + 1, "given") if glued else None


def _plausible(norm: str, vocabulary: Vocabulary) -> bool:
    """Whether an unknown word may be part of a name."""
    p = vocabulary.people
    bare = norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm
    if norm in p.given or norm in p.family:
        return norm not in p.not_names or norm in p.ambiguous
    if norm in p.not_names or bare in p.not_names or norm in FUNCTION or len(norm) < 3:
        return False
    if len(norm) > 4 and norm.endswith(("ها", "هم", "هما")) and not norm.startswith("او"):
        return False
    if norm.endswith(("تين", "تان")) and _is_noun(bare.removesuffix("ين").removesuffix("ان")[:-1] + "ه", vocabulary):
        return False
    if norm[0] in "وفب" and norm[1:] in p.not_names and norm not in p.family:
        return False
    if norm.endswith("ا") and norm[:-1] in p.not_names and len(norm) > 3:
        return False
    if _is_noun(bare, vocabulary) or (norm[0] == "ك" and norm[1:] in vocabulary.roles.heads):
        return False
    if norm in vocabulary.bodies.adjectives or norm in vocabulary.roles.adjectives or norm in vocabulary.roles.fresh:
        return False
    if bare in vocabulary.bodies.adjectives and not norm.startswith("ال"):
        return False
    if vocabulary.places.longest(norm, (norm,), 0) and norm not in p.family:
        return False
    return not norm.startswith(_VERB_SHAPES) or (norm.startswith("بال") and norm[1:] in p.family)


def _rest(
    s: Sentence, i: int, prefix: str, rest: str, first: Part, vocabulary: Vocabulary, strong: bool
) -> PersonMention | None:
    """Extend the first part by what belongs to the name."""
    parts, at = [first], first.end
    while len(parts) < MOST_PARTS and at < len(s.norm) and s.tokens[at].word.kind == "word":
        part = _next_part(s, at, parts, vocabulary)
        if part is None:
            break
        parts.append(part)
        at = part.end
    known = sum(part.kind in ("given", "compound") for part in parts)
    if len(parts) < 2 and not (first.kind == "given" and first.end - i > 2):
        return None
    if not known and not (strong and _sure_of_unknown(s, i, at, parts, vocabulary)):
        return None
    gender: Gender | None = None
    return PersonMention(i, at, prefix, _name(s, i, at, prefix, rest), gender)


def _sure_of_unknown(s: Sentence, i: int, end: int, parts: list[Part], vocabulary: Vocabulary) -> bool:
    """Whether words that are all unknown may be a name: no pronoun at an end, and what follows ends a name."""
    pronouns = any(s.norm[k].endswith(("ها", "هم", "هما", "نا", "ات", "ين", "ون")) for k in range(i, end))
    joined = end + 1 < len(s.norm) and s.norm[end] == "و" and s.norm[end + 1] in vocabulary.people.given
    ends = _boundary(s, end) or joined or s.bare[end] in vocabulary.roles.heads
    return len(parts) <= 3 and not pronouns and (ends or parts[-1].kind == "family")


def _next_part(s: Sentence, at: int, parts: list[Part], vocabulary: Vocabulary) -> Part | None:
    norm, p = s.norm[at], vocabulary.people
    located = norm[0] == "ب" and norm[1:] in vocabulary.places and norm not in p.family
    if located or _is_preposition(s, at) or _joins_another(s, at, vocabulary):
        return None
    compound = _compound(s, at, norm, vocabulary)
    if compound:
        return compound
    if _opens_role(s, at, vocabulary):
        return None
    if norm in p.given and (norm not in p.not_names or norm in p.ambiguous):
        return Part(at + 1, "given")
    if not _plausible(norm, vocabulary) and not _named_like_a_place(s, at, parts, vocabulary):
        return None
    if norm in p.family:
        return Part(at + 1, "family")
    closed = any(part.kind in ("family", "unknown", "compound") for part in parts) or len(parts) > 2
    if closed and not (norm.startswith("ال") or _boundary(s, at + 1)):
        return None
    if closed and norm.endswith("ا") and len(norm) > 3 and parts[-1].kind == "family":
        return None  # an object in the accusative: "استقبل X وفدا"
    if sum(part.kind == "unknown" for part in parts) > 1:
        return None
    return Part(at + 1, "unknown")


def _named_like_a_place(s: Sentence, at: int, parts: list[Part], vocabulary: Vocabulary) -> bool:
    """Whether the name of a place ends a name here: "رشيد بولمان" right before a sign."""
    given = [part.kind for part in parts] == ["given"]
    place = vocabulary.places.longest(s.norm[at], (s.norm[at],), 0)
    unsure = s.norm[at] in vocabulary.people.not_names
    return given and place is not None and not unsure and _boundary(s, at + 1)


def _joins_another(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether و begins the next name of a list ("ومنى") rather than this name's own letter ("وهبي")."""
    p, norm = vocabulary.people, s.norm[at]
    if norm[0] != "و" or norm in p.given or norm in p.family:
        return False
    return norm[1:] in p.given or norm[1:] in p.compounds or norm[1:].startswith("عبدال")


def _opens_role(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word that is a name and a role (أمين) opens a role phrase here."""
    if s.bare[at] not in vocabulary.roles.heads or at + 1 >= len(s.norm):
        return False
    splits = s.tokens[at + 1].word.splits
    words = vocabulary.roles
    return read_party(s, at + 1, vocabulary) is not None or any(
        x.prefix in ("", "ل") and (x.bare in words.adjectives or x.bare in words.complements) for x in splits
    )


def _boundary(s: Sentence, at: int) -> bool:
    return at >= len(s.norm) or s.tokens[at].word.kind in ("punct", "break", "number")


def _name(s: Sentence, i: int, j: int, prefix: str, rest: str) -> str:
    """The name as written, without the clitics of its first word, vowel signs and tatweel."""
    surface = s.tokens[i].word.surface.translate(_DROP)
    first = surface[len(prefix) :]
    if prefix.endswith("ل") and rest.startswith("ال") and first.startswith("ل"):
        first = "ا" + first
    others = [s.tokens[k].word.surface.translate(_DROP) for k in range(i + 1, j)]
    return " ".join([first, *others])
