"""The day an article was published, as its page states it: labels before bare dates, both before the last update."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph_builder.articles.dates import DateLine, Stamp
from graph_builder.articles.page import Page

NEAR = 8
"""Lines. A date farther above the title is not its."""
_FURNITURE = ("furniture", "share", "number")


class Published(NamedTuple):
    """The date taken (EDTF), and the others that do not agree with it, sorted."""

    value: str | None
    others: tuple[str, ...]


def publication(page: Page, stated: str | None) -> Published:
    """Return the publication date; one that is ``stated`` outside the text goes before all others."""
    ranked = [(0, stated)] if stated else []
    ranked += [(rank, stamp.value) for i, date in page.dates.items() for rank, stamp in _ranked(page, i, date)]
    if not ranked:
        return Published(None, ())
    value = min(ranked, key=lambda found: found[0])[1]
    return Published(value, tuple(sorted({other for _, other in ranked if not _agree(value, other)})))


def _agree(one: str, other: str) -> bool:
    """Whether one date is the other, or only less precise."""
    return one.startswith(other) or other.startswith(one)


def _ranked(page: Page, index: int, date: DateLine) -> Iterator[tuple[int, Stamp]]:
    for stamp in date.stamps:
        if stamp.role == "published":
            yield 1, stamp
        elif stamp.role == "updated":
            yield 5, stamp
        elif index > page.last:
            yield 3, stamp
        elif _beside_title(page, index, stamp):
            yield 2 if stamp.alone else 4, stamp


def _beside_title(page: Page, index: int, stamp: Stamp) -> bool:
    """Whether a bare date is the article's: below the title, or right above it, where no page has its own clock."""
    below = page.start if page.title is None else page.title
    if index > below:
        return True
    return (
        not stamp.calendar
        and below - index <= NEAR
        and all(
            line.kind in _FURNITURE or index + offset in page.dates
            for offset, line in enumerate(page.lines[index + 1 : below], start=1)
        )
    )
