"""Results as an aligned table for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

WIDEST = 60
"""Columns a cell may take; the rest of it is cut with an ellipsis (CSV and JSON have it whole)."""
Term = NamedNode | BlankNode | Literal | Triple | None


def grid(names: Sequence[str], rows: Iterable[Sequence[Term]], namespaces: Mapping[str, str]) -> str:
    """Return rows under their names, in aligned columns; IRIs by their prefixes; with the number of rows at the end."""
    cells = [[cut(printable(shown(term, namespaces))) for term in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(names, *cells, strict=True)]
    lines = [names, ["-" * size for size in widths], *cells]
    text = [
        "  ".join(cell + " " * (size - width(cell)) for cell, size in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]
    return "\n".join([*text, f"({len(cells)} row{'' if len(cells) == 1 else 's'})"]) + "\n"


def shown(term: Term, namespaces: Mapping[str, str]) -> str:
    """Return a term as a person reads it: the words of a literal, an IRI by its prefix; nothing for no value.

    >>> shown(NamedNode("http://www.w3.org/ns/org#Post"), {"org": "http://www.w3.org/ns/org#"})
    'org:Post'
    """
    if term is None:
        return ""
    if not isinstance(term, NamedNode):
        return term.value if isinstance(term, Literal | BlankNode) else str(term)
    fits = [(len(space), prefix) for prefix, space in namespaces.items() if term.value.startswith(space)]
    if not fits:
        return f"<{term.value}>"
    length, prefix = max(fits)
    return f"{prefix}:{term.value[length:]}"


def printable(text: str) -> str:
    """Return text without what could move a terminal's cursor or turn its writing: controls become spaces."""
    return "".join(" " if unicodedata.category(sign) in {"Cc", "Cf", "Zl", "Zp"} else sign for sign in text)


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes: vowel signs none, wide signs two."""
    return sum(
        2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text if not unicodedata.combining(sign)
    )


def cut(text: str) -> str:
    """Return text of at most ``WIDEST`` columns."""
    if width(text) <= WIDEST:
        return text
    kept = text[:WIDEST]
    while width(kept) >= WIDEST:
        kept = kept[:-1]
    return kept + "…"
