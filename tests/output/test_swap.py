from __future__ import annotations

import ctypes
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph_builder.output import swap


def lay(folder: Path) -> tuple[Path, Path, Path]:
    """Return a new folder, a target and the place for the old one."""
    for name in ("new", "target"):
        (folder / name).mkdir()
        (folder / name / "file").write_text(name)
    return folder / "new", folder / "target", folder / "old"


@pytest.mark.parametrize("libc", ["today's", "without renameat2", "none"])
def test_the_new_folder_stands_in_the_targets_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, libc: str) -> None:
    def none(*_: object, **__: object) -> None:
        raise OSError("no such library")

    if libc != "today's":
        monkeypatch.setattr(ctypes, "CDLL", none if libc == "none" else lambda *_, **__: SimpleNamespace())
    new, target, old = lay(tmp_path)
    swap.swap(new, target, old)
    assert (target / "file").read_text() == "new"
    assert [path.joinpath("file").read_text() for path in (new, old) if path.exists()] == ["target"]
    assert old.exists() == (libc != "today's")


def test_an_exchange_that_the_file_system_refuses_is_not_done(tmp_path: Path) -> None:
    (tmp_path / "outer" / "inner").mkdir(parents=True)
    assert not swap._exchange(tmp_path / "outer", tmp_path / "outer" / "inner")  # EINVAL, as from some mounts
    with pytest.raises(FileNotFoundError):
        swap._exchange(tmp_path / "outer", tmp_path / "nowhere")


def test_undo_puts_back_only_what_is_missing(tmp_path: Path) -> None:
    _, target, old = lay(tmp_path)
    swap.undo(target, old)
    assert (target / "file").read_text() == "target"
    target.rename(old)
    swap.undo(target, old)
    assert (target / "file").read_text() == "target"
    assert not old.exists()
