"""Files on Hadoop's file systems are found and read as the local reader finds and reads them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from benchmarks.support.articles import texts
from graph_builder.articles import content, found
from graph_builder.articles.inputs import discover
from graph_builder.memory.form import as_line
from graph_builder.model import Notice
from graph_builder.spark import lines
from graph_builder.spark.files import Hadoop
from graph_builder.spark.reading import Reader, readings

pytestmark = pytest.mark.xdist_group("spark")
NAMES = (
    "a.txt",
    "b c.html",
    "p.php?id=7",
    "odd*[1]{2}.txt",
    "100%25.txt",
    "مقال.txt",
    "sub/a.txt",
    "sub/deep/x.jsonl.gz",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (*NAMES, ".hidden.txt", "picture.png", "sub/.git/a.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("نص", encoding="utf-8")
    (tmp_path / "bare").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    "inputs",
    [
        ["."],
        ["sub/a.txt", "sub", "."],
        ["*.txt", "sub/*"],
        ["nowhere", "bare", "picture.png", "*.docx", "sub/a.txt"],
    ],
)
def test_files_are_named_as_the_local_reader_names_them(
    spark: SparkSession, folder: Path, monkeypatch: pytest.MonkeyPatch, inputs: Sequence[str]
) -> None:
    monkeypatch.chdir(folder)
    sources, notices = discover(inputs)
    assert [source.name for source in sources] != [] or notices != []
    given = [name if name in ("nowhere",) else str(folder / name) for name in inputs]
    files, said = Hadoop(spark).files(given)
    assert [(f.source.name, f.source.format, f.source.stem) for f in files] == [
        (s.name, s.format, s.stem) for s in sources
    ]
    assert [file.source.path for file in files] == [f"file:{Path(s.path).resolve()}" for s in sources]
    assert [notice.problem for notice in said] == [notice.problem for notice in notices]


def test_a_name_that_spark_passes_over_is_told(spark: SparkSession, tmp_path: Path) -> None:
    (tmp_path / "_a.txt").write_text("نص", encoding="utf-8")
    files, notices = Hadoop(spark).files([str(tmp_path)])
    problem = "Spark passes over files whose names begin with _"
    assert (files, notices) == ([], [Notice("_a.txt", "error", problem, "rename it")])


def test_a_large_file_read_by_many_tasks_is_read_like_a_small_one(
    spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [json.dumps({"text": text}, ensure_ascii=False).encode() for text in texts(30)]
    records[7:10] = [b"", b"{no JSON\r", b" \r"]
    (tmp_path / "ends well.jsonl").write_bytes(b"\n".join([*records, b""]))
    (tmp_path / "is gzip.jsonl").write_bytes(gzip.compress(b"\n".join(records)))
    records[20] = b"x" * 90_000
    (tmp_path / "long line, marked.jsonl").write_bytes(b"\xef\xbb\xbf" + b"\n".join(records))
    monkeypatch.setattr(content, "LARGEST", 80_000)
    monkeypatch.setattr(lines, "LARGE", 1_000)
    spark.conf.set("spark.sql.files.maxPartitionBytes", "64k")
    hadoop = Hadoop(spark)
    read, said = readings(spark, hadoop, hadoop.files([str(tmp_path)])[0], Reader({}))
    rows = read.collect()
    spark.conf.unset("spark.sql.files.maxPartitionBytes")
    local = list(found(discover([str(tmp_path)])[0]))
    articles = [item for item in local if not isinstance(item, Notice)]
    notices = [item for item in local if isinstance(item, Notice)]
    places = [(row.file, row.member, row.number, row.digest) for row in rows if row.line]
    assert sorted(places) == [item.place for item in articles]
    assert {row.head for row in rows if not row.line} | set(map(as_line, said)) == set(map(as_line, notices))
    assert len(places) == 27 + 27 + 17
