"""People across articles: which bearers of like names are one.

A name that is the same after folding is one person's, unless its bearers are in different parties, or hold posts in
provinces far from each other; where bearers are several, each article's name that tells neither stands alone. What
then is compared, and by which features, ``asking`` and ``likeness`` say; the table of weights decides. Two whom an
article names beside each other are two, and a family name alone tells nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from graph_builder.model import Claim, Pair
from graph_builder.resolution import spelling
from graph_builder.resolution.asking import asked, is_initial
from graph_builder.resolution.bearers import Bearer, PartyNames, joined, party_note
from graph_builder.resolution.common import is_common
from graph_builder.resolution.decided import Decided
from graph_builder.resolution.grouping import Group, by_marks, same_spelling
from graph_builder.resolution.likeness import features
from graph_builder.resolution.matching import Match, match
from graph_builder.resolution.people import Person
from graph_builder.resolution.settling import Settling, Ways


def namesakes(people: Iterable[Person], party_names: PartyNames, decided: Decided) -> tuple[list[Group], list[Pair]]:
    """Return the people of all articles, each once, and what was compared."""
    found = [bearer for alike in _alike(people) for bearer in _same_name(alike, party_names, decided)]
    claims = [frozenset(bearer.claims) for bearer in found]

    def compare(a: int, b: int, names: frozenset[str]) -> Match | None:
        one, other = found[a], found[b]
        if one.articles & other.articles or decided.forbid(one.pinned, other.pinned):
            return None
        return match("person", {*names, *features(one, other)}, party_note(one.parties & other.parties, party_names))

    def join(a: int, b: int, why: Match) -> None:
        found[a].take_in(found[b], joined(found[a], found[b], why))

    for bearer, own in zip(found, claims, strict=True):
        bearer.pinned = decided.pinned(own)
    ways = Ways("person", compare, join, lambda n: len(found[n].articles))
    settling = Settling(len(found), asked(found), ways)
    firsts = [bearer.first for bearer in found]
    decided.apply(settling, claims)
    settled = settling.run()
    left = [bearer for n, bearer in enumerate(found) if settling.root(n) == n]
    return _told_apart(left), decided.pairs(settled, firsts)


def _told_apart(bearers: Sequence[Bearer]) -> list[Group]:
    """Return groups of distinct identity: of several of one name and party, that of most articles has it."""
    order = sorted(bearers, key=lambda bearer: (-len(bearer.articles), bearer.first))
    taken: set[tuple[str, ...]] = set()
    groups = []
    for bearer in order:
        group = bearer.group()
        if group.identity in taken:
            group = replace(group, identity=(*group.identity, f"article:{min(bearer.articles)}"))
        taken.add(group.identity)
        groups.append(group)
    return groups


# ---------------------------------------------------------------- one name


def _alike(people: Iterable[Person]) -> list[list[Person]]:
    """Put equal full names together; single names, and initials, only those of one article."""
    found: dict[tuple[str, ...], list[Person]] = {}
    for person in sorted(people, key=lambda person: (person.article, person.name)):
        key = "".join(person.parts) or person.name
        full = len(person.parts) > 1 and not is_initial(person.parts)
        found.setdefault((key,) if full else (key, person.article), []).append(person)
    return [found[key] for key in sorted(found)]


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
