from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.errors import OutputError
from graph_builder.output import open_output, replacing, swap


def write(out: Path, **files: str) -> None:
    with replacing(out) as folder:
        for name, text in files.items():
            (folder / name).write_text(text)


def contents(out: Path) -> dict[str, bytes]:
    with open_output(out) as files:
        return {name: file.read() for name, file in files.items()}


def test_a_finished_folder_takes_the_place_of_nothing_of_an_empty_folder_and_of_an_earlier_one(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, a="1", b="1")
    assert contents(out) == {"a": b"1", "b": b"1"}
    write(out, a="2")
    assert contents(out) == {"a": b"2"}
    (tmp_path / "empty").mkdir()
    write(tmp_path / "empty", a="3")
    assert contents(tmp_path / "empty") == {"a": b"3"}
    assert sorted(os.listdir(tmp_path)) == ["empty", "out"]


def test_two_renames_do_where_the_exchange_cannot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda first, second: False)
    write(tmp_path / "out", a="1")
    write(tmp_path / "out", a="2")
    assert contents(tmp_path / "out") == {"a": b"2"}
    assert os.listdir(tmp_path) == ["out"]


def test_a_second_rename_that_fails_puts_the_old_folder_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda first, second: False)
    out = tmp_path / "out"
    write(out, a="1")
    rename = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if path.name.endswith("-new"):
            raise OSError(errno.EIO, "broken disk")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OutputError, match="broken disk"):
        write(out, a="2")
    assert contents(out) == {"a": b"1"}
    assert os.listdir(tmp_path) == ["out"]


@pytest.mark.parametrize("end", [KeyboardInterrupt(), ValueError("bad"), OSError(errno.ENOSPC, "full")])
def test_a_block_that_ends_badly_leaves_what_was_there_and_nothing_else(tmp_path: Path, end: BaseException) -> None:
    out = tmp_path / "out"
    write(out, a="1")
    with pytest.raises((type(end), OutputError)), replacing(out) as folder:
        (folder / "a").write_text("2")
        raise end
    assert contents(out) == {"a": b"1"}
    assert os.listdir(tmp_path) == ["out"]


@pytest.mark.parametrize(
    ("lay", "named"),
    [
        (lambda out: out.write_text("mine"), "is a file"),
        (lambda out: (out / "sub").mkdir(parents=True), "holds sub, and no manifest.json"),
        (lambda out: (out / "manifest.json").mkdir(parents=True), "cannot be read"),
    ],
)
def test_what_is_not_ours_is_not_replaced(tmp_path: Path, lay: Callable[[Path], object], named: str) -> None:
    out = tmp_path / "out"
    lay(out)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(OutputError, match=named):
        write(out, a="1")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "manifest", ["", "[]", "{}", '{"written_by": "graph-builder", "format": 1, "files": {"../x": "0"}}', "\udcff"]
)
def test_a_folder_with_another_manifest_is_not_ours(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "manifest.json").write_text(manifest, errors="surrogateescape")
    with pytest.raises(OutputError, match="not a manifest of graph-builder"):
        write(tmp_path / "out", a="1")


def test_foreign_files_that_appear_while_a_build_runs_are_kept(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, a="1")
    with pytest.raises(OutputError, match=r"did not write: notes\.txt\."), replacing(out):
        (out / "notes.txt").write_text("mine")
    assert (out / "notes.txt").read_text() == "mine"
    assert (out / "a").read_text() == "1"


def test_many_foreign_files_are_counted(tmp_path: Path) -> None:
    write(tmp_path / "out", a="1")
    for number in range(7):
        (tmp_path / "out" / f"n{number}").touch()
    with pytest.raises(OutputError, match="n0, n1, n2, n3, n4 and 2 more"):
        write(tmp_path / "out", a="2")


@pytest.mark.parametrize("out", [".", "..", "", "/"])
def test_the_folder_that_the_user_is_in_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str
) -> None:
    (tmp_path / "out" / "sub").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "out" / "sub")
    with pytest.raises(OutputError, match="the folder you are in"), replacing(out):
        pass


def test_a_link_in_a_circle_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").symlink_to(tmp_path / "out")
    with pytest.raises(OutputError, match="cannot be written"):
        write(tmp_path / "out", a="1")
    assert os.listdir(tmp_path) == ["out"]


