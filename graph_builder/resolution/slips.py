"""Slips in names across articles: a letter of a long family name in one party, or a form that an article corrects."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.names import SHORTEST_SLIP, same_person
from graph_builder.lexicon.vocabulary import vocabulary
from graph_builder.resolution.bearers import Bearer, Merging
from graph_builder.resolution.grouping import by_marks


def join_slips(merging: Merging) -> None:
    """Join names of one party that differ by a slip in a family name."""
    blocks: dict[tuple[object, ...], list[int]] = {}
    for n, bearer in enumerate(merging.bearers):
        if bearer.sure:
            for key in _slip_keys(bearer):
                blocks.setdefault(key, []).append(n)
    pairs = {pair for block in blocks.values() for pair in combinations(block, 2)}
    for a, b in sorted(pairs):
        if merging.may_be_one(a, b) and merging.share_party(a, b) and _is_slip(merging.bearers[a], merging.bearers[b]):
            common, rare = sorted((a, b), key=lambda n: (-len(merging.bearers[n].articles), n))
            merging.join(common, rare, "one slip in a long family name")


def _slip_keys(bearer: Bearer) -> Iterator[tuple[object, ...]]:
    """Yield keys of which names with one slip share one: a party, and the name with one letter of a part left out."""
    given = vocabulary().people.given
    for k, part in enumerate(bearer.parts):
        if k == 0 or len(part) < SHORTEST_SLIP or part in given:
            continue
        for cut in {part, *(part[:i] + part[i + 1 :] for i in range(len(part)))}:
            for party in bearer.parties:
                yield party, bearer.parts[:k], cut, bearer.parts[k + 1 :]


def _is_slip(a: Bearer, b: Bearer) -> bool:
    """Whether the names are one but for a slip, and not two family names that are both known."""
    differing = [(p, q) for p, q in zip(a.parts, b.parts, strict=False) if p != q]
    both_known = all(_is_known(p) and _is_known(q) for p, q in differing)
    return len(a.parts) == len(b.parts) and not both_known and same_person(a.label, b.label)


def join_corrected(merging: Merging) -> None:
    """Join names of which an article has one beside the other, for one person: a slip that it corrects."""
    bearing: dict[str, list[int]] = {}
    for n, bearer in enumerate(merging.bearers):
        if bearer.sure:
            for key in ("".join(bearer.parts), *bearer.slips):
                bearing.setdefault(key, []).append(n)
    slips = {slip for bearer in merging.bearers for slip in bearer.slips}
    for key in sorted(slips):
        alike = bearing.get(key, [])
        for numbers in by_marks([merging.parties(n) for n in alike], unmarked_alike=True):
            same = list({merging.root(alike[n]): alike[n] for n in numbers}.values())
            if all(merging.may_be_one(a, b) for a, b in combinations(same, 2)):
                for n in same[1:]:
                    merging.join(same[0], n, "joined by a spelling that articles give to both")


def _is_known(part: str) -> bool:
    family = vocabulary().people.family
    return part in family or ARTICLE + part in family
