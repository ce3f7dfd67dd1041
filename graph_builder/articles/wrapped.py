"""Text that a PDF or a mail broke into lines of one width: its lines joined to paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

WIDEST = 130
"""Code points. Pages whose paragraphs are lines have longer ones."""
NARROWEST = 40
"""Code points. Where no line is longer, the page is a list."""
FULL = 0.85
"""Share of the longest line that a line has at least, with the first word of the next, where a width broke it."""
LONG = 0.6
"""Share of the longest line below which a line says nothing: the end of a paragraph, an item of a list."""
BROKEN = 0.5
"""Share of the long lines without a final sign that were broken by a width, at least, where a page was."""
FEWEST = 3
"""Such lines."""

_FINAL = (".", ":", "!", "؟", "?", "…", "؛")
_CLOSING = "»”\"')]} "
_ITEM = re.compile(r"[-–—•●▪◦*·✓]|\(?\d{1,3}\s?[-–.)/](?!\d)")
"""What opens an item of a list."""


class Piece(NamedTuple):
    """A line without the white space around it, where it begins, and whether a blank line stands above it."""

    start: int
    text: str
    apart: bool


def pieces(text: str) -> list[Piece]:
    """Return the lines that are not blank; those that a width broke are one, with the line ends in it."""
    found: list[Piece] = []
    start, blank = 0, False
    for whole in text.splitlines(keepends=True):
        content = whole.strip()
        if content:
            found.append(Piece(start + whole.index(content[0]), content, blank))
        blank = not content
        start += len(whole)
    width = max((len(piece.text) for piece in found[1:]), default=0)
    return list(_joined(text, found, width)) if _is_wrapped(found, width) else found


def _is_wrapped(found: Sequence[Piece], width: int) -> bool:
    """Whether most lines that end without a final sign are as long as one width lets them be."""
    if not NARROWEST <= width <= WIDEST:
        return False
    pairs = list(pairwise(found[1:]))
    opened = [(a, b) for a, b in pairs if len(a.text) >= LONG * width and not _is_closed(a, b)]
    broken = sum(_is_broken(above, below, width) for above, below in opened)
    return broken >= FEWEST and broken >= BROKEN * len(opened)


def _joined(text: str, found: Sequence[Piece], width: int) -> Iterator[Piece]:
    """The lines, each with those that go on with it; the first, a headline, stays."""
    current = found[1]
    yield found[0]
    for above, below in pairwise(found[1:]):
        if _is_closed(above, below) or not _is_broken(above, below, width):
            yield current
            current = below
        else:
            current = Piece(current.start, text[current.start : below.start + len(below.text)], current.apart)
    yield current


def _is_closed(above: Piece, below: Piece) -> bool:
    """Whether a final sign, a blank line or a bullet parts two lines."""
    return below.apart or above.text.rstrip(_CLOSING).endswith(_FINAL) or _ITEM.match(below.text) is not None


def _is_broken(above: Piece, below: Piece, width: int) -> bool:
    """Whether the first word of a line had no room in the one above."""
    return len(above.text) + 1 + len(below.text.split(maxsplit=1)[0]) >= FULL * width
