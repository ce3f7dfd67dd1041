"""A page's lines seen together: where the title stands, where the article begins and ends, which lines are dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph_builder.articles import dates, headline, origin
from graph_builder.articles.cuts import after_article
from graph_builder.articles.dates import DateLine
from graph_builder.articles.lines import Line
from graph_builder.articles.words import words_of


@dataclass(frozen=True, slots=True)
class Page:
    """What the lines of a page are."""

    lines: Sequence[Line]
    title: int | None
    start: int
    """Index of the first paragraph; as many as there are lines, if there is none."""
    last: int
    """Index of the last paragraph."""
    after: dict[int, str]
    """Lines that follow the article, and why they are removed."""
    dates: dict[int, DateLine]
    """Lines before the first paragraph and after the last one that state a date of the page, or a newspaper so."""
    source: str | None
    subject: set[str]
    """Content words of the first paragraphs; empty where no line stands above the title."""


def read_page(lines: Sequence[Line], title: int | None, source: str | None) -> Page:
    """Return what the lines are together. ``title`` and ``source`` are given if they are known from elsewhere."""
    start = headline.body_start(lines)
    after = after_article(lines, start)
    last = max((i for i in range(start, len(lines)) if lines[i].kind == "body" and i not in after), default=start)
    tail = range(last + 1, min(after, default=len(lines)))
    found = _dates(lines, (*range(start), *tail))
    if title is None:
        title = headline.title_index(lines, start, found)
    # "Published in X" without a date is that only right below the title.
    found = {i: date for i, date in found.items() if date.stamps or (title is not None and i == title + 1)}
    named = source or origin.of_page(lines, title, start, tail, found)
    # A place and a day under the text are where and when a communiqué was signed.
    found = {
        i: date
        for i, date in found.items()
        if i < start or date.labelled or set(date.rest) <= set(words_of(named or ""))
    }
    subject = headline.about(lines, start) if title else set()
    return Page(lines, title, start, last, after, found, named, subject)


def _dates(lines: Sequence[Line], places: Iterable[int]) -> dict[int, DateLine]:
    read = ((i, dates.read(lines[i].text)) for i in places if dates.may_be(lines[i].words))
    return {i: date for i, date in read if date}
