"""Write a folder as a whole or not at all, by one process at a time, and never over something that is not ours."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from graph_builder.errors import OutputError
from graph_builder.output.errors import as_output_errors
from graph_builder.output.manifest import MANIFEST, TIMES, read_manifest, seal, sync_folder, unlisted
from graph_builder.output.swap import swap, undo


@contextmanager
def replacing(out: str | Path, last: Callable[[Path], None] = lambda _: None) -> Iterator[Path]:
    """Yield an empty folder to write into; when the block ends well, it takes the place of ``out`` in one step.

    However the block ends otherwise (an error, Ctrl-C, a full disk, the power cut), ``out`` stays as it was; what a
    killed process left beside it is removed by the next one. The parent of ``out`` must exist. ``out`` is replaced
    only if it is empty or holds nothing but what a build wrote there; every failure to write is an ``OutputError``.
    ``last`` may write into the folder what the manifest does not vouch for (``TIMES``), after it is sealed.
    """
    target = Path(os.path.realpath(out))
    if Path.cwd().is_relative_to(target):
        raise OutputError(f"{target} is the folder you are in, or one above it", "Choose another folder with -o.")
    new, old = beside(target, "new"), beside(target, "old")
    with as_output_errors(out), _locked(target):
        try:
            _clean(target, new, old)
            _refuse_foreign(target)
            new.mkdir()
            yield new
            seal(new)
            last(new)
            _refuse_foreign(target)
            with _uninterrupted():
                swap(new, target, old)
                sync_folder(target.parent)
        finally:
            with _uninterrupted():
                _clean(target, new, old)


@contextmanager
def tidied(out: str | Path) -> Iterator[None]:
    """Let no other process write ``out`` while the block reads it; what a killed one left beside it is removed."""
    target = Path(os.path.realpath(out))
    with as_output_errors(out), _locked(target):
        with _uninterrupted():
            _clean(target, beside(target, "new"), beside(target, "old"))
        yield


def beside(out: str | Path, purpose: str) -> Path:
    """Return the hidden path beside ``out`` that serves a purpose while it is written."""
    target = Path(os.path.realpath(out))
    return target.with_name(f".{target.name}.graph-builder-{purpose}")


def _clean(target: Path, new: Path, old: Path) -> None:
    """Undo a swap that was cut short; remove the folders that this process, or one that was killed, worked in."""
    undo(target, old)
    for folder in (new, old):
        shutil.rmtree(folder, ignore_errors=True)


def _refuse_foreign(target: Path) -> None:
    """Raise ``OutputError`` if replacing ``target`` would remove anything that a build did not write."""
    if not target.exists():
        return
    if not target.is_dir():
        raise OutputError(f"{target} is a file, not a folder", "Choose another folder with -o.")
    present = _entries(target)
    if MANIFEST not in present and present:
        raise OutputError(
            f"{target} is not a folder of graph-builder (it holds {_some(present)}, and no {MANIFEST})",
            "Choose a new or empty folder with -o.",
        )
    if present:
        ours = {MANIFEST, TIMES, *(files := read_manifest(target))}
        ours.update(str(parent) for name in files for parent in PurePosixPath(name).parents)
        for folder in unlisted(target):
            ours.update(name for name in present if PurePosixPath(name).is_relative_to(folder))
        if foreign := present - ours:
            raise OutputError(
                f"{target} holds what graph-builder did not write: {_some(foreign)}",
                "Move it elsewhere, or choose another folder with -o.",
            )


def _entries(folder: Path) -> set[str]:
    """Everything in ``folder``, at any depth, as paths relative to it."""
    return {
        Path(parent, name).relative_to(folder).as_posix()
        for parent, folders, files in os.walk(folder)
        for name in (*folders, *files)
    }


def _some(names: set[str]) -> str:
    shown = sorted(names)[:5]
    return ", ".join(shown) + (f" and {len(names) - 5} more" if len(names) > 5 else "")


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    """Hold the lock on ``target``; ``OutputError`` if another process holds it. A lock dies with its process."""
    path = beside(target, "lock")
    descriptor = None
    try:
        with _uninterrupted():
            while descriptor is None:
                descriptor = _lock(path, target)
        yield
    finally:
        if descriptor is not None:
            with _uninterrupted():
                path.unlink(missing_ok=True)
                os.close(descriptor)


def _lock(path: Path, target: Path) -> int | None:
    """Return the locked file's descriptor; ``None`` if its last holder removed the file just now (then try again)."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(descriptor), path.stat()):
            return descriptor
    except BlockingIOError:
        os.close(descriptor)
        raise OutputError(
            f"Another graph-builder is writing {target}", "Wait until it ends, or choose another folder with -o."
        ) from None
    except FileNotFoundError:
        pass
    os.close(descriptor)
    return None


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let Ctrl-C and termination wait until the block is done: it takes milliseconds."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
