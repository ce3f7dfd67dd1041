"""Where bodies stand: places in their provinces and regions, as the lexicon knows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from graph_builder.graph.reference import Entry, places

_PROVINCES = ("province", "prefecture")


@cache
def lineage(code: str) -> tuple[str, ...]:
    """Return the code of a place and of every wider one, itself first.

    >>> lineage("04.501.01.07")[-2:]
    ('04', 'MA')
    """
    found: list[str] = []
    while code in places() and code not in found:
        found.append(code)
        code = str(places()[code].get("parent") or "")
    return tuple(found)


def region_of(code: str | None) -> str | None:
    """Return the region in which a place lies."""
    return next((each for each in lineage(code or "") if places()[each]["kind"] == "region"), None)


def province_of(code: str | None) -> str | None:
    """Return the province or prefecture in which a place lies."""
    return next((each for each in lineage(code or "") if places()[each]["kind"] in _PROVINCES), None)


def name(code: str) -> Entry:
    """Return the entry of a place: ``ar``, ``fr``, ``kind``."""
    return places()[code]


@cache
def provinces() -> Mapping[str, Sequence[str]]:
    """Return the provinces and prefectures of each region of Morocco, by code."""
    found: dict[str, list[str]] = {}
    for code, entry in places().items():
        region = region_of(code)
        if entry["kind"] in _PROVINCES and region and "MA" in lineage(code):
            found.setdefault(region, []).append(code)
    return {region: sorted(codes) for region, codes in sorted(found.items())}
