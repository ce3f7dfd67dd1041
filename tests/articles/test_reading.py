"""Files, folders and patterns become articles and notices: order, names, ids, and what is told of those not read."""

from __future__ import annotations

import gzip
import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from graph_builder.articles import content, read_articles
from graph_builder.model import Article, Notice

TEXT = "عقد فرع الحزب جمعا عاما لتجديد مكتبه، وترأسه سالم البكري بحضور ممثلي الهيئات الموازية."


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def read(*inputs: Path | str) -> tuple[list[Article], list[Notice]]:
    found = list(read_articles([str(given) for given in inputs]))
    return [i for i in found if isinstance(i, Article)], [i for i in found if isinstance(i, Notice)]


def only_notice(*inputs: Path | str) -> Notice:
    articles, notices = read(*inputs)
    assert not articles
    assert len(notices) == 1
    return notices[0]


def test_files_are_ordered_by_name_whatever_the_order_of_inputs(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/deep/c.txt", "C.TXT"):
        write(tmp_path / name, f"{TEXT} {name}")
    articles, notices = read(tmp_path)
    assert [article.file for article in articles] == ["C.TXT", "a/deep/c.txt", "a/z.txt", "b.txt"]
    assert not notices
    files = [tmp_path / "b.txt", tmp_path / "a" / "z.txt", tmp_path / "C.TXT"]
    assert read(*files) == read(*reversed(files))


def test_a_pattern_names_files_as_the_folder_does(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", ".hidden.txt", "in/c.txt", "in/.git/d.txt"):
        write(tmp_path / name, f"{TEXT} {name}")
    assert [a.file for a in read(tmp_path)[0]] == ["a.txt", "in/c.txt"]
    assert [a.file for a in read(tmp_path / "*")[0]] == ["a.txt", "in/c.txt"]
    assert [a.file for a in read(tmp_path / "**" / "*.txt")[0]] == ["a.txt", "in/c.txt"]
    assert [a.file for a in read(tmp_path / "*.txt")[0]] == ["a.txt"]


def test_a_pattern_is_a_name_first(tmp_path: Path) -> None:
    write(tmp_path / "[1].txt", TEXT)
    assert [a.file for a in read(tmp_path / "[1].txt")[0]] == ["[1].txt"]


def test_a_file_of_two_inputs_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "in" / "a.txt", TEXT)
    assert [a.file for a in read(tmp_path, path, path, tmp_path / "*")[0]] == ["a.txt"]


def test_reading_is_lazy(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    later = write(tmp_path / "b.txt", TEXT)
    found = read_articles([str(tmp_path)])
    first = next(found)
    later.unlink()
    assert isinstance(first, Article)
    assert [(n.file, n.kind) for n in found if isinstance(n, Notice)] == [("b.txt", "error")]


def test_an_article_has_its_files_stem_name_and_digest(tmp_path: Path) -> None:
    packed = write(tmp_path / "x.y.txt.gz", gzip.compress(TEXT.encode()))
    (article,) = read(packed)[0]
    assert (article.id, article.file, article.text) == ("x.y", "x.y.txt.gz", TEXT)
    assert article.digest == sha256(TEXT.encode()).hexdigest()


def test_offsets_count_from_after_the_byte_order_mark_and_newlines_stay(tmp_path: Path) -> None:
    text = f"عنوان الخبر في سطر\r\n\r\n{TEXT}\r\n"
    for encoding in ("utf-8-sig", "utf-16", "cp1256"):
        (article,) = read(write(tmp_path / f"{encoding}.txt", text.encode(encoding)))[0]
        assert article.text == text
        assert article.title is not None
        assert article.quote(article.title) == "عنوان الخبر في سطر"
        assert list(map(article.quote, article.paragraphs)) == [TEXT]


def test_an_item_of_a_list_is_no_headline(tmp_path: Path) -> None:
    text = f"أعضاء المكتب السياسي:\n\n• سعيد الناصري، رئيس الفرع\n• منى الزين، نائبة الرئيس\n\n{TEXT}\n"
    (article,) = read(write(tmp_path / "a.txt", text))[0]
    assert article.title is None
    assert article.quote(article.paragraphs[0]) == "أعضاء المكتب السياسي:"


def test_a_byline_below_the_headline_is_no_headline(tmp_path: Path) -> None:
    text = f"الحركة تستقبل وافدين جددا وتعزز هياكلها\n\nبنجرير – مراسلة خاصة\nترأس سعيد الناصري ببنجرير لقاء. {TEXT}\n"
    (article,) = read(write(tmp_path / "a.txt", text))[0]
    assert article.title is not None
    assert article.quote(article.title) == "الحركة تستقبل وافدين جددا وتعزز هياكلها"


def test_two_of_one_id_are_told_apart(tmp_path: Path) -> None:
    write(tmp_path / "a" / "x.txt", TEXT)
    write(tmp_path / "b" / "x.txt", TEXT + " واختتم.")
    write(tmp_path / "c" / "x.txt", TEXT)
    articles, notices = read(tmp_path)
    second = sha256((TEXT + " واختتم.").encode()).hexdigest()[:8]
    assert [a.id for a in articles] == ["x", f"x-{second}"]
    assert [(n.file, n.kind) for n in notices] == [("b/x.txt", "warning"), ("c/x.txt", "skipped")]


def test_an_id_that_looks_told_apart_is_no_trap(tmp_path: Path) -> None:
    lines = [json.dumps({"id": "x", "text": TEXT}), json.dumps({"id": "x", "text": TEXT + "!"})]
    digest = sha256(lines[1].encode()).hexdigest()
    lines.insert(0, json.dumps({"id": f"x-{digest[:8]}", "text": TEXT}))
    articles, _ = read(write(tmp_path / "r.jsonl", "\n".join(lines)))
    assert [a.id for a in articles] == [f"x-{digest[:8]}", "x", f"x-{digest[:16]}"]


def test_records_have_their_own_ids_fields_and_line_numbers(tmp_path: Path) -> None:
    records: list[dict[str, object]] = [
        {"id": 7, "title": "جمع عام", "body": TEXT, "source": "المنبر", "date": "2017-06-12T08:00:00Z", "url": "u"},
        {"text": f"جمع عام\n\n{TEXT} ثم انصرفوا.", "title": "جمع  عام"},
        {"id": "  \u202e\n ", "content": TEXT + "؟", "published": "12 يونيو 2017"},
    ]
    text = "\ufeff" + "\n\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    articles, notices = read(write(tmp_path / "r.jsonl", text))
    assert [a.id for a in articles] == ["7", "r-3", "r-5"]
    first, second, third = articles
    assert first.text == f"جمع عام\n\n{TEXT}"
    assert (first.source, first.published, first.url, first.file) == ("المنبر", "2017-06-12", "u", "r.jsonl")
    assert second.text == records[1]["text"]
    assert all(a.title is not None and a.quote(a.title) == "جمع عام" for a in (first, second))
    assert third.published == "2017-06-12"
    assert not notices


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("1" * 5_000, "no JSON"),
        ("7", "no record"),
        ('["text"]', "no record"),
        ('{"title": "x"}', "has no text"),
        ('{"text": ["x"]}', "has no text"),
        ('{"text": "  "}', "has no text"),
    ],
)
def test_a_malformed_record_names_its_line_and_the_rest_is_read(tmp_path: Path, line: str, problem: str) -> None:
    good = json.dumps({"text": TEXT})
    articles, notices = read(write(tmp_path / "r.jsonl", f"{line}\n{good}\n"))
    assert [a.id for a in articles] == ["r-2"]
    assert [(n.file, n.kind) for n in notices] == [("r.jsonl:1", "error")]
    assert problem in notices[0].problem


