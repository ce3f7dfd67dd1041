"""The whole world as statements: a graph for each article, one of entities, one of the lexicon, one description.

    claims/...          what one article claims, nothing else: drop it and the article is retracted
    graph/derived       what follows from claims and no article says: who followed whom in a seat for one
    graph/entities      the things that the articles' names denote, and why those names are judged to denote them
    graph/reference     what the lexicon knows of the roles, parties and places that occur, and what concepts are called
    graph/description   what this dataset is, and what the other graphs hold

No node is blank and nothing depends on the order of articles or on the clock: the same articles give the same quads.
The graphs of articles are made one by one (``graph.article``); the others, when all of those are known, of what was
noted of them. So no more than one article's graph need be in memory.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, parse

from graph_builder.graph import provenance, reference
from graph_builder.graph.article import Noted, Part, part
from graph_builder.graph.derived import successions
from graph_builder.graph.description import Size, description
from graph_builder.graph.iris import DEFAULT_BASE, Ids
from graph_builder.graph.lines import grouped, line, ntriples
from graph_builder.graph.runs import Runs
from graph_builder.graph.tally import Tally
from graph_builder.graph.terms import OA, RDF
from graph_builder.lexicon.loader import addition
from graph_builder.model import Claim, PersonFact, PostFact, World

__all__ = ["DEFAULT_BASE", "Rest", "merged", "names_of", "parts", "quads"]

EVIDENCE_CLASSES = frozenset((OA.Annotation, OA.SpecificResource, OA.TextQuoteSelector, OA.TextPositionSelector))


class Known(NamedTuple):
    """What of the lexicon occurs, by key."""

    roles: frozenset[str]
    parties: frozenset[str]
    places: frozenset[str]


class Rest:
    """The graphs that no single article makes, of what is noted of all articles' graphs."""

    def __init__(self, world: World, ids: Ids, folder: Path) -> None:
        """Take the world, whose facts need no quotes and whose articles no text; ``folder`` holds passing files."""
        self._world = world
        self._ids = ids
        self._folder = folder
        self.sizes: list[Size] = []
        """Of the graphs so far."""
        self.tally = Tally()
        """Of the statements that are counted so far."""
        self.shared = Runs(folder / "shared")
        """Statements on things of which several graphs may tell; in the end, of all graphs."""

    def note(self, article: Noted) -> None:
        """Note the graph of an article."""
        self.sizes.append(Size(article.graph, article.statements, article.article))
        self.tally.update(article.tally)
        self.shared.add(article.shared)

    def graphs(self) -> Iterator[tuple[str, Iterable[str]]]:
        """Yield the name of each graph, in its brackets, and its lines, once all articles are noted."""
        yield from self.graph("derived", map(line, successions(self._world, self._ids)))
        yield from self.graph("entities", map(line, _entities(self._world, self._ids)))
        yield from self.graph("reference", self.reference(known(self._world)))
        self.tally.add(grouped(self.shared))
        articles = ((reading.article.id, reading.article.digest) for reading in self._world.readings)
        yield from self.graph("description", self.description(articles))

    def graph(self, name: str, made: Iterable[str]) -> Iterator[tuple[str, Iterable[str]]]:
        """Yield a graph, unless it is empty; ``made``: its lines, in any order."""
        lines = Runs(self._folder / name)
        lines.add(made)
        graph = str(self._ids.named("graph", name))
        size = sum(1 for _ in lines)
        if size:
            yield graph, lines
            self.sizes.append(Size(graph, size))
            self.shared.add(lines)
        lines.remove()

    def reference(self, occurs: Known) -> Iterator[str]:
        """Yield the lines of what the lexicon knows of what occurs."""
        lines = list(map(line, reference.used(*occurs)))
        tally = Tally()
        tally.add(grouped(sorted(lines)))
        yield from lines
        yield from map(line, reference.concepts(self.tally.concepts | tally.concepts))

    def description(self, articles: Iterable[tuple[str, str]]) -> Iterator[str]:
        """Yield the lines of what the dataset is, once all else is counted; ``articles``: id and digest of each."""
        added = addition()
        lexicon = [added.digest] if added else []
        dataset = self._ids.mint("dataset", *sorted(articles), *lexicon)
        yield from map(line, description(self._ids, dataset, self.sizes, self.tally))
        for digest in lexicon:
            yield from map(line, provenance.added_lexicon(self._ids, dataset, digest))


