"""Whether a text is the source of a page, saved under the name of a plain text."""

from __future__ import annotations

import re

_ELEMENT = re.compile(r"<(?:p|br|div|html|body|head|title|h[1-6]|span|table|article)\b[^<>]{0,200}>", re.IGNORECASE)
LOOKED_AT = 20_000
"""Code points at the beginning of the text."""
FEWEST = 4
"""Elements of a page; a plain text that speaks of a tag or two is none."""


def is_markup(text: str) -> bool:
    """Return whether ``text`` begins as a page's source does.

    >>> is_markup("<html><body><p>a</p><p>b</p></body></html>")
    True
    >>> is_markup("كتب <p> في أول السطر")
    False
    """
    return sum(1 for _ in _ELEMENT.finditer(text[:LOOKED_AT])) >= FEWEST
