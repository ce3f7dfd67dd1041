"""A reading without the facts that are too unsure for what it is wanted for."""

from __future__ import annotations

from dataclasses import replace

from graph_builder.model import EventFact, Fact, ParticipationFact, Reading, StatementFact


def at_least(reading: Reading, confidence: float) -> Reading:
    """Return the reading with the facts of this confidence or more.

    Nobody takes part in an event that is left out; a statement made at one stays, without it.
    """
    sure = [fact for fact in reading.facts if fact.evidence.confidence >= confidence]
    events = {fact.id for fact in sure if isinstance(fact, EventFact)}
    kept = (_without_other_events(fact, events) for fact in sure)
    return replace(reading, facts=tuple(fact for fact in kept if fact is not None))


def _without_other_events(fact: Fact, events: set[str]) -> Fact | None:
    match fact:
        case ParticipationFact() if fact.event not in events:
            return None
        case StatementFact() if fact.event not in events:
            return replace(fact, event=None)
    return fact
