"""Corpora as they come: CSV, Parquet, zip, WARC, DOCX, pages that wget saved."""

from __future__ import annotations

import csv
import gzip
import json
import struct
import zipfile
import zlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from docx import Document
from pyarrow import parquet

from graph_builder.articles import content, read_articles
from graph_builder.model import Article, Notice

TEXT = "عقد فرع الحزب جمعا عاما لتجديد مكتبه، وترأسه سالم البكري بحضور ممثلي الهيئات الموازية."
PAGE = f"<html><head><title>جمع عام</title></head><body><article><p>{TEXT}</p></article></body></html>"
HEAD = ["ref", "corps", "titre", "jour"]
ROWS = [["a1", TEXT, "جمع عام", "2017-06-12"], ["a2", f'{TEXT}\n«ثانية»، وقال: "نعم"', "جمع ثان", "قريبا"]]
COLUMNS = {"id": "ref", "text": "corps", "title": "titre", "published": "jour"}


def read(path: Path, columns: dict[str, str] | None = None) -> tuple[list[Article], list[Notice]]:
    found = list(read_articles([str(path)], columns))
    return [i for i in found if isinstance(i, Article)], [i for i in found if isinstance(i, Notice)]


def problems(path: Path, columns: dict[str, str] | None = None) -> list[tuple[str, str]]:
    articles, notices = read(path, columns)
    assert not articles
    return [(notice.file, notice.problem) for notice in notices]


def table(path: Path, rows: Iterable[list[str]] = ROWS, delimiter: str = ",", encoding: str = "utf-8-sig") -> Path:
    with path.open("w", newline="", encoding=encoding) as file:
        csv.writer(file, delimiter=delimiter).writerows([HEAD, *rows])
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_rows_of_csv_are_articles(tmp_path: Path, delimiter: str) -> None:
    articles, notices = read(table(tmp_path / "a.csv", delimiter=delimiter), COLUMNS)
    assert [(a.id, a.published, a.file) for a in articles] == [("a1", "2017-06-12", "a.csv"), ("a2", None, "a.csv")]
    assert [a.quote(a.title) for a in articles if a.title] == ["جمع عام", "جمع ثان"]
    assert articles[1].text.endswith(ROWS[1][1])
    assert [(n.file, n.kind) for n in notices] == [("a.csv:4", "warning")]


def test_all_forms_of_one_table_say_the_same(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(dict(zip(HEAD, row, strict=True))) for row in ROWS)
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    columns = {name: [row[n] for row in ROWS] for n, name in enumerate(HEAD)}
    parquet.write_table(pa.table({**columns, "other": [1, 2]}), tmp_path / "a.parquet")
    packed = gzip.compress(table(tmp_path / "a.csv").read_bytes())
    (tmp_path / "a.csv.gz").write_bytes(packed)
    texts = {
        name: [(a.id, a.text, a.published) for a in read(tmp_path / name, COLUMNS)[0]]
        for name in ("a.jsonl", "a.parquet", "a.csv", "a.csv.gz")
    }
    assert len(texts["a.csv"]) == 2
    assert all(found == texts["a.csv"] for found in texts.values())


def test_a_date_of_parquet_is_a_date(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"text": [TEXT], "date": [date(2017, 6, 12)]}), tmp_path / "a.parquet")
    (article,) = read(tmp_path / "a.parquet")[0]
    assert article.published == "2017-06-12"


def test_a_table_without_text_says_which_columns_it_has(tmp_path: Path) -> None:
    told = "no column is called text or body or content; there are: ref, corps, titre, jour"
    assert problems(table(tmp_path / "a.csv")) == [("a.csv", told)]
    parquet.write_table(pa.table({name: ["x"] for name in HEAD}), tmp_path / "b.parquet")
    assert problems(tmp_path / "b.parquet") == [("b.parquet", told)]


def test_a_broken_table_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'text\n"{TEXT}', encoding="utf-8")
    assert problems(tmp_path / "a.csv") == [("a.csv", "no CSV from line 2 on (unexpected end of data)")]
    assert problems(table(tmp_path / "b.csv", encoding="cp1256"), COLUMNS) == [("b.csv", "line 2 is not UTF-8")]
    (tmp_path / "c.parquet").write_bytes(b"PAR1 no such thing PAR1")
    assert problems(table(tmp_path / "e.csv", []), COLUMNS) == [("e.csv", "there is no row in it")]
    ((file, problem),) = problems(tmp_path / "c.parquet")
    assert (file, problem.startswith("cannot be read as Parquet (")) == ("c.parquet", True)


