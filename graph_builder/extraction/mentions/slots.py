"""Names that stand where only a name may: beside an office, between signs, whatever their words are elsewhere.

The person grammar reads a name by its own words, and leaves out what may be ordinary ones ("أسماء المدير", "وليد صفر").
Where an office opens or closes the item, or a title or a word of choosing stands before it, its place tells.
"""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.known import TITLE
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    EventMention,
    Mention,
    PartyMention,
    PersonMention,
    RoleMention,
)
from graph_builder.extraction.mentions.namelike import is_noun, joined_word, of_somebody, plausible
from graph_builder.extraction.mentions.people import is_told
from graph_builder.extraction.mentions.places import FUNCTION
from graph_builder.extraction.mentions.written import written
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary, folded, norms

_WORDS: Final = data("grammar_words")["person"]
_CHOOSING: Final = folded([*_WORDS["naming"], *_WORDS["choosing"]])
_VERBS: Final = folded(_WORDS["also_verbs"])
_SONS: Final = folded(_WORDS["sons"])
_ABD: Final = folded(_WORDS["abd"])
_LENGTHS: Final = range(2, 5)
"""Words of a name."""
_LABEL: Final = ":("
"""Between an office that opens an item and the name of its holder."""
_CLOSING: Final = "،,:(-–"
"""Between a name that opens an item and the office of its bearer."""
_OF_MANY: Final = ("ين", "ون", "ات")
"""How titles of many end."""
_OPENING: Final = "،,؛;:(-–•*./)"


def read_slots(sentences: list[Sentence], vocabulary: Vocabulary) -> None:
    """Add the names that stand in the place of one beside the offices of sentences."""
    families: set[tuple[str, ...]] | None = None
    for s in sentences:
        for role in [m for m in s.mentions if isinstance(m, RoleMention)]:
            after = _after(s, role, vocabulary)
            start, end = after if after is not None else _before(s, role, vocabulary)
            if end - start not in _LENGTHS:
                continue
            families = _families(sentences) if families is None else families
            if tuple(s.norm[start:end]) in families:
                continue  # "بن شعيب" is of whom the article names in full
            if _is_free(s, start, end) and _is_name(s, start, end, vocabulary):
                _add(s, start, end, vocabulary)


def _families(sentences: list[Sentence]) -> set[tuple[str, ...]]:
    """What follows the first part of each name of the article."""
    told = {tuple(norms(m.name)) for s in sentences for m in s.mentions if isinstance(m, PersonMention)}
    return {name[k:] for name in told for k in range(1, len(name) - 1)}


