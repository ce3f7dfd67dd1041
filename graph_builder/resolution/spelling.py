"""What makes two spellings one name: of places, parties, bodies, plans and people. Pure functions over the lexicon."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import ARTICLE, Word, strip_article, tokenise
from graph_builder.extraction.names import name_parts
from graph_builder.lexicon.loader import data, rows
from graph_builder.lexicon.terms import DASHES
from graph_builder.lexicon.vocabulary import PlaceName, bares, folded, norms, vocabulary

_CACHE = 100_000


@lru_cache(maxsize=_CACHE)
def words(text: str) -> tuple[Word, ...]:
    """Return the words and numbers of a text, without signs."""
    return tuple(token.word for token in tokenise(text) if token.word.kind in ("word", "number"))


@lru_cache(maxsize=_CACHE)
def letters(name: str) -> str:
    """Return a name's folded words without articles, in one piece; the name itself if it has no words.

    >>> letters("التجذّر") == letters("تجذر"), letters("فاس - مكناس") == letters("فاسمكناس")
    (True, True)
    """
    return "".join(word.bare for word in words(name)) or fold(name).strip() or name


# ---------------------------------------------------------------- people


@lru_cache(maxsize=_CACHE)
def person(name: str) -> tuple[str, ...]:
    """Return the parts of a person's name; compounds of three are one part as those of two are.

    >>> person("نبيل بن عبد الله") == person("نبيل بنعبد الله") == person("نبيل بنعبدالله")
    True
    """
    parts: list[str] = []
    for part in name_parts(name):
        if parts and _openers().fullmatch(parts[-1]):
            parts[-1] += part.removeprefix(ARTICLE)
        else:
            parts.append(part)
    return tuple(_glued().sub(r"\1\2", part) for part in parts)


def stands_in(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether all parts of one name stand in another, in their order."""
    rest = iter(longer)
    return all(part in rest for part in shorter)


def _compound() -> str:
    found = sorted(vocabulary().people.compounds - {ARTICLE})
    return "(?:" + "|".join(map(re.escape, found)) + ")"


@cache
def _openers() -> re.Pattern[str]:
    """Several first parts of compounds, which ask for more: "bin abd"."""
    return re.compile(_compound() + "{2,}")


@cache
def _glued() -> re.Pattern[str]:
    """First parts of compounds, an article, and the rest of a name written as one word."""
    return re.compile(f"^({_compound()}+){ARTICLE}(..+)$")


# ---------------------------------------------------------------- places


@lru_cache(maxsize=_CACHE)
def listed_place(name: str) -> PlaceName | None:
    """Return the lexicon's place of this name, with or without its kind before it; ``None`` if it is not one place."""
    kinds: dict[str, str] = data("grammar_words")["place"]["types"]
    own = [word for word in norms(name) if word not in DASHES]
    found, kind = _place(own), None
    while found is None and len(own) > 1:
        kind = next((kinds[k] for k in kinds if norms(k) == [strip_article(own[0])]), None)
        if kind is None:
            return None
        own = own[1:]
        found = _place(own)
    if found is None or (kind == "region") > (found.kind == "region"):
        return None
    return None if (found.kind, found.name) in _namesakes() else found


def _place(own: list[str]) -> PlaceName | None:
    term = vocabulary().places.longest(own[0], own, 0) if own else None
    return term[1] if term and term[0] == len(own) else None


@cache
def _namesakes() -> frozenset[tuple[str, str]]:
    """Kind and name of places that share both with others, so that the name tells none of them."""
    counts = Counter((row[1], fold(row[2])) for row in rows("places.tsv"))
    return frozenset((row[1], row[2]) for row in rows("places.tsv") if counts[row[1], fold(row[2])] > 1)


def place(name: str) -> str:
    """Return what stands for a place in comparisons: its code in the lexicon, else its folded name."""
    found = listed_place(name)
    return f"code:{found.code}" if found else f"name:{letters(name)}"


