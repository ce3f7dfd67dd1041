"""Bodies that an article puts in quotes: "عضو «المكتب السياسي» للحزب" says what it says without them."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.tokens import Token, word
from graph_builder.lexicon.vocabulary import vocabulary

_OPENING: Final = frozenset('"«“”„')
_CLOSING: Final = frozenset('"»”“')
QUOTES: Final = _OPENING | _CLOSING
_JOINED: Final = frozenset("بلوك")
"""Clitics that stand before the opening sign: 'ب«المكتب السياسي»', 'لـ"المجلس الوطني"'."""
LONGEST: Final = 9
"""Words in quotes that are a body's name; more are a slogan or speech."""


def quotes_of_bodies(tokens: list[Token]) -> list[int]:
    """Return which tokens are the quotes around a body's name, in order."""
    found: list[int] = []
    k = 0
    while k < len(tokens):
        end = _closing(tokens, k) if tokens[k].word.norm in _OPENING else 0
        if end and _is_body(tokens[k + 1]):
            found += (k, end)
        k = max(end, k) + 1
    return found


def unquoted(tokens: list[Token], signs: list[int]) -> list[Token]:
    """Return the tokens without those signs; a clitic that stood before one is of the word after it."""
    left: list[Token] = []
    for k, token in enumerate(tokens):
        if k in signs:
            continue
        before = left[-1] if left and k - 1 in signs else None
        if before is not None and before.word.norm in _JOINED and before.end == tokens[k - 1].start:
            left[-1] = Token(before.start, token.end, word(_joined(before.word.norm, token.word.spelt)))
        else:
            left.append(token)
    return left


def _joined(clitic: str, spelt: str) -> str:
    return clitic + (spelt[1:] if clitic == "ل" and spelt.startswith("ال") else spelt)


def _closing(tokens: list[Token], k: int) -> int:
    """Where what opens at ``k`` is closed, words alone between; 0 if it is not."""
    for end in range(k + 1, min(k + LONGEST + 2, len(tokens))):
        if tokens[end].word.kind == "punct" and tokens[end].word.norm not in "-–/":
            return end if end > k + 1 and tokens[end].word.norm in _CLOSING else 0
    return 0


def _is_body(token: Token) -> bool:
    """Whether a word is the noun of a body, clitics before it or none; an association's name ends with its quotes."""
    bodies = vocabulary().bodies
    heads = (head for split in token.word.splits for head in bodies.heads.get(split.bare, ()))
    return any(not head.form.pronoun and head.folded not in bodies.civil_heads for head in heads)
