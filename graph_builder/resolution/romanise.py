"""Names in Arabic and in French spelling reduced to the consonants that both write."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from graph_builder.lexicon.loader import data
from graph_builder.resolution import spelling

SHORTEST = 4
"""Consonants of a name: with fewer, too many names look alike."""
_WORDS = re.compile("[a-zà-ÿ]+")
_HEADS = {"el": "", "al": "", "ben": "bn", "bou": "b", "ait": "t", "ould": "ld"}
"""French spellings of articles and first parts of compounds: none is a name's first part."""


def is_latin(name: str) -> bool:
    """Whether a name is in Latin letters."""
    return bool(_WORDS.search(name.casefold()))


@lru_cache(maxsize=100_000)
def skeleton(name: str) -> str:
    """Return the consonants of a name, its first part apart; empty for one part, or too few consonants.

    >>> skeleton("خديجة الودغيري") == skeleton("Khadija Oudghiri") == "Kdj dGr"
    True
    """
    words = _latin_words(name) if is_latin(name) else [_arabic(part) for part in spelling.person(name)]
    if len(words) < 2 or len("".join(words)) < SHORTEST:
        return ""
    return f"{words[0]} {_once(''.join(words[1:]))}"


def agree(latin: str, arabic: str) -> bool:
    """Whether the given names end alike: only one of them as women's names do tells two people.

    >>> agree("Karima Bennani", "كريم بناني"), agree("Mustapha Bennani", "مصطفى بناني")
    (False, True)
    """
    first = spelling.person(arabic)[0]
    own = _given(_WORDS.findall(latin.casefold()))
    vowel = own.endswith(("a", "e", "ah"))
    return vowel or not first.endswith("ه") if first.endswith(("ه", "ا", "ي", "ء")) else not own.endswith("a")


def _given(words: list[str]) -> str:
    return next((word for word in words if word not in _HEADS), "")


def _latin_words(name: str) -> list[str]:
    """Return the consonants of the given name, and of each other word."""
    words = _WORDS.findall(name.casefold())
    given = _given(words)
    rest = [_HEADS.get(word) if word in _HEADS else _latin(word) for word in words if word != given]
    return [_latin(given), *(word for word in rest if word)] if given else []


def _latin(word: str) -> str:
    table = _table()
    body = word.removesuffix("h")
    for group, one in table["latin_groups"].items():
        body = body.replace(group, one)
    return _once("".join(sign if sign.isupper() else table["latin"].get(sign, "") for sign in body))


def _arabic(part: str) -> str:
    letters = _table()["arabic"]
    part = part.removesuffix("ه") + "ت" if part.endswith("اه") else part
    return _once("".join(letters.get(sign, "") for sign in part.removesuffix("ه")))


def _once(consonants: str) -> str:
    """Write double consonants once."""
    return re.sub(r"(.)\1+", r"\1", consonants)


def _table() -> Any:
    return data("name_words")["romanised"]
