"""Decisions brought to bear on what was read: facts left out, corrected, accepted; and which claims were judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace

from graph_builder.decisions.records import Mention, OnFact, OnPair, Record, Undo, content, fact_of, record_id
from graph_builder.model import (
    REVIEWED,
    Claim,
    EventFact,
    Fact,
    Judgement,
    ParticipationFact,
    Reading,
    StatementFact,
)
from graph_builder.resolution import spelling
from graph_builder.resolution.claims import table

ACCEPTED = 1.0
"""The confidence of such a fact."""
_STRENGTH = ("different", "same", "rejected", "corrected", "accepted", "unsure")
"""Of decisions that contradict each other, the first counts: whoever doubts is heard."""
PairKey = tuple[str, Mention, Mention]


class Decisions:
    """The decisions that hold: all but those undone. The order in which they were written does not matter."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        every = tuple(records)
        undone = {record.of for record in every if isinstance(record, Undo)}
        kept = {record_id(r): r for r in every if not isinstance(r, Undo)}
        self.written = frozenset(kept)
        """Ids of all decisions, those undone, too."""
        self.holding: Mapping[str, OnPair | OnFact] = {n: r for n, r in sorted(kept.items()) if n not in undone}
        self._pairs: dict[PairKey, OnPair] = {}
        self._facts: dict[tuple[str, str], OnFact] = {}
        for record in sorted(self.holding.values(), key=_strength, reverse=True):
            if isinstance(record, OnPair):
                self._pairs[record.kind, record.a, record.b] = record
            else:
                self._facts[record.article, record.fact] = record
        self._articles = {article for article, _ in self._facts}
        self.articles = self._articles | {told.article for pair in self._pairs.values() for told in (pair.a, pair.b)}
        """Ids of all articles on which anything is decided."""

    def __bool__(self) -> bool:
        return bool(self.holding)

    @property
    def contradicting(self) -> int:
        """How many decisions another contradicts, and outweighs."""
        return len(self.holding) - len(self._pairs) - len(self._facts)

    def on_pair(self, kind: str, a: Mention, b: Mention) -> OnPair | None:
        """Return the decision on two mentions."""
        first, second = sorted((a, b))
        return self._pairs.get((kind, first, second))

    def on_fact(self, article: str, fact: Fact) -> OnFact | None:
        """Return the decision on a fact as it was read."""
        return self._facts.get((article, content(fact)))

    def reviewed(self, reading: Reading) -> Reading:
        """Return the reading without rejected facts, others corrected; those accepted or corrected are sure."""
        if reading.article.id not in self._articles:
            return reading
        kept = [fact for fact in (self._reviewed(reading.article.id, fact) for fact in reading.facts) if fact]
        return replace(reading, facts=tuple(_without_lost_events(reading.facts, kept)))

    def _reviewed(self, article: str, fact: Fact) -> Fact | None:
        record = self.on_fact(article, fact)
        if record is None or record.verdict == "unsure":
            return fact
        if record.verdict == "rejected":
            return None
        evidence = replace(fact.evidence, rule=REVIEWED + fact.evidence.rule, confidence=ACCEPTED)
        if record.correction is None:
            return replace(fact, evidence=evidence)
        return fact_of(record.correction, asdict(evidence))

    def judgements(self, readings: Iterable[Reading]) -> list[Judgement]:
        """Return the decisions on pairs as judgements of claims, as far as both are in the readings."""
        wanted: dict[str, set[tuple[str, Mention]]] = {}
        for record in self._pairs.values():
            for mention in (record.a, record.b):
                wanted.setdefault(mention.article, set()).add((record.kind, mention))
        found: dict[tuple[str, Mention], Claim] = {}
        for reading in readings:
            for kind, mention in wanted.get(reading.article.id, ()):
                claim = _claim(kind, reading, mention)
                if claim is not None:
                    found[kind, mention] = claim
        judged = []
        for record in self._pairs.values():
            a, b = found.get((record.kind, record.a)), found.get((record.kind, record.b))
            if a and b and a != b:
                first, second = sorted((a, b))
                judged.append(Judgement(first, second, record.verdict))
        return sorted(judged)

    def unused(self, readings: Sequence[Reading]) -> int:
        """Return how many decisions concern nothing of the readings."""
        pairs = len(self._pairs) - len(self.judgements(readings))
        told = [reading for reading in readings if reading.article.id in self._articles]
        there = {(reading.article.id, content(fact)) for reading in told for fact in reading.facts}
        return pairs + len(self._facts.keys() - there)


def _strength(record: OnPair | OnFact) -> tuple[int, str]:
    return _STRENGTH.index(record.verdict), record_id(record)


def _without_lost_events(read: Sequence[Fact], kept: Iterable[Fact]) -> Iterator[Fact]:
    """Leave out participations in events that are gone; what was said there stays, without the event."""
    kept = list(kept)
    lost = {f.id for f in read if isinstance(f, EventFact)} - {f.id for f in kept if isinstance(f, EventFact)}
    for fact in kept:
        if isinstance(fact, StatementFact) and fact.event in lost:
            yield replace(fact, event=None)
        elif not (isinstance(fact, ParticipationFact) and fact.event in lost):
            yield fact


def _claim(kind: str, reading: Reading, mention: Mention) -> Claim | None:
    """Return the claim of a mention, if the reading has it; bodies get their names only when they are told apart."""
    match kind:
        case "event":
            return _event(reading, mention)
        case "person":
            return _person(reading, mention)
    return Claim("body", reading.article.id, mention.name)


def _event(reading: Reading, mention: Mention) -> Claim | None:
    """Return the event of this label, if it is one; else that of this id."""
    events = {fact.id: fact.label for fact in reading.facts if isinstance(fact, EventFact)}
    same = [name for name, label in events.items() if label == mention.label]
    name = same[0] if len(same) == 1 else mention.name
    return Claim("event", reading.article.id, name) if name in events else None


def _person(reading: Reading, mention: Mention) -> Claim | None:
    """Return the name as it was written, else the one that equals it but for spelling."""
    uses = table(reading)
    grades = ("firm", "spelling", "loose")
    names = sorted({claim.name for grade in grades for claim in uses.get(("person", grade), ())})  # type: ignore[arg-type]
    if mention.name not in names:
        names = [name for name in names if spelling.person(name) == spelling.person(mention.name)]
        return Claim("person", reading.article.id, names[0]) if len(names) == 1 else None
    return Claim("person", reading.article.id, mention.name)
