"""Facts that others supply: taken only if they are as the schema says and their evidence quotes the article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from graph_builder.facts import FactError, from_json
from graph_builder.lexicon.loader import data
from graph_builder.model import (
    Article,
    EventFact,
    Evidence,
    Fact,
    ParticipationFact,
    PartyFact,
    PostFact,
    StatementFact,
)


@dataclass(frozen=True, slots=True)
class Supplied:
    """A fact as it was supplied: ``where`` names it to its owner ("fact 3", "line 12")."""

    where: str
    value: object


@dataclass(frozen=True, slots=True)
class Refused:
    """A fact that is left out, and why."""

    where: str
    reason: str


def checked(article: Article, supplied: Iterable[Supplied], name: str) -> tuple[list[Fact], list[Refused]]:
    """Return the facts that hold for an article, their rules called ``name/...``, and those that do not."""
    facts: list[tuple[str, Fact]] = []
    refused: list[Refused] = []
    for given in supplied:
        try:
            fact = from_json(given.value)
            _check_evidence(article, fact.evidence)
            _check_keys(fact)
        except FactError as error:
            refused.append(Refused(given.where, str(error)))
        else:
            facts.append((given.where, _named(fact, name)))
    events = {fact.id for _, fact in facts if isinstance(fact, EventFact)}
    for where, fact in facts:
        if (event := _event_of(fact)) and event not in events:
            refused.append(Refused(where, f"no event of the article has the id {event!r}"))
    return [fact for _, fact in facts if not (event := _event_of(fact)) or event in events], refused


def _check_evidence(article: Article, evidence: Evidence) -> None:
    if evidence.article != article.id:
        raise FactError(f"evidence.article is {evidence.article!r}, the article is {article.id!r}")
    if not evidence.quote or article.text[evidence.start : evidence.end] != evidence.quote:
        raise FactError(
            f"evidence.quote is not what the article says from {evidence.start} to {evidence.end}, letter for letter"
        )


def _check_keys(fact: Fact) -> None:
    """A key leads to an entry of the lexicon, whose names the graph will show."""
    match fact:
        case PostFact(role_key=str(key)) if key not in _keys("roles"):
            raise FactError(f"role_key {key!r} is no key of roles.yml")
        case PartyFact(key=str(key)) if key not in _keys("parties"):
            raise FactError(f"key {key!r} is no key of parties.yml")


@cache
def _keys(file: str) -> frozenset[str]:
    return frozenset(entry["key"] for entry in data(file))


def _event_of(fact: Fact) -> str | None:
    """Return the event of the article that a fact refers to."""
    return fact.event if isinstance(fact, ParticipationFact | StatementFact) else None


def _named(fact: Fact, name: str) -> Fact:
    rule = fact.evidence.rule
    if rule.startswith(f"{name}/"):
        return fact
    return replace(fact, evidence=replace(fact.evidence, rule=f"{name}/{rule}"))
