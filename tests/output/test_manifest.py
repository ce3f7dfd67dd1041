from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from graph_builder.errors import OutputError
from graph_builder.output import manifest, open_output, replacing


@pytest.fixture
def out(tmp_path: Path) -> Path:
    with replacing(tmp_path / "out") as folder:
        (folder / "tables").mkdir()
        for name in ("graph.ttl", "tables/b.csv", "tables/a.csv"):
            (folder / name).write_text(name)
    return tmp_path / "out"


def opened(out: Path, pattern: str = "*") -> dict[str, bytes]:
    with open_output(out, pattern) as files:
        return {name: file.read() for name, file in files.items()}


def test_the_manifest_names_every_file_with_its_digest(out: Path) -> None:
    written = json.loads((out / "manifest.json").read_text())
    assert written == {
        "format": 1,
        "written_by": "graph-builder",
        "files": {n: hashlib.sha256(n.encode()).hexdigest() for n in ("graph.ttl", "tables/a.csv", "tables/b.csv")},
    }


def test_files_are_opened_by_pattern_in_order(out: Path) -> None:
    assert list(opened(out)) == ["graph.ttl", "tables/a.csv", "tables/b.csv"]
    assert opened(out, "tables/*.csv") == {"tables/a.csv": b"tables/a.csv", "tables/b.csv": b"tables/b.csv"}
    with pytest.raises(OutputError, match=r"holds no graph\.trig"):
        opened(out, "graph.trig")


def test_open_files_stay_as_they_were_when_the_folder_is_replaced(out: Path) -> None:
    with open_output(out) as files:
        with replacing(out) as folder:
            (folder / "graph.ttl").write_text("new")
        assert files["graph.ttl"].read() == b"graph.ttl"
        assert files["tables/a.csv"].read() == b"tables/a.csv"


def test_files_are_closed_at_the_end(out: Path) -> None:
    with open_output(out) as files:
        assert not any(file.closed for file in files.values())
    assert all(file.closed for file in files.values())


def test_damage_is_named_and_harms_only_those_who_read_it(out: Path) -> None:
    (out / "graph.ttl").write_text("edited")
    (out / "tables" / "b.csv").unlink()
    with pytest.raises(OutputError, match=r"Not as the build wrote them in .*: graph\.ttl, tables/b\.csv\."):
        opened(out)
    assert opened(out, "*a.csv") == {"tables/a.csv": b"tables/a.csv"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, "holds no manifest.json"),
        ("{", "is not a manifest"),
        ('{"written_by": "graph-builder", "format": 2, "files": []}', "written in format 2"),
    ],
)
def test_a_folder_that_no_build_wrote_is_refused(tmp_path: Path, text: str | None, says: str) -> None:
    if text is not None:
        (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(OutputError, match=says):
        opened(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="There is no folder"):
        opened(tmp_path / "nowhere")


def test_a_reader_who_is_overtaken_every_time_gives_up(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (out / "graph.ttl").write_text("edited")
    real = manifest.read_manifest
    calls = iter(range(1000))
    monkeypatch.setattr(manifest, "read_manifest", lambda folder: real(folder) | {"graph.ttl": str(next(calls))})
    with pytest.raises(OutputError, match="replaced faster than it can be read"):
        opened(out)


def test_pages_belong_to_the_folder_without_being_listed(tmp_path: Path) -> None:
    for text in ("old", "new"):
        with replacing(tmp_path / "out") as folder:
            (folder / "site" / "person").mkdir(parents=True)
            (folder / "site" / "person" / f"{text}.html").write_text(text)
            (folder / "graph.ttl").write_text(text)
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["pages"] == "site"
    assert opened(tmp_path / "out") == {"graph.ttl": b"new"}
    assert [path.name for path in (tmp_path / "out").rglob("*.html")] == ["new.html"]
