"""Bodies across articles: one where the core of the name, party and place agree; only national ones need no place.

Where an article does not tell whose or where a body is, its members and the only place of the article may: then it is
compared by the table of features with the bodies of that name whose members or place these are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import ClassVar, NamedTuple

from graph_builder.model import Claim, EntityKind
from graph_builder.resolution import spelling
from graph_builder.resolution.blocks import MOST, Key, Names, Related, Relation
from graph_builder.resolution.bureau import Bureau, Signs, at_best, features, identity, signs
from graph_builder.resolution.decided import Decided
from graph_builder.resolution.grouping import Group, counted, preferred, same_spelling
from graph_builder.resolution.matching import Match, match
from graph_builder.resolution.units import Unit


class Body(NamedTuple):
    """What is looked at of a body to find whom it asks."""

    is_known: bool
    weight: int
    id: str
    identity: tuple[str, ...]


def _keys(bureau: Bureau) -> Iterator[Key]:
    """Yield what only few bodies of a name share: a member, or party and place, or what they are by themselves."""
    core = " ".join(bureau.units[0].core)
    yield from ("\n".join(("member", core, member)) for member in bureau.members)
    yield from ("\n".join(("place", core, bureau.owner, place)) for place in bureau.places if bureau.owner)
    yield "\n".join(("itself", *bureau.identity))


def _pairs(_: Key, block: Sequence[Body], __: Sequence[Body]) -> Iterator[Related]:
    """Yield which bodies of a block are compared: those of which too little is told ask the others."""
    for one, other in combinations(sorted(block), 2) if len(block) <= MOST else ():
        if not one.is_known or one.identity == other.identity:
            yield one.id, other.id, frozenset({"same_name"})


@dataclass(frozen=True, slots=True)
class Bodies:
    """How it is found out which bodies are one (``kind.Kind``)."""

    kind: ClassVar[EntityKind] = "body"
    mutual: ClassVar[bool] = False
    relations: ClassVar[Sequence[Relation[Bureau, Body]]] = (Relation(_keys, _pairs),)

    def name(self, unit: Unit) -> str:
        """Return what makes two articles' bodies one."""
        return "\n".join(identity(unit))

    def tellings(self, alike: Sequence[Unit], decided: Decided) -> Iterator[Bureau]:
        """Yield the bodies of one identity: several where a person told them apart."""
        told = sorted(alike, key=lambda unit: (unit.article, sorted(unit.names)))
        yield from map(Bureau, decided.split(told))

    def label(self, own: str, told: Bureau) -> Body:
        """Return what is looked at of a body to find whom it asks."""
        return Body(told.is_known, told.weight, own, told.identity)

    def match(self, one: Bureau, other: Bureau, names: Names) -> Match:
        """Return the features of two bodies."""
        return match("body", {*names, *features(one, other)})

    def signs(self, told: Bureau) -> Signs:
        """Return what bounds how likely a body is another."""
        return signs(told)

    def at_best(self, one: Signs, other: Signs, wholes: tuple[Signs, Signs], names: Names) -> Match:
        """Return the features of two bodies at best."""
        return match("body", {*names, *at_best(one, other, *wholes)})

    def identified(self, told: Bureau) -> str:
        """Return the identity; those of which some were told apart share it."""
        return "\n".join(told.identity)

    def groups(self, alike: Sequence[Bureau]) -> Iterator[Group]:
        """Yield the groups; of several of one identity, which a person told apart, the largest has it."""
        taken: set[tuple[str, ...]] = set()
        for bureau in sorted(alike, key=lambda bureau: (-bureau.weight, bureau.first)):
            own = bureau.identity
            if own in taken:
                own = (*own, f"article:{min(bureau.articles)}")
            taken.add(own)
            yield _group(own, bureau.units, bureau.reasons)


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
