"""What a deputy or assistant has in hand: "مساعد الأمين العام لشؤون الشباب", "مساعد الرئيس للتنظيم"."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import RoleMention
from graph_builder.extraction.mentions.phrases import names_scope, noun_phrase
from graph_builder.extraction.mentions.places import TYPES
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary, folded

_AFFAIRS: Final = folded(data("grammar_words")["role"]["affairs"])
_ASSISTANT: Final = fold("مساعد")


def read_task(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> None:
    """Let what a deputy has in hand join the text of his office."""
    if role.j < len(s.norm) and role.body is None and (s.norm[role.j] in _AFFAIRS or _for_section(s, role, vocabulary)):
        end = noun_phrase(s, role.j, vocabulary)
        role.text += " " + s.text(role.j, end)
        role.lemmas += tuple(s.bare[role.j : end])
        role.j = end
        role.modified = True


def _for_section(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> bool:
    """Whether a deputy's office goes on with the section that he has in hand: "مساعد الرئيس للتنظيم"."""
    last = s.tokens[role.j].word.splits[-1:]
    of_it = bool(last) and last[0].prefix == "ل" and last[0].rest != last[0].bare
    if not of_it or len(role.lemmas) == 1:
        return False
    other = last[0].bare in vocabulary.bodies.periods or last[0].bare in vocabulary.events.heads
    other = other or last[0].bare in TYPES or last[0].bare in vocabulary.roles.heads
    task = _ASSISTANT in role.lemmas[:1] and not other and not names_scope(s, role.j, vocabulary)
    return task or last[0].bare in vocabulary.roles.sections
