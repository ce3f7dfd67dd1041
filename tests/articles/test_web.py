"""HTML pages: the text without menus and comments, and only what the markup or the page states of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder.articles import read_articles, web
from graph_builder.articles.web import page
from graph_builder.errors import InputError
from graph_builder.model import Article, Notice

BODY = """
<p>عقد فرع الحزب بالمدينة جمعا عاما لتجديد مكتبه، وترأسه سالم البكري بحضور ممثلي الهيئات الموازية للحزب.</p>
<h3>سالم البكري</h3>
<p>قال الكاتب الإقليمي إن الفرع سيوسع قاعدته، وإنه سيستقبل منخرطين جددا خلال الأسابيع القادمة من السنة.</p>
<p>واختتم الجمع العام بانتخاب مريم الطاهري كاتبة للفرع، وبتشكيل لجنة لإعداد برنامج العمل السنوي.</p>
"""


def html(head: str = "", top: str = "<h1>فرع الحزب يجدد مكتبه المحلي</h1>", body: str = BODY) -> str:
    return (
        f"<!DOCTYPE html><html lang='ar'><head><meta charset='utf-8'>{head}</head><body>"
        "<nav><ul><li><a href='/'>الرئيسية</a></li><li><a href='/s'>سياسة</a></li></ul></nav>"
        f"<article>{top}{body}</article>"
        "<div id='comments' class='comments'><p>تعليق زائر طويل لا يعني الخبر في شيء وإنما كتب للاختبار.</p></div>"
        "</body></html>"
    )


def article(tmp_path: Path, content: str) -> Article:
    (tmp_path / "a.html").write_text(content, encoding="utf-8")
    (found,) = read_articles([str(tmp_path / "a.html")])
    assert isinstance(found, Article)
    return found


def test_the_text_has_title_and_paragraphs_alone(tmp_path: Path) -> None:
    found = article(tmp_path, html())
    assert found.title is not None
    assert found.quote(found.title) == "فرع الحزب يجدد مكتبه المحلي"
    paragraphs = list(map(found.quote, found.paragraphs))
    assert [paragraph.split()[0] for paragraph in paragraphs] == ["عقد", "سالم", "قال", "واختتم"]
    assert (found.source, found.published, found.url, found.removed) == (None, None, None, ())


def test_markup_states_title_site_date_and_address(tmp_path: Path) -> None:
    head = (
        "<title>فرع الحزب يجدد مكتبه المحلي - المنبر</title>"
        "<meta property='og:site_name' content=' المنبر '><link rel='canonical' href='https://example.org/7'>"
        "<meta property='article:published_time' content='2017-06-12T09:00:00+01:00'>"
    )
    found = article(tmp_path, html(head, top=""))
    assert found.text.startswith("فرع الحزب يجدد مكتبه المحلي\n\nعقد")
    assert (found.source, found.published, found.url) == ("المنبر", "2017-06-12", "https://example.org/7")


def test_the_sites_name_may_stand_before_the_title() -> None:
    head = "<title>المنبر | جمع عام للفرع</title><meta name='application-name' content='المنبر'>"
    assert page(html(head, top=""))[1].title == "جمع عام للفرع"
    head = head.replace("المنبر |", "عاجل |")
    assert page(html(head, top=""))[1].title == "عاجل | جمع عام للفرع"


def test_data_in_scripts(tmp_path: Path) -> None:
    script = (
        '{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "datePublished": "2018-01-02",'
        ' "publisher": {"name": "الأفق"}}]}'
    )
    head = f"<script type='application/ld+json'>{{broken</script><script type='application/ld+json'>{script}</script>"
    found = article(tmp_path, html(head))
    assert (found.source, found.published) == ("الأفق", "2018-01-02")


@pytest.mark.parametrize(
    ("top", "published"),
    [
        ("<h1>عنوان</h1><div><span>الاثنين 12 يونيو 2017</span></div>", "2017-06-12"),
        ("<h1>عنوان</h1><time datetime='2017-06-13' class='entry-date published'>أمس</time>", "2017-06-13"),
        ("<h1>عنوان</h1><div><span>آخر تحديث 12 يونيو 2017</span></div>", None),
        ("<div>24 يونيو 2025</div><h1>عنوان</h1>", None),
        ("<h1>عنوان</h1><p>انعقد المؤتمر الخامس يوم 12 يونيو 2017 بالرباط</p>", None),
    ],
)
def test_a_date_that_can_be_seen(top: str, published: str | None) -> None:
    assert page(html(top=top))[1].published == published


def test_a_page_in_windows_arabic_with_a_declaration(tmp_path: Path) -> None:
    (tmp_path / "a.htm").write_bytes(('<?xml version="1.0" encoding="windows-1256"?>' + html()).encode("cp1256"))
    (found,) = read_articles([str(tmp_path)])
    assert isinstance(found, Article)
    assert "سالم البكري" in found.text


@pytest.mark.parametrize("content", ["<html></html>", "<div>" * 20_000, "<" * 5_000, "<script>alert('x')</script>"])
def test_pages_without_text(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.html").write_text(content, encoding="utf-8")
    (found,) = read_articles([str(tmp_path)])
    assert isinstance(found, Notice)
    assert (found.file, found.kind) == ("a.html", "skipped")


def test_scripts_are_never_text(tmp_path: Path) -> None:
    found = article(
        tmp_path, html(body=BODY + "<script>alert('خطر')</script><p onclick='x()'>وانتهى الجمع في ساعة متأخرة.</p>")
    )
    assert "alert" not in found.text
    assert "onclick" not in found.text


def test_what_a_page_provokes_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    with pytest.raises(InputError, match="RecursionError"):
        page(html())
    monkeypatch.setattr(web, "LARGEST", 10)
    with pytest.raises(InputError, match="larger than any article"):
        page(html())