def test_a_link_stays_and_the_folder_it_names_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write(tmp_path / "link", a="1")
    write(tmp_path / "link", a="2")
    assert (tmp_path / "link").is_symlink()
    assert contents(tmp_path / "real") == {"a": b"2"}


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (OSError("IO error: No space left on device: While appending to file: 7.sst"), "No space left .* Free some"),
        (OSError(errno.EMFILE, "too many"), "Too few files may be open .* ulimit"),
        (OSError("needs at least 96 file descriptors, only 24 allowed"), "Too few files may be open .* ulimit"),
    ],
)
def test_what_the_database_says_is_told_with_its_remedy(tmp_path: Path, error: OSError, says: str) -> None:
    with pytest.raises(OutputError, match=says), replacing(tmp_path / "out"):
        raise error


@pytest.mark.parametrize("parent", ["missing", "file", "file/below"])
def test_a_parent_that_is_no_folder_is_named(tmp_path: Path, parent: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=f"There is no folder .*{parent}"):
        write(tmp_path / parent / "out", a="1")


def test_the_second_of_two_processes_is_told_so_and_the_first_ends_well(tmp_path: Path) -> None:
    out = tmp_path / "out"
    other = f"from graph_builder.output import replacing\nwith replacing({str(out)!r}): pass"
    with replacing(out) as folder:
        (folder / "a").write_text("first")
        second = subprocess.run([sys.executable, "-c", other], capture_output=True, text=True, check=False)
    assert second.returncode == 1
    assert "Another graph-builder is writing" in second.stderr
    assert contents(out) == {"a": b"first"}
    assert os.listdir(tmp_path) == ["out"]


def test_a_lock_file_that_its_holder_removed_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / ".out.graph-builder-lock"
    opened = []
    real = os.open

    def racing(path: str | Path, flags: int, mode: int = 0o777) -> int:
        descriptor = real(path, flags, mode)
        if path == lock:
            opened.append(descriptor)
            if len(opened) == 1:
                lock.unlink()  # as the holder before does, between our opening and our locking
        return descriptor

    monkeypatch.setattr(os, "open", racing)
    write(tmp_path / "out", a="1")
    assert len(opened) == 2
    assert contents(tmp_path / "out") == {"a": b"1"}


def test_readers_meet_one_build_while_builds_follow_each_other(tmp_path: Path) -> None:
    out = tmp_path / "out"
    write(out, a="0", b="0")
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            seen.append(tuple(contents(out).values()))

    seen: list[tuple[bytes, ...]] = []
    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 60):
        write(out, a=str(number), b=str(number))
    stop.set()
    reader.join()
    assert len(set(seen)) > 1
    assert all(a == b for a, b in seen)


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mount a small file system of memory with the options given."""
    folder = tmp_path / "mounted"

    def mounted(options: str) -> Path:
        folder.mkdir(exist_ok=True)
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"needs root to mount: {done.stderr.strip()}")
        return folder

    yield mounted
    if os.path.ismount(folder):
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_old_folder(mount: Callable[[str], Path]) -> None:
    disk = mount("size=256k")
    write(disk / "out", a="1")
    with pytest.raises(OutputError, match="No space left"):
        write(disk / "out", a="2" * 300_000)
    assert contents(disk / "out") == {"a": b"1"}
    assert os.listdir(disk) == ["out"]
    write(disk / "out", a="3")
    assert contents(disk / "out") == {"a": b"3"}


def test_a_read_only_disk_is_named(mount: Callable[[str], Path]) -> None:
    disk = mount("size=256k,ro")
    with pytest.raises(OutputError, match="cannot be written to"):
        write(disk / "out", a="1")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    with pytest.raises(OutputError, match="cannot be written to"):
        write(tmp_path / "out", a="1")
    tmp_path.chmod(0o755)


NAME = st.text(st.characters(blacklist_characters="/\0", blacklist_categories=["Cs"]), min_size=1, max_size=8).filter(
    lambda name: name not in {".", ".."}
)
TREE = st.dictionaries(st.builds("d{}/f{}".format, NAME, NAME), st.binary(max_size=40), max_size=5)


@given(TREE, TREE, st.builds("g{}/f{}".format, NAME, NAME))
def test_any_tree_replaces_any_other_and_anything_foreign_stops_it(
    first: dict[str, bytes], second: dict[str, bytes], foreign: str
) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch, "out")
        for tree in (first, second):
            with replacing(out) as folder:
                for name, data in tree.items():
                    (folder / name).parent.mkdir(exist_ok=True)
                    (folder / name).write_bytes(data)
            if tree:
                assert contents(out) == tree
        (out / foreign).parent.mkdir()
        (out / foreign).write_bytes(b"mine")
        with pytest.raises(OutputError, match="did not write"), replacing(out):
            pass
        assert (out / foreign).read_bytes() == b"mine"
        assert os.listdir(scratch) == ["out"]
