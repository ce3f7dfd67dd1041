"""The manifest: which files a build wrote, with a digest of each. Written last, so that it vouches for all of them.

``manifest.json`` is ``{"files": {"graph.ttl": "<SHA-256, hex>", ...}, "format": 1, "written_by": "graph-builder"}``. A
database in ``store/`` has no digests (``"database": "store"``), because no two builds write it in the same bytes; nor
have the pages in ``site/`` (``"pages": "site"``), which are thousands and can be written anew from the rest. Nothing is
said of ``times.json``, which no two builds write in the same bytes either, and which tells nothing of the articles.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from fnmatch import fnmatchcase
from io import BufferedReader
from pathlib import Path

from graph_builder.errors import OutputError

MANIFEST = "manifest.json"
DATABASE = "store"
"""The folder of a database that holds nothing but what a file of the manifest holds."""
PAGES = "site"
"""The folder of the pages."""
TIMES = "times.json"
"""How long the stages of the build took."""
_UNLISTED = {"database": DATABASE, "pages": PAGES}
"""Folders that the manifest names as a whole: its word for each, and its name."""
_HEADER = {"format": 1, "written_by": "graph-builder"}
_ATTEMPTS = 10
_AT_ONCE = 16
"""Files that are brought to the disk at once."""


def seal(folder: Path) -> None:
    """Bring every file of ``folder`` safely to the disk and write the manifest that names them all."""
    digests = {}
    _flush(Path(parent, name) for parent, _, names in os.walk(folder / PAGES) for name in (*names, "."))
    for parent, folders, names in os.walk(folder):
        if Path(parent) == folder and PAGES in folders:
            folders.remove(PAGES)
        for name in names:
            path = Path(parent, name)
            with path.open("rb") as file:
                if not path.is_relative_to(folder / DATABASE) and path != folder / TIMES:
                    digests[path.relative_to(folder).as_posix()] = _digest(file)
                os.fsync(file)
        if Path(parent) != folder:
            sync_folder(Path(parent))
    present = {word: name for word, name in _UNLISTED.items() if (folder / name).is_dir()}
    text = json.dumps({**_HEADER, **present, "files": digests}, ensure_ascii=False, indent=1, sort_keys=True)
    with (folder / MANIFEST).open("w", encoding="utf-8", newline="\n") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file)
    sync_folder(folder)


def _flush(paths: Iterable[Path]) -> None:
    """Bring files and folders, which may be thousands, safely to the disk: many at once share a commit of its journal.

    Measured on ext4: 6,000 files of 20 KB in 0.6 s, one after the other in 6 s; ``os.sync`` would wait for what every
    other program on the machine is writing.
    """
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for _ in pool.map(_sync, paths):
            pass


def sync_folder(folder: Path) -> None:
    """Bring the entries of ``folder`` (what was made, renamed, removed in it) safely to the disk."""
    _sync(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read_manifest(folder: Path) -> dict[str, str]:
    """Return the files that the build of ``folder`` wrote (paths relative to it) with their digests, by name."""
    return _read(folder)[0]


def unlisted(folder: Path) -> tuple[str, ...]:
    """Return the folders in ``folder`` that its build wrote and whose files the manifest does not list."""
    return _read(folder)[1]


def _read(folder: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        problem = f"{folder} holds no {MANIFEST}" if folder.exists() else f"There is no folder {folder}"
        raise OutputError(problem, "Name a folder that `graph-builder build` wrote.") from None
    except OSError as error:
        raise OutputError(f"{folder / MANIFEST} cannot be read: {error.strerror}", "Check its permissions.") from error
    except ValueError:  # no JSON, or no UTF-8
        manifest = None
    match manifest:
        case {"written_by": "graph-builder", "format": 1, "files": dict(files)} if _are_digests(files):
            folders = tuple(name for word, name in _UNLISTED.items() if manifest.get(word) == name)
            return dict(sorted(files.items())), folders
        case {"written_by": "graph-builder", "format": int(number)} if number != 1:
            raise OutputError(
                f"{folder} was written in format {number}, which this version does not know",
                "Build it again, or read it with the version that wrote it.",
            )
    raise OutputError(f"{folder / MANIFEST} is not a manifest of graph-builder", "Build into another folder.")


@contextmanager
def open_output(out: str | Path, pattern: str = "*") -> Iterator[dict[str, BufferedReader]]:
    """Open the files of a build whose paths in ``out`` match ``pattern`` (shell wildcards), each at its beginning.

    All are of one build and as it wrote them, even if another build replaces ``out`` at this moment or later; where
    they are not what the manifest says, or none matches, an ``OutputError`` names them.
    """
    with ExitStack() as stack:
        yield _open_one_build(Path(out), pattern, stack)


def _open_one_build(folder: Path, pattern: str, stack: ExitStack) -> dict[str, BufferedReader]:
    for _ in range(_ATTEMPTS):
        digests = read_manifest(folder)
        wanted = {name: digest for name, digest in digests.items() if fnmatchcase(name, pattern)}
        if not wanted:
            raise OutputError(f"{folder} holds no {pattern}", "Build it again with this version.")
        with ExitStack() as opened:
            files, damaged = _open_verified(folder, wanted, opened)
            if not damaged:
                stack.enter_context(opened.pop_all())
                return files
        if read_manifest(folder) == digests:  # else a build replaced the folder between two of its files: once more
            names = ", ".join(damaged)
            raise OutputError(f"Not as the build wrote them in {folder}: {names}", "Build the folder again.")
    raise OutputError(f"{folder} is replaced faster than it can be read", "Try again when no build is running.")


def _open_verified(
    folder: Path, digests: Mapping[str, str], stack: ExitStack
) -> tuple[dict[str, BufferedReader], list[str]]:
    """Return the open files, and the names of those that are missing or other than their digest says."""
    files: dict[str, BufferedReader] = {}
    damaged = []
    for name, digest in digests.items():
        try:
            file = stack.enter_context((folder / name).open("rb"))
            if _digest(file) == digest:
                file.seek(0)
                files[name] = file
                continue
        except OSError:
            pass
        damaged.append(name)
    return files, damaged


def _digest(file: BufferedReader) -> str:
    return hashlib.file_digest(file, "sha256").hexdigest()


def _are_digests(files: Mapping[object, object]) -> bool:
    return all(
        isinstance(name, str) and ".." not in name.split("/") and not name.startswith("/") and isinstance(digest, str)
        for name, digest in files.items()
    )
