"""A timeline: a row a thing, its stretches of time told apart by how they are known."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from graph_builder.visual.markup import fit, label
from graph_builder.visual.text import isolated, shown

Known = Literal["certain", "uncertain", "derived"]
OPEN = 0.06
"""The part of the axis over which a stretch without a known end is drawn."""
_ROW, _TOP, _ROOM = 38, 26, 0.5
_MONTH = 1 / 12
_BAR = '<rect class="%s" x="%.2f%%" y="%s" width="%.2f%%" height="10" rx="2"/>'
_TEXT = '<text x="%.2f%%" y="%s" text-anchor="%s"%s>%s</text>'
_YEAR = '<text class="year" x="%.2f%%" y="12" text-anchor="%s">%s</text>'
_MOMENT = '<circle class="moment" cx="%.2f%%" cy="%s" r="5"/>'
_LINE = '<line class="tick" x1="%.2f%%" x2="%.2f%%" y1="18" y2="%s"/>'


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a row, in years; ``None`` where it is open."""

    known: Known
    start: float | None
    end: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a timeline: its words, its stretches, and single moments."""

    words: str
    stretches: Sequence[Stretch]
    moments: Sequence[float] = ()
    key: str | None = None
    """The phrase of the interface that its words are, if they are one."""


def timeline(rows: Sequence[Row], name: str) -> Markup | None:
    """Draw rows that have a place in time; ``name`` is the key of what the drawing is called.

    ``None`` where all that is known lies within a month: there is nothing to compare.
    """
    known = [at for row in rows for at in _known(row)]
    if not known or max(known) - min(known) < _MONTH:
        return None
    times = [at for row in rows for at in _times(row)]
    first, last = math.floor(min(times)), math.ceil(max(times))
    axis = (first, max(last, first + 1))
    placed = [row for row in rows if _times(row)]
    height = _TOP + _ROW * len(placed) + 6
    parts = [*_ticks(axis, height), *(part for n, row in enumerate(placed) for part in _drawn(row, n, axis))]
    drawing = '<svg class="timeline mirror" role="img" %s width="100%%" height="%s">%s</svg>'
    return fit(drawing, label(name), height, Markup("").join(parts))


def _known(row: Row) -> list[float]:
    ends = (at for stretch in row.stretches for at in (stretch.start, stretch.end))
    return [*row.moments, *(at for at in ends if at is not None)]


def _times(row: Row) -> list[float]:
    """Return the times that the axis has to hold: half a year more where a stretch is open."""
    after = [stretch.start + _ROOM for stretch in row.stretches if stretch.end is None and stretch.start is not None]
    before = [stretch.end - _ROOM for stretch in row.stretches if stretch.start is None and stretch.end is not None]
    return [*_known(row), *after, *before]


def _ticks(axis: tuple[int, int], height: int) -> list[Markup]:
    years = axis[1] - axis[0]
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if years / step <= 8)
    marks = [year for year in range(axis[0], axis[1] + 1) if year % step == 0 or years < 2]
    return [
        part
        for year in marks
        for part in (
            fit(_LINE, _x(year, axis), _x(year, axis), height),
            fit(_YEAR, _x(year, axis), _anchor(year, axis), year),
        )
    ]


def _anchor(at: float, axis: tuple[int, int]) -> str:
    return "start" if at == axis[0] else "end" if at == axis[1] else "middle"


def _drawn(row: Row, number: int, axis: tuple[int, int]) -> list[Markup]:
    top = _TOP + _ROW * number
    parts, left, right = [], 100.0, 0.0
    for stretch in row.stretches:
        start = None if stretch.start is None else _x(stretch.start, axis)
        end = None if stretch.end is None else _x(stretch.end, axis)
        begin = max(0.0, (end or 0.0) - OPEN * 100) if start is None else start
        finish = min(100.0, begin + OPEN * 100) if end is None else max(end, begin + 0.7)
        left, right = min(left, begin), max(right, finish)
        parts.append(fit(_BAR, stretch.known, begin, top + 18, max(finish - begin, 0.7)))
    for moment in row.moments:
        at = _x(moment, axis)
        left, right = min(left, at), max(right, at)
        parts.append(fit(_MOMENT, at, top + 23))
    place = (left, top + 13, "start") if left <= 50 else (right, top + 13, "end")
    key = fit(' data-say="%s"', row.key) if row.key else ""
    parts.append(fit(_TEXT, *place, key, row.words if row.key else isolated(shown(row.words))))
    return parts


def _x(at: float, axis: tuple[int, int]) -> float:
    return (at - axis[0]) / (axis[1] - axis[0]) * 100
