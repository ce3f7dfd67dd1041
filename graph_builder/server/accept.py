"""Content negotiation (RFC 9110, 12.5.1): which of the forms that there are does a client like best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class _Range(NamedTuple):
    kind: str
    """``text/turtle``, ``text/*`` or ``*/*``."""
    quality: float


def best(accept: str, offered: Iterable[str]) -> str | None:
    """Return the media type that an Accept header likes best, the first of equals; ``None`` if it takes none.

    A missing or empty header takes anything.

    >>> best("text/csv;q=0.5, text/*;q=0.2, */*;q=0.1", ["text/turtle", "text/csv"])
    'text/csv'
    >>> best("text/turtle;q=0, */*", ["text/turtle", "application/n-triples"])
    'application/n-triples'
    >>> best("image/png", ["text/turtle"])
    """
    ranges = list(_ranges(accept)) or [_Range("*/*", 1.0)]
    liked = [(-_quality(ranges, media), number, media) for number, media in enumerate(offered)]
    quality, _, media = min(liked, default=(0.0, 0, ""))
    return media if quality < 0 else None


def _ranges(accept: str) -> Iterator[_Range]:
    for part in accept.split(","):
        kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
        if kind:
            given = [value.removeprefix("q=") for value in parameters if value.startswith("q=")]
            yield _Range("*/*" if kind == "*" else kind, _number(given[0]) if given else 1.0)


def _number(quality: str) -> float:
    try:
        number = float(quality)
    except ValueError:
        return 0.0
    return min(number, 1.0) if number > 0 else 0.0  # also where it is no number (nan)


def _quality(ranges: Iterable[_Range], media: str) -> float:
    """Return the quality of the range that fits a media type most closely."""
    fits = (media, f"{media.partition('/')[0]}/*", "*/*")
    found = [(fits.index(kind), -quality) for kind, quality in ranges if kind in fits]
    return -min(found)[1] if found else 0.0
