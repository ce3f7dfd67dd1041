"""What people decided of claims, brought to bear on what is settled by features: it comes first and outweighs them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeVar

from graph_builder.model import Claim, EntityKind, Judgement, Pair
from graph_builder.resolution.matching import match
from graph_builder.resolution.people import Person
from graph_builder.resolution.settling import Settled, Settling
from graph_builder.resolution.units import Unit

Told = TypeVar("Told", Person, Unit)


class Decided:
    """Judgements of one kind of thing."""

    def __init__(self, kind: EntityKind, judgements: Iterable[Judgement]) -> None:
        own = sorted(judgement for judgement in judgements if judgement.a.kind == kind)
        self.kind = kind
        self._same = [(j.a, j.b) for j in own if j.verdict == "same"]
        self._different: dict[Claim, set[Claim]] = {}
        for judgement in own:
            if judgement.verdict == "different":
                self._different.setdefault(judgement.a, set()).add(judgement.b)
                self._different.setdefault(judgement.b, set()).add(judgement.a)

    def __bool__(self) -> bool:
        """Whether anything was decided."""
        return bool(self._same or self._different)

    def pinned(self, claims: AbstractSet[Claim]) -> set[Claim]:
        """Return the claims of which it was decided that they are not another."""
        return {claim for claim in claims if claim in self._different}

    def forbid(self, one: AbstractSet[Claim], other: AbstractSet[Claim]) -> bool:
        """Whether any two of pinned claims were decided to be two things."""
        return any(self._different[claim] & other for claim in one) if one and other else False

    def split(self, same: Sequence[Told]) -> list[list[Told]]:
        """Part what is one by its name where it was decided that some are two: each of these, the others together."""
        if not self._different:
            return [list(same)]
        claims = [{Claim(self.kind, person.article, name) for name in person.names} for person in same]
        every = set().union(*claims)
        torn = {claim for claim in self.pinned(every) if self._different[claim] & every}
        parts: list[list[Told]] = []
        rest: list[Told] = []
        for one, own in zip(same, claims, strict=True):
            if own & torn:
                parts.append([one])
            else:
                rest.append(one)
        if rest:
            parts.append(rest)
        return parts

    def apply(self, settling: Settling, claims: Sequence[AbstractSet[Claim]]) -> None:
        """Make one what was decided to be one, as far as both are there, and are not decided to be two."""
        wanted = {claim for pair in self._same for claim in pair}
        number = {claim: n for n, own in enumerate(claims) for claim in own & wanted}
        pinned = {n: self.pinned(own) for n, own in enumerate(claims)}
        for a, b in self._same:
            if a not in number or b not in number:
                continue
            one, other = settling.root(number[a]), settling.root(number[b])
            if one != other and not self.forbid(pinned[one], pinned[other]):
                settling.join(one, other, match(self.kind, ["decided"]))
                pinned[settling.root(one)] = pinned[one] | pinned[other]

    def pairs(self, settled: Iterable[Settled], firsts: Sequence[Claim]) -> list[Pair]:
        """Return what was compared as pairs of claims."""
        found = []
        for pair in settled:
            a, b = sorted((firsts[pair.a], firsts[pair.b]))
            found.append(Pair(a, b, pair.match.score, pair.outcome, pair.match.reasons))
        return found
