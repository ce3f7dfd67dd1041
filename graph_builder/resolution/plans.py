"""Plans and programmes: one for each folded name of one party."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph_builder.model import Claim, PlanFact
from graph_builder.resolution import spelling
from graph_builder.resolution.grouping import Group, by_marks, counted, preferred, same_spelling
from graph_builder.resolution.setting import Setting

Owned = tuple[Claim, frozenset[str]]
"""A claim of a plan, and whose it is, as far as its article tells."""


def named(at: Setting) -> Iterator[tuple[str, Owned]]:
    """Yield the plans of an article, each after its folded name."""
    owners: dict[Claim, set[str]] = {claim: set() for claim in at.claims("plan")}
    for fact in at.reading.facts:
        if isinstance(fact, PlanFact) and fact.party is not None:
            owners[Claim("plan", at.article, fact.plan)].add(at.parties[fact.party])
    for claim, own in owners.items():
        yield spelling.letters(claim.name), (claim, frozenset(own))


def groups(name: str, owned: Sequence[Owned]) -> Iterator[Group]:
    """Yield the plans of one name; one whose party is not known goes with the only plan of its name."""
    owners = dict(sorted(owned))
    alike = list(owners)
    for numbers in by_marks(_marks(alike, owners), unmarked_alike=False):
        same = [alike[n] for n in numbers]
        parties = sorted({party for claim in same for party in owners[claim]})
        yield _group((name, *(parties or [f"article:{same[0].article}"])), same)


def _marks(alike: Sequence[Claim], owners: Mapping[Claim, frozenset[str]]) -> list[frozenset[str]]:
    """Plans of one article with one name are one, whoever's: the article is the mark where no party is known."""
    if any(owners[claim] for claim in alike):
        return [owners[claim] for claim in alike]
    return [frozenset([claim.article]) for claim in alike]


def _group(identity: tuple[str, ...], same: list[Claim]) -> Group:
    names = counted(same)
    name = preferred(names)
    others = frozenset(names.keys() - {name})
    because = "same name but for spelling, no other party's"
    reasons = {f"{other} = {name}: {because}" for other in others} | set(
        same_spelling(same, "same name, no other party's")
    )
    return Group("plan", identity, tuple(same), name, others, frozenset(reasons))
