"""The rules at work on many articles at once, by several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain

from graph_builder.articles import Found
from graph_builder.extraction import extract
from graph_builder.extractors.source import Rules, Source
from graph_builder.lexicon.loader import addition, adopt
from graph_builder.model import Article, Fact, Notice
from graph_builder.workers import in_order

ALONE = 100
"""So many articles are done before other processes are worth their start (about a second each)."""
BATCH = 20
"""Articles that go to a process at a time."""


class Told(Rules):
    """What the rules read from one article already."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        """Know the facts of the article that is asked about next."""
        self._facts = facts

    def facts(self, _: Article) -> tuple[list[Fact], list[Notice]]:
        """Return what the rules read."""
        return list(self._facts), []


def shared_out(found: Iterable[Found], among: Sequence[Source], jobs: int) -> Iterator[tuple[Found, Sequence[Source]]]:
    """Yield what was found in its order, each with its sources, as ``jobs`` processes have applied the rules already.

    Sources other than the rules work in this process: they may remember what they were asked.
    """
    every = iter(found)
    if jobs > 1 and any(isinstance(source, Rules) for source in among):
        for one in _until(every, ALONE):
            yield one, among
        more = next(every, None)
        if more is not None:
            for one, facts in _by_processes(chain([more], every), jobs):
                yield one, [Told(facts) if isinstance(source, Rules) else source for source in among]
    for one in every:
        yield one, among


def _by_processes(found: Iterable[Found], jobs: int) -> Iterator[tuple[Found, Sequence[Fact]]]:
    every = iter(found)
    batches = iter(lambda: list(_until(every, BATCH)), [])
    return chain.from_iterable(in_order(_extracted, batches, jobs, partial(adopt, addition())))


def _until(every: Iterator[Found], many: int) -> Iterator[Found]:
    """Yield what was found until so many articles of it are to be read."""
    for one in every:
        yield one
        many -= one.article is not None
        if not many:
            return


def _extracted(batch: Sequence[Found]) -> list[tuple[Found, Sequence[Fact]]]:
    return [(one, extract(one.article).facts if one.article else ()) for one in batch]
