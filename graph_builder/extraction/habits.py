"""How an article spells throughout: ه for ة ("عضوه اللجنه المحليه"), ى for ي ("فى المجلس الوطنى").

Folding makes both spellings one. What a reader asks of the spelling itself, whether "نائبه" is "his deputy" or a woman
deputy, "على" a name or "on", is settled here by the words beside it.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from graph_builder.arabic.tokens import ARTICLE, Token, word
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary, folded, vocabulary

_WORDS: Final = data("grammar_words")["spelling"]
_WORD: Final = re.compile(r"[^\W\d_]+")
_FINAL: Final = re.compile(r"ه(?!\w)")
"""Ends of words in ه, which are found in a tenth of the time of the words."""
_SHORTEST: Final = 4
"""Letters of a definite word past its article."""
_OF_HA: Final = frozenset(_WORDS["of_ha"])
_YA_WORDS: Final = ("فى", "التى", "الذى")
_DOTLESS: Final = re.compile(rf"(?<!\w)و?(?:{'|'.join(_YA_WORDS)})(?!\w)")
FEWEST: Final = 3
"""Words so spelt that are a habit; fewer are slips."""
SHARE: Final = 3
"""One of so many words in ة, at least, is spelt with ه where that is a habit."""
_HIS: Final = folded(_WORDS["his"])
_TITLES: Final = folded(data("person_words")["signed"])
_FEMININE: Final = ("ه", "ولي", "ا")
"""Ends of adjectives of a woman: عامه, أولى, ثانيا."""
_ALI: Final = "علي"
_ON: Final = "على"


class Habits(NamedTuple):
    """What an article does throughout."""

    ha: bool
    ya: bool


def habits(text: str) -> Habits:
    """Return how a text spells.

    >>> habits("انتخبت اللجنه المحليه عضوه المنظمه فى المدينه"), habits("الفقيه النزيه في التوجيه").ha
    (Habits(ha=True, ya=False), False)
    """
    fewest = max(FEWEST, text.count("ة ") / SHARE)
    ha = len(_FINAL.findall(text)) >= fewest and len(_definite(text) - _OF_HA) >= fewest
    ya = sum(text.count(word) for word in _YA_WORDS) >= FEWEST and len(_DOTLESS.findall(text)) >= FEWEST
    return Habits(ha, ya)


def _definite(text: str) -> set[str]:
    """The definite words in ه, past the article: no pronoun can stand there."""
    parts = (word.partition(ARTICLE) for word in _WORD.findall(text) if word.endswith("ه"))
    return {rest for _, _, rest in parts if len(rest) >= _SHORTEST}


def respelt(tokens: list[Token], habit: Habits) -> list[Token]:
    """Return the tokens, those spelt by habit as others spell them."""
    terms = vocabulary()
    return [_respelt(tokens, k, habit, terms) for k in range(len(tokens))]


def _respelt(tokens: list[Token], k: int, habit: Habits, terms: Vocabulary) -> Token:
    token = tokens[k]
    spelt = token.word.surface
    if habit.ha and len(spelt) > 3 and spelt.endswith("ه") and _is_feminine(tokens, k, terms):
        return Token(token.start, token.end, word(spelt[:-1] + "ة"))
    if habit.ya and token.word.norm.endswith(_ALI) and spelt.endswith(_ON) and _is_name(tokens, k, terms):
        return Token(token.start, token.end, word(spelt[:-1] + "ي"))
    return token


def _is_feminine(tokens: list[Token], k: int, terms: Vocabulary) -> bool:
    """Whether the final ه of a noun of the lexicon is no pronoun, by the word after it."""
    bares = [split.bare for split in tokens[k].word.splits]
    tables = (terms.bodies.heads, terms.events.heads)
    if any(head.lemma.endswith("ة") for table in tables for bare in bares for head in table.get(bare, ())):
        return True
    if not any(bare in terms.roles.heads for bare in bares):
        return False
    if tokens[k].word.definite:
        return True
    after = tokens[k + 1].word if k + 1 < len(tokens) and tokens[k + 1].word.kind == "word" else None
    his = any(bare in _HIS for bare in bares)
    if after is None:
        return not his
    if after.definite and after.bare in _TITLES:
        return False
    if any(split.bare in terms.roles.heads or split.bare in terms.bodies.heads for split in after.splits):
        return True
    if after.norm in terms.people.given:
        return False
    if after.bare in terms.roles.adjectives or after.bare.endswith("ي"):
        return after.norm.endswith(_FEMININE)
    return not his or after.definite or after.norm[0] == "ل" or after.norm.endswith("ه")


def _is_name(tokens: list[Token], k: int, terms: Vocabulary) -> bool:
    """Whether "على" is Ali: after a given name or the like and before a sign, or before a family name."""
    people = terms.people
    before = tokens[k - 1].word.said[-1] if k and tokens[k - 1].word.kind == "word" else ""
    after = tokens[k + 1].word if k + 1 < len(tokens) else None
    named = before in people.given or before in people.compounds
    if after is None or after.kind == "punct":
        return named
    return (named and after.norm in people.family) or (
        after.norm in people.compounds and after.norm not in people.given
    )
