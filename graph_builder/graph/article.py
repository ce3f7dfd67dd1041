"""One article's graph, from its reading and what resolution decided of its names, and from nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Triple

from graph_builder.graph import claims, provenance, things
from graph_builder.graph.iris import Ids
from graph_builder.graph.lines import About, grouped, line
from graph_builder.graph.source import Source
from graph_builder.graph.tally import Tally
from graph_builder.model import (
    BodyFact,
    Claim,
    DeadlineFact,
    EventFact,
    Fact,
    FigureFact,
    ParticipationFact,
    PartyFact,
    PersonFact,
    PlanFact,
    PostFact,
    Reading,
    StatementFact,
    StepFact,
    World,
)

WRITERS: Mapping[type[Fact], Callable[[Source, Any], Iterator[Triple]]] = {
    PersonFact: things.person,
    PartyFact: things.party,
    BodyFact: things.body,
    EventFact: things.event,
    PlanFact: things.plan,
    PostFact: claims.membership,
    ParticipationFact: claims.participation,
    FigureFact: claims.figure,
    StatementFact: claims.statement,
    DeadlineFact: claims.deadline,
}
"""How each kind of fact becomes triples; steps, which follow one another, are written together."""
OWN = frozenset((
    "annotation", "article", "figure", "group", "membership", "mention", "obligation", "participation", "passage",
    "position", "procedure", "quote", "statement", "step",
))  # fmt: skip
"""Kinds of things of which only one article's graph tells: their ids are minted from the article."""
EVIDENCE = frozenset(("annotation", "passage", "position", "quote"))
"""Of these the kinds of nodes of Web Annotations."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What is noted of the graph of an article, to make those that are no article's."""

    graph: str
    """The names of the graph and of the article, in their brackets."""
    article: str
    statements: int
    shared: list[str]
    """Those of its lines whose subject other graphs may tell of, too."""
    tally: Tally
    """Counts of the others; the concepts of all."""


@dataclass(frozen=True, slots=True)
class Part:
    """The graph of one article, and what is noted of it."""

    subjects: list[About]
    """What it says, sorted."""
    noted: Noted

    @property
    def lines(self) -> Iterator[str]:
        """Its statements as lines (``graph.lines``), sorted."""
        return (line for about in self.subjects for line in about.lines)


def part(world: World, reading: Reading, names: Iterable[Claim], ids: Ids) -> Part:
    """Return the graph of an article.

    Args:
        world: of it is asked only what the names of this article denote (``World.of``): id, kind and key of entities.
        reading: the article as it is in ``World.readings``: with names that each mean one body.
        names: the claims of the article, all that ``World.of`` has.
        ids: mints the ids.
    """
    source = Source(world, reading.article, ids)
    lines = sorted(set(map(line, _triples(source, reading.facts, names))))
    subjects = list(grouped(lines))
    own: list[About] = []
    shared: list[About] = []
    for about in subjects:
        (own if ids.kind(about.subject) in OWN else shared).append(about)
    tally, others = Tally(), Tally()
    tally.add(own)
    others.add(shared)
    tally.concepts |= others.concepts
    told = [line for about in shared for line in about.lines]
    return Part(subjects, Noted(str(source.graph), str(source.node), len(lines), told, tally))


def _triples(source: Source, facts: tuple[Fact, ...], names: Iterable[Claim]) -> Iterator[Triple]:
    yield from source.description()
    yield from provenance.mentions(source, names, facts)
    for fact in facts:
        if not isinstance(fact, StepFact):
            yield from WRITERS[type(fact)](source, fact)
    yield from claims.steps(source, [fact for fact in facts if isinstance(fact, StepFact)])
