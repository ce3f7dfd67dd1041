"""Which articles are copies of one text: an agency's report that several sites publish, cut, retitled or corrected.

What tells it is how much of the shorter article stands in the longer one, word for word, as their sketches show
(``articles.sketch``). Two reports of one congress share its name, a list of those elected and a quotation: that is far
from enough (``ENOUGH``). Each article is compared with the longest of its copies only, so that a chain of slowly
changing texts does not grow, and with those alone whose smallest numbers it shares: the cost grows with the articles.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple, TypeVar

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
_LONGEST = 10**15
"""Characters: more than any article has."""
Told = TypeVar("Told")


def copies(articles: Iterable[Article]) -> Mapping[str, tuple[str, ...]]:
    """Return each article that has copies -> the ids of all articles of its text, itself among them, sorted.

    The order in which the articles come does not matter.
    """
    known = sorted(sketch for article in articles if (sketch := sketched(article)))
    alike: dict[int, list[int]] = {}
    for own, others in _likely(known).items():
        found = [other for other in others if is_like(known[own].numbers, known[other].numbers)]
        if found:
            alike[own] = found
    return {article: group for group in groups(known, alike) for article in group}


class Sketch(NamedTuple):
    """An article's sketch. Sorted, the longest article comes first."""

    order: str
    """What tells its place among all: its length, what it holds, its id."""
    article: str
    numbers: array[int]


def sketched(article: Article) -> Sketch | None:
    """Return the sketch of an article; ``None`` if it is too short."""
    numbers = numbers_of(article.sketch)
    length = sum(span.end - span.start for span in article.paragraphs)
    order = f"{_LONGEST - length:016}\n{article.digest}\n{article.id}"
    return Sketch(order, article.id, numbers) if len(numbers) >= FEWEST else None


def probes(sketch: Sketch) -> Sequence[int]:
    """Return the numbers by which its likes are found."""
    return sketch.numbers[:_PROBES]


def compared(block: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield of those that share a number, in order, each with the first and with the one before it."""
    for before, own in pairwise(block):
        yield own, block[0]
        if before is not block[0]:
            yield own, before


def is_like(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two sketches are of copies."""
    return within(one, other) >= ENOUGH


def groups(known: Sequence[Sketch], alike: Mapping[int, Iterable[int]]) -> Iterator[tuple[str, ...]]:
    """Yield the ids of the articles of each text that has copies, sorted; sketches are in order.

    ``alike``: a sketch -> those before it that it is like. What is not tied by these may as well be done apart.
    """
    first: dict[int, int] = {}
    for own, others in sorted(alike.items()):
        longest = {first.get(other, other) for other in others}
        share, other = max((within(known[own].numbers, known[other].numbers), -other) for other in longest)
        if share >= ENOUGH:
            first[own] = -other
    found: dict[int, list[str]] = {}
    for own, other in first.items():
        found.setdefault(other, [known[other].article]).append(known[own].article)
    yield from (tuple(sorted(group)) for group in found.values())


def _likely(known: Sequence[Sketch]) -> dict[int, set[int]]:
    """Return each that shares numbers with earlier ones -> those with which it is compared."""
    found: dict[int, set[int]] = {}
    marks = sorted(number << _HALF | own for own, sketch in enumerate(known) for number in probes(sketch))
    for _, marked in groupby(marks, key=lambda mark: mark >> _HALF):
        for own, other in compared([mark & ((1 << _HALF) - 1) for mark in marked]):
            found.setdefault(own, set()).add(other)
    return found


def within(one: Sequence[int], other: Sequence[int]) -> float:
    """Return how much of the shorter text stands in the longer one, 0 where it is too short a part of that.

    Both sketches are looked at as far as both are whole: a full one says nothing of numbers beyond its last.
    """
    end = min((numbers[-1] for numbers in (one, other) if len(numbers) == MOST), default=1 << _HALF)
    shorter, longer = sorted(bisect_right(numbers, end) for numbers in (one, other))
    if shorter < max(FEWEST, SHORTEST * longer):
        return 0.0
    return len(set(one).intersection(other)) / shorter  # no number beyond the end is in both
