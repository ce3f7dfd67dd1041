"""What holds of every text, however malformed: stretches in order, nothing lost or invented, the same each time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.articles import Stated, article_from_text, read_articles
from graph_builder.articles.decode import decode
from graph_builder.errors import InputError
from graph_builder.lexicon.loader import data
from graph_builder.model import Article, Notice, Removed, Span

WORDS = data("furniture")
PARAGRAPH = "انتخب أعضاء الفرع مكتبا جديدا، وترأس الجمع العام سالم البكري، وحضره ممثلو الهيئات الموازية."
LINES = st.one_of(
    st.sampled_from([*WORDS["lines"], *WORDS["openings"], *WORDS["related"], *WORDS["comments"], *WORDS["boxes"]]),
    st.sampled_from(
        ["12 يونيو 2017", "نشر في المنبر يوم 12 - 06 - 2017", "آخر تحديث : 3 ماي 2018", "سليم الحداد - 1/2/2020"]
    ),
    st.sampled_from(["عنوان خبر عن الفرع المحلي", "أ    ب ج د ه    و ز ح ط    ي", "المصدر: المنبر", "سياسة", "المنبر"]),
    st.sampled_from([PARAGRAPH, PARAGRAPH.replace(" ", "  "), f"FacebookTwitter{PARAGRAPH}", f"{PARAGRAPH}مشاركة"]),
    st.text(max_size=40),
    st.sampled_from(["", " \t ", "\x00\x01", "\u202eمقلوب\u202c", "\u200f", "...", "١٢", "\ufeff"]),
)
PAGES = st.lists(LINES, max_size=14).flatmap(
    lambda lines: st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\u2028"]).map(lambda newline: newline.join(lines))
)


def check(article: Article) -> None:
    spans: list[Span | Removed] = [*article.paragraphs, *article.removed, *filter(None, [article.title])]
    spans.sort(key=lambda span: span.start)
    assert list(article.paragraphs) == sorted(article.paragraphs)
    assert list(article.removed) == sorted(article.removed)
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(article.text)
        assert not article.text[end : span.start].strip()
        end = span.end
        stretch = article.text[span.start : span.end]
        assert stretch == stretch.strip()
    assert not article.text[end:].strip()
    assert {removed.reason for removed in article.removed} <= {"ticker", "furniture", "repeat", "related"}


@given(PAGES | st.text())
@settings(max_examples=200, deadline=None)
def test_title_paragraphs_and_removed_cover_the_text_in_order(page: str) -> None:
    article = article_from_text(page, id="a", file="a.txt", digest="")
    assert article.text == page
    check(article)
    assert article == article_from_text(page, id="a", file="a.txt", digest="")


@given(PAGES, st.none() | LINES, st.none() | st.just("2017-06"))
@settings(max_examples=80, deadline=None)
def test_what_is_stated_wins(page: str, title: str | None, published: str | None) -> None:
    stated = Stated(title, "المصدر نفسه", published, "https://example.org/1")
    article = article_from_text(page, id="a", file="a.txt", digest="", stated=stated)
    check(article)
    assert article.text.endswith(page)
    assert (article.source, article.url) == ("المصدر نفسه", "https://example.org/1")
    assert published is None or article.published == published


@given(st.binary(max_size=300) | PAGES.map(str.encode) | PAGES.map(lambda text: b"\xff\xfe" + text.encode("utf-16-le")))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_text_or_an_error(content: bytes) -> None:
    try:
        text = decode(content)
    except InputError:
        return
    text.encode()
    check(article_from_text(text, id="a", file="a", digest=""))


@given(content=st.binary(max_size=200), ending=st.sampled_from([".txt", ".txt.gz", ".jsonl", ".jsonl.gz", ".html"]))
@settings(max_examples=60, deadline=None)
def test_any_file_gives_articles_or_notices_and_stops_nothing(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, ending: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / f"a{ending}").write_bytes(content)
    (folder / "b.txt").write_text(PARAGRAPH, encoding="utf-8")
    found = list(read_articles([str(folder)]))
    assert [item.file for item in found if isinstance(item, Article)][-1] == "b.txt"
    for item in found:
        if isinstance(item, Notice):
            assert item.file.startswith(f"a{ending}")
            assert item.problem
            assert item.remedy
        else:
            check(item)
