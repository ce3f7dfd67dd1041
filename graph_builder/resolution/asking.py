"""Which bearers of names are compared, and by which relation of their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.names import SHORTEST_SLIP, same_person
from graph_builder.lexicon.vocabulary import vocabulary
from graph_builder.resolution import romanise
from graph_builder.resolution.bearers import Bearer
from graph_builder.resolution.blocks import MOST, Key, Pair, Related, Relation
from graph_builder.resolution.common import openers

LONGEST = 7
"""Parts of a name: of a longer one no shorter forms are looked up."""


@dataclass(frozen=True, slots=True)
class Name:
    """What is looked at of a bearer to find whom it asks."""

    id: str
    label: str
    parts: tuple[str, ...]
    slips: frozenset[str]
    articles: int
    told: tuple[bool, bool, bool, int]
    """How much is told of it: whether it is decided on, has a party, is sure; in how many articles."""
    known: bool
    """Whether others may be asked to be this bearer: of a common name, only where a party is told."""


def name(own: str, bearer: Bearer) -> Name:
    """Return what is looked at of a bearer; ``own``: its id."""
    told = bool(bearer.pinned), bool(bearer.parties), bearer.sure, len(bearer.articles)
    known = bool(bearer.parties or bearer.around.context) or (bearer.sure and not bearer.common)
    return Name(own, bearer.label, bearer.parts, frozenset(bearer.slips), len(bearer.articles), told, known)


def _less_told(a: Name, b: Name) -> Pair:
    """Put the bearer first that has no party, or fewer articles: it asks. One that is decided on is asked."""
    one, other = sorted((a, b), key=lambda name: (name.told, name.id))
    return one.id, other.id


def _sharing(related: Callable[[Name, Name], bool], feature: str) -> Callable[..., Iterator[Related]]:
    """Return what yields, of names that share a key, those so related."""

    def pairs(_: Key, block: Sequence[Name], __: Sequence[Name]) -> Iterator[Related]:
        for a, b in combinations(block, 2) if len(block) <= MOST else ():
            if related(a, b):
                yield *_less_told(a, b), frozenset({feature})

    return pairs


# ---------------------------------------------------------------- one name, shorter names


def _full(bearer: Bearer) -> Iterator[Key]:
    if len(bearer.parts) > 1 and not is_initial(bearer.parts):
        yield "".join(bearer.parts)


def _same_name(_: Key, block: Sequence[Name], __: Sequence[Name]) -> Iterator[Related]:
    """Yield bearers of one full name: each asks those of whom most is told, of those that have a party or town.

    Nobody asks more than a few, so that what is compared grows no faster than the articles.
    """
    known = _most_told(own for own in block if own.known)
    rank = {own.id: n for n, own in enumerate(known)}
    for one in block:
        for other in known[: rank.get(one.id)]:
            yield one.id, other.id, frozenset({"same_name"})


def _most_told(names: Iterable[Name]) -> list[Name]:
    return sorted(names, key=lambda own: (own.told, own.id), reverse=True)[:MOST]


def _own(bearer: Bearer) -> Iterator[Key]:
    if bearer.sure:
        yield "".join(bearer.parts)


def _within(bearer: Bearer) -> Iterator[Key]:
    """Yield the shorter names that have parts of this one in their order."""
    parts = bearer.parts
    if bearer.sure and len(parts) <= LONGEST:
        yield from {"".join(some) for size in range(2, len(parts)) for some in combinations(parts, size)}


def _shorter(_: Key, short: Sequence[Name], longer: Sequence[Name]) -> Iterator[Related]:
    for _, alike in groupby(longer, key=lambda own: own.parts):
        for name in _most_told(alike):
            for one in short[:MOST]:
                yield one.id, name.id, frozenset({"shorter", *_kept(one.parts, name.parts)})


def _kept(shorter: Sequence[str], longer: Sequence[str]) -> Iterator[str]:
    """Yield what a shorter name keeps of a longer one: the family name; of given names only one that opens many."""
    if shorter[-1] == longer[-1]:
        yield "same_family"
        if len(shorter) == 2 and shorter[0] == longer[0] and shorter[0] in openers():
            yield "opener_kept"


# ---------------------------------------------------------------- slips, spellings, other orders


def _cut(bearer: Bearer) -> Iterator[Key]:
    """Yield keys of which names with one slip share one: the name with one letter of a part left out."""
    given = vocabulary().people.given
    for k, part in enumerate(bearer.parts if bearer.sure else ()):
        if k == 0 or len(part) < SHORTEST_SLIP or part in given:
            continue
        for cut in {part, *(part[:i] + part[i + 1 :] for i in range(len(part)))}:
            yield "\n".join((*bearer.parts[:k], f"{cut}?", *bearer.parts[k + 1 :]))


def _is_slip(a: Name, b: Name) -> bool:
    """Whether the names are one but for a slip, and not two family names that are both known."""
    differing = [(p, q) for p, q in zip(a.parts, b.parts, strict=False) if p != q]
    both_known = all(_is_known(p) and _is_known(q) for p, q in differing)
    return bool(differing) and len(a.parts) == len(b.parts) and not both_known and same_person(a.label, b.label)


def _is_known(part: str) -> bool:
    family = vocabulary().people.family
    return part in family or ARTICLE + part in family


def _spellings(bearer: Bearer) -> set[Key]:
    return {"".join(bearer.parts), *bearer.slips} if bearer.sure else set()


def _is_spelling(a: Name, b: Name) -> bool:
    return bool(a.slips or b.slips)


def _ordered(bearer: Bearer) -> Iterator[Key]:
    if bearer.sure:
        yield "".join(sorted(bearer.parts))


def _is_reordered(a: Name, b: Name) -> bool:
    return a.parts != b.parts and sorted(a.parts) == sorted(b.parts)


# ---------------------------------------------------------------- French spellings, initials


def _latin(bearer: Bearer) -> Iterator[Key]:
    if bearer.sure and romanise.is_latin(bearer.label) and (key := romanise.skeleton(bearer.label)):
        yield key


def _not_latin(bearer: Bearer) -> Iterator[Key]:
    if bearer.sure and not romanise.is_latin(bearer.label):
        yield from _skeletons(bearer.label, bearer.parts)


def _romanised(key: Key, latin: Sequence[Name], arabic: Sequence[Name]) -> Iterator[Related]:
    for one in latin if len(arabic) <= MOST else ():
        for name in arabic:
            if romanise.agree(one.label, name.label):
                kept = ["opener_kept"] if _skeletons(name.label, name.parts)[key] else []
                yield one.id, name.id, frozenset({"romanised", *kept})


def _skeletons(label: str, parts: Sequence[str]) -> dict[Key, bool]:
    """The consonants of the name, and of it with one given name alone: whether that is only one that opens many."""
    *given, family = parts
    alone = {romanise.skeleton(f"{one} {family}"): one in openers() and len(given) > 1 for one in given}
    return {**alone, romanise.skeleton(label): False}


def is_initial(parts: Sequence[str]) -> bool:
    """Whether a name begins with a single letter."""
    return bool(parts) and len(parts[0].rstrip(".")) == 1


def _initial(bearer: Bearer) -> Iterator[Key]:
    if is_initial(bearer.parts):
        yield f"{bearer.parts[0][0]}\n{''.join(bearer.parts[1:])}"


def _initials(bearer: Bearer) -> set[Key]:
    """The initials that may stand for a full name."""
    if not bearer.sure:
        return set()
    *given, family = bearer.parts
    return {f"{one[0]}\n{family}" for one in given}


def _abbreviated(_: Key, initial: Sequence[Name], full: Sequence[Name]) -> Iterator[Related]:
    for one in initial if len(full) <= MOST else ():
        yield from ((one.id, name.id, frozenset({"initials"})) for name in full)


RELATIONS: Sequence[Relation[Bearer, Name]] = (
    Relation(_full, _same_name),
    Relation(_own, _shorter, _within),
    Relation(_cut, _sharing(_is_slip, "slip")),
    Relation(_spellings, _sharing(_is_spelling, "spelling_given")),
    Relation(_ordered, _sharing(_is_reordered, "reordered")),
    Relation(_latin, _romanised, _not_latin),
    Relation(_initial, _abbreviated, _initials),
)
"""In order: that which comes first says who asks."""
