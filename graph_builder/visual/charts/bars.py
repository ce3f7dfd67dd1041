"""Small bars: how a whole is made up, and how large a number is beside the largest."""

from __future__ import annotations

import math
from collections.abc import Sequence

from markupsafe import Markup

from graph_builder.visual.markup import fit, label, number


def stacked(parts: Sequence[tuple[str, int]], name: str) -> Markup:
    """Draw parts of a whole side by side: their classes with their sizes."""
    whole = sum(size for _, size in parts) or 1
    at, drawn = 0.0, []
    for kind, size in parts:
        width = size / whole * 100
        if size:
            bar = fit('<rect class="%s" x="%.2f%%" y="0" width="%.2f%%" height="26"/>', kind, at, width)
            text = fit('<text x="%.2f%%" y="18" text-anchor="middle">%s</text>', at + width / 2, size)
            drawn += [bar, text if width > 4 else Markup("")]
        at += width
    drawing = '<svg class="stacked mirror" role="img" %s width="100%%" height="26">%s</svg>'
    return fit(drawing, label(name), Markup("").join(drawn))


def square(size: int, largest: int, kind: str) -> Markup:
    """Draw a number as a square whose area is to the largest as the numbers are."""
    side = max(3.0, 26 * math.sqrt(size / max(largest, 1)))
    corner = 14 - side / 2
    bar = Markup('<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="2"/>')
    drawing = Markup('<svg class="square" viewBox="0 0 28 28" aria-hidden="true">{}</svg>')
    return drawing.format(bar.format(kind, corner, corner, side, side))


def bars(rows: Sequence[tuple[Markup, int, Markup]]) -> Markup:
    """Draw a table of numbers with a bar each: what is counted, how many, and what else is to be said."""
    largest = max((size for _, size, _ in rows), default=1)
    line = Markup(
        '<tr><th scope="row">{}</th><td class="number">{}</td><td class="bar"><svg class="mirror" aria-hidden="true"'
        ' width="100%" height="12"><rect x="0" y="0" width="{:.2f}%" height="12" rx="2"/></svg></td><td>{}</td></tr>'
    )
    lines = (line.format(what, number(size), size / max(largest, 1) * 100, more) for what, size, more in rows)
    return Markup('<table class="bars"><tbody>{}</tbody></table>').format(Markup("").join(lines))
