"""The words of pages' furniture (lexicon/data/furniture.yml), folded into tables for looking lines up. Built once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from graph_builder.arabic.normalise import fold
from graph_builder.lexicon.loader import data

Kind = Literal[
    "body", "short", "furniture", "share", "number", "menu", "ticker", "related", "related_line", "comments", "box"
]
"""What a line is by itself. ``body``: a paragraph by its looks; ``related_line``: a link to one other story."""

_WORD = re.compile(r"[^\W\d_]+|\d+|#")


def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a line; any number is ``#``.

    >>> words_of("127 total views, 2 views today")
    ('#', 'total', 'views', '#', 'views', 'today')
    """
    return tuple("#" if word[0].isdigit() else word for word in _WORD.findall(fold(text)))


class Words(NamedTuple):
    """Folded phrases of furniture, by how they are looked for."""

    lines: Mapping[tuple[str, ...], Kind]
    """A whole line: its kind (``furniture``, ``related``, ``comments``, ``box``)."""
    openings: Mapping[tuple[str, ...], Kind]
    """The first words of a short line: its kind (also ``share``, ``related_line``)."""
    longest_opening: int
    share: frozenset[str]
    sections: frozenset[str]
    networks: re.Pattern[str]
    """Names of networks and nothing else, however they are run together."""
    glued_head: re.Pattern[str]
    """Names of networks run together before a text, or a crawler's "date 2017-06-12"."""
    ticker: re.Pattern[str]
    """The label of a line of other stories' headlines."""
    glued_tail: re.Pattern[str]
    """A button's words after the last full stop of a line; group 1 is where they begin."""


def _table(known: Mapping[str, list[str]], kinds: Mapping[str, Kind]) -> dict[tuple[str, ...], Kind]:
    table: dict[tuple[str, ...], Kind] = {}
    for name, kind in kinds.items():
        for phrase in known[name]:
            table.setdefault(words_of(phrase), kind)
    return table


@cache
def words() -> Words:
    """Return the tables."""
    known = data("furniture")
    lines = _table(known, {"related": "related", "comments": "comments", "boxes": "box", "lines": "furniture"})
    openings = _table(
        known,
        {
            "openings": "furniture",
            "share_openings": "share",
            "comment_openings": "comments",
            "related": "related_line",
        },
    )
    for phrase in known["related_whole_only"]:
        openings.pop(words_of(phrase), None)
    networks = "|".join(map(re.escape, known["networks"]))
    tails = "|".join(sorted(map(re.escape, known["glued_tails"]), key=len, reverse=True))
    return Words(
        lines,
        openings,
        max(map(len, openings)),
        frozenset(map(fold, known["share_words"])),
        frozenset(map(fold, known["sections"])),
        re.compile(rf"(?:(?:{networks})[\s|,،•]*)+", re.IGNORECASE),
        re.compile(rf"(?:(?:{networks})[ \t|,،•]*){{2,}}(?=\S)|date \d{{4}}-\d\d-\d\d(?=\s)", re.IGNORECASE),
        re.compile(rf"(?:(?<!\s)\s+)?(?:{'|'.join(map(re.escape, known['tickers']))})\s*[:|•]"),
        re.compile(rf"[.!؟…»”\"]\s*((?:{tails})[\s:.]*)$", re.IGNORECASE),
    )
