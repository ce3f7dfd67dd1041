"""Which bearers of names are compared, and by which relation of their names. Names are looked up, never all with all.

Each relation has a key that only names in that relation share; a key that too many share tells nothing and is left.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations

from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.names import SHORTEST_SLIP, same_person
from graph_builder.lexicon.vocabulary import vocabulary
from graph_builder.resolution import romanise
from graph_builder.resolution.bearers import Bearer
from graph_builder.resolution.common import openers

LONGEST = 7
"""Parts of a name: of a longer one no shorter forms are looked up."""
MOST = 40
"""Bearers that are compared for one key; of one name, those of most articles."""
Pair = tuple[int, int]


def asked(bearers: Sequence[Bearer]) -> dict[Pair, frozenset[str]]:
    """Return asker and asked, by number, with the features of their names; the less told of two asks."""
    found: dict[Pair, set[str]] = {}
    for a, b, names in _related(bearers):
        if (b, a) not in found:
            found.setdefault((a, b), set()).update(names)
    return {pair: frozenset(names) for pair, names in found.items()}


def _related(bearers: Sequence[Bearer]) -> Iterator[tuple[int, int, set[str]]]:
    yield from _same_name(bearers)
    sure = [n for n, bearer in enumerate(bearers) if bearer.sure]
    yield from _shorter(bearers, sure)
    for a, b in _sharing(bearers, sure, _slip_keys):
        if _is_slip(bearers[a], bearers[b]):
            yield a, b, {"slip"}
    for a, b in _sharing(bearers, sure, lambda bearer: {"".join(bearer.parts), *bearer.slips}):
        if bearers[a].slips or bearers[b].slips:
            yield a, b, {"spelling_given"}
    for a, b in _sharing(bearers, sure, lambda bearer: ["".join(sorted(bearer.parts))]):
        if bearers[a].parts != bearers[b].parts and sorted(bearers[a].parts) == sorted(bearers[b].parts):
            yield a, b, {"reordered"}
    yield from _romanised(bearers, sure)
    yield from _initials(bearers)


def _less_told(bearers: Sequence[Bearer], a: int, b: int) -> Pair:
    """Put the bearer first that has no party, or fewer articles: it asks. One that is decided on is asked."""

    def told(n: int) -> tuple[bool, bool, bool, int, int]:
        bearer = bearers[n]
        return bool(bearer.pinned), bool(bearer.parties), bearer.sure, len(bearer.articles), n

    one, other = sorted((a, b), key=told)
    return one, other


def _sharing(
    bearers: Sequence[Bearer], among: Iterable[int], keys: Callable[[Bearer], Iterable[Hashable]]
) -> Iterator[Pair]:
    """Yield pairs that share a key."""
    blocks: dict[Hashable, list[int]] = {}
    for n in among:
        for key in keys(bearers[n]):
            blocks.setdefault(key, []).append(n)
    found = {pair for block in blocks.values() if len(block) <= MOST for pair in combinations(sorted(set(block)), 2)}
    for a, b in sorted(found):
        yield _less_told(bearers, a, b)


# ---------------------------------------------------------------- one name, shorter names


def _same_name(bearers: Sequence[Bearer]) -> Iterator[tuple[int, int, set[str]]]:
    """Yield bearers of one full name: each with those of most articles of whom party or town are told."""
    named: dict[str, list[int]] = {}
    for n, bearer in enumerate(bearers):
        if len(bearer.parts) > 1 and not is_initial(bearer.parts):
            named.setdefault("".join(bearer.parts), []).append(n)
    for numbers in named.values():
        known = [n for n in numbers if _is_known_by_more(bearers[n])]
        known = sorted(known, key=lambda n: (-len(bearers[n].articles), n))[:MOST]
        pairs = {_less_told(bearers, n, m) for n in numbers for m in known if n != m}
        yield from ((a, b, {"same_name"}) for a, b in sorted(pairs))


def _is_known_by_more(bearer: Bearer) -> bool:
    """Whether others may be asked to be this bearer: of a common name, only where a party is told."""
    return bool(bearer.parties or bearer.around.context) or (bearer.sure and not bearer.common)


def _shorter(bearers: Sequence[Bearer], sure: Iterable[int]) -> Iterator[tuple[int, int, set[str]]]:
    """Yield shorter names, each with the longer ones that have all its parts in their order."""
    by_key: dict[str, list[int]] = {}
    for n in sure:
        by_key.setdefault("".join(bearers[n].parts), []).append(n)
    for n in sure:
        parts = bearers[n].parts
        sizes = range(2, len(parts)) if len(parts) <= LONGEST else ()
        shorter = {"".join(some) for size in sizes for some in combinations(parts, size)} - {"".join(parts)}
        for key in sorted(shorter & by_key.keys()):
            for m in by_key[key][:MOST]:
                yield m, n, {"shorter", *_kept(bearers[m].parts, parts)}


def _kept(shorter: Sequence[str], longer: Sequence[str]) -> Iterator[str]:
    """Yield what a shorter name keeps of a longer one: the family name; of given names only one that opens many."""
    if shorter[-1] == longer[-1]:
        yield "same_family"
        if len(shorter) == 2 and shorter[0] == longer[0] and shorter[0] in openers():
            yield "opener_kept"


# ---------------------------------------------------------------- slips


def _slip_keys(bearer: Bearer) -> Iterator[tuple[object, ...]]:
    """Yield keys of which names with one slip share one: the name with one letter of a part left out."""
    given = vocabulary().people.given
    for k, part in enumerate(bearer.parts):
        if k == 0 or len(part) < SHORTEST_SLIP or part in given:
            continue
        for cut in {part, *(part[:i] + part[i + 1 :] for i in range(len(part)))}:
            yield bearer.parts[:k], cut, bearer.parts[k + 1 :]


def _is_slip(a: Bearer, b: Bearer) -> bool:
    """Whether the names are one but for a slip, and not two family names that are both known."""
    differing = [(p, q) for p, q in zip(a.parts, b.parts, strict=False) if p != q]
    both_known = all(_is_known(p) and _is_known(q) for p, q in differing)
    return bool(differing) and len(a.parts) == len(b.parts) and not both_known and same_person(a.label, b.label)


def _is_known(part: str) -> bool:
    family = vocabulary().people.family
    return part in family or ARTICLE + part in family


# ---------------------------------------------------------------- French spellings, initials


def _romanised(bearers: Sequence[Bearer], sure: Sequence[int]) -> Iterator[tuple[int, int, set[str]]]:
    latin = {n: key for n in sure if (key := _latin_key(bearers[n]))}
    wanted = set(latin.values())
    by_key: dict[str, list[tuple[int, bool]]] = {}
    for n in sure if wanted else ():
        if not romanise.is_latin(bearers[n].label):
            for key, opener in _skeletons(bearers[n]).items():
                if key in wanted:
                    by_key.setdefault(key, []).append((n, opener))
    for n in sorted(latin):
        block = by_key.get(latin[n], [])
        for m, opener in block if len(block) <= MOST else ():
            if romanise.agree(bearers[n].label, bearers[m].label):
                yield n, m, {"romanised", *(["opener_kept"] if opener else [])}


def _latin_key(bearer: Bearer) -> str:
    return romanise.skeleton(bearer.label) if romanise.is_latin(bearer.label) else ""


def _skeletons(bearer: Bearer) -> dict[str, bool]:
    """The consonants of the name, and of it with one given name alone: whether that is only one that opens many."""
    *given, family = bearer.parts
    alone = {romanise.skeleton(f"{one} {family}"): one in openers() and len(given) > 1 for one in given}
    return {**alone, romanise.skeleton(bearer.label): False}


def is_initial(parts: Sequence[str]) -> bool:
    """Whether a name begins with a single letter."""
    return bool(parts) and len(parts[0].rstrip(".")) == 1


def _initials(bearers: Sequence[Bearer]) -> Iterator[tuple[int, int, set[str]]]:
    """Yield names with an initial, each with the full names that it may stand for."""
    short: dict[tuple[str, str], list[int]] = {}
    for n, bearer in enumerate(bearers):
        if is_initial(bearer.parts):
            short.setdefault((bearer.parts[0][0], "".join(bearer.parts[1:])), []).append(n)
    full: dict[tuple[str, str], list[int]] = {}
    for m, bearer in enumerate(bearers if short else ()):
        if bearer.sure:
            *given, family = bearer.parts
            for key in {(name[0], family) for name in given} & short.keys():
                full.setdefault(key, []).append(m)
    for key, known in sorted(full.items()):
        for n in short[key] if len(known) <= MOST else ():
            yield from ((n, m, {"initials"}) for m in known)
