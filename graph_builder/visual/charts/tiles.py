"""The regions as tiles that stand as on the map, and beside them every province, also those that nobody names."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml
from markupsafe import Markup

from graph_builder.visual.markup import fragment
from graph_builder.visual.territory import name, provinces

SHADES = 4


@cache
def places() -> Mapping[str, tuple[int, int]]:
    """Return the column and row of each region's tile."""
    content = yaml.safe_load(files("graph_builder.visual.charts").joinpath("tiles.yml").read_text(encoding="utf-8"))
    return {code: (column, row) for code, (column, row) in content.items()}


def shade(count: int, largest: int) -> int:
    """Return how dark a tile is, from 0 for nothing to 4 for the most; equal steps of the root.

    >>> [shade(count, 16) for count in (0, 1, 4, 9, 16)]
    [0, 1, 2, 3, 4]
    """
    return math.ceil(SHADES * math.sqrt(count / largest)) if count else 0


def cartogram(regions: Mapping[str, int], of_provinces: Mapping[str, int]) -> Markup:
    """Draw how many bodies each region and each province has."""
    largest = max(regions.values(), default=0)
    tiles = [
        {
            "code": code,
            "place": name(code),
            "column": column,
            "row": row,
            "count": regions.get(code, 0),
            "shade": shade(regions.get(code, 0), largest),
            "provinces": [(name(each), of_provinces.get(each, 0)) for each in provinces()[code]],
        }
        for code, (column, row) in places().items()
    ]
    return fragment("tiles.html.j2", tiles=tiles)