def test_half_a_surrogate_pair_becomes_a_replacement_character(tmp_path: Path) -> None:
    (article,) = read(write(tmp_path / "r.jsonl", json.dumps({"text": f"\ud800 {TEXT}", "source": "\udfff"})))[0]
    assert article.text.startswith("\ufffd ")
    assert article.source == "\ufffd"


def test_a_date_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    articles, notices = read(write(tmp_path / "r.jsonl", json.dumps({"text": TEXT, "date": "قريبا"})))
    assert articles[0].published is None
    assert [(n.file, n.kind) for n in notices] == [("r.jsonl:1", "warning")]


def test_dates_that_disagree_are_told_and_publication_wins(tmp_path: Path) -> None:
    page = f"فرع الحزب يجدد مكتبه بالمدينة\nآخر تحديث : 3 ماي 2018\nنشر في 12 أبريل 2018\n\n{TEXT}\n"
    articles, notices = read(write(tmp_path / "a.txt", page))
    assert articles[0].published == "2018-04-12"
    assert [(n.file, n.kind) for n in notices] == [("a.txt", "warning")]
    assert "2018-05-03" in notices[0].problem


@pytest.mark.parametrize(
    ("content", "kind", "problem"),
    [
        (b"", "error", "empty"),
        (b" \n\t\r\n", "error", "empty"),
        (bytes(range(256)) * 40, "error", "binary"),
        (b"\xff\xfe" + b"\x01\x00" * 99, "error", "binary"),
        ("Après la réunion, le congrès a été clôturé à minuit".encode("latin-1"), "error", "UTF-8"),
        (TEXT.encode()[:-2], "error", "UTF-8"),
        (TEXT.encode("iso8859_6"), "error", "UTF-8"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1], "error", "UTF-8"),
        (b"The party held its congress in Rabat.", "skipped", "0 % of its letters are Arabic"),
        ("گفت که این چیز خوبی است و چهار عضو شورا را برگزید".encode(), "skipped", "another language"),
        (b"2017 - 2018 !", "skipped", "no text of an article"),
        (b"2017 " * 99, "skipped", "no letters"),
        ("أترك تعليقك\n0 تعليق\n".encode(), "skipped", "no text of an article"),
    ],
)
def test_what_is_no_article_is_named_and_the_rest_is_read(
    tmp_path: Path, content: bytes, kind: str, problem: str
) -> None:
    write(tmp_path / "bad.txt", content)
    write(tmp_path / "good.txt", TEXT)
    articles, notices = read(tmp_path)
    assert [a.id for a in articles] == ["good"]
    assert [(n.file, n.kind) for n in notices] == [("bad.txt", kind)]
    assert problem in notices[0].problem
    assert notices[0].remedy


