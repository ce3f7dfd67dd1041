"""When two phrases say the same: spelling folded, endings dropped, words compared without their order.

The folding is the evaluation contract's (docs/how-to/evaluate.md) and not ``arabic.normalise``: what is judged may
change, the judge may not.
"""

from __future__ import annotations

import re
from functools import cache

from graph_builder.evaluation.words import words

_MARKS = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_LETTERS = str.maketrans("أإآٱىةؤئکی", "ااااي" + "هويكي")
_PUNCTUATION = re.compile(r"[^\w\s]")
_BEFORE = re.compile(r"(?:[وبفك]ال|لل|ال)(?=\w\w)")
_AFTER = re.compile(r"(?<=\w\w\w)(?:ات|ين|ون|[اه])$")


@cache
def fold(text: str) -> str:
    """Return text without vowel signs and punctuation, with one spelling of hamza, final ya and ta marbuta.

    >>> fold("«مؤتمرُ الأُسرة»") == "موتمر الاسره"
    True
    """
    return _PUNCTUATION.sub(" ", _MARKS.sub("", text).translate(_LETTERS)).strip()


def stem(word: str) -> str:
    """Return a folded word without its article and the ending of its gender, number or accusative.

    >>> stem("الكاتبات") == stem("كاتبا") == "كاتب"
    True
    """
    article = _BEFORE.match(word)
    return _AFTER.sub("", word[article.end() :] if article else word)


@cache
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in fold(text).split() if word not in _folded("empty"))


def stems(*texts: str) -> frozenset[str]:
    """Return the stems of all words of some texts, but for those that say nothing.

    >>> sorted(stems("كاتبة في الفرع", "الفروع")) == ["فرع", "فروع", "كاتب"]
    True
    """
    return frozenset().union(*map(_stems, texts))


@cache
def stems_of(group: str) -> frozenset[str]:
    """Return the stems of a group of the judge's words."""
    return stems(*words()[group])


@cache
def _folded(group: str) -> frozenset[str]:
    return frozenset(map(fold, words()[group]))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how far two sets agree, 0 to 1: the harmonic mean of the shares that each has of the other.

    >>> overlap(frozenset("ab"), frozenset("bc")), overlap(frozenset(), frozenset())
    (0.5, 1.0)
    """
    if not one and not other:
        return 1.0
    return 2 * len(one & other) / (len(one) + len(other))


def name_parts(name: str) -> tuple[str, ...]:
    """Return the parts of a person's name: no honorifics, compounds as one, no article.

    >>> name_parts("الأستاذ عبد الرحمن بن علي") == ("عبدالرحمن", "بنعلي")
    True
    """
    parts: list[str] = []
    glued = ""
    for word in fold(name).split():
        if word not in _folded("honorifics"):
            glued += word
            if word not in _folded("name_prefixes"):
                parts.append(glued)
                glued = ""
    return tuple(re.sub(r"^ال(?=\w\w)", "", part) for part in (*parts, glued) if part)


def party_stems(name: str) -> frozenset[str]:
    """Return the stems of a party's name; where it is a nickname, those of the name that it stands for."""
    own = stems(name) - stems_of("party")
    return _nicknames().get(own, own)


@cache
def _nicknames() -> dict[frozenset[str], frozenset[str]]:
    return {stems(nickname): stems(name) - stems_of("party") for nickname, name in words()["nicknames"].items()}
