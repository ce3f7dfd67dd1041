"""Events as articles tell them, and what two such tales share or contradict."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from graph_builder.arabic.normalise import fold
from graph_builder.lexicon.loader import data
from graph_builder.model import Claim, EventFact, ParticipationFact
from graph_builder.resolution import spelling
from graph_builder.resolution.bureau import UNKNOWN
from graph_builder.resolution.setting import Setting

_SPAN = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)(?:/(\d{4}-\d\d(?:-\d\d)?))?")
PRINTED = 5
"""Days after an event within which papers tell it."""
Span = tuple[datetime.date, datetime.date]


@dataclass(frozen=True, slots=True)
class Tale:
    """An event as one article tells it; what is not told is ``None`` or empty."""

    claim: Claim
    labels: tuple[str, ...]
    kind: str | None
    date: str | None
    """EDTF; only where it is a month, a day, or a span of these."""
    published: str | None
    place: str | None
    owner: str | None
    """What stands for the party."""
    body: str | None
    people: frozenset[str]
    reasons: list[str] = field(default_factory=list)

    @property
    def days(self) -> tuple[str, ...]:
        """The date, where it is told to the day."""
        return (self.date,) if self.date and len(self.date) in (10, 21) else ()

    @property
    def months(self) -> tuple[str, ...]:
        """The months in which it may have been: those of the date, else that of the paper and the one before."""
        span = _span(self.date)
        if span:
            return tuple(sorted({day.isoformat()[:7] for day in span}))
        printed = _span(self.published)
        before = printed[0] - datetime.timedelta(PRINTED) if printed else None
        return tuple(sorted({day.isoformat()[:7] for day in (printed[1], before) if day})) if printed else ()


def tales(at: Setting, known: Mapping[Claim, str]) -> Iterator[Tale]:
    """Yield the events of an article; ``known``: the identities of the bodies and people that its claims denote."""
    facts: dict[str, list[EventFact]] = {claim.name: [] for claim in at.claims("event")}
    people: dict[str, set[str]] = {}
    for fact in at.reading.facts:
        if isinstance(fact, EventFact):
            facts[fact.id].append(fact)
        elif isinstance(fact, ParticipationFact) and fact.person is not None:
            people.setdefault(fact.event, set()).add(known[Claim("person", at.article, fact.person)])
    for name, own in facts.items():
        labels = tuple(sorted({fact.label for fact in own})) or (name,)
        yield _tale(at, Claim("event", at.article, name), labels, own, frozenset(people.get(name, ())), known)


def _tale(
    at: Setting,
    claim: Claim,
    labels: tuple[str, ...],
    own: list[EventFact],
    people: frozenset[str],
    known: Mapping[Claim, str],
) -> Tale:
    """Return a tale; of an event that two facts tell differently nothing but its names is known."""
    if len(own) != 1:
        return Tale(claim, labels, None, None, None, None, None, None, people)
    fact = own[0]
    body = known[Claim("body", at.article, fact.body)] if fact.body is not None else None
    return Tale(
        claim=claim,
        labels=labels,
        kind=fact.kind,
        date=fact.date if _span(fact.date) else None,
        published=at.reading.article.published,
        place=at.place(fact.place),
        owner=at.party(fact.party),
        body=body if body and not body.startswith(UNKNOWN) else None,
        people=people,
    )


# ---------------------------------------------------------------- two tales


def features(a: Tale, b: Tale) -> Iterator[str]:
    """Yield what two tales share, and in what they differ."""
    yield "two_tales"
    if a.kind and b.kind:
        yield "same_kind" if a.kind == b.kind else "other_kind"
    yield from _times(a, b)
    for what, one, other in (("place", a.place, b.place), ("party", a.owner, b.owner), ("body", a.body, b.body)):
        if one and other:
            yield f"{'same' if one == other else 'other'}_{what}"
    if {spelling.letters(label) for label in a.labels} & {spelling.letters(label) for label in b.labels}:
        yield "same_label"
    numbers, others = _numbers(a.labels), _numbers(b.labels)
    if numbers and others and not numbers & others:
        yield "other_number"
    shared = len(a.people & b.people)
    if shared:
        yield ("companion", "companions", "company")[min(shared, 3) - 1]


def _times(a: Tale, b: Tale) -> Iterator[str]:
    one, other = _span(a.date), _span(b.date)
    if one and other:
        if one[0] > other[1] or other[0] > one[1]:
            yield "other_day"
        elif one == other and a.days:
            yield "same_day"
        else:
            yield "day_within"
            yield from _printed(a, b) if not (a.days and b.days) else ()
    else:
        yield from _printed(a, b)


def _printed(a: Tale, b: Tale) -> Iterator[str]:
    """Compare by the days of print where a day is not told."""
    times = [[span[0] for date in (*tale.days, tale.published) if (span := _span(date))] for tale in (a, b)]
    if times[0] and times[1]:
        apart = min(abs((one - other).days) for one in times[0] for other in times[1])
        yield "told_then" if apart <= PRINTED else "other_time"
    elif not _span(a.date) or not _span(b.date):
        yield "no_time"


@lru_cache(maxsize=100_000)
def _span(date: str | None) -> Span | None:
    """Return first and last day of an EDTF date: a day, a month, or a span of these."""
    found = _SPAN.fullmatch(date or "")
    if not found:
        return None
    try:
        return _first(found[1]), _last(found[2] or found[1])
    except ValueError:
        return None


def _first(date: str) -> datetime.date:
    return datetime.date.fromisoformat(date if len(date) == 10 else f"{date}-01")


def _last(date: str) -> datetime.date:
    if len(date) == 10:
        return datetime.date.fromisoformat(date)
    return (_first(date) + datetime.timedelta(31)).replace(day=1) - datetime.timedelta(1)


@lru_cache(maxsize=100_000)
def _numbers(labels: tuple[str, ...]) -> frozenset[int]:
    """Return the numbers in the names of an event: the ninth congress, the second session."""
    found = {int(word) for label in labels for word in re.findall(r"\d+", label)}
    return frozenset(found | {_ordinals()[w] for label in labels for w in fold(label).split() if w in _ordinals()})


@cache
def _ordinals() -> dict[str, int]:
    return {fold(word): number for word, number in data("numbers")["ordinals"].items()}
