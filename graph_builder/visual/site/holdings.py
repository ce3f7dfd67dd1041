"""Who holds what, for how long: the posts of several articles joined, and what follows from them told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from graph_builder.arabic.normalise import fold
from graph_builder.graph.reference import roles
from graph_builder.model import PostFact, Status
from graph_builder.visual.charts.timeline import Stretch
from graph_builder.visual.site.dates import begins, ends

TIERS = ("head", "deputy", "officer", "member")
"""How near to the head of a body a role stands."""


@dataclass(slots=True)
class Holding:
    """One person in one role of one body or party, whatever articles say of it."""

    person: str
    where: str | None
    """Id of the body, else of the party; ``None`` where no article names either."""
    key: str | None
    """Entry of the role in the taxonomy."""
    public: bool
    candidate: bool
    party: str | None = None
    place: str | None = None
    phrases: Counter[str] = field(default_factory=Counter)
    statuses: set[Status] = field(default_factory=set)
    since: set[str] = field(default_factory=set)
    until: set[str] = field(default_factory=set)
    held: set[str] = field(default_factory=set)
    """Dates of articles that say it is held."""
    left: set[str] = field(default_factory=set)
    """Dates of articles that say it was held."""
    anchors: dict[str, None] = field(default_factory=dict)
    """The statements that say so."""
    succeeded: float | None = None
    """When somebody else took it, where only one can hold it: an end that no article states."""

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
        """Whether it has ended, as far as the latest dated article knows."""
        return self.statuses == {"former"} or (
            bool(self.left) and max(self.left) > max(self.held, default="") and "former" in self.statuses
        )

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


def holdings(
    posts: Iterable[tuple[PostFact, str, str | None, str | None, str | None, str]],
) -> list[Holding]:
    """Join posts: each with the ids of its person, body and party, its article's date and its statement's anchor."""
    found: dict[tuple[object, ...], Holding] = {}
    for fact, person, body, party, published, anchor in posts:
        where = body or party
        candidate = fact.status == "candidate"
        identity = person, where, fact.role_key or fold(fact.role), fact.public, candidate
        holding = found.setdefault(identity, Holding(person, where, fact.role_key, fact.public, candidate))
        holding.party = holding.party or party
        holding.place = holding.place or fact.place
        holding.phrases[fact.role] += 1
        holding.statuses.add(fact.status)
        holding.since.update(filter(None, [fact.since]))
        holding.until.update(filter(None, [fact.until]))
        if published:
            (holding.left if fact.status == "former" else holding.held).add(published)
        holding.anchors[anchor] = None
    _succeed(found.values())
    return sorted(found.values(), key=Holding.order)


def _succeed(found: Iterable[Holding]) -> None:
    """Note when a single holder's role was taken by the next, where an article says when that one began."""
    of_role: dict[tuple[str, str], list[Holding]] = {}
    for holding in found:
        if holding.where and holding.key and not holding.candidate and roles().get(holding.key, {}).get("single"):
            of_role.setdefault((holding.where, holding.key), []).append(holding)
    for rivals in of_role.values():
        starts = sorted((start, h.person) for h in rivals if (start := earliest(h.since)) is not None)
        for holding in rivals:
            began = earliest(holding.since | holding.held)
            later = [at for at, who in starts if who != holding.person and began is not None and at > began]
            holding.succeeded = min(later, default=None)


def earliest(dates: Iterable[str]) -> float | None:
    """Return the first beginning among dates of known years."""
    return min((at for date in dates if (at := begins(date)) is not None), default=None)


def latest(dates: Iterable[str]) -> float | None:
    """Return the last end among dates of known years."""
    return max((at for date in dates if (at := ends(date)) is not None), default=None)


def stretches(holding: Holding) -> list[Stretch]:
    """Return the times of a holding: as articles state them, as they leave them open, and as they follow from others.

    What is stated reaches from the first day named, or the first article that says it is held, to the last; before and
    after it nothing is known, unless a successor's first day ends it.
    """
    start, end = earliest(holding.since), latest(holding.until)
    first, last = earliest(holding.held), latest(holding.held)
    known_from = first if start is None else start
    known_to = max((at for at in (end, last, known_from) if at is not None), default=None)
    left = earliest(holding.left)
    if known_from is None or known_to is None:
        over = end if end is not None else left
        return [] if over is None else [Stretch("uncertain", None, over)]
    found = [] if start is not None else [Stretch("uncertain", None, known_from)]
    found.append(Stretch("certain", known_from, known_to if end is None else end))
    if end is None:
        found += _after(known_to, holding.succeeded, left)
    return found


def _after(known_to: float, succeeded: float | None, left: float | None) -> list[Stretch]:
    if succeeded is not None:
        return [Stretch("derived", known_to, succeeded)] if succeeded > known_to else []
    if left is not None and left > known_to:
        return [Stretch("uncertain", known_to, left)]
    return [Stretch("uncertain", known_to, None)]
