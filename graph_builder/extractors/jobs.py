"""The rules at work on many articles at once, by several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice

from graph_builder.extraction import extract
from graph_builder.extractors.source import Rules, Source
from graph_builder.lexicon.loader import addition, adopt
from graph_builder.model import Article, Fact, Notice
from graph_builder.workers import in_order

Seen = Article | Notice
ALONE = 100
"""So many inputs are done before other processes are worth their start (about a second each)."""
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


def shared_out(seen: Iterable[Seen], among: Sequence[Source], jobs: int) -> Iterator[tuple[Seen, Sequence[Source]]]:
    """Yield what was seen in its order, each with its sources, where ``jobs`` processes have applied the rules already.

    Sources other than the rules work in this process: they may remember what they were asked.
    """
    every = iter(seen)
    if jobs > 1 and any(isinstance(source, Rules) for source in among):
        for one in islice(every, ALONE):
            yield one, among
        more = next(every, None)
        if more is not None:
            for one, facts in _by_processes(chain([more], every), jobs):
                yield one, [Told(facts) if isinstance(source, Rules) else source for source in among]
    for one in every:
        yield one, among


def _by_processes(seen: Iterable[Seen], jobs: int) -> Iterator[tuple[Seen, Sequence[Fact]]]:
    every = iter(seen)
    batches = iter(lambda: list(islice(every, BATCH)), [])
    return chain.from_iterable(in_order(_extracted, batches, jobs, partial(adopt, addition())))


def _extracted(batch: Sequence[Seen]) -> list[tuple[Seen, Sequence[Fact]]]:
    return [(one, extract(one).facts if isinstance(one, Article) else ()) for one in batch]
