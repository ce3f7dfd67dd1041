"""What a deputy or assistant has in hand: "مساعد الأمين العام لشؤون الشباب", "مساعد الرئيس للتنظيم"."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import PersonMention, RoleMention
from graph_builder.extraction.mentions.phrases import names_scope, noun_phrase
from graph_builder.extraction.mentions.places import TYPES
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary, folded

_AFFAIRS: Final = folded(data("grammar_words")["role"]["affairs"])
_ASSISTANT: Final = fold("مساعد")
_ACTING: Final = folded(["بالنيابة"])
_RANKED: Final = folded(["أول", "ثاني", "ثالث", "شؤون"])
_CHARGED: Final = folded(["المكلف", "المكلفة"])
_ABOUT: Final = frozenset(["عن", "علي"])


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


def read_acting(s: Sentence, role: RoleMention) -> None:
    """ "الكاتب المحلي للحزب بالنيابة", "رئيس الحزب المكلف X": for the time being, told after its party or place."""
    if not role.base_end < role.j < len(s.norm):
        return
    if s.norm[role.j] in _ACTING:
        role.text += " " + s.text(role.j, role.j + 1)
        role.j += 1
    elif _is_charged_only(s, role.j):
        role.j += 1


def settle_key(role: RoleMention) -> None:
    """Tell the deputy of a union or chamber from the head of a list: "وكيلا أول", "وكيلة للشؤون العربية"."""
    if role.key == "list_head" and not _RANKED.isdisjoint(role.lemmas[1:]):
        role.key = "deputy"


def _is_charged_only(s: Sentence, at: int) -> bool:
    """Whether "in charge" stands without what of: "رئيس الحزب المكلف X"."""
    if s.norm[at] not in _CHARGED or at + 1 >= len(s.norm) or s.tokens[at + 1].word.kind != "word":
        return False
    return s.norm[at + 1] not in _ABOUT and not any(x.prefix == "ب" for x in s.tokens[at + 1].word.splits)


def in_series(s: Sentence, role: RoleMention) -> bool:
    """Return whether a woman's office stands after her name among others of such a list: "X رئيسا، وY كاتبة"."""
    last = s.mentions[-1] if s.mentions else None
    if role.form.gender != "f" or role.definite or not isinstance(last, PersonMention) or last.j != role.i:
        return False
    closed = role.j >= len(s.norm) or s.tokens[role.j].word.kind == "punct" or s.norm[role.j].startswith("و")
    return closed and any(_of_a_list(m) for m in s.mentions if isinstance(m, RoleMention))


def _of_a_list(role: RoleMention) -> bool:
    """Whether an office is told as those of a list are: in the accusative, or a woman's with its rank or task."""
    womans = role.form.gender == "f" and role.form.number == "singular" and role.modified and not role.definite
    return role.form.case == "accusative" or womans
