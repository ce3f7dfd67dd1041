"""What one article tells of things, made on the cluster: the records from which resolution finds out what is one."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import ModuleType
from typing import Any

from graph_builder.memory.form import article_from_line, at
from graph_builder.model import Claim, PostFact, Reading
from graph_builder.resolution import parties, places, plans
from graph_builder.resolution.bodies import Bodies
from graph_builder.resolution.bureau import told as units
from graph_builder.resolution.copies import sketched
from graph_builder.resolution.events import Events
from graph_builder.resolution.homonyms import tell_apart
from graph_builder.resolution.kind import Kind
from graph_builder.resolution.namesakes import People
from graph_builder.resolution.people import people
from graph_builder.resolution.setting import Setting, setting
from graph_builder.resolution.tales import tales
from graph_builder.writing import Sifting

SCHEMA = "what string, name string, record binary"
"""Of a record: of what kind of thing, what it shares with those that are told together, and itself."""
NAMED: Mapping[str, ModuleType] = {"party": parties, "place": places, "plan": plans}
"""Kinds of which names tell enough."""
SKETCH, COUNTS, JUDGED = "sketch", "counts", "judged"
"""Records of other sorts: an article's sketch; counts of facts of some articles; articles on which people decided."""
Row = tuple[str, str, bytes]
"""As ``SCHEMA``."""
dumps = partial(pickle.dumps, protocol=pickle.HIGHEST_PROTOCOL)
"""Nothing but what this build made is ever loaded again, from where nobody writes who may not write OUT itself."""


@dataclass
class Counts:
    """What is noted of readings while they go by."""

    posts: int = 0
    left_out: int = 0
    held_back: int = 0

    def add(self, other: Counts) -> None:
        """Add what was noted elsewhere."""
        self.posts += other.posts
        self.left_out += other.left_out
        self.held_back += other.held_back


@dataclass(frozen=True)
class Records:
    """How records are made of articles, given as their bare lines with their ids."""

    sifting: Sifting
    copies: bool

    def first(self, articles: Iterable[tuple[str, str]]) -> Iterator[Row]:
        """Yield what needs nothing but the article: people, and things of which names tell enough."""
        counts = Counts()
        for own, line in articles:
            read = _reading(own, line)
            known = self._sifted(read, counts)
            place = tell_apart(setting(known))
            for person in people(place):
                yield "person", PEOPLE.name(person), dumps(person)
            for what, kind in NAMED.items():
                yield from ((what, name, dumps(told)) for name, told in kind.named(place))
            sketch = sketched(read.article) if self.copies else None
            if sketch:
                yield SKETCH, sketch.order, dumps(sketch)
            if own in self.sifting.decisions.articles:
                yield JUDGED, own, dumps(read)
        yield COUNTS, "", dumps(counts)

    def bodies(self, articles: Iterable[tuple[str, str, list[dict[str, str]]]]) -> Iterator[Row]:
        """Yield bodies; with each article comes whom its names of people denote."""
        for place, known in self._known(articles):
            yield from (("body", BODIES.name(unit), dumps(unit)) for unit in units(place, known))

    def events(self, articles: Iterable[tuple[str, str, list[dict[str, str]]]]) -> Iterator[Row]:
        """Yield tales of events; with each article comes what its names of people and bodies denote."""
        for place, known in self._known(articles):
            yield from (("event", EVENTS.name(tale), dumps(tale)) for tale in tales(place, known))

    def _known(
        self, articles: Iterable[tuple[str, str, list[dict[str, str]]]]
    ) -> Iterator[tuple[Setting, dict[Claim, str]]]:
        for own, line, names in articles:
            place = tell_apart(setting(self._sifted(_reading(own, line), Counts())))
            yield place, {Claim(said["kind"], own, said["name"]): said["whole"] for said in names or ()}  # type: ignore[arg-type]

    def _sifted(self, read: Reading, counts: Counts) -> Reading:
        sure = self.sifting.sure(read)
        known = self.sifting.known(sure)
        counts.posts += sum(isinstance(fact, PostFact) for fact in known.facts)
        counts.left_out += len(read.facts) - len(sure.facts)
        counts.held_back += len(sure.facts) - len(known.facts)
        return known


PEOPLE: Kind[Any, Any] = People({})
BODIES: Kind[Any, Any] = Bodies()
EVENTS: Kind[Any, Any] = Events()


def _reading(own: str, line: str) -> Reading:
    kept = article_from_line(line.encode())
    return at(kept, kept.place, kept.wanted, own).reading
