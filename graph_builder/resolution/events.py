"""Events: each article's own, and one for two articles that tell of the same kind, day, place, and party or body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph_builder.model import Claim, EventFact
from graph_builder.resolution import spelling
from graph_builder.resolution.grouping import Group, by_marks, counted, preferred
from graph_builder.resolution.setting import Setting

_DAYS = re.compile(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?")


@dataclass(frozen=True, slots=True)
class Event:
    """An event as one article tells it; ``body`` stands for the body whose it is, ``owner`` for the party."""

    claim: Claim
    labels: tuple[str, ...]
    when: str | None
    """Kind, day and place, if all are known."""
    owner: str | None
    body: str | None


def events(settings: Iterable[Setting], bodies: Mapping[Claim, Group]) -> Iterator[Group]:
    """Yield the events of all articles; ``bodies``: what was found for the claims of bodies."""
    alike: dict[tuple[str, str], list[Event]] = {}
    for event in sorted((e for at in settings for e in _told(at, bodies)), key=lambda event: event.claim):
        owner = event.owner or event.body
        alone = (event.claim.article, event.claim.name)
        alike.setdefault((event.when, owner) if event.when and owner else alone, []).append(event)
    for own in sorted(alike):
        for same in _one_body(alike[own]):
            for told in _one_a_article(same):
                yield _group(told)


def _told(at: Setting, bodies: Mapping[Claim, Group]) -> Iterator[Event]:
    facts: dict[str, list[EventFact]] = {claim.name: [] for claim in at.claims("event")}
    for fact in at.reading.facts:
        if isinstance(fact, EventFact):
            facts[fact.id].append(fact)
    for name, own in facts.items():
        claim = Claim("event", at.article, name)
        labels = tuple(sorted({fact.label for fact in own})) or (name,)
        first = own[0] if len(own) == 1 else None
        body = bodies[Claim("body", at.article, first.body)] if first and first.body is not None else None
        yield Event(
            claim=claim,
            labels=labels,
            when=_when(first) if first else None,
            owner=at.party(first.party) if first else None,
            body=" ".join(body.identity) if body else None,
        )


def _when(fact: EventFact) -> str | None:
    if fact.date is None or fact.place is None or not _DAYS.fullmatch(fact.date):
        return None
    return f"{fact.kind} {fact.date} {spelling.place(fact.place)}"


def _one_body(alike: Sequence[Event]) -> list[list[Event]]:
    """Part events of one party by their bodies; one without a body is that of the only body there is."""
    marks = [{event.body} if event.body else set() for event in alike]
    return [[alike[n] for n in numbers] for numbers in by_marks(marks, unmarked_alike=True)]


def _one_a_article(same: Sequence[Event]) -> Iterator[list[Event]]:
    """Part events that an article tells apart: where any tells two of them, only equal labels are one event."""
    if _is_one_each(same):
        yield list(same)
        return
    labelled: dict[str, list[Event]] = {}
    for event in same:
        labelled.setdefault(spelling.letters(event.labels[0]), []).append(event)
    for events_of_label in labelled.values():
        if _is_one_each(events_of_label):
            yield events_of_label
        else:
            yield from ([event] for event in events_of_label)


def _is_one_each(same: Sequence[Event]) -> bool:
    return len({event.claim.article for event in same}) == len(same)


def _group(same: Sequence[Event]) -> Group:
    first = same[0]
    labels = counted(Claim("event", event.claim.article, label) for event in same for label in event.labels)
    name = preferred(labels)
    reasons = {
        f"{event.labels[0]} ({event.claim.article}) = {first.labels[0]} ({first.claim.article}): "
        f"same kind, day, place and {'body' if event.body and event.body == first.body else 'party'}"
        for event in same[1:]
    }
    return Group(
        kind="event",
        identity=(first.claim.article, first.claim.name),
        claims=tuple(event.claim for event in same),
        name=name,
        aliases=frozenset(labels.keys() - {name}),
        reasons=frozenset(reasons),
    )
