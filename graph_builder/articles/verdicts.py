"""What becomes of each line of a page: title, paragraph, or removed, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from graph_builder.articles import headline, origin
from graph_builder.articles.lines import Line
from graph_builder.articles.page import Page
from graph_builder.articles.repeats import Seen, excerpts
from graph_builder.articles.words import Kind, words, words_of
from graph_builder.model import Span

TITLE, PARAGRAPH, REPEAT = "title", "paragraph", "repeat"
OTHER_STORY = 0.34
"""Share of content words; a line above the title with fewer of them in the body is another story's headline."""
HEADLINE = 4
"""Words. A line above the title with fewer is a section's name or a button."""

_ALWAYS: dict[Kind, str] = {
    "furniture": "furniture",
    "share": "furniture",
    "comments": "furniture",
    "box": "furniture",
    "related": "related",
    "related_line": "related",
}


class Verdict(NamedTuple):
    """A stretch of the text and what it is: ``title``, ``paragraph``, or a reason to remove it."""

    span: Span
    what: str


def verdicts(page: Page) -> Iterator[Verdict]:
    """Yield every stretch of the page that is not white space, in order."""
    seen = Seen()
    cut_off = set(excerpts(page.lines))
    for index, line in enumerate(page.lines):
        what = _line(page, index)
        if what in (TITLE, PARAGRAPH) and (seen.before(line.text) or index in cut_off) and what == PARAGRAPH:
            what = REPEAT
        writer = _writer(page, index) if what == "furniture" else 0
        if writer:
            yield Verdict(Span(line.start, line.start + writer), PARAGRAPH)
            yield Verdict(Span(line.start + page.dates[index].label, line.end), what)
        else:
            yield Verdict(Span(line.start, line.end), what)


def _line(page: Page, index: int) -> str:
    line = page.lines[index]
    if index == page.title:
        return TITLE
    known = page.after.get(index) or (_date_line(page, index) if index in page.dates else _ALWAYS.get(line.kind))
    if known:
        return known
    if page.start <= index <= page.last or line.kind == "body":
        return PARAGRAPH
    return _around(page, index, line)


def _around(page: Page, index: int, line: Line) -> str:
    """A line before the first paragraph or after the last one, other than a paragraph by its looks."""
    before = index < page.start
    if line.kind == "ticker":
        return "ticker"
    above = page.title is not None and index < min(page.title, page.start)
    if line.kind == "number" or (line.kind == "menu" and above) or origin.labelled(line) is not None:
        return "furniture"
    if before and (origin.is_motto(line) or words().sections.issuperset(line.words)):
        return "furniture"
    if above:
        if page.title is not None and headline.beside_title(line, page.lines[page.title]):
            return REPEAT
        if len(line.words) < HEADLINE or page.source == line.text:
            return "furniture"
        return "ticker" if headline.overlap(line.text, page.subject) < OTHER_STORY else PARAGRAPH
    return PARAGRAPH


def _date_line(page: Page, index: int) -> str:
    """A date line is furniture, but for one with words of its own that are not the newspaper's name: a byline."""
    date = page.dates[index]
    own = set(date.rest) - set(words_of(page.source or ""))
    above = page.title is not None and index < page.title
    return "furniture" if not own or above or not date.stamps or _writer(page, index) else PARAGRAPH


def _writer(page: Page, index: int) -> int:
    """Return where the words before the date end, in a line that opens with the writer's name; 0 in any other."""
    date = page.dates.get(index)
    if date is None or not date.rest or words_of(date.before) == words_of(page.source or ""):
        return 0
    above = page.title is not None and index < page.title
    return len(date.before) if date.rest == words_of(date.before) and not above else 0
