"""Bodies across articles: one where the core of the name, party and place agree; only national ones need no place.

Where an article does not tell whose or where a body is, its members and the only place of the article may: then it is
compared by the table of features with the bodies of that name whose members or place these are.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from graph_builder.model import Claim, Pair
from graph_builder.resolution import spelling
from graph_builder.resolution.bureau import Bureau, bureaus, features
from graph_builder.resolution.decided import Decided
from graph_builder.resolution.grouping import Group, counted, preferred, same_spelling
from graph_builder.resolution.matching import Match, match
from graph_builder.resolution.setting import Setting
from graph_builder.resolution.settling import Asked, Settling, Ways
from graph_builder.resolution.units import Unit

MOST = 40
"""Bodies that are compared for one key; one that more share tells too little."""


def bodies(
    settings: Iterable[Setting], people: Mapping[Claim, Group], decided: Decided
) -> tuple[list[Group], list[Pair]]:
    """Return the bodies that the articles name, and what was compared; ``people``: who the claims of people are."""
    found = [bureau.of(part) for bureau in bureaus(settings, people) for part in decided.split(bureau.units)]
    claims = [frozenset(bureau.claims) for bureau in found]
    for bureau, own in zip(found, claims, strict=True):
        bureau.pinned = decided.pinned(own)

    def compare(a: int, b: int, names: frozenset[str]) -> Match | None:
        one, other = found[a], found[b]
        if decided.forbid(one.pinned, other.pinned) or one.articles & other.articles:
            return None
        return match("body", {*names, *features(one, other)})

    def join(a: int, b: int, why: Match) -> None:
        found[a].take_in(found[b], why)

    settling = Settling(len(found), _asked(found), Ways("body", compare, join, lambda n: found[n].weight))
    firsts = [min(bureau.claims) for bureau in found]
    decided.apply(settling, claims)
    settled = settling.run()
    left = [bureau for n, bureau in enumerate(found) if settling.root(n) == n]
    return list(_groups(left)), decided.pairs(settled, firsts)


def _asked(found: Sequence[Bureau]) -> Asked:
    """Return which bodies are compared: those of which too little is told ask those that share a member or place."""
    blocks: dict[Hashable, list[int]] = {}
    for n, bureau in enumerate(found):
        for key in _keys(bureau):
            blocks.setdefault(key, []).append(n)
    asked: dict[tuple[int, int], frozenset[str]] = {}
    for block in blocks.values():
        for a, b in combinations(block, 2) if len(block) <= MOST else ():
            one, other = sorted((a, b), key=lambda n: (found[n].is_known, found[n].weight, n))
            if not found[one].is_known or found[one].identity == found[other].identity:
                asked[one, other] = frozenset({"same_name"})
    return asked


def _keys(bureau: Bureau) -> Iterator[Hashable]:
    """Yield what only few bodies of a name share: a member, or party and place, or what they are by themselves."""
    core = bureau.units[0].core
    yield from (("member", core, member) for member in bureau.members)
    yield from (("place", core, bureau.owner, place) for place in bureau.places if bureau.owner)
    yield "itself", *bureau.identity


def _groups(left: Iterable[Bureau]) -> Iterator[Group]:
    """Yield the groups; of several of one identity, which a person told apart, the largest has it."""
    taken: set[tuple[str, ...]] = set()
    for bureau in sorted(left, key=lambda bureau: (-bureau.weight, min(bureau.claims))):
        identity = bureau.identity
        if identity in taken:
            identity = (*identity, f"article:{min(bureau.articles)}")
        taken.add(identity)
        yield _group(identity, bureau.units, bureau.reasons)


def _group(identity: tuple[str, ...], same: Sequence[Unit], merges: Iterable[str]) -> Group:
    claims = sorted(Claim("body", unit.article, name) for unit in same for name in unit.names)
    names = counted(claims)
    name = preferred(names)
    others = (names.keys() | {alias for unit in same for alias in unit.aliases}) - {name}
    because = f"same name, {_ground(same[0])}"
    reasons = {reason for unit in same for reason in unit.reasons} | set(merges)
    reasons.update(same_spelling(claims, because))
    reasons.update(f"{other} = {name}: {_why(other, name, because)}" for other in _joined_across(same, name))
    return Group("body", identity, tuple(claims), name, frozenset(others), frozenset(reasons))


def _ground(unit: Unit) -> str:
    """Say what two articles have to agree on."""
    owner = "public body" if unit.owner is None else "same party"
    return f"{owner}, {'national' if unit.reach == 'national' else 'same place' if unit.place else 'organisation'}"


def _joined_across(same: Sequence[Unit], name: str) -> Iterator[str]:
    """Yield the names that no article uses beside the preferred one: comparing articles joined them."""
    beside = {other for unit in same if name in unit.names for other in unit.names}
    yield from sorted({other for unit in same for other in unit.names} - beside)


def _why(other: str, name: str, because: str) -> str:
    core, own = spelling.core(other), spelling.core(name)
    synonyms = spelling.synonyms()
    if core != own and synonyms.get(core, core) == synonyms.get(own, own):
        return because.replace("same name", "two names of one body in the lexicon", 1)
    return because