def test_a_few_stray_control_characters_do_no_harm(tmp_path: Path) -> None:
    text = f"\u202b{TEXT[:20]}\x00{TEXT[20:]}\u2069"
    (article,) = read(write(tmp_path / "a.txt", text))[0]
    assert article.text == text


def test_damaged_and_dense_gzip_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packed = gzip.compress(TEXT.encode() * 50)
    assert "damaged or cut off" in only_notice(write(tmp_path / "a.txt.gz", packed[:-10])).problem
    assert "damaged or cut off" in only_notice(write(tmp_path / "b.txt.gz", packed[:20] + b"\0" * 40)).problem
    assert "damaged or cut off" in only_notice(write(tmp_path / "c.jsonl.gz", packed[:-10])).problem
    monkeypatch.setattr(content, "LARGEST", 100_000)
    monkeypatch.setattr(content, "MEGABYTE", 1_000)
    bomb = gzip.compress(b"a" * 1_000_000)
    assert "is larger than" in only_notice(write(tmp_path / "d.txt.gz", bomb)).problem
    assert "a line of it is larger" in only_notice(write(tmp_path / "e.jsonl.gz", bomb)).problem
    lines = gzip.compress(b"\n" * 1_000_000)
    assert "100 times its size" in only_notice(write(tmp_path / "f.jsonl.gz", lines)).problem
    assert "is larger than" in only_notice(write(tmp_path / "g.txt", b"a" * 100_001)).problem


def test_a_file_named_gz_may_be_plain(tmp_path: Path) -> None:
    assert [a.text for a in read(write(tmp_path / "a.txt.gz", TEXT))[0]] == [TEXT]


def test_a_file_of_records_without_any_is_empty(tmp_path: Path) -> None:
    assert only_notice(write(tmp_path / "r.jsonl", b"\n \n")).problem == "the file is empty"


def test_inputs_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write(tmp_path / "a.pdf", b"%PDF")
    (tmp_path / "link.txt").symlink_to("nowhere")
    assert only_notice(tmp_path / "none.txt").problem == "no such file or folder"
    assert only_notice(tmp_path / "none*.txt").problem == "no article matches this pattern"
    assert only_notice(tmp_path / "a**b").problem == "no article matches this pattern"
    assert only_notice(tmp_path / "empty").problem == "no article in this folder"
    assert only_notice(tmp_path / "link.txt").problem == "cannot be read (no such file or directory)"
    notice = only_notice(tmp_path / "a.pdf")
    assert (notice.file, notice.kind) == ("a.pdf", "skipped")


def test_a_link_to_a_folder_is_followed_but_not_in_circles(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt", TEXT)
    write(tmp_path / "out" / "b.txt", TEXT + "!")
    (tmp_path / "in" / "loop").symlink_to("..")
    (tmp_path / "in" / "other").symlink_to(tmp_path / "out")
    articles, notices = read(tmp_path / "in")
    assert [a.file for a in articles] == ["a.txt", "loop/out/b.txt"]
    assert {(n.file, n.problem) for n in notices} == {("loop/in", "this link leads back to a folder above it")}


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert only_notice(tmp_path / "a.txt").problem == "not a regular file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT).chmod(0)
    (tmp_path / "b").mkdir(mode=0)
    _, notices = read(tmp_path)
    assert [(n.file, n.problem) for n in notices] == [
        ("b", "cannot be read (permission denied)"),
        ("a.txt", "cannot be read (permission denied)"),
    ]


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "b" / "a.txt", TEXT)
    write(tmp_path / "c.txt", TEXT)
    scan = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("b"):
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    articles, notices = read(tmp_path)
    assert [a.file for a in articles] == ["c.txt"]
    assert [(n.file, n.problem) for n in notices] == [("b", "cannot be read (permission denied)")]


def test_names_that_are_no_utf8_can_be_shown(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt")).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (article,) = read(tmp_path)[0]
    assert (article.file, article.id) == ("a\ufffd.txt", "a\ufffd")
