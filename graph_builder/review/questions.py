"""The questions of a build: pairs between the thresholds, and facts that are less sure than asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph_builder.decisions import Decisions
from graph_builder.decisions.records import Mention
from graph_builder.model import (
    REVIEWED,
    Article,
    Claim,
    Entity,
    EventFact,
    Fact,
    Pair,
    ParticipationFact,
    Reading,
    World,
)
from graph_builder.resolution.claims import named

SENTENCES = 3
"""Shown of each side."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two: the mention, its entity, how many articles name that, and sentences, the mention's article first."""

    mention: Mention
    entity: Entity
    articles: int
    sentences: tuple[tuple[Article, str], ...]


@dataclass(frozen=True, slots=True)
class PairQuestion:
    """Whether two mentions denote one thing."""

    pair: Pair
    a: Side
    b: Side


@dataclass(frozen=True, slots=True)
class FactQuestion:
    """Whether a fact holds."""

    article: Article
    fact: Fact


Question = PairQuestion | FactQuestion


def questions(
    world: World, readings: Iterable[Reading], decided: Decisions, below: float, *, again: bool = False
) -> list[Question]:
    """Return what nobody has decided yet: pairs, the likeliest first, then facts in the order of the articles.

    Args:
        world: what the build made of the readings.
        readings: the articles' facts as they were read.
        decided: the decisions so far.
        below: facts of less confidence are asked about.
        again: ask again what was answered with unsure.
    """
    open_verdicts = ("unsure",) if again else ()
    pairs = [pair for pair in world.pairs if pair.outcome == "review"]
    articles = {reading.article.id: reading for reading in world.readings}
    found: list[Question] = []
    for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.a, pair.b)):
        question = PairQuestion(pair, _side(pair.a, world, articles), _side(pair.b, world, articles))
        record = decided.on_pair(pair.a.kind, question.a.mention, question.b.mention)
        if record is None or record.verdict in open_verdicts:
            found.append(question)
    return [*found, *_facts(readings, decided, below, open_verdicts)]


def _facts(
    readings: Iterable[Reading], decided: Decisions, below: float, open_verdicts: tuple[str, ...]
) -> Iterator[FactQuestion]:
    for reading in sorted(readings, key=lambda reading: reading.article.id):
        for fact in reading.facts:
            if fact.evidence.confidence < below and not fact.evidence.rule.startswith(REVIEWED):
                record = decided.on_fact(reading.article.id, fact)
                if record is None or record.verdict in open_verdicts:
                    yield FactQuestion(reading.article, fact)


def _side(claim: Claim, world: World, articles: dict[str, Reading]) -> Side:
    entity = world.of[claim]
    claims = sorted(entity.claims, key=lambda other: (other.article != claim.article, other != claim, other))
    sentences: dict[str, tuple[Article, str]] = {}
    for other in claims:
        reading = articles[other.article]
        for fact in reading.facts:
            if _is_about(fact, other):
                sentences.setdefault(fact.evidence.quote, (reading.article, fact.evidence.quote))
        if len(sentences) >= SENTENCES:
            break
    number = len({other.article for other in claims})
    return Side(mention(claim, articles[claim.article]), entity, number, tuple(sentences.values())[:SENTENCES])


def _is_about(fact: Fact, claim: Claim) -> bool:
    match fact:
        case EventFact(id=name) | ParticipationFact(event=name) if claim.kind == "event":
            return name == claim.name
    return any((use.kind, use.name) == (claim.kind, claim.name) for use in named(fact))


def mention(claim: Claim, reading: Reading) -> Mention:
    """Return a claim as decisions name it."""
    labels = [fact.label for fact in reading.facts if isinstance(fact, EventFact) and fact.id == claim.name]
    return Mention(claim.article, claim.name, labels[0] if claim.kind == "event" and labels else None)
