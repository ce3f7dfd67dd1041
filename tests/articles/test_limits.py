"""What no article is: refused by name, and nothing else is lost by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_builder.arabic.sentences import sentences
from graph_builder.articles import looking, read_articles
from graph_builder.articles.web import CROWDED, page
from graph_builder.errors import InputError
from graph_builder.model import Article, Span

TEXT = "عقد فرع الحزب جمعا عاما لتجديد مكتبه، وترأسه سالم البكري بحضور ممثلي الهيئات الموازية."


def told(folder: Path) -> list[tuple[str, str]]:
    """Read a folder; return each article's file, and what is said of the others."""
    return [(i.file, "read" if isinstance(i, Article) else i.problem) for i in read_articles([str(folder)])]


def test_a_text_longer_than_any_article_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LONGEST", len(TEXT))
    (tmp_path / "a.txt").write_text(TEXT + "ا", "utf-8")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    assert told(tmp_path) == [("a.txt", f"its text has more than {len(TEXT)} characters"), ("b.txt", "read")]


def test_a_link_to_itself_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    assert told(tmp_path) == [("a.txt", "cannot be read (too many levels of symbolic links)"), ("b.txt", "read")]


def test_a_fault_of_a_library_stops_no_other_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(_: bytes) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(looking, "document", faulty)
    for name in ("a.docx", "b.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    assert told(tmp_path) == [
        ("a.docx", "cannot be read, by a fault of this program (ZeroDivisionError)"),
        ("b.txt", "read"),
    ]


@pytest.mark.parametrize("attribute", ["a{}", "a{}=''", "a{}='>'", 'a{}="<"'])
def test_an_element_with_too_many_attributes_is_refused(attribute: str) -> None:
    tag = " ".join(attribute.format(number) for number in range(CROWDED + 1))
    with pytest.raises(InputError, match="more attributes"):
        page(f"<html><body><p {tag}>{TEXT}</p></body></html>")


def test_a_long_attribute_is_none_too_many() -> None:
    assert page(f"<html><body><p title='{'a' * 2 * CROWDED}'>{TEXT}</p></body></html>")[0] == TEXT


def test_points_alone_are_no_sentences() -> None:
    text = f"{TEXT} . . .. ...\n\n؟!\n{TEXT}"
    spans = list(sentences(text, Span(0, len(text))))
    assert [text[span.start : span.end] for span in spans] == [TEXT, TEXT]
