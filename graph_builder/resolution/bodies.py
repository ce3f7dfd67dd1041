"""Bodies across articles: one where the core of the name, party and place agree; only national ones need no place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graph_builder.model import Claim
from graph_builder.resolution import spelling
from graph_builder.resolution.grouping import Group, counted, preferred, same_spelling
from graph_builder.resolution.homonyms import STATE
from graph_builder.resolution.units import Unit


def bodies(found: Iterable[Unit]) -> Iterator[Group]:
    """Yield the bodies that the articles name."""
    alike: dict[tuple[str, ...], list[Unit]] = {}
    for unit in sorted(found, key=lambda unit: (unit.article, sorted(unit.names))):
        alike.setdefault(_identity(unit), []).append(unit)
    for identity, same in alike.items():
        yield _group(identity, same)


def _identity(unit: Unit) -> tuple[str, ...]:
    """Return what makes two articles' bodies one; where that is not told, the article and the name."""
    core = " ".join(unit.core)
    owner = unit.owner or (STATE if unit.public else None)
    if unit.owner and unit.reach == "national":
        return "national", core, unit.owner
    if owner and unit.place:
        return "at a place", core, owner, unit.place
    if unit.owner and unit.reach == "parallel" and not spelling.is_national(unit.core):
        return "organisation", core, unit.owner
    return "in an article", unit.article, min(unit.names)


def _group(identity: tuple[str, ...], same: Sequence[Unit]) -> Group:
    claims = sorted(Claim("body", unit.article, name) for unit in same for name in unit.names)
    names = counted(claims)
    name = preferred(names)
    others = (names.keys() | {alias for unit in same for alias in unit.aliases}) - {name}
    because = f"same name, {_ground(same[0])}"
    reasons = {reason for unit in same for reason in unit.reasons}
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
