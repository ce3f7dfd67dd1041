"""Every fact about a person, body or other thing, with the sentence that states it, its article and date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Store

from graph_builder.errors import QueryError
from graph_builder.graph.iris import SCHEMES
from graph_builder.graph.terms import DCTERMS, OA, ORG, PO, PPLAN, PROV, RDF, SCHEMA
from graph_builder.query.grid import printable
from graph_builder.query.names import Thing, find, label, suggestions
from graph_builder.query.names import kind as kind_of
from graph_builder.query.store import load

SAID: Mapping[NamedNode, str] = {
    ORG.member: "person",
    PO.roleName: "role",
    ORG.organization: "in",
    PO.participant: "participant",
    PO.capacity: "as",
    PO.speaker: "speaker",
    PO.topic: "about",
    PO.event: "at",
    PO.spelling: "named",
    PO.grammaticalGender: "gender",
    RDF.type: "kind",
    PO.level: "level",
    SCHEMA.value: "number",
    PO.quantity: "of",
    SCHEMA.observationAbout: "in",
    PO.subgroup: "who are",
    PO.phase: "when",
    PPLAN.isStepOfPlan: "procedure",
    SCHEMA.position: "step",
    SCHEMA.text: "is",
    PO.task: "to do",
    PO.obliged: "by",
    PO.due: "due",
    PO.adoptedBy: "adopted by",
    PO.adoptedOn: "adopted",
    ORG.unitOf: "party",
    PO.affiliatedWith: "party",
    PO.party: "party",
    ORG.subOrganizationOf: "under",
    PO.body: "held by",
    PO.place: "place",
    SCHEMA.location: "place",
    PO.covers: "for",
    PO.status: "status",
    PO.eventStatus: "status",
    SCHEMA.startDate: "from",
    SCHEMA.endDate: "until",
}
"""What is told of a fact, in this order, and how it is called."""
KINDS: Mapping[NamedNode, str] = {ORG.Membership: "post", PO.Obligation: "deadline"}
"""Kinds of facts that are called otherwise than their class."""


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One fact as one article states it."""

    article: str
    start: int
    kind: str
    says: tuple[str, ...]
    """``role كاتبة عامة``, ``in المكتب المحلي`` ..."""
    quote: str
    title: str
    date: str
    """Of the article, if it states one."""
    rule: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is known under a name: one thing with its facts, or several things to choose from."""

    things: tuple[Thing, ...]
    facts: tuple[Fact, ...]


def explain(out: str | Path, name: str) -> Explanation:
    """Return what the graph in ``out`` knows under a name: all facts, if the name denotes one thing.

    Spellings that differ by hamza, final ya, ta marbuta, the article or spaces are one name; an id is one too.

    Raises:
        QueryError: nothing has this name; the remedy suggests names that are like it.
        OutputError: ``out`` is not the folder of a build.
    """
    return explain_in(load(out), name)


def explain_in(store: Store, name: str) -> Explanation:
    """Return what a loaded graph knows under a name."""
    things = find(store, name)
    if not things:
        like = "، ".join(suggestions(store, name))
        remedy = f"Did you mean: {like}" if like else "Ask for a name as the articles have it, in Arabic."
        raise QueryError(f"The graph names nothing {printable(name)!r}", remedy)
    return Explanation(things, tuple(sorted(set(_facts(store, things[0].node)))) if len(things) == 1 else ())


def text(explanation: Explanation) -> str:
    """Return an explanation as a person reads it; what articles say in the same words, once."""
    if len(explanation.things) > 1:
        lines = [f"{len(explanation.things)} things have this name. Ask for one of them by its id:"]
        lines += [f"  {thing.id}  {thing.name}{_brackets(thing.about)}" for thing in explanation.things]
        return _joined(lines)
    thing = explanation.things[0]
    lines = [f"{thing.name}{_brackets(thing.about)}  {thing.id}"]
    if thing.also:
        lines.append(f"also written: {'، '.join(thing.also)}")
    told: dict[tuple[object, ...], list[Fact]] = {}
    for fact in explanation.facts:
        told.setdefault((fact.kind, fact.says, fact.quote), []).append(fact)
    for first, *copies in told.values():
        lines += ["", f"{first.kind}: {'; '.join(first.says)}", f"    «{first.quote}»"]
        lines += [f"    {_where(fact)}  [{fact.rule} {fact.confidence}]" for fact in (first, *copies)]
    return _joined(lines)


def _where(fact: Fact) -> str:
    return ", ".join(part for part in (fact.article, fact.title, fact.date) if part)


def _joined(lines: Iterable[str]) -> str:
    return "".join(printable(line).rstrip() + "\n" for line in lines)


def _brackets(words: tuple[str, ...]) -> str:
    return f" ({', '.join(words)})" if words else ""


def _facts(store: Store, thing: NamedNode) -> Iterator[Fact]:
    """Yield each claim that names the thing, and what its article says of other things that are tied to it."""
    for quad in store.quads_for_pattern(None, None, thing, None):
        if isinstance(quad.graph_name, NamedNode) and isinstance(quad.subject, NamedNode):
            article = _Article(store, quad.graph_name)
            for claim in article.claims(quad.subject):
                yield article.fact(claim, thing)


def name_of(store: Store, node: NamedNode) -> str:
    """Return the name of a thing; of a concept (a level, a status) the English one, like the words around it."""
    return label(store, node, "en" if kind_of(node) in SCHEMES else "ar")


class _Article:
    """What one named graph says."""

    def __init__(self, store: Store, graph: NamedNode) -> None:
        self.store = store
        self.graph = graph

    def about(self, subject: NamedNode) -> list[Quad]:
        """Return all that it says of a subject."""
        return list(self.store.quads_for_pattern(subject, None, None, self.graph))

    def subjects(self, predicate: NamedNode, node: NamedNode) -> list[NamedNode]:
        """Return what has this node as a value."""
        found = (quad.subject for quad in self.store.quads_for_pattern(None, predicate, node, self.graph))
        return [subject for subject in found if isinstance(subject, NamedNode)]

    def object(self, subject: NamedNode, predicate: NamedNode) -> NamedNode | Literal | None:
        """Return a value of a subject, if it has one."""
        found = (quad.object for quad in self.store.quads_for_pattern(subject, predicate, None, self.graph))
        return next((node for node in found if isinstance(node, NamedNode | Literal)), None)

    def value(self, subject: NamedNode, predicate: NamedNode) -> str:
        """Return the words of a value; nothing where there is none."""
        found = self.object(subject, predicate)
        return name_of(self.store, found) if isinstance(found, NamedNode) else found.value if found else ""

    def claims(self, subject: NamedNode) -> list[NamedNode]:
        """Return the claims that tell of a subject: itself, the mentions of it, the steps of it."""
        tell = [subject, *self.subjects(PO.denotes, subject), *self.subjects(PPLAN.isStepOfPlan, subject)]
        return [claim for claim in tell if self.object(claim, PO.quote)]

    def fact(self, claim: NamedNode, thing: NamedNode) -> Fact:
        """Return a claim as it concerns a thing."""
        source = self.object(claim, PROV.hadPrimarySource)
        article = source if isinstance(source, NamedNode) else claim
        starts = [self.value(position, OA.start) for position in self._positions(claim)]
        return Fact(
            article=self.value(article, DCTERMS.identifier),
            start=min((int(start) for start in starts if start), default=0),
            kind=self._kind(claim),
            says=tuple(self._says(claim, thing)),
            quote=self.value(claim, PO.quote),
            title=self.value(article, DCTERMS.title),
            date=self.value(article, SCHEMA.datePublished),
            rule=self.value(claim, PO.rule),
            confidence=self.value(claim, PO.confidence),
        )

    def _positions(self, claim: NamedNode) -> Iterator[NamedNode]:
        for annotation in self.subjects(OA.hasBody, claim):
            passage = self.object(annotation, OA.hasTarget)
            if isinstance(passage, NamedNode):
                for quad in self.store.quads_for_pattern(passage, OA.hasSelector, None, self.graph):
                    if isinstance(quad.object, NamedNode):
                        yield quad.object

    def _kind(self, claim: NamedNode) -> str:
        denoted = self.object(claim, PO.denotes)
        if isinstance(denoted, NamedNode):
            return kind_of(denoted)
        kind = self.object(claim, RDF.type)
        return KINDS.get(kind) or self.value(claim, RDF.type).lower() if isinstance(kind, NamedNode) else "fact"

    def _says(self, claim: NamedNode, thing: NamedNode) -> Iterator[str]:
        """Yield what a claim says, each thing once and not the one asked for; of a mention, what its thing is."""
        told = [quad for quad in self.about(claim) if quad.predicate != RDF.type]
        denoted = self.object(claim, PO.denotes)
        if isinstance(denoted, NamedNode):
            told += self.about(denoted)
        shown: set[object] = {thing}
        for predicate, called in SAID.items():
            values = {quad.object for quad in told if quad.predicate == predicate} - shown
            shown |= {value for value in values if isinstance(value, NamedNode)}
            words = sorted(name_of(self.store, v) if isinstance(v, NamedNode) else str(v.value) for v in values)  # type: ignore[union-attr]
            if words:
                yield f"{called} {'، '.join(words)}"
