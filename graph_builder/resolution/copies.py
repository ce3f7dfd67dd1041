"""Which articles are copies of one text: an agency's report that several sites publish, cut, retitled or corrected.

What tells it is how much of the shorter article stands in the longer one, word for word, as their sketches show
(``articles.sketch``). Two reports of one congress share its name, a list of those elected and a quotation: that is far
from enough (``ENOUGH``). Each article is compared with the longest of its copies only, so that a chain of slowly
changing texts does not grow, and with those alone whose smallest numbers it shares: the cost grows with the articles.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise

from graph_builder.articles.sketch import MOST, numbers_of
from graph_builder.model import Article

ENOUGH = 0.6
"""Share of the shorter text's runs that stand in the longer one. Measured (``benchmarks/copies.py``): copies in which
every twelfth word is another have 0.64 and more, reports that share a whole quotation 0.44 and less."""
SHORTEST = 0.25
"""Of the longer text, the part that a copy has at least: a sentence that is quoted elsewhere is no copy."""
FEWEST = 20
"""Runs that tell something: of shorter texts nothing is said."""
_PROBES = 32
"""Numbers of a sketch by which its likes are found; of texts with so little in common as ``SHORTEST`` and ``ENOUGH``
allow, five of them are the same on average."""
_HALF = 32
"""Bits of a number."""


def copies(articles: Iterable[Article]) -> Mapping[str, tuple[str, ...]]:
    """Return each article that has copies -> the ids of all articles of its text, itself among them, sorted.

    The order in which the articles come does not matter.
    """
    known = sorted((article for article in articles if _tells(article)), key=_order)
    sketches = [numbers_of(article.sketch) for article in known]
    first: dict[int, int] = {}
    for own, others in sorted(_likely(sketches).items()):
        longest = {first.get(other, other) for other in others}
        share, other = max((within(sketches[own], sketches[other]), -other) for other in longest)
        if share >= ENOUGH:
            first[own] = -other
    groups: dict[int, list[str]] = {}
    for own, other in first.items():
        groups.setdefault(other, [known[other].id]).append(known[own].id)
    return {name: ids for group in groups.values() for ids in [tuple(sorted(group))] for name in ids}


def _tells(article: Article) -> bool:
    return len(numbers_of(article.sketch)) >= FEWEST


def _order(article: Article) -> tuple[int, str, str]:
    """Sort the longest first."""
    return -sum(span.end - span.start for span in article.paragraphs), article.digest, article.id


def _likely(sketches: Sequence[Sequence[int]]) -> dict[int, set[int]]:
    """Return each that shares numbers with earlier ones -> the first that has the number, and the last before it."""
    found: dict[int, set[int]] = {}
    marks = sorted(number << _HALF | own for own, numbers in enumerate(sketches) for number in numbers[:_PROBES])
    for _, marked in groupby(marks, key=lambda mark: mark >> _HALF):
        having = [mark & ((1 << _HALF) - 1) for mark in marked]
        for before, own in pairwise(having):
            found.setdefault(own, set()).update((having[0], before))
    return found


def within(one: Sequence[int], other: Sequence[int]) -> float:
    """Return how much of the shorter text stands in the longer one, 0 where it is too short a part of that.

    Both sketches are looked at as far as both are whole: a full one says nothing of numbers beyond its last.
    """
    end = min((numbers[-1] for numbers in (one, other) if len(numbers) == MOST), default=1 << _HALF)
    shorter, longer = sorted((numbers[: bisect_right(numbers, end)] for numbers in (one, other)), key=len)
    if len(shorter) < max(FEWEST, SHORTEST * len(longer)):
        return 0.0
    return len(set(shorter).intersection(longer)) / len(shorter)
