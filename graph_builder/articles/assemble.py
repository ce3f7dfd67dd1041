"""An article from the text of a page: title, paragraphs, what was removed and why, source and publication date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph_builder.articles.lines import lines_of
from graph_builder.articles.page import read_page
from graph_builder.articles.published import publication
from graph_builder.articles.sketch import sketch
from graph_builder.articles.verdicts import PARAGRAPH, TITLE, Verdict, verdicts
from graph_builder.articles.words import words_of
from graph_builder.model import Article, Removed


class Stated(NamedTuple):
    """What is known of an article from elsewhere than its text: fields of a record, markup of a page."""

    title: str | None = None
    source: str | None = None
    published: str | None = None
    """EDTF."""
    url: str | None = None


class Assembled(NamedTuple):
    """An article, and the dates that its page states and that do not agree with ``Article.published``."""

    article: Article
    other_dates: tuple[str, ...]


def article_from_text(text: str, *, id: str, file: str, digest: str, stated: Stated | None = None) -> Article:  # noqa: A002
    """Return the article that ``text`` holds, without looking at anything else.

    ``Article.text`` is ``text`` letter for letter; a stated title that is no line of it is put before it, with a blank
    line between. What is stated goes before what the page says of source and date.
    """
    return assemble(text, id=id, file=file, digest=digest, stated=stated or Stated()).article


def assemble(text: str, *, id: str, file: str, digest: str, stated: Stated) -> Assembled:  # noqa: A002
    """Return the article, and the dates of its page that do not agree with the one taken."""
    lines = lines_of(text)
    named = words_of(stated.title or "")
    if named and not any(line.words == named for line in lines):
        text = f"{' '.join((stated.title or '').split())}\n\n{text}"
        lines = lines_of(text)
    title = next((i for i, line in enumerate(lines) if line.words == named), None) if named else None
    page = read_page(lines, title, stated.source)
    found = list(verdicts(page))
    published = publication(page, stated.published)
    paragraphs = tuple(span for span, what in found if what == PARAGRAPH)
    article = Article(
        id=id,
        text=text,
        file=file,
        digest=digest,
        title=next((span for span, what in found if what == TITLE), None),
        paragraphs=paragraphs,
        removed=tuple(_removed(found)),
        source=page.source,
        published=published.value,
        url=stated.url,
        sketch=sketch("\n".join(text[span.start : span.end] for span in paragraphs)),
    )
    return Assembled(article, published.others)


def _removed(found: Sequence[Verdict]) -> list[Removed]:
    """Return what was removed; stretches of one reason with only white space between them are one."""
    removed: list[Removed] = []
    before = ""
    for span, what in found:
        if what not in (TITLE, PARAGRAPH):
            start = removed.pop().start if before == what else span.start
            removed.append(Removed(start, span.end, what))
        before = what
    return removed
