"""Pages written for these tests, each line with what has to become of it (see ``annotated``)."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import NamedTuple

import pytest

from graph_builder.articles import article_from_text
from graph_builder.model import Article, Removed, Span

PAGES = sorted((Path(__file__).parent / "pages").glob("*.page"))


class Page(NamedTuple):
    """A page's text, and by hand: what each stretch of it is, the source and the date."""

    text: str
    stretches: list[tuple[str, str]]
    source: str | None
    published: str | None


def annotated(page: str) -> Page:
    """Read a page whose lines have their verdict before ``|``; ``&`` glues a stretch to the one before it.

    Above the first blank line: comments, the source and the date (``-`` for none).
    """
    head, _, rest = page.partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines() if not line.startswith("#"))
    text, stretches = "", []
    for line in rest.splitlines():
        verdict, _, content = line.partition("| ")
        if verdict.startswith("&"):
            text = text.removesuffix("\n")
        if content.strip():
            stretches.append((verdict.lstrip("&"), content.strip()))
        text += content + "\n"
    source, published = (None if facts[name] == "-" else facts[name] for name in ("source", "published"))
    return Page(text, stretches, source, published)


def verdicts(article: Article) -> list[tuple[str, str]]:
    """What became of each stretch; neighbours removed for one reason are split into their lines again."""
    found: list[tuple[Span | Removed, str]] = [(span, "paragraph") for span in article.paragraphs]
    found += [(article.title, "title")] if article.title else []
    found += [(removed, removed.reason) for removed in article.removed]
    return [
        (verdict, line.strip())
        for span, verdict in sorted(found, key=lambda pair: pair[0].start)
        for line in article.text[span.start : span.end].splitlines()
        if line.strip()
    ]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_each_line_of_a_page_becomes_what_it_is(path: Path) -> None:
    page = annotated(path.read_text(encoding="utf-8"))
    article = article_from_text(page.text, id=path.stem, file=path.name, digest="")
    assert article.text == page.text
    assert verdicts(article) == page.stretches
    assert (article.source, article.published) == (page.source, page.published)


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028", "\v"])
def test_newlines_of_all_sorts_end_lines(newline: str) -> None:
    for path in PAGES:
        page = annotated(path.read_text(encoding="utf-8"))
        article = article_from_text(page.text.replace("\n", newline), id="a", file="a", digest="")
        assert verdicts(article) == page.stretches


BODY = (
    "عقد حزب الاستقلال بسلا، يوم الأحد الماضي، مؤتمره الإقليمي السابع بدار الثقافة، وانتخب المؤتمر كريم العلمي كاتبا "
    "إقليميا، كما انتخب منى الزين أمينة للمال وسعيد الناصري مقررا، وحضر الأشغال مناضلون من كل فروع الإقليم."
)


@pytest.mark.parametrize("width", [45, 60, 70])
def test_lines_that_a_width_broke_are_one_paragraph(width: int) -> None:
    text = "\n".join(
        ["عنوان من أربع كلمات", "", *textwrap.wrap(BODY, width), "", "المقرر: سعيد الناصري", "نائبه: حميد التازي"]
    )
    article = article_from_text(text, id="a", file="a.txt", digest="0")
    paragraphs = [" ".join(article.quote(span).split()) for span in article.paragraphs]
    assert paragraphs == [BODY, "المقرر: سعيد الناصري", "نائبه: حميد التازي"]


def test_items_of_a_list_are_no_broken_lines() -> None:
    lines = [
        "كريم العلمي، عضو المكتب السياسي",
        "منى الزين، عضوة المجلس الوطني ورئيسة لجنة الإعلام بسلا",
        "سعيد الناصري",
    ]
    text = "\n".join(["عنوان من أربع كلمات", *lines, *lines[::-1]])
    article = article_from_text(text, id="a", file="a.txt", digest="0")
    assert not any("\n" in article.quote(span) for span in article.paragraphs)
