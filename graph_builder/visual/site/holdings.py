"""Who holds what, for how long: the terms of office that ``chronology`` reckons, a line for each person and seat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from graph_builder.arabic.normalise import fold
from graph_builder.chronology import Seat, Tenure, tenures
from graph_builder.chronology.days import days
from graph_builder.chronology.seats import seat
from graph_builder.chronology.tenures import Said
from graph_builder.graph.reference import roles
from graph_builder.model import Entity, PostFact, Status, World
from graph_builder.visual.charts.timeline import Stretch
from graph_builder.visual.site.dates import begins, ends

TIERS = ("head", "deputy", "officer", "member")
"""How near to the head of a body a role stands."""


@dataclass(slots=True)
class Holding:
    """One person in one seat, be it for several terms, or as a candidate for it."""

    person: str
    where: str | None
    """Id of the body, else of the party; ``None`` where no article names either."""
    key: str | None
    """Entry of the role in the taxonomy."""
    public: bool
    candidate: bool
    party: str | None = None
    place: str | None = None
    terms: list[Tenure] = field(default_factory=list)
    phrases: Counter[str] = field(default_factory=Counter)
    statuses: set[Status] = field(default_factory=set)
    anchors: dict[str, None] = field(default_factory=dict)
    """The statements that say so."""

    @property
    def role(self) -> str:
        """The role as most articles word it."""
        return min(self.phrases, key=lambda phrase: (-self.phrases[phrase], len(phrase), phrase))

    @property
    def tier(self) -> str:
        """How near to the head of its body the role stands."""
        return tier(self.key)

    @property
    def former(self) -> bool:
        """Whether it has ended: as an article says, or as follows from somebody else's election."""
        return not self.candidate and all(term.is_over or term.succession for term in self.terms)

    @property
    def successor(self) -> Entity | None:
        """Who was elected after the last term, where its end follows from that alone."""
        return self.terms[-1].succession.by if self.terms[-1].succession else None

    def order(self) -> tuple[object, ...]:
        """Return what sorts holdings: the head first, those that ended last."""
        return self.former, TIERS.index(self.tier), self.candidate, self.key or "~", fold(self.role), self.person


@cache
def chain(key: str | None) -> tuple[str, ...]:
    """Return a role and every wider one.

    >>> chain("branch_secretary")
    ('branch_secretary', 'secretary')
    """
    found: list[str] = []
    while key is not None and key in roles() and key not in found:
        found.append(key)
        key = roles()[key].get("broader")
    return tuple(found)


_HEADS = {"secretary", "keeper", "president", "coordinator", "inspector", "director", "party_leader", "general_guide"}
_DEPUTIES = {"deputy", "assistant", "assistant_general_secretary", "assistant_general_keeper", "assistant_keeper"}


@cache
def tier(key: str | None) -> str:
    """Return the tier of a role: a head is the one holder of a leading role.

    >>> [tier(key) for key in ("general_secretary", "deputy_treasurer", "treasurer", "local_bureau_member", None)]
    ['head', 'deputy', 'officer', 'member', 'officer']
    """
    wider = set(chain(key))
    if wider & _DEPUTIES:
        return "deputy"
    if wider & {"member", "adviser", "congress_delegate"}:
        return "member"
    return "head" if wider & _HEADS and "treasurer" not in wider else "officer"


def holdings(world: World, anchors: Mapping[PostFact, str]) -> list[Holding]:
    """Return who holds, held or seeks what; ``anchors`` name the statement of each post."""
    found: dict[tuple[str, Seat, bool], Holding] = {}
    for term, candidate in (*((term, False) for term in tenures(world)), *((term, True) for term in _sought(world))):
        first = term.said[0].fact
        new = Holding(term.person.id, term.seat.body or None, first.role_key, first.public, candidate)
        holding = found.setdefault((term.person.id, term.seat, candidate), new)
        holding.terms.append(term)
        for fact in (said.fact for said in term.said):
            party = world.find(fact.evidence.article, fact.party, "party")
            holding.party = holding.party or (party.id if party else None)
            holding.place = holding.place or fact.place
            holding.phrases[fact.role] += 1
            holding.statuses.add(fact.status)
            holding.anchors[anchors[fact]] = None
    for holding in found.values():
        holding.where = holding.where or holding.party
    return sorted(found.values(), key=Holding.order)


def _sought(world: World) -> Iterator[Tenure]:
    """Yield what candidates seek, as if it were held: ``tenures`` knows no candidates."""
    found: dict[tuple[Seat, str], tuple[Entity, list[Said]]] = {}
    for reading in world.readings:
        published = days(reading.article.published)
        for fact in reading.facts:
            if isinstance(fact, PostFact) and fact.status == "candidate":
                person = world.find(reading.article.id, fact.person, "person")
                if person is not None:
                    at = seat(world, reading.article.id, fact)
                    found.setdefault((at, person.id), (person, []))[1].append(Said(fact, published))
    for (at, _), (person, said) in sorted(found.items(), key=lambda item: item[0]):
        yield Tenure(person, at, tuple(said))


def stretches(holding: Holding) -> list[Stretch]:
    """Return the times of a holding: as articles state them, as they leave them open, and as they follow from others.

    What is stated reaches from the first day named, or the first on which an article says that it is held, to the last;
    before and after it nothing is known, unless a successor's first day ends it.
    """
    return [stretch for term in holding.terms for stretch in _of_term(term)]


def _of_term(term: Tenure) -> Iterator[Stretch]:
    if term.known is None:
        if term.over:
            yield Stretch("uncertain", None, ends(term.over))
        return
    began, ended = term.begins, term.ends
    first, last = min(term.known), max(term.known)
    if began is None:
        yield Stretch("uncertain", None, begins(first))
    yield Stretch("certain", begins(began.first if began else first), ends(ended.last if ended else last))
    if ended is None:
        yield _after(term, last)


def _after(term: Tenure, last: str) -> Stretch:
    """Return what is known after the last day on which a term is told to be held."""
    if term.succession:
        return Stretch("derived", ends(last), ends(term.succession.days.last))
    left = term.over
    return Stretch("uncertain", ends(last), ends(left) if left and left > last else None)
