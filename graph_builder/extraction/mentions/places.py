"""Places: names of the lexicon with the word of kind before them, and names that only such a word makes a place."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.tokens import ARTICLE, Split, strip_article
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.known import PLACE
from graph_builder.extraction.mention_kinds import PlaceMention
from graph_builder.extraction.mentions.written import written
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import PlaceName, Vocabulary, folded, norms

_WORDS: Final = data("grammar_words")["place"]
TYPES: Final = {norms(k)[0]: v for k, v in _WORDS["types"].items() if " " not in k}
MANY: Final = folded(_WORDS["many"])
DIRECTIONS: Final = folded(_WORDS["directions"])
PREPOSITIONS: Final = folded(_WORDS["prepositions"])
FUNCTION: Final = folded(data("grammar_words")["function"])
_QUOTES: Final = '"«“'
_CLOSING: Final = '"»”'
_OPENING: Final = folded(_WORDS["openings"])
_THEIRS: Final = ("تها", "هم", "هن")
"""How a noun of somebody's ends, and no name of a place."""
_LONGEST: Final = 3
"""Words of a place that no list has."""
_CLITICS: Final = frozenset(["", "ب", "ل", "و", "ف", "وب", "ول", "فب"])


def read_place(s: Sentence, i: int, vocabulary: Vocabulary, scoped: bool = False) -> PlaceMention | None:
    """Read the place that begins at token ``i``.

    Args:
        s: the sentence.
        i: where it may begin, at its word of kind if it has one.
        vocabulary: names of places.
        scoped: the context asks for a place here ("فرع ..."), so that a name that is also a common word counts.
    """
    if not s.may[i] & PLACE:
        return None
    for split in s.tokens[i].word.splits:
        if split.prefix not in _CLITICS or _is_elided(split, vocabulary):
            continue
        if split.bare in TYPES:
            found = _typed(s, i, split, vocabulary)
            if found:
                return found
        if split.rest in vocabulary.places and (split.prefix or split.rest not in FUNCTION):  # "صباح الأحد"
            found = _named(s, i, split, vocabulary, scoped)
            if found:
                return found
    return None


def _is_elided(split: Split, vocabulary: Vocabulary) -> bool:
    """Whether what looks like a name that begins with ل is one with its article cut: "للفقيه بن صالح"."""
    return split.prefix[-1:] == split.rest[:1] == "ل" and "ا" + split.rest in vocabulary.places


def _named(s: Sentence, i: int, split: Split, vocabulary: Vocabulary, scoped: bool) -> PlaceMention | None:
    term = vocabulary.places.longest(split.rest, s.norm, i)
    if term is None:
        return None
    end, place = term
    if end == i + 1 and strip_article(split.rest) in TYPES:
        return None
    located = scoped or split.prefix[-1:] in ("ب",) or (i > 0 and s.norm[i - 1] in PREPOSITIONS)
    if place.ambiguous and end == i + 1 and not located:
        return None
    if end == i + 1 and not located and split.rest in vocabulary.people.given:
        return None
    if end == i + 1 and split.prefix == "" and _opens_name(s, i, split.rest, vocabulary):
        return None
    end = _direction(s, end)
    code = place.code if end == term[0] else None
    return PlaceMention(i, end, split.prefix, _name(s, i, end, split, place), code, place.kind, "")


def _opens_name(s: Sentence, i: int, rest: str, vocabulary: Vocabulary) -> bool:
    """Whether a place is the given name of somebody here: "رئيسة المكتب بشرى المنصوري", and not Bcharre in Lebanon."""
    p, after = vocabulary.people, s.norm[i + 1] if i + 1 < len(s.norm) else ""
    return rest in p.given and (after in p.family or (after.startswith(ARTICLE) and after not in p.not_names))


def _name(s: Sentence, i: int, end: int, split: Split, place: PlaceName) -> str:
    """A place as the text spells it; a region as the lexicon does, for its names are glued and dashed at will."""
    if place.kind == "region":
        return place.name
    return written(s, i, end, split.prefix, split.rest)


def _direction(s: Sentence, end: int) -> int:
    return end + 1 if end < len(s.norm) and s.norm[end] in DIRECTIONS else end


def _typed(s: Sentence, i: int, split: Split, vocabulary: Vocabulary) -> PlaceMention | None:
    """A word of kind and a name: "إقليم الخميسات", "جهة جهة الرباط", "عمالة مقاطعات سيدي البرنوصي"."""
    k = i + 1
    kind, type_word = TYPES[split.bare], split.bare
    while k < len(s.norm) and s.bare[k] in TYPES and k < i + 3:
        k += 1
    k += s.is_sign(k, _QUOTES)  # "دائرة «الرباط المحيط»"
    if k >= len(s.norm) or s.tokens[k].word.kind != "word":
        return None
    named = _named(s, k, s.tokens[k].word.splits[0], vocabulary, True)
    if named:
        return PlaceMention(i, named.j, split.prefix, named.name, named.code, kind, type_word)
    if split.bare in MANY or split.rest != split.bare:
        return None
    return _unknown(s, i, k, split.prefix, kind, type_word, vocabulary)


def _unknown(
    s: Sentence, i: int, k: int, prefix: str, kind: str, type_word: str, vocabulary: Vocabulary
) -> PlaceMention | None:
    """A name that the lexicon does not have, right after a word of kind: one word, two if the first asks for more."""
    if kind not in ("commune", "city", "district", "province") or not _open_name(s, k, vocabulary):
        return None
    end = k + 1
    while end < min(k + _LONGEST, len(s.norm)) and s.tokens[end].word.kind == "word":
        if s.norm[end - 1] not in vocabulary.people.compounds and s.norm[end - 1] not in _OPENING:
            break
        end += 1
    if end == k + 1 and s.norm[k] in vocabulary.people.compounds:
        return None
    return PlaceMention(i, end, prefix, s.text(k, end), None, kind, type_word)


def _open_name(s: Sentence, k: int, vocabulary: Vocabulary) -> bool:
    norm, bare = s.norm[k], s.bare[k]
    people = vocabulary.people
    if norm in people.compounds or (norm in _OPENING and k + 1 < len(s.norm) and s.norm[k + 1].startswith(ARTICLE)):
        return True
    following = s.norm[k + 1] if k + 1 < len(s.norm) else ""
    if norm in people.given and (following in people.given or following in people.family):
        return False  # "نهاية ولاية سمية العلمي"
    return not (
        norm in FUNCTION
        or norm in people.not_names
        or bare in people.not_names
        or bare in vocabulary.roles.heads
        or bare in vocabulary.bodies.heads
        or bare in vocabulary.bodies.adjectives
        or norm[0] == "و"
        or norm[:2] in ("لل", "با")
        or norm.endswith(_THEIRS)  # "لولاية مدتها أربع سنوات"
    )


def unlisted(s: Sentence, at: int) -> PlaceMention | None:
    """Read what no list has as the place of a branch: its name in quotes, or one that begins as names of places do.

    "فرع «واد كذا»", "فرع سيدي كذا للحزب".
    """
    quoted = s.is_sign(at, _QUOTES)
    start = end = at + quoted
    while end < len(s.norm) and end - start < _LONGEST and s.tokens[end].word.kind == "word":
        if not quoted and end > start + 1 and s.norm[end][0] in "بلوف":
            break
        end += 1
    closed = s.is_sign(end, _CLOSING) if quoted else end > start + 1 and s.norm[start] in _OPENING
    if not closed or end == start or s.tokens[start].word.definite:  # "فرع «العمل الإسلامي»" names a party
        return None
    return PlaceMention(start, end + quoted, "", s.text(start, end), None, "district", "")
