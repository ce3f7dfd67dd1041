"""A corpus as it may come: articles in files of several kinds, among them some twice, and some that cannot be read."""

from __future__ import annotations

import csv
import gzip
import json
import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from benchmarks.support.articles import sources, texts

PACKED = 20
"""Articles in a zip archive, and in a CSV file."""
IN_FILES = 40
"""Articles in files of their own."""


def write_corpus(folder: Path, count: int) -> None:
    """Write that many articles, and more that are copies or cannot be read, into a folder; always the same."""
    every = texts(count)
    folder.mkdir(parents=True, exist_ok=True)
    _files(folder / "papers", list(islice(every, IN_FILES)))
    _packed(folder, list(islice(every, 2 * PACKED)))
    rest = list(every)
    half = len(rest) // 2
    _lines(folder / "agency.jsonl.gz", rest[:half])
    _columns(folder / "archive" / "months.parquet", rest[half:])
    (folder / "archive" / "damaged.parquet").write_bytes(b"PAR1 cut off")
    (folder / "archive" / "other.parquet").write_bytes(b"")
    (folder / "notes.rst").write_text("not read", encoding="utf-8")
    whole = sources("seeds")[0].paragraphs  # with a procedure step by step, seldom among paragraphs drawn by chance
    (folder / "archive" / "whole.txt").write_text("\n".join(whole), encoding="utf-8")


def _files(folder: Path, found: Sequence[str]) -> None:
    """Texts of two papers: one prints what the other did, and each calls another article ``lead``."""
    for paper in ("east", "west"):
        (folder / paper).mkdir(parents=True)
    for n, text in enumerate(found[2:]):
        (folder / "east" / f"page {n}.txt").write_text(text, encoding="utf-8")
    (folder / "west" / "page 0.txt").write_text(found[2], encoding="utf-8")
    (folder / "east" / "lead.txt").write_text(found[0], encoding="utf-8")
    (folder / "west" / "lead.txt").write_text(found[1], encoding="cp1256", errors="ignore")
    (folder / "west" / "p.php?id=7").write_text(f"<html><body><p>{found[1]}</p></body></html>", encoding="utf-8")
    (folder / "west" / "empty.txt").write_bytes(b"")
    (folder / "west" / "picture.txt").write_bytes(bytes(range(256)))
    (folder / "west" / "english.txt").write_text("The party held its congress in the capital. " * 9, encoding="utf-8")
    (folder / "west" / ".hidden.txt").write_text("hidden", encoding="utf-8")


def _packed(folder: Path, found: Sequence[str]) -> None:
    with zipfile.ZipFile(folder / "sent.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for n, text in enumerate(found[:PACKED]):
            archive.writestr(zipfile.ZipInfo(f"mail/{n}.txt"), text)
        archive.writestr(zipfile.ZipInfo("mail/empty.txt"), "")
    with (folder / "desk.csv").open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(["id", "text", "date"])
        rows.writerows([f"desk-{n}", text, "2017-06-12"] for n, text in enumerate(found[PACKED:]))


def _lines(path: Path, found: Sequence[str]) -> None:
    """Records without ids, some with what is known of them, and lines that are none."""
    odd = ["", "{no JSON", "[1]", '{"text": " "}', json.dumps({"text": found[0], "date": "soon"}, ensure_ascii=False)]
    lines = [json.dumps(record, ensure_ascii=False) for record in _records(found)]
    path.write_bytes(gzip.compress("\n".join([*odd, *lines, lines[0]]).encode(), mtime=0))


def _records(found: Sequence[str]) -> Iterator[dict[str, str]]:
    for n, text in enumerate(found):
        yield {"text": text, "published": f"2017-{1 + n % 12:02}-{1 + n % 28:02}", "url": f"https://example.org/{n}"}


def _columns(path: Path, found: Sequence[str]) -> None:
    path.parent.mkdir()
    ids = [n if n % 5 else None for n in range(len(found))]
    columns = {"id": pa.array(ids, pa.int64()), "content": pa.array(found), "other": pa.array([0] * len(found))}
    parquet.write_table(pa.table(columns), path, row_group_size=1_000)
