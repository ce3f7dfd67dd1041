"""Events across articles: each article's own, and one for articles that tell of one thing at one time and place.

Told by two papers, an event is one with two sources; where dates, places or what an article tells side by side
contradict, it stays two. Events are compared that share a key (a day, a month with place and party, a person), and
the table of weights decides.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from graph_builder.model import Claim, Pair
from graph_builder.resolution.decided import Decided
from graph_builder.resolution.grouping import Group, counted, preferred
from graph_builder.resolution.matching import Match, match
from graph_builder.resolution.setting import Setting
from graph_builder.resolution.settling import Settling, Ways
from graph_builder.resolution.tales import Tale, features, tales

MOST = 40
"""Tales that are compared for one key: one that more share tells too little."""


def events(
    settings: Iterable[Setting], groups: Mapping[Claim, Group], decided: Decided
) -> tuple[list[Group], list[Pair]]:
    """Return the events of all articles, and what was compared; ``groups``: the bodies and people of claims."""
    told = sorted((tale for at in settings for tale in tales(at, groups)), key=lambda tale: tale.claim)
    clusters = [[tale] for tale in told]

    def compare(a: int, b: int, _: frozenset[str]) -> Match | None:
        one, other = clusters[a], clusters[b]
        if {tale.claim.article for tale in one} & {tale.claim.article for tale in other}:
            return None
        if decided.forbid(decided.pinned({t.claim for t in one}), decided.pinned({t.claim for t in other})):
            return None
        return _likest(one, other)

    def join(a: int, b: int, why: Match) -> None:
        first, second = told[a], told[b]
        clusters[a][0].reasons.append(f"{_named(second)} = {_named(first)}: {why.because}")
        clusters[a] += clusters[b]

    settling = Settling(len(told), _asked(told), Ways("event", compare, join, lambda n: len(clusters[n]), mutual=True))
    claims = [{tale.claim} for tale in told]
    decided.apply(settling, claims)
    settled = settling.run()
    found = [_group(sorted(clusters[n], key=lambda t: t.claim)) for n in range(len(told)) if settling.root(n) == n]
    return found, decided.pairs(settled, [tale.claim for tale in told])


def _likest(one: Sequence[Tale], other: Sequence[Tale]) -> Match:
    """Return the match of the likest tales of two clusters, with whatever contradicts between any two of them."""
    found = [match("event", features(a, b)) for a in one for b in other]
    best = max(found, key=lambda m: m.bits)
    against = {f.name for m in found for f in m.features if f.name.startswith("other_")}
    return match("event", {f.name for f in best.features} | against)


def _named(tale: Tale) -> str:
    return f"{tale.labels[0]} ({tale.claim.article})"


# ---------------------------------------------------------------- which are compared


def _asked(told: Sequence[Tale]) -> dict[tuple[int, int], frozenset[str]]:
    blocks: dict[Hashable, list[int]] = {}
    for n, tale in enumerate(told):
        for key in _keys(tale):
            blocks.setdefault(key, []).append(n)
    pairs = {pair for block in blocks.values() if len(block) <= MOST for pair in combinations(block, 2)}
    pairs |= set(_untimed(told))
    return {(a, b): frozenset() for a, b in pairs if told[a].claim.article != told[b].claim.article}


def _keys(tale: Tale) -> Iterator[Hashable]:
    for day in tale.days[:1]:
        yield from (("day", day, own) for own in (tale.place, tale.owner, tale.body) if own)
    for month in tale.months:
        yield from (("month", month, person) for person in tale.people)
        if tale.place:
            yield from (("month", month, tale.place, own) for own in (tale.owner, tale.body) if own)


def _untimed(told: Sequence[Tale]) -> Iterator[tuple[int, int]]:
    """Yield tales of which no time is known, each with those of its party in its place."""
    homes: dict[tuple[str | None, str | None], list[int]] = {}
    for n, tale in enumerate(told):
        homes.setdefault((tale.place, tale.owner), []).append(n)
    for (place, owner), block in homes.items():
        timeless = [n for n in block if not told[n].months] if place and owner and len(block) <= MOST else []
        yield from {(min(n, m), max(n, m)) for n in timeless for m in block if n != m}


# ---------------------------------------------------------------- the events found


def _group(same: Sequence[Tale]) -> Group:
    labels = counted(Claim("event", tale.claim.article, label) for tale in same for label in tale.labels)
    name = preferred(labels)
    first = same[0].claim
    return Group(
        kind="event",
        identity=(first.article, first.name),
        claims=tuple(tale.claim for tale in same),
        name=name,
        aliases=frozenset(labels.keys() - {name}),
        reasons=frozenset(reason for tale in same for reason in tale.reasons),
    )
