"""`visualise` and `--with-text`: pages made anew from a build, and articles shown whole on request."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from graph_builder import pipeline
from graph_builder.cli import main

TEXT = """فرع الحزب بتمارة يجدد مكتبه
عقد فرع حزب التقدم والاشتراكية بتمارة جمعا عاما يوم الأحد.
كان الطقس جميلا ذلك المساء على شاطئ المدينة القريب.
وانتخب الجمع العام سعيد العلوي كاتبا للفرع.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("visualise")
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    pipeline.build([str(folder / "one.txt")], str(folder / "quoted"))
    pipeline.build([str(folder / "one.txt")], str(folder / "whole"), with_text=True)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and "store" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", ["quoted", "whole"])
def test_pages_written_anew_are_the_same_and_nothing_else_changes(built: Path, name: str) -> None:
    before = contents(built / name)
    changed = built / name / "site" / "index.html"
    changed.write_text("changed", encoding="utf-8")
    (built / name / "site" / "left.html").write_text("left", encoding="utf-8")
    result = CliRunner().invoke(main, ["visualise", str(built / name)])
    assert (result.exit_code, result.output) == (0, f"open {built / name}/index.html in a browser\n")
    assert contents(built / name) == before
    asked = CliRunner().invoke(main, ["ask", str(built / name), "prominent", "--format", "csv"])
    assert "سعيد العلوي" in asked.output


def test_articles_are_shown_by_their_sentences_unless_the_whole_text_is_asked_for(built: Path) -> None:
    pages = {
        name: next((built / name / "site" / "article").iterdir()).read_text("utf-8") for name in ("quoted", "whole")
    }
    assert ["الطقس" in pages[name] for name in ("quoted", "whole")] == [False, True]
    assert all("<mark>سعيد العلوي</mark>" in page for page in pages.values())
    kept = [(built / name / "readings.jsonl").read_text("utf-8") for name in ("quoted", "whole")]
    assert ["الطقس" in each for each in kept] == [False, True]


def test_a_folder_that_is_no_build_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    result = CliRunner().invoke(main, ["visualise", str(tmp_path / "mine")])
    assert result.exit_code == 3
    assert "Traceback" not in result.output
    assert (tmp_path / "mine" / "letter.txt").read_text("utf-8") == "dear"
