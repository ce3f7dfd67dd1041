"""What articles tell and cannot all be right, or was not read right: kept as told, and listed with the sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, NamedTuple

from graph_builder.chronology.days import Days, days
from graph_builder.chronology.tenures import Tenure, tenures
from graph_builder.extraction.sums import mismatches
from graph_builder.model import Claim, Entity, EventFact, Evidence, PersonFact, PostFact, World
from graph_builder.resolution import spelling

Kind = Literal["two holders", "two parties", "dates", "figures", "spellings"]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Sentences that contradict each other. ``about``: the things; ``problem``: what is wrong, in English."""

    kind: Kind
    about: tuple[Entity, ...]
    problem: str
    sentences: tuple[Evidence, ...]


def contradictions(world: World) -> list[Contradiction]:
    """Return all contradictions of a world: by kind, then by what they are about."""
    terms = tenures(world)
    return [*_two_holders(terms), *_two_parties(world), *_dates(world), *_figures(world), *_spellings(world)]


def _two_holders(terms: Iterable[Tenure]) -> Iterator[Contradiction]:
    """Two people in a seat for one on one day."""
    seats: dict[object, list[Tenure]] = {}
    for term in terms:
        if term.seat.single and term.known:
            seats.setdefault(term.seat, []).append(term)
    for held in seats.values():
        for one, other in combinations(held, 2):
            shared = _shared(one.known, other.known)
            if shared and one.person.id != other.person.id and not _one_begins(one, other, shared):
                yield Contradiction(
                    "two holders", (one.person, other.person),
                    f"both are {one.said[0].fact.role} of the same on {shared.shown}",
                    _sentences(said.fact.evidence for term in (one, other) for said in term.said),
                )  # fmt: skip


def _shared(one: Days | None, other: Days | None) -> Days | None:
    """Return the days that both have, if any."""
    if one is None or other is None:
        return None
    first, last = max(one.first, other.first), min(one.last, other.last)
    return Days(first, last) if first <= last else None


def _one_begins(one: Tenure, other: Tenure, shared: Days) -> bool:
    """Whether all that they share is the day on which one of them is elected."""
    begun = [term.begins for term in (one, other) if term.begins]
    return shared.first == shared.last and any(when.first <= shared.first <= when.last for when in begun)


class _Tie(NamedTuple):
    """That an article has a person in a post of a party, and when."""

    person: Entity
    party: Entity
    when: Days | str
    """When the article was published; of one without a date its id."""
    evidence: Evidence


def _two_parties(world: World) -> Iterator[Contradiction]:
    """A person whom articles of one time, or one article, have in posts of two parties."""
    told: dict[tuple[str, str], dict[str, list[_Tie]]] = {}
    for tie in _ties(world):
        parties = told.setdefault((tie.person.name, tie.person.id), {})
        parties.setdefault(tie.party.id, []).append(tie)
    for _, parties in sorted(told.items()):
        for one, other in combinations([parties[number] for number in sorted(parties)], 2):
            if _same_time([tie.when for tie in one], [tie.when for tie in other]):
                about = (one[0].person, one[0].party, other[0].party)
                names = " and ".join(sorted(party.name for party in about[1:]))
                sentences = _sentences(tie.evidence for tie in (*one, *other))
                yield Contradiction("two parties", about, f"in {names} at one time", sentences)


def _ties(world: World) -> Iterator[_Tie]:
    for reading in world.readings:
        article = reading.article
        for fact in reading.facts:
            if not isinstance(fact, PostFact) or fact.public or fact.until:
                continue
            party = world.entity("party", article.id, fact.party)
            if party and fact.status in ("current", "elected"):
                person = world.of[Claim("person", article.id, fact.person)]
                yield _Tie(person, party, days(article.published) or article.id, fact.evidence)


def _same_time(one: Sequence[Days | str], other: Sequence[Days | str]) -> bool:
    """Whether an article is in both, or the time from first to last of one meets that of the other."""
    if {when for when in one if isinstance(when, str)} & {when for when in other if isinstance(when, str)}:
        return True
    dated = [[when for when in every if isinstance(when, Days)] for every in (one, other)]
    if not all(dated):
        return False
    first, second = (Days(min(when.last for when in every), max(when.first for when in every)) for every in dated)
    return _shared(first, second) is not None


def _dates(world: World) -> Iterator[Contradiction]:
    """An event to which articles, or sentences of one, give dates that exclude each other."""
    told: dict[str, list[tuple[Days, EventFact]]] = {}
    events: dict[str, Entity] = {}
    for reading in world.readings:
        for fact in reading.facts:
            if isinstance(fact, EventFact) and (when := days(fact.date)):
                event = world.of[Claim("event", reading.article.id, fact.id)]
                events[event.id] = event
                told.setdefault(event.id, []).append((when, fact))
    for number, dated in sorted(told.items(), key=lambda item: (events[item[0]].name, item[0])):
        if max(when.first for when, _ in dated) > min(when.last for when, _ in dated):
            dates = " and ".join(sorted({when.shown for when, _ in dated}))
            sentences = _sentences(fact.evidence for _, fact in dated)
            yield Contradiction("dates", (events[number],), f"dated {dates}", sentences)


def _figures(world: World) -> Iterator[Contradiction]:
    """Figures of an article that do not add up."""
    for reading in world.readings:
        for found in mismatches(reading.facts):
            bodies = [world.of.get(Claim("body", reading.article.id, found.whole.of or ""))]
            parts = " + ".join(str(part.value) for part in found.parts)
            problem = f"{found.problem}: {found.whole.value} {found.whole.what}, {parts}"
            yield Contradiction("figures", tuple(filter(None, bodies)), problem, found.sentences)


def _spellings(world: World) -> Iterator[Contradiction]:
    """A person whose name, of as many parts, articles spell in ways that folding does not make one."""
    introduced: dict[str, dict[tuple[str, ...], PersonFact]] = {}
    people: dict[str, Entity] = {}
    for reading in world.readings:
        for fact in reading.facts:
            if isinstance(fact, PersonFact):
                person = world.of[Claim("person", reading.article.id, fact.name)]
                people[person.id] = person
                introduced.setdefault(person.id, {}).setdefault(spelling.person(fact.name), fact)
    for number, spelt in sorted(introduced.items(), key=lambda item: (people[item[0]].name, item[0])):
        for length in sorted({len(parts) for parts in spelt}):
            alike = [fact for parts, fact in spelt.items() if len(parts) == length]
            if len(alike) > 1:
                names = ", ".join(sorted(fact.name for fact in alike))
                sentences = _sentences(fact.evidence for fact in alike)
                yield Contradiction("spellings", (people[number],), f"spelt {names}", sentences)


def _sentences(every: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return each sentence once, by article and place."""
    found = {(evidence.article, evidence.start, evidence.end): evidence for evidence in every}
    return tuple(found[place] for place in sorted(found))
