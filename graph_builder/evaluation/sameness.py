"""When a name of the gold and a name that was told denote one person, one party, one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from graph_builder.evaluation.spelling import name_parts, overlap, party_stems, stems, stems_of
from graph_builder.evaluation.words import words

SHORTEST_WITH_SLIP = 5
"""Letters of a part of a name in which a slip is forgiven; in a shorter one it makes another name."""
LIKENESS_OF_SLIP = 0.84
"""Least likeness of two spellings of one part: one letter of a family name."""
ENOUGH = 0.6
"""Least overlap of two phrases for one role, body or party."""


def same_person(gold: str, told: str) -> bool:
    """Tell whether two names are one person's: the same letters, or the shorter name's parts all in the longer one.

    >>> same_person("الرفيق عبد الحي بلقاضي", "عبدالحي بلقاضى"), same_person("عبد الحي بلقاضي", "بلقاضي")
    (True, False)
    """
    ours, theirs = name_parts(gold), name_parts(told)
    if not ours or not theirs:
        return False
    shorter, longer = sorted((ours, theirs), key=len)
    if "".join(ours) == "".join(theirs):
        return True
    return len(shorter) >= 2 and all(any(_same_part(part, other) for other in longer) for part in shorter)


def _same_part(one: str, other: str) -> bool:
    """Tell whether two parts are equal but for a slip in a long family name; another given name is never a slip."""
    if one == other:
        return True
    if min(len(one), len(other)) < SHORTEST_WITH_SLIP or any(p.startswith(words()["servant"]) for p in (one, other)):
        return False
    return SequenceMatcher(None, one, other).ratio() >= LIKENESS_OF_SLIP


class People:
    """The people of one gold article, each by name and by the other spellings that the gold lists."""

    def __init__(self, aliases: Mapping[str, Sequence[str]]) -> None:
        self._aliases = aliases

    def same(self, gold: str, told: str) -> bool:
        """Tell whether a name that was told is this person's of the gold."""
        return any(same_person(name, told) for name in (gold, *self._aliases.get(gold, ())))


def same_party(gold: str, told: str) -> bool:
    """Tell whether two names are one party's; where the gold has none, any is."""
    return not gold or overlap(party_stems(gold), party_stems(told)) >= ENOUGH


def same_place(gold: str, told: str) -> bool:
    """Tell whether two names are one place's, its sort aside; where the gold has none, any is."""
    wanted = place_stems(gold)
    return not wanted or overlap(wanted, place_stems(told)) >= 0.5


def place_stems(name: str) -> frozenset[str]:
    """Return the stems of a place's name without its sort."""
    return stems(name) - stems_of("place")