def test_a_row_of_parquet_that_is_no_text_stops_no_other(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"text": [f"{TEXT} ", TEXT]}), tmp_path / "a.parquet", compression="none")
    raw = (tmp_path / "a.parquet").read_bytes()
    (tmp_path / "a.parquet").write_bytes(raw.replace(TEXT.encode() + b" ", b"\xff" + TEXT.encode()))
    articles, notices = read(tmp_path / "a.parquet")
    assert [a.text for a in articles] == [TEXT]
    assert [(n.file, n.problem) for n in notices] == [("a.parquet:1", "the record is not UTF-8")]


def test_a_text_that_parquet_stores_once_and_names_often_is_none(tmp_path: Path) -> None:
    column = pa.DictionaryArray.from_arrays([0] * 500, [TEXT * 500])
    parquet.write_table(pa.table({"text": column}), tmp_path / "a.parquet")
    articles, notices = read(tmp_path / "a.parquet")
    assert 0 < len(articles) < 50
    assert [(n.file, n.problem) for n in notices if n.kind == "error"] == [
        ("a.parquet", "unpacks to more than 100 times its size")
    ]
    parquet.write_table(pa.table({"text": pa.array([], pa.string())}), tmp_path / "b.parquet")
    assert problems(tmp_path / "b.parquet") == [("b.parquet", "there is no row in it")]


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, held in members.items():
            packed.writestr(name, held)
    return path


def test_the_files_of_an_archive_are_read_as_of_a_folder(tmp_path: Path) -> None:
    members = {
        "news/b.txt": TEXT.encode(),
        "news/a.html": PAGE.encode(),
        "rows.jsonl": json.dumps({"text": TEXT, "id": "r"}).encode(),
        "packed.txt.gz": gzip.compress(TEXT.encode()),
        "__MACOSX/news/._b.txt": b"\x00\x05",
        "image.png": b"\x89PNG",
    }
    articles, notices = read(archive(tmp_path / "all.zip", members))
    found = [(a.file, a.id) for a in articles]
    assert found == [
        ("all.zip/news/a.html", "a"),
        ("all.zip/news/b.txt", "b"),
        ("all.zip/packed.txt.gz", "packed"),
        ("all.zip/rows.jsonl", "r"),
    ]
    assert not notices


def test_a_bomb_in_an_archive_stops_nothing_else(tmp_path: Path) -> None:
    bomb = b" " * (content.LARGEST + 1)
    path = archive(tmp_path / "all.zip", {"a.txt": bomb, "b.txt": TEXT.encode()})
    articles, notices = read(path)
    assert [a.file for a in articles] == ["all.zip/b.txt"]
    assert [(n.file, n.problem) for n in notices] == [
        ("all.zip/a.txt", "it is larger than 32 MB when unpacked, which no article is")
    ]


def test_archives_in_an_archive_are_named(tmp_path: Path) -> None:
    path = archive(tmp_path / "all.zip", {"a.txt": TEXT.encode(), "inner.zip": b"PK", "b.warc": b"WARC"})
    articles, notices = read(path)
    assert [a.file for a in articles] == ["all.zip/a.txt"]
    said = ("skipped", "an archive within an archive")
    assert [(n.file, n.kind, n.problem) for n in notices] == [("all.zip/b.warc", *said), ("all.zip/inner.zip", *said)]


def test_an_archive_of_pictures_is_named(tmp_path: Path) -> None:
    assert problems(archive(tmp_path / "a.zip", {"a.png": b"x"})) == [("a.zip", "no article in this archive")]


def test_members_that_share_their_bytes_are_no_text(tmp_path: Path) -> None:
    whole = bytes(1 << 20)
    packed, sizes = zlib.compress(whole, 9)[2:-4], (zlib.crc32(whole), 0, len(whole))
    crc, _, size = sizes
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, crc, len(packed), size, 5, 0) + b"a.txt" + packed
    entry = (
        struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, crc, len(packed), size, 5, 0, 0, 0, 0, 0, 0)
        + b"a.txt"
    )
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 9, 9, 9 * len(entry), len(local), 0)
    (tmp_path / "a.zip").write_bytes(local + 9 * entry + end)
    assert ("a.zip", "unpacks to more than 100 times its size") in problems(tmp_path / "a.zip")


def test_a_damaged_archive_is_named(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"a.txt": TEXT.encode()})
    path.write_bytes(path.read_bytes()[:-30])
    assert problems(path) == [("a.zip", "the zip file is damaged or of an unknown kind (File is not a zip file)")]


def test_an_archive_with_a_password_is_named(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", {"a.txt": TEXT.encode()})
    raw = bytearray(path.read_bytes())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(signature) + flags] |= 1
    path.write_bytes(bytes(raw))
    ((file, problem),) = problems(path)
    assert (file, problem.startswith("cannot be unpacked (")) == ("a.zip/a.txt", True)


