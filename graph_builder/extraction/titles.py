"""Titles as correspondents shorten or sign them: "ذ. كريم", "ذ كريم", "الأستاذ/ كريم", "السيد: كريم", "السيد(ة)"."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import Token, Word, word
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import People, folded


def _titles(name: str) -> dict[str, Word]:
    """Shortened titles, a conjunction allowed, and the words that they stand for."""
    told = data("person_words")[name].items()
    return {prefix + fold(short): word(prefix + title) for short, title in told for prefix in ("", "و")}


_SHORT_ALONE: Final = _titles("abbreviated")
_SHORT: Final = {**_SHORT_ALONE, **_titles("abbreviated_inside")}
_SIGNED: Final = frozenset(
    prefix + fold(title) for title in data("person_words")["signed"] for prefix in ("ال", "وال", "لل", "ولل", "بال", "")
)
_FUNCTION: Final = folded(data("grammar_words")["function"])
_OPENING: Final = frozenset(_SHORT) | _SIGNED
_SHORTENING: Final = frozenset("./")
"""What stands after a shortened title."""
_SIGNS: Final = frozenset("./:-–")
"""What may stand after a title in full; a colon and a dash before what may be a name only: a speech may follow."""
_GLUED: Final = frozenset("./")


def has_title(tokens: list[Token]) -> bool:
    """Return whether one of the tokens is a title that may be shortened or have a sign after it."""
    return not _OPENING.isdisjoint([t.word.norm for t in tokens])


def with_titles(tokens: list[Token], people: People) -> list[Token]:
    """Return the tokens with the titles as they are said, without their signs; ``people``: the words of names."""
    found: list[Token] = []
    k = 0
    while k < len(tokens):
        title, end = _title(tokens, k, people) if tokens[k].word.norm in _OPENING else (tokens[k].word, k + 1)
        found.append(Token(tokens[k].start, tokens[end - 1].end, title) if title is not tokens[k].word else tokens[k])
        k = end
    return found


def _title(tokens: list[Token], k: int, people: People) -> tuple[Word, int]:
    """What token ``k`` says as a title, and where its signs end: "السيد(ة)" is "السيد"."""
    here = tokens[k].word
    if here.norm not in _SIGNED:
        return _shortened(tokens, k)
    end = k + 1
    if [t.word.norm for t in tokens[end : end + 3]] == ["(", "ه", ")"]:
        end += 3
    if end + 1 >= len(tokens) or tokens[end + 1].word.kind != "word" or tokens[end].word.norm not in _SIGNS:
        return here, end
    after = tokens[end + 1].word.norm
    named = after in people.given or (after not in people.not_names and after not in _FUNCTION)
    glued = tokens[end].word.norm in _GLUED and tokens[end].start == tokens[end - 1].end
    return here, end + (named or glued)


def _shortened(tokens: list[Token], k: int) -> tuple[Word, int]:
    """The title that a full stop or stroke after token ``k`` shortens, or none: "ذ كريم"; "200 م. وحضر" has none."""
    here = tokens[k].word
    title = (_SHORT if k else _SHORT_ALONE).get(here.norm)
    if title is None or k + 1 == len(tokens) or (k and tokens[k - 1].word.kind == "number"):
        return here, k + 1
    sign = tokens[k + 1]
    if sign.word.kind == "word":
        return (title, k + 1) if here.norm in _SHORT_ALONE else (here, k + 1)
    if sign.word.norm not in _SHORTENING or sign.start > tokens[k].end or k + 2 == len(tokens):
        return here, k + 1
    return (title, k + 2) if tokens[k + 2].word.kind == "word" else (here, k + 1)
