"""People across articles: which bearers of like names are one. Names are looked up, never compared all with all.

A name that is the same after folding is one person's, unless its bearers are in different parties. A shorter name is
that of the person whose longer name has all its parts, if only one such is known. A slip in a long family name is
forgiven within one party. Two whom an article names beside each other are two, and a family name alone tells nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from graph_builder.model import Claim
from graph_builder.resolution import spelling
from graph_builder.resolution.bearers import Bearer, Merging, PartyNames, party_note
from graph_builder.resolution.grouping import Group, by_marks, same_spelling
from graph_builder.resolution.people import Person
from graph_builder.resolution.slips import join_corrected, join_slips

LONGEST = 7
"""Parts of a name: of a longer one no shorter forms are looked up."""


def namesakes(people: Iterable[Person], party_names: PartyNames) -> Iterator[Group]:
    """Yield the people of all articles, each once."""
    found = [bearer for alike in _alike(people) for bearer in _same_name(alike, party_names)]
    merging = Merging(found, party_names)
    _shorter_names(merging)
    join_slips(merging)
    join_corrected(merging)
    for bearer in merging.merged():
        yield bearer.group()


# ---------------------------------------------------------------- one name


def _alike(people: Iterable[Person]) -> list[list[Person]]:
    """Put equal full names together; of single names only those of one article."""
    found: dict[tuple[str, ...], list[Person]] = {}
    for person in sorted(people, key=lambda person: (person.article, person.name)):
        key = "".join(person.parts) or person.name
        found.setdefault((key,) if len(person.parts) > 1 else (key, person.article), []).append(person)
    return [found[key] for key in sorted(found)]


def _same_name(alike: Sequence[Person], party_names: PartyNames) -> Iterator[Bearer]:
    """Yield the bearers of one name: one for each party, and where there are several, one for each article without."""
    sets = by_marks([person.parties for person in alike], unmarked_alike=True)
    for numbers in sets:
        same = [alike[n] for n in numbers]
        bearer = Bearer(same, sure=len(sets) == 1 or bool(same[0].parties))
        note = party_note(bearer.parties, party_names)
        claims = [Claim("person", person.article, person.name) for person in same]
        bearer.reasons.update(same_spelling(claims, f"same name, {note}"))
        because = f"same name but for spelling, {note}"
        bearer.reasons.update(f"{other} = {bearer.label}: {because}" for other in _respelled(bearer))
        yield bearer


def _respelled(bearer: Bearer) -> list[str]:
    """Return the spellings of the full name that no article uses beside the preferred one."""
    beside = {name for person in bearer.people if bearer.label in person.names for name in person.names}
    names = {name for person in bearer.people for name in person.names} - beside - {bearer.label}
    return sorted(name for name in names if "".join(spelling.person(name)) == "".join(bearer.parts))


# ---------------------------------------------------------------- shorter names


def _shorter_names(merging: Merging) -> None:
    """Join names to the only longer name that has all their parts, the longest first."""
    longer = _longer(merging.bearers)
    by_length: dict[int, list[int]] = {}
    for n in sorted(longer):
        by_length.setdefault(len(merging.bearers[n].parts), []).append(n)
    for length in sorted(by_length, reverse=True):
        for target, asking in sorted(_asking(merging, by_length[length], longer).items()):
            for n in asking:
                if _is_clear(merging, n, target, asking) and merging.may_be_one(n, target):
                    merging.join(target, n, "all its parts stand in the longer name, one bearer")


def _longer(bearers: Sequence[Bearer]) -> dict[int, list[int]]:
    """Return for each bearer those with a longer name that has all its parts, in order."""
    by_key: dict[str, list[int]] = {}
    for n, bearer in enumerate(bearers):
        if bearer.sure:
            by_key.setdefault("".join(bearer.parts), []).append(n)
    longer: dict[int, set[int]] = {}
    for n, bearer in enumerate(bearers):
        sizes = range(2, len(bearer.parts)) if bearer.sure and len(bearer.parts) <= LONGEST else ()
        for parts in (parts for size in sizes for parts in combinations(bearer.parts, size)):
            for shorter in by_key.get("".join(parts), ()):
                longer.setdefault(shorter, set()).add(n)
    return {n: sorted(others) for n, others in longer.items()}


def _asking(merging: Merging, names: Sequence[int], longer: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
    """Return bearers of longer names, each with the shorter names of one length that can only be theirs."""
    asking: dict[int, list[int]] = {}
    for n in names:
        possible = {merging.root(m) for m in longer[n] if merging.may_be_one(n, m)}
        if len(possible) == 1:
            asking.setdefault(possible.pop(), []).append(n)
    return asking


def _is_clear(merging: Merging, n: int, target: int, asking: Sequence[int]) -> bool:
    """Whether one party tells it; else no other name may ask, and the family name at the end has to be the same."""
    if merging.share_party(n, target):
        return True
    return len(asking) == 1 and merging.bearers[n].parts[-1] == merging.bearers[target].parts[-1]