def known(world: World) -> Known:
    """Return what of the lexicon occurs in a world."""
    facts = (fact for reading in world.readings for fact in reading.facts)
    roles = frozenset(fact.role_key for fact in facts if isinstance(fact, PostFact) and fact.role_key is not None)
    return Known(roles, *(_keys(world, kind) for kind in ("party", "place")))


def _keys(world: World, kind: str) -> frozenset[str]:
    return frozenset(thing.key for thing in world.entities if thing.kind == kind and thing.key is not None)


def parts(world: World, ids: Ids) -> Iterator[Part]:
    """Yield the graph of each article of a world, in the order of their ids."""
    names = names_of(world)
    for reading in sorted(world.readings, key=lambda reading: reading.article.id):
        yield part(world, reading, names.get(reading.article.id, ()), ids)


def names_of(world: World) -> dict[str, list[Claim]]:
    """Return article -> its claims."""
    names: dict[str, list[Claim]] = {}
    for claim in world.of:
        names.setdefault(claim.article, []).append(claim)
    return names


def quads(world: World, base: str = DEFAULT_BASE) -> list[Quad]:
    """Return a world, which is not large, as quads in memory, sorted; ``base`` is where the ids of this build live."""
    ids = Ids(base)
    with tempfile.TemporaryDirectory() as folder:
        rest = Rest(world, ids, Path(folder))
        text = []
        for article in parts(world, ids):
            rest.note(article.noted)
            text.append(ntriples(article.lines, article.noted.graph))
        text += [ntriples(lines, graph) for graph, lines in rest.graphs()]
    return sorted(parse("".join(text), RdfFormat.N_QUADS), key=_order)


def merged(dataset: Iterable[Quad]) -> list[Quad]:
    """Return the dataset as one graph, sorted: every claim with its article, quote, rule and confidence.

    Left out are the graph names and the Web Annotations, which give the same quotes with their positions.
    """
    every = list(dataset)
    annotations = {quad.subject for quad in every if quad.predicate == RDF.type and quad.object in EVIDENCE_CLASSES}
    kept = {Quad(q.subject, q.predicate, q.object, DefaultGraph()) for q in every if q.subject not in annotations}
    return sorted(kept, key=_order)


def _order(quad: Quad) -> tuple[str, str, bool, str, str]:
    """Sort by graph, subject, predicate (the class first), object."""
    return (
        str(quad.graph_name),
        str(quad.subject),
        quad.predicate != RDF.type,
        str(quad.predicate),
        str(quad.object),
    )


def _entities(world: World, ids: Ids) -> Iterator[Triple]:
    """Yield what the things of a world are called, which names denote them, and which articles are copies."""
    digests = {reading.article.id: reading.article.digest for reading in world.readings}
    yield from things(world, ids)
    for thing in world.entities:
        yield from (provenance.judged(ids, thing, claim, digests[claim.article]) for claim in thing.claims)
    for group in set(world.copies.values()):
        yield from provenance.shared_text(ids, [(article, digests[article]) for article in group])


def things(world: World, ids: Ids) -> Iterator[Triple]:
    """Yield what the things of a world are called, and why names were judged to denote them."""
    genders: dict[str, set[str]] = {}
    for reading in world.readings:
        for fact in reading.facts:
            if isinstance(fact, PersonFact) and fact.gender:
                thing = world.of[Claim("person", reading.article.id, fact.name)]
                genders.setdefault(thing.id, set()).add(fact.gender)
    for thing in world.entities:
        yield from provenance.entity(ids, thing, genders.get(thing.id, ()))
