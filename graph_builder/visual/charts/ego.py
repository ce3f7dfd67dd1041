"""What surrounds one thing: it in the middle, what it is tied to on rings around it."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from graph_builder.visual.markup import fit, label
from graph_builder.visual.text import isolated, shown

MOST = 24
"""Neighbours that are drawn; all are listed."""
_FEW, _SEATS = 6, 10
"""Neighbours for which a small ring is enough, and those that the inner ring holds."""
_SHAPES = {
    "person": Markup('<circle cx="{x:.1f}" cy="{y:.1f}" r="8"/>'),
    "body": Markup('<rect x="{a:.1f}" y="{b:.1f}" width="15" height="15"/>'),
    "party": Markup(
        '<path transform="translate({a:.1f} {b:.1f}) scale(.8)" d="M18.5 10 14.2 17.4H5.8L1.5 10l4.3-7.4h8.4z"/>'
    ),
    "event": Markup('<path transform="translate({a:.1f} {b:.1f}) scale(.8)" d="M10 1.5 18.5 10 10 18.5 1.5 10z"/>'),
    "plan": Markup('<path transform="translate({a:.1f} {b:.1f}) scale(.8)" d="M10 2 18.5 17h-17z"/>'),
}


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Something around the middle: its kind, name, and how it is tied (``current``, ``former``, ``candidate``)."""

    kind: str
    name: str
    line: str


def ego(kind: str, name: str, around: Sequence[Neighbour]) -> Markup:
    """Draw a thing among its neighbours, the first of them on the inner ring."""
    drawn = around[:MOST]
    rings = [drawn[:_SEATS], drawn[_SEATS:]]
    radii = [110.0 if len(drawn) <= _FEW else 150.0, 235.0]
    half = (radii[0] if len(drawn) <= _SEATS else radii[1]) + 44
    lines, nodes = [], [_node(kind, name, 0, 0, "middle")]
    for ring, radius in zip(rings, radii, strict=True):
        for seat, each in enumerate(ring):
            turn = math.tau * (seat + (0.5 if radius > radii[0] else 0)) / len(ring) - math.pi / 2
            x, y = radius * math.cos(turn) * 1.25, radius * math.sin(turn)
            lines.append(fit('<path class="%s" d="M0 0 %.1f %.1f"/>', each.line, x, y))
            nodes.append(_node(each.kind, each.name, x, y, "seat"))
    wide = half * 1.25 + 50
    box = f"{-wide:.0f} {-half:.0f} {wide * 2:.0f} {half * 2:.0f}"
    drawing = '<svg class="ego" role="img" %s viewBox="%s">%s%s</svg>'
    return fit(drawing, label("site.around"), box, Markup("").join(lines), Markup("").join(nodes))


def _node(kind: str, name: str, x: float, y: float, place: str) -> Markup:
    shape = _SHAPES[kind].format(x=x, y=y, a=x - 8, b=y - 8)
    words = textwrap.wrap(shown(name), 20, max_lines=2, placeholder=" …") or [""]
    text = Markup("").join(
        fit('<text x="%.1f" y="%.1f" text-anchor="middle">%s</text>', x, y + 24 + n * 15, isolated(line))
        for n, line in enumerate(words)
    )
    return fit('<g class="%s %s">%s%s</g>', place, kind, shape, text)
