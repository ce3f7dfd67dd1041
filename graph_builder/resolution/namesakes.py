"""People across articles: which bearers of like names are one.

A name that is the same after folding is one person's, unless its bearers are in different parties, or hold posts in
provinces far from each other; where bearers are several, each article's name that tells neither stands alone. What
then is compared, and by which features, ``asking`` and ``likeness`` say; the table of weights decides. Two whom an
article names beside each other are two, and a family name alone tells nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from graph_builder.model import Claim, EntityKind
from graph_builder.resolution import asking, spelling
from graph_builder.resolution.asking import is_initial
from graph_builder.resolution.bearers import Bearer, PartyNames, party_note
from graph_builder.resolution.blocks import Names, Relation
from graph_builder.resolution.common import is_common
from graph_builder.resolution.decided import Decided
from graph_builder.resolution.grouping import Group, by_marks, same_spelling
from graph_builder.resolution.likeness import Signs, at_best, features, signs
from graph_builder.resolution.matching import Match, match
from graph_builder.resolution.people import Person


@dataclass(frozen=True, slots=True)
class People:
    """How it is found out who is whom (``kind.Kind``)."""

    party_names: PartyNames
    kind: ClassVar[EntityKind] = "person"
    mutual: ClassVar[bool] = False
    relations: ClassVar[Sequence[Relation[Bearer, asking.Name]]] = asking.RELATIONS

    def name(self, person: Person) -> str:
        """Return the full name in one piece; of single names, and initials, only those of one article are alike."""
        parts = person.parts
        name = "".join(parts) or person.name
        return name if len(parts) > 1 and not is_initial(parts) else f"{name}\n{person.article}"

    def tellings(self, alike: Sequence[Person], decided: Decided) -> Iterator[Bearer]:
        """Yield the bearers of one name."""
        ordered = sorted(alike, key=lambda person: (person.article, person.name))
        yield from _same_name(ordered, self.party_names, decided)

    def label(self, own: str, told: Bearer) -> asking.Name:
        """Return what is looked at of a bearer to find whom it asks."""
        return asking.name(own, told)

    def match(self, one: Bearer, other: Bearer, names: Names) -> Match:
        """Return the features of two bearers."""
        note = party_note(one.parties & other.parties, self.party_names)
        return match("person", {*names, *features(one, other)}, note)

    def signs(self, told: Bearer) -> Signs:
        """Return what bounds how likely a bearer is another."""
        return signs(told)

    def at_best(self, one: Signs, other: Signs, wholes: tuple[Signs, Signs], names: Names) -> Match:
        """Return the features of two bearers at best."""
        return match("person", {*names, *at_best(one, other, *wholes)})

    def identified(self, told: Bearer) -> str:
        """Return the name in one piece."""
        return told.group().identity[0]

    def groups(self, alike: Sequence[Bearer]) -> Iterator[Group]:
        """Yield groups of distinct identity: of several of one name and party, that of most articles has it."""
        taken: set[tuple[str, ...]] = set()
        for bearer in sorted(alike, key=lambda bearer: (-len(bearer.articles), bearer.first)):
            group = bearer.group()
            if group.identity in taken:
                group = replace(group, identity=(*group.identity, f"article:{min(bearer.articles)}"))
            taken.add(group.identity)
            yield group


# ---------------------------------------------------------------- one name


def _same_name(alike: Sequence[Person], party_names: PartyNames, decided: Decided) -> Iterator[Bearer]:
    """Yield the bearers of one name: one for each party and province, and where there are several, for each article."""
    common = is_common(alike[0].full)
    sets = by_marks([person.parties or _alone(person, common) for person in alike], unmarked_alike=True)
    for numbers in sets:
        party = [alike[n] for n in numbers]
        for home in _homes(party):
            for same in decided.split([party[n] for n in home]):
                sure = (common or len(sets) == 1 or bool(same[0].parties)) and not is_initial(same[0].parts)
                yield _bearer(same, party_names, sure=sure)


def _homes(party: Sequence[Person]) -> list[list[int]]:
    """Part people of one name and party by the provinces of their posts, where these are several."""
    if len({home for person in party for home in person.around.homes}) < 2:
        return [list(range(len(party)))]
    return by_marks([person.around.homes | _national(person) for person in party], unmarked_alike=True)


def _alone(person: Person, common: bool) -> set[str]:
    """A mark that no other has for a bearer of a common name: of it nothing follows from the name alone."""
    return {f"article:{person.article}"} if common else set()


def _national(person: Person) -> set[str]:
    """The national bodies of the person's posts: their members of one name are one."""
    return {body for body in person.around.bodies if body.endswith(" ")}


def _bearer(same: Sequence[Person], party_names: PartyNames, *, sure: bool) -> Bearer:
    bearer = Bearer(same, sure=sure)
    names = {
        "same_name",
        *({"same_party"} if bearer.parties else ()),
        *({"common_name"} if is_common(bearer.label) else ()),
    }
    because = match("person", names, party_note(bearer.parties, party_names)).because
    claims = [Claim("person", person.article, person.name) for person in same]
    bearer.reasons.update(same_spelling(claims, because))
    bearer.reasons.update(f"{other} = {bearer.label}: {because}" for other in _respelled(bearer))
    return bearer


def _respelled(bearer: Bearer) -> list[str]:
    """Return the spellings of the full name that no article uses beside the preferred one."""
    beside = {name for person in bearer.people if bearer.label in person.names for name in person.names}
    names = {name for person in bearer.people for name in person.names} - beside - {bearer.label}
    return sorted(name for name in names if "".join(spelling.person(name)) == "".join(bearer.parts))