# ---------------------------------------------------------------- parties


@lru_cache(maxsize=_CACHE)
def party_key(name: str) -> str | None:
    """Return the lexicon's key of a party, by its name, nickname or symbol, with or without the word for party."""
    own = [word for word in norms(name) if any(sign.isalnum() for sign in word)]
    if own and own[0] in folded(data("grammar_words")["party"]["head"]):
        return _after_head(own[1:])
    term = vocabulary().parties.longest(own[0], own, 0) if own else None
    if term and term[0] == len(own):
        return None if term[1].via == "parallel" else term[1].key
    return _after_head(own)


def _after_head(own: list[str]) -> str | None:
    term = vocabulary().after_hizb.longest(own[0], own, 0) if own else None
    return term[1].key if term and term[0] == len(own) else None


def is_anaphor(name: str) -> bool:
    """Whether a name of a party is no name: "the party"."""
    return fold(name) in folded(data("grammar_words")["party"]["anaphors"])


@lru_cache(maxsize=_CACHE)
def party(name: str) -> str:
    """Return what stands for a party: its key in the lexicon, else its folded name without the word for party."""
    key = party_key(name)
    if key:
        return f"key:{key}"
    own = words(name)
    heads = folded(data("grammar_words")["party"]["head"])
    rest = own[1:] if len(own) > 1 and own[0].norm in heads else own
    return "name:" + ("".join(word.bare for word in rest) or letters(name))


# ---------------------------------------------------------------- bodies


def core(name: str, *asides: str) -> tuple[str, ...]:
    """Return the folded words of a body's name without articles, and without the places and parties at its end.

    >>> core("فرع بتطوان", "تطوان") == core("الفرع")
    True
    """
    own = words(name)
    shorter: tuple[Word, ...] | None = own
    while shorter is not None:
        own = shorter
        shorter = next((rest for aside in asides if (rest := _without(own, words(aside))) is not None), None)
    return tuple(word.bare for word in own) or (letters(name),)


def _without(own: tuple[Word, ...], aside: tuple[Word, ...]) -> tuple[Word, ...] | None:
    """Drop words at the end, which may begin with a preposition; ``None`` if they are not there, or are all."""
    start = len(own) - len(aside)
    if not aside or start < 1 or not own[-1].norm.endswith(aside[-1].norm):
        return None
    opens = aside[0].norm in {split.rest for split in own[start].splits}
    same = all(a.norm == b.norm for a, b in zip(own[start + 1 :], aside[1:], strict=True))
    return own[:start] if opens and same else None


def ends_with(name: str, aside: str) -> bool:
    """Whether a body's name ends with the name of a place."""
    return _without(words(name), words(aside)) is not None


@cache
def synonyms() -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the cores of bodies that have several names, each with the core of the first of them."""
    return {tuple(bares(name)): tuple(bares(same[0])) for same in data("body_words")["synonyms"] for name in same}


@lru_cache(maxsize=_CACHE)
def organisation(name: str) -> tuple[str, str] | None:
    """Return party key and name of the organisation that the lexicon ties to a party under this name."""
    own = norms(name)
    term = vocabulary().parties.longest(own[0], own, 0) if own else None
    if term and term[0] == len(own) and term[1].parallel is not None:
        return term[1].key, term[1].parallel
    return None


@lru_cache(maxsize=_CACHE)
def is_national(core_words: tuple[str, ...]) -> bool:
    """Whether a core names a body that every party has once."""
    return any(core_words[: len(name)] == name for name in vocabulary().bodies.national)


@lru_cache(maxsize=_CACHE)
def is_public(core_words: tuple[str, ...]) -> bool:
    """Whether a core names a body of the state."""
    bodies = vocabulary().bodies
    return core_words[0] in bodies.public_heads or any(core_words[: len(name)] == name for name in bodies.public)
