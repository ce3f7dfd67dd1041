"""Which places may be meant by an office or body of a level: of its kind, and none that is only told as around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from graph_builder.extraction.mention_kinds import PlaceMention
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded
from graph_builder.model import Level

_AROUND: Final = folded(data("grammar_words")["place"]["around"])


def fits(place: PlaceMention, level: Level | None) -> bool:
    """Return whether a body of this level may be of the place."""
    if place.kind == "country":
        return False
    if level == "regional":
        return place.kind == "region"
    if level == "provincial":
        return place.kind in ("province", "city", "cercle")  # "بدائرة جرادة": a constituency is a province
    return not (level == "local" and place.kind == "region")


def is_around(place: PlaceMention) -> bool:
    """Return whether a place is told as the province around a town: "بجماعة كذا إقليم الحاجب"."""
    return place.type_word in _AROUND


def narrow(places: list[PlaceMention], level: Level | None) -> list[PlaceMention]:
    """Return those that a body of this level may be of: for a local one no province around it."""
    return [p for p in places if fits(p, level) and not (level == "local" and is_around(p))]


def around(first: Mapping[str, PlaceMention], weights: Mapping[str, int], least: int) -> Iterator[tuple[str, str]]:
    """Yield the provinces, of places by name, with the heaviest town or quarter in them, of at least this weight."""
    inner = [(name, p.code) for name, p in first.items() if p.kind != "province" and p.code and weights[name] >= least]
    for name, province in first.items():
        within = [town for town, code in inner if province.kind == "province" and code.startswith(f"{province.code}.")]
        if within:
            yield name, max(within, key=lambda town: weights[town])
