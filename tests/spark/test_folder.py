"""OUT is replaced as a whole or not at all, and only if it is ours; what cannot be begun says why."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from graph_builder.errors import ConfigurationError, InputError, OutputError
from graph_builder.extractors import Ready
from graph_builder.pipeline import Options
from graph_builder.spark.build import build
from graph_builder.spark.files import Hadoop
from graph_builder.spark.folder import MARK, replacing
from tests.spark.conftest import MASTER

pytestmark = pytest.mark.xdist_group("spark")


def held(folder: Path) -> dict[str, str]:
    """What the files of a folder hold, without Hadoop's checksums."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".crc")
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def write(folder: Path, text: str, tmp_path: Path, hadoop: Hadoop) -> None:
    with replacing(hadoop, str(folder)) as new:
        (tmp_path / "made").write_text(text)
        new.take(tmp_path / "made", "told")


def test_a_folder_of_ours_is_replaced(spark: SparkSession, tmp_path: Path) -> None:
    hadoop, out = Hadoop(spark), tmp_path / "out"
    write(out, "first", tmp_path, hadoop)
    write(out, "second", tmp_path, hadoop)
    assert held(tmp_path) == {"out/told": "second", f"out/{MARK}": ""}


def test_an_error_leaves_the_folder_as_it_was(spark: SparkSession, tmp_path: Path) -> None:
    hadoop, out = Hadoop(spark), tmp_path / "out"
    write(out, "first", tmp_path, hadoop)
    with pytest.raises(ZeroDivisionError), replacing(hadoop, str(out)) as new:
        (tmp_path / "made").write_text("second")
        new.take(tmp_path / "made", "told")
        raise ZeroDivisionError
    assert held(tmp_path) == {"out/told": "first", f"out/{MARK}": ""}


@pytest.mark.parametrize("foreign", ["out/thesis.txt", "out"])
def test_what_is_not_ours_is_not_replaced(spark: SparkSession, tmp_path: Path, foreign: str) -> None:
    (tmp_path / foreign).parent.mkdir(exist_ok=True)
    (tmp_path / foreign).write_text("years of work")
    with pytest.raises(OutputError, match="not a folder that the Spark engine wrote"):
        write(tmp_path / "out", "first", tmp_path, Hadoop(spark))
    assert held(tmp_path) == {foreign: "years of work"}


def test_without_an_article_nothing_is_written(spark: SparkSession, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.txt").touch()
    with pytest.raises(InputError, match="no article to build from"):
        build([str(tmp_path / "in")], str(tmp_path / "out"), Options(), MASTER, lambda _: None)
    assert held(tmp_path) == {"in/empty.txt": ""}


def test_other_extractors_are_refused(tmp_path: Path) -> None:
    (tmp_path / "facts.jsonl").touch()
    options = Options(among=(Ready(str(tmp_path / "facts.jsonl")),))
    with pytest.raises(ConfigurationError, match="by the rules alone"):
        build(["in"], str(tmp_path / "out"), options, MASTER, lambda _: None)


def test_without_java_the_command_says_what_it_needs(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "graph_builder",
        "build",
        "--engine",
        "spark",
        "--master",
        MASTER,
        ".",
        "-o",
        "out",
    ]
    environment = {**os.environ, "JAVA_HOME": str(tmp_path / "nowhere")}
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[-1].startswith("It needs Java 17 or newer (JAVA_HOME)")