def _after(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """The words that an office labels: "نائبتها: أسماء المدير.", "الرئيسة (الغالية أهل الشيخ)"."""
    opens = role.i == 0 or s.tokens[role.i - 1].word.kind != "word"
    if s.paragraph < 0 or not opens or not s.is_sign(role.j, _LABEL):
        return None
    start = end = _past_titles(s, role.j + 1, vocabulary)
    while end < len(s.norm) and s.tokens[end].word.kind == "word":
        end += 1
    closed = end >= len(s.norm) or (s.is_sign(end, ")") if s.is_sign(role.j, "(") else not s.is_sign(end, ":"))
    return (start, end) if closed else None


def _past_titles(s: Sentence, at: int, vocabulary: Vocabulary) -> int:
    titled = at < len(s.norm) and s.may[at] & TITLE and s.norm[at] not in vocabulary.people.given
    title = vocabulary.people.honorifics.longest(s.bare[at], s.bare, at) if titled else None
    return title[0] if title else at


def _before(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> tuple[int, int]:
    """The words before an office, from a sign, title or word of choosing on: "- وليد صفر: نائب الرئيس"."""
    end = role.i - (role.i > 0 and s.is_sign(role.i - 1, _CLOSING))
    won = end == role.i and role.form.case == "accusative"
    ends = {m.j for m in s.mentions if isinstance(m, (BodyMention, EventMention, PartyMention))}
    start = end
    turned = _is_given(s, end, vocabulary)
    while start > 0 and s.tokens[start - 1].word.kind == "word" and end - start < _LENGTHS.stop:
        if _is_title(s, start - 1, vocabulary) or s.norm[start - 1] in _CHOOSING or (won and start in ends):
            return start, end
        if turned and end - start > 1 and _is_turned(s, start, end, vocabulary):
            return start, end  # "أكد تحاجيت خالد منسق الحزب"
        start -= 1
    if end == role.i and not won:
        return end, end  # "أشرف عليه رئيس كذا"
    opened = start == 0 or s.is_sign(start - 1, _OPENING) or s.tokens[start - 1].word.kind in ("number", "break")
    return (start, end) if opened else (end, end)


def _is_given(s: Sentence, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a given name ends before token ``end``: "خالد", "عبد الكريم"."""
    return end > 1 and (s.norm[end - 1] in vocabulary.people.given or s.norm[end - 2] in _ABD)


def _is_turned(s: Sentence, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether a family name, that no list need have, stands before the given name that ends at ``end``."""
    word, p = s.tokens[start].word, vocabulary.people
    if end - start - (s.norm[end - 2] in _ABD) != 2 or s.norm[start] in p.given:
        return False
    free = start == 0 or s.tokens[start - 1].word.kind != "word" or s.norm[start - 1] in FUNCTION
    told = free or is_told(s, start)
    if word.norm not in p.family and any(x.rest in p.not_names or is_noun(x.bare, vocabulary) for x in word.splits):
        return False
    sure = not word.definite and s.norm[start + 1] not in p.ambiguous
    return (told or sure) and plausible(word.norm, vocabulary)


def _is_title(s: Sentence, k: int, vocabulary: Vocabulary) -> bool:
    """Whether a definite title of courtesy stands at token ``k``: "السيدة", "والأخ"."""
    titles = vocabulary.people.honorifics
    if not s.may[k] & TITLE:
        return False
    told = [x for x in s.tokens[k].word.splits if x.bare in titles]
    return any(x.rest != x.bare or x.bare.startswith(ARTICLE) for x in told)  # "الأخ" is too short to lose its article


def _is_free(s: Sentence, start: int, end: int) -> bool:
    """Whether no mention is there but a name that is the rest of this one: "عديشان المصطفى"."""
    inside = [m for m in s.mentions if m.i < end and m.j > start]
    return all(isinstance(m, PersonMention) and m.i > start and m.j == end for m in inside)


def _is_name(s: Sentence, start: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether no word is one of grammar, a verb, an office or a body, and one at the beginning or end is a name's."""
    p = vocabulary.people
    first, last = s.norm[start], s.norm[end - 1]
    if first[0] == "و" and first[1:] not in p.given and first not in p.family:
        return False  # "واختيرت بنسليمان"
    doing = first.removeprefix("و") in _VERBS
    if doing and (last not in p.family or end - start > _LENGTHS.start or s.norm[start + 1] in FUNCTION):
        return False  # "أشرف عليه", "التقى كريم العلمي"
    given = first in p.given or first in p.compounds or (first[0] == "و" and first[1:] in p.given)
    titled = start > 0 and _is_title(s, start - 1, vocabulary) and not s.tokens[start].word.definite
    titled = titled and not s.norm[start - 1].endswith(_OF_MANY)  # "من المناضلات والمناضلين تعبئة أكبر"
    son = any(s.norm[k] in _SONS for k in range(start + 1, end))
    named = titled or given or son or first in p.family or last in p.given or last in p.family
    return named and all(_may_be(s, k, titled or (k > start and given), vocabulary) for k in range(start, end))


def _may_be(s: Sentence, k: int, sure: bool, vocabulary: Vocabulary) -> bool:
    """Whether a word may be part of a name; ``sure``: a given name stands before it."""
    norm, p = s.norm[k], vocabulary.people
    if s.bare[k] in vocabulary.roles.fresh:
        return False  # "البئر الجديد"
    double = norm in p.first_parts and k + 1 < len(s.norm) and s.norm[k + 1] in p.second_parts  # "ماء العينين"
    if double or norm in p.given or norm in p.family or norm in p.compounds or norm in p.second_parts:
        return not s.tokens[k].word.surface.endswith("ى") or norm not in FUNCTION
    if norm in FUNCTION or norm in p.verbs or norm.startswith("لل") or of_somebody(s, k, vocabulary):
        return False
    if is_noun(s.bare[k], vocabulary) or s.bare[k] in vocabulary.bodies.adjectives or norm in vocabulary.followers:
        return sure and s.tokens[k].word.definite and s.bare[k] in vocabulary.roles.heads
    return not joined_word(norm, vocabulary) and (sure or norm not in p.not_names or norm in p.bynames)


def _add(s: Sentence, start: int, end: int, vocabulary: Vocabulary) -> None:
    norm, p = s.norm[start], vocabulary.people
    prefix = "و" if norm[0] == "و" and norm not in p.given and norm[1:] in p.given else ""
    name = written(s, start, end, prefix, norm.removeprefix(prefix))
    kept: list[Mention] = [m for m in s.mentions if not start <= m.i < end]  # a part of the name
    s.mentions = sorted([*kept, PersonMention(start, end, prefix, name, None)], key=lambda m: m.i)
    s.tops = None
