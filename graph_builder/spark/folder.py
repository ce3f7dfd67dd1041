"""OUT on any file system that Hadoop knows: written beside it, and put in its place when all is there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graph_builder.errors import OutputError
from graph_builder.spark.files import Hadoop

MARK = "_GRAPH_BUILDER"
"""An empty file that only a folder of ours holds. Hadoop's programs pass over names that begin so."""


class Folder:
    """A folder that is being written."""

    def __init__(self, hadoop: Hadoop, path: str) -> None:
        self._hadoop = hadoop
        self.path = path

    def at(self, name: str) -> str:
        """Return the path of something in it."""
        return f"{self.path}/{name}"

    def take(self, file: Path, name: str) -> None:
        """Move a file of this machine into it."""
        target, system = self._hadoop.at(self.at(name))
        system.copyFromLocalFile(True, True, self._hadoop.at(file.as_uri())[0], target)

    def rename_parts(self, name: str, ending: str) -> None:
        """Name the parts of a folder by their numbers and by what they hold: Spark calls all text ``.txt.gz``."""
        folder, system = self._hadoop.at(self.at(name))
        found = (status.getPath() for status in system.listStatus(folder))
        parts = sorted((str(path.getName()), path) for path in found if path.getName().startswith("part-"))
        for number, (_, path) in enumerate(parts):
            _move(system, path, self._hadoop.at(self.at(f"{name}/part-{number:05}.{ending}"))[0])

    def drop(self, name: str) -> None:
        """Remove something from it."""
        target, system = self._hadoop.at(self.at(name))
        system.delete(target, True)


@contextmanager
def replacing(hadoop: Hadoop, out: str) -> Iterator[Folder]:
    """Yield an empty folder beside ``out``; when the block ends well, it takes the place of ``out``.

    If the block ends otherwise, ``out`` stays as it was. A file system whose folders cannot be renamed in one step (an
    object store) leaves a moment in which ``out`` is not whole; ``MARK`` comes last there.

    Raises:
        OutputError: ``out`` holds what a build did not write, or cannot be written.
    """
    target, system = hadoop.at(out)
    new, old = (target.suffix(f".{ending}") for ending in ("graph-builder-new", "graph-builder-old"))
    with _as_output_errors(out):
        _refuse_foreign(system, target)
        system.delete(new, True)
        system.mkdirs(new)
    try:
        yield Folder(hadoop, str(new.toString()))
        with _as_output_errors(out):
            system.createNewFile(hadoop.at(f"{new.toString()}/{MARK}")[0])
            _refuse_foreign(system, target)
            system.delete(old, True)
            if system.exists(target):
                _move(system, target, old)
            _move(system, new, target)
            system.delete(old, True)
    finally:
        system.delete(new, True)


def _move(system: Any, source: Any, target: Any) -> None:
    if not system.rename(source, target):
        raise OutputError(f"{source} cannot be renamed to {target}", "Look at both, and build again.")


def _refuse_foreign(system: Any, target: Any) -> None:
    if system.exists(target):
        status = system.getFileStatus(target)
        names = {entry.getPath().getName() for entry in system.listStatus(target)} if status.isDirectory() else {"."}
        if names and MARK not in names:
            raise OutputError(
                f"{target.toString()} is not a folder that the Spark engine wrote (it holds no {MARK})",
                "Choose a new or empty folder with -o.",
            )


@contextmanager
def _as_output_errors(out: str) -> Iterator[None]:
    from py4j.protocol import Py4JJavaError  # noqa: PLC0415  # comes with PySpark

    try:
        yield
    except Py4JJavaError as error:
        reason = str(error.java_exception.getMessage()).partition("\n")[0]
        raise OutputError(f"{out} cannot be written ({reason})", "Check that you may write there.") from error
