"""Bodies named by what they are for: of the state ("المكتب الوطني للكهرباء"), and the causes of associations."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.tokens import Split, strip_article
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import BodyMention
from graph_builder.extraction.mentions.parties import read_party, read_symbol
from graph_builder.extraction.mentions.places import FUNCTION, TYPES, read_place
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary, folded

_PEOPLE: Final = ("ين", "ون", "ات")
"""Endings of people: "المجلس الوطني للمهندسين"."""
_NAMED: Final = 2
"""Words of "المجلس الوطني"."""
_TASKS: Final = folded(data("body_words")["tasks"])
_ON: Final = frozenset(["علي", "في", "عن"])
_LONGEST_TASK: Final = 5
"""Words of what a body has to do."""
_MOVEMENTS: Final = frozenset(strip_article(word) for word in folded(data("grammar_words")["party"]["generic"]))


def end_of_institution(s: Sentence, body: BodyMention, vocabulary: Vocabulary) -> int:
    """Return the end of a name that tells what the state has it for: "المكتب الجهوي للاستثمار", "... لحقوق الإنسان".

    0 if it is none: "المكتب الوطني للمنظمة", "المجلس الوطني للمهندسين" are of an organisation, or of people.
    """
    words, at = vocabulary.bodies, body.core
    if body.head not in words.institutions or at == body.i + 1 or body.number != "singular" or body.possessive:
        return 0
    read = s.tokens[at - 1].word.splits  # open heads have read "للصحافة" as part of their name
    at -= body.core > body.i + _NAMED and bool(read) and read[-1].prefix == "ل"
    if at >= len(s.norm) or s.bare[at - 1] not in words.adjectives or s.tokens[at].word.kind != "word":
        return 0
    last = s.tokens[at].word.splits[-1]
    if last.prefix != "ل" or last.bare.endswith(_PEOPLE) or not _is_matter(s, at, last, vocabulary):
        return 0
    if last.rest == last.bare:
        return at + 2 if body.core == at and cause(s, at, vocabulary) else 0
    after = at + 1 < len(s.norm) and s.tokens[at + 1].word.definite and s.norm[at + 1].endswith(("ي", "يه"))
    return at + 1 + after


def end_of_task(s: Sentence, at: int, vocabulary: Vocabulary) -> int:
    """Return the end of what a body has to do: "المشرفة على انتخابات الحزب", "الإشراف على المؤتمر"; ``at`` if none."""
    if at + 1 >= len(s.norm) or s.norm[at] not in _TASKS:
        return at
    opener = s.tokens[at + 1].word
    of = opener.norm in _ON
    if not of and not any(x.prefix in ("ب", "ل") for x in opener.splits):
        return at + s.norm[at].endswith("ه")  # "اللجنة المشرفة" is named by that alone
    end = first = at + 1 + of
    while end < len(s.norm) and end - first < _LONGEST_TASK and s.tokens[end].word.kind == "word":
        word = s.tokens[end].word
        owned = word.definite or (end == first and any(x.prefix and x.rest != x.bare for x in word.splits))
        before = end > first and s.tokens[end - 1].word.definite  # "انتخابات نقابة الأطباء", and no more after that
        owned = owned or (not before and any(t.word.definite for t in s.tokens[end + 1 : end + 3]))
        apart = end > first and (
            word.norm in FUNCTION or word.norm[0] in "بلوف" or word.norm in vocabulary.people.given
        )
        if apart or not owned or (end == first and read_place(s, end, vocabulary, scoped=True)):
            break
        end += 1
    return end if end > first else at


def _is_matter(s: Sentence, at: int, split: Split, vocabulary: Vocabulary) -> bool:
    """Whether what an institution is for is no party, place, body, event, section, office, and no word for one."""
    words, bare = vocabulary.bodies, split.bare
    other = (
        bare in words.heads
        or bare in words.sections
        or bare in words.periods
        or bare in vocabulary.events.heads
        or bare in _MOVEMENTS
    )
    other = other or bare in vocabulary.roles.heads or bare in TYPES or split.rest in vocabulary.followers
    other = other or bare in vocabulary.people.honorifics
    if other or read_party(s, at, vocabulary) or read_symbol(s, at, vocabulary):
        return False
    return split.rest not in vocabulary.after_hizb and not read_place(s, at, vocabulary, scoped=True)


def cause(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Return whether "for" and two nouns tell what an association is for: "لحقوق الإنسان", "لحماية المال العام"."""
    if at + 1 >= len(s.norm) or not s.tokens[at + 1].word.definite or len(s.norm[at]) < 4:
        return False
    given = s.norm[at] in vocabulary.people.given or s.norm[at][1:] in vocabulary.people.given  # "لطفي", "لكريم"
    named = given or read_place(s, at, vocabulary, scoped=True)
    return not named and s.norm[at] not in FUNCTION
