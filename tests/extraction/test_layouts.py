"""The layout, punctuation and spelling of an article change little of what is read: a bound for each way, measured.

``tools/layout_losses.py`` measures all ways on whole sets. Here every third article of ``dev`` is read in the ways of the
whole text, those with lists of people in the ways of lists.
"""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from tools.layout_losses import Losses

DEV = Path(__file__).parents[1] / "gold" / "dev"
MOST: dict[str, float] = {
}
"""The points of F1 that a way may cost, of posts by their core."""


@functools.cache
def losses(lists: bool) -> Losses:
    stems = sorted(path.stem for path in DEV.glob("*.json"))
    return Losses(DEV, WITH_LISTS if lists else stems[::3])
