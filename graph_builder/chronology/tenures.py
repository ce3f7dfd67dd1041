"""Terms of office: what the articles tell of one person in one seat, as bounds of its beginning and its end.

    begins   on the date that is stated; else not after the first day on which an article says that it is held
    ends     on the date that is stated; else not before the last day on which an article says that it is held, and not
             after the day on which one calls its holder former

An article without a date tells that there was a term, not when. Where a seat has one holder at a time, the term of its
holder ends, at the latest, when somebody else is elected to it: that is derived, never stated, and says from what.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph_builder.chronology.days import Days, days
from graph_builder.chronology.seats import Seat, seat
from graph_builder.model import Entity, PostFact, World


@dataclass(frozen=True, slots=True)
class Said:
    """What one sentence tells of a term: a day on which it begins, is held, ends, or is over."""

    fact: PostFact
    published: Days | None
    """When its article was published."""

    @property
    def begins(self) -> Days | None:
        """When it begins, if the sentence says so."""
        return days(self.fact.since)

    @property
    def held(self) -> Days | None:
        """A time at which it is held, if the sentence says so."""
        return None if self.fact.status == "former" or self.fact.until else self.published

    @property
    def over(self) -> Days | None:
        """A time at which it has ended."""
        ended = days(self.fact.until)
        return ended or (self.published if self.fact.status == "former" else None)


@dataclass(frozen=True, slots=True)
class Succession:
    """That a term ends, derived from somebody else's election to a seat for one."""

    days: Days
    """From the last day on which the holder is told to hold it to the day of the election."""
    by: Entity
    """Who was elected."""
    fact: PostFact
    """What says so."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one seat, from one election or first mention to the end that is known, if one is."""

    person: Entity
    seat: Seat
    said: tuple[Said, ...]
    succession: Succession | None = None

    @property
    def begins(self) -> Days | None:
        """When it began, if an article says so: the first time."""
        return min((said.begins for said in self.said if said.begins), default=None)

    @property
    def ends(self) -> Days | None:
        """When it ended, if an article says so."""
        return min((told for said in self.said if (told := days(said.fact.until))), default=None)

    @property
    def known(self) -> Days | None:
        """The first and the last day on which it is told to be held.

        Where a day is not told exactly, the first is the latest that it can be, and the last the earliest: so the first
        may be after the last, and then no day is certain.
        """
        held = [when for said in self.said for when in (said.begins, said.held) if when]
        return Days(min(when.last for when in held), max(when.first for when in held)) if held else None

    @property
    def is_over(self) -> bool:
        """Whether an article says that it has ended, be it without a date, and none says later that it is held."""
        told = [said for said in self.said if said.fact.status == "former" or said.fact.until]
        known = self.known.last if self.known else ""
        return any(said.over is None or said.over.last >= known for said in told)

    @property
    def over(self) -> str | None:
        """The day on which it had ended, at the latest; derived where nothing is stated."""
        told = [said.over.last for said in self.said if said.over] if self.is_over else []
        return min(told, default=self.succession.days.last if self.succession else None)


def tenures(world: World) -> list[Tenure]:
    """Return the terms of all seats, in the order of person and seat; candidates have none."""
    found: dict[Seat, dict[str, list[Said]]] = {}
    people: dict[str, Entity] = {}
    for reading in world.readings:
        published = days(reading.article.published)
        for fact in reading.facts:
            if isinstance(fact, PostFact) and fact.status != "candidate":
                person = world.find(reading.article.id, fact.person, "person")
                if person is None:
                    continue
                people[person.id] = person
                held = found.setdefault(seat(world, reading.article.id, fact), {})
                held.setdefault(person.id, []).append(Said(fact, published))
    terms = [term for at, held in found.items() for term in _in_seat(at, held, people)]
    return sorted(terms, key=lambda term: (term.person.name, term.person.id, term.seat, term.begins or ("", "")))


def _in_seat(at: Seat, held: dict[str, list[Said]], people: dict[str, Entity]) -> Iterator[Tenure]:
    begun = [(said.begins, person, said.fact) for person, every in held.items() for said in every if said.begins]
    begun.sort(key=lambda begin: (begin[0], begin[1], begin[2].evidence))
    terms = [
        Tenure(people[person], at, tuple(said))
        for person, every in sorted(held.items())
        for said in _spells(every, [when for when, other, _ in begun if other != person])
    ]
    return (_followed(term, begun, people) for term in terms) if at.single else iter(terms)


def _spells(said: list[Said], others: list[Days]) -> Iterator[list[Said]]:
    """Yield what is said of each term of a person: another begins with an election after somebody else's."""
    said = sorted(said, key=lambda one: (one.begins or one.over or one.held or Days("", ""), one.fact.evidence))
    spell: list[Said] = []
    last: Days | None = None
    for one in said:
        if last and one.begins and any(last.last < other.first and other.last < one.begins.first for other in others):
            yield spell
            spell = []
        spell.append(one)
        last = one.begins or last or one.held
    yield spell


def _followed(term: Tenure, begun: Iterable[tuple[Days, str, PostFact]], people: dict[str, Entity]) -> Tenure:
    """Return the term with what follows from the first election of somebody else after it was held last."""
    if term.known is None or term.is_over:
        return term
    for when, person, fact in begun:
        if person != term.person.id and term.known.last <= when.first and term.known.first < when.first:
            ended = Days(term.known.last, when.last)
            return replace(term, succession=Succession(ended, people[person], fact))
    return term


def holders(terms: Iterable[Tenure], day: str) -> list[tuple[Tenure, bool]]:
    """Return the terms that may have lasted on a day (ISO), each with whether it is certain that it did.

    A term of which no end is known may have lasted for ever. One of which no beginning is told counts from the first
    day on which it is told to be held; one that no article dates does not count.
    """
    found = []
    for term in terms:
        if term.known is None:
            continue
        earliest = term.begins.first if term.begins else min(term.known)
        if earliest <= day and (term.over is None or day <= term.over):
            found.append((term, term.known.first <= day <= term.known.last))
    return found


def vacant(terms: Iterable[Tenure]) -> list[Tenure]:
    """Return, of each seat for one whose holders are all told to have left, the term that ended last."""
    seats: dict[Seat, list[Tenure]] = {}
    for term in terms:
        if term.seat.single:
            seats.setdefault(term.seat, []).append(term)
    left = (held for held in seats.values() if all(term.is_over for term in held))
    return [max(held, key=lambda term: (term.over or "", term.person.id)) for held in left]