def web_archive(path: Path, sent: list[tuple[str, str, str, bytes]]) -> Path:
    """Write what servers sent (address, status, type, body) as records of WARC 1.1, each packed by itself or none."""
    records = []
    for url, status, sort, body in sent:
        block = f"HTTP/1.1 {status}\r\nContent-Type: {sort}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2017-06-12T00:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(block)}\r\n\r\n"
        )
        records.append(head.encode() + block + b"\r\n\r\n")
    path.write_bytes(b"".join(map(gzip.compress, records) if path.suffix == ".gz" else records))
    return path


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_pages_of_a_web_archive_are_articles(tmp_path: Path, name: str) -> None:
    sent = [
        ("https://example.org/1", "200 OK", "text/html; charset=utf-8", PAGE.encode()),
        ("https://example.org/gone", "404 Not Found", "text/html", PAGE.encode()),
        ("https://example.org/i.png", "200 OK", "image/png", b"\x89PNG"),
        ("https://example.org/2", "200 OK", "text/plain", TEXT.encode()),
    ]
    articles, notices = read(web_archive(tmp_path / name, sent))
    assert [(a.id, a.url) for a in articles] == [("a-1", "https://example.org/1"), ("a-4", "https://example.org/2")]
    assert all(TEXT in a.text for a in articles)
    assert not notices


def test_a_web_archive_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.warc").write_bytes(b"no web archive at all\r\n\r\n")
    assert problems(tmp_path / "a.warc") == [("a.warc", "no record of a web archive is in it")]


def test_a_web_archive_that_is_cut_gives_what_stands_before(tmp_path: Path) -> None:
    page = ("https://example.org/1", "200 OK", "text/html", PAGE.encode())
    path = web_archive(tmp_path / "a.warc", [page, page])
    whole = path.read_bytes()
    for end in (-200, whole.rindex(b"Content-Length: ") + 16):  # in the page, in the headers of its record
        path.write_bytes(whole[:end])
        articles, notices = read(path)
        assert [a.id for a in articles] == ["a-1"]
        assert [(n.file, n.problem) for n in notices] == [
            ("a.warc", "the web archive is damaged (record 2 is cut off)")
        ]
    path.write_bytes(whole[: len(whole) // 2] + b"WARC/1.1\r\nnonsense\r\n\r\n")
    assert [n.problem for n in read(path)[1]] == ["the web archive is damaged (record 2 is none)"]


def test_a_record_that_states_too_small_a_length_is_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = ("https://example.org/1", "200 OK", "text/html", PAGE.encode())
    path = web_archive(tmp_path / "a.warc", [page, page])
    length = path.read_bytes().split(b"Content-Length: ")[1].split(b"\r\n")[0]
    path.write_bytes(path.read_bytes().replace(length, str(int(length) - 5).encode(), 1))
    articles, notices = read(path)
    assert [a.id for a in articles] == ["a-1", "a-2"]
    told = "the web archive is damaged (between its records stands something else)"
    assert [(n.file, n.kind, n.problem) for n in notices] == [("a.warc", "error", told)]
    assert capsys.readouterr() == ("", "")


def test_a_web_archive_without_a_page_is_named(tmp_path: Path) -> None:
    path = web_archive(tmp_path / "a.warc", [("https://example.org/1", "404 Not Found", "text/html", PAGE.encode())])
    assert problems(path) == [("a.warc", "no page in it that a server sent well")]


def test_a_communique_is_read_with_its_tables(tmp_path: Path) -> None:
    made = Document()
    made.add_paragraph("بلاغ الفرع المحلي")
    made.add_paragraph(TEXT)
    grid = made.add_table(rows=1, cols=2)
    grid.cell(0, 0).text, grid.cell(0, 1).text = "الكاتب", "سالم البكري"
    made.save(str(tmp_path / "a.docx"))
    (article,) = read(tmp_path / "a.docx")[0]
    assert article.text == f"بلاغ الفرع المحلي\n{TEXT}\nالكاتب\tسالم البكري"


def test_what_is_no_communique_is_named(tmp_path: Path) -> None:
    archive(tmp_path / "a.docx", {"word/other.xml": b"<a/>"})
    assert problems(tmp_path / "a.docx") == [("a.docx", "cannot be read as a DOCX document (KeyError)")]
    archive(tmp_path / "b.docx", {"word/document.xml": b" " * (content.LARGEST + 1)})
    assert problems(tmp_path / "b.docx") == [("b.docx", "it is larger than 32 MB when unpacked, which no article is")]


def test_pages_as_wget_names_them(tmp_path: Path) -> None:
    for name in ("index.php?id=7", "b.html@p=2", "c.html"):
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
    (tmp_path / "logo.png?v=3").write_bytes(b"\x89PNG")
    articles, notices = read(tmp_path)
    assert [(a.file, a.id) for a in articles] == [
        ("b.html@p=2", "b@p=2"),
        ("c.html", "c"),
        ("index.php?id=7", "index?id=7"),
    ]
    assert not notices
