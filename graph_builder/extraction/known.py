"""What is known of a spelling whatever stands around it; decided once for each (``mentions.openers``)."""

from __future__ import annotations

from typing import Final

TIME: Final = 1
PARTY: Final = 2
BODY: Final = 4
EVENT: Final = 8
ROLE: Final = 16
PLACE: Final = 32
PERSON: Final = 64
TITLE: Final = 128
"""Kinds of mention that a word may open, a bit each."""


class Known:
    """What the lexicon and the rules' lists say of a spelling."""

    __slots__ = ("beginnings", "count", "dual", "family", "given", "lists", "may", "named_after", "son")

    def __init__(
        self,
        may: int,
        lists: tuple[int, ...],
        count: int,
        beginnings: tuple[str, ...],
        given: bool,
        family: bool,
        son: bool,
        dual: bool,
        named_after: bool,
    ) -> None:
        self.may = may
        """The kinds of mention that it may open."""
        self.lists = lists
        """The rules' lists that have it (``wordlists``), of the ``count`` first ones."""
        self.count = count
        self.beginnings = beginnings
        """The three letters that a family name begins with if this word begins it."""
        self.given = given
        self.family = family
        self.son = son
        """"Son of" or "daughter of"."""
        self.dual = dual
        """Ends as a dual does."""
        self.named_after = named_after
        """Of a thing that bears somebody's name: a name after it is no person."""
