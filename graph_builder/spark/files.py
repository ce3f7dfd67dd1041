"""Files on any file system that Hadoop knows: which are to be read, by the names that the local reader gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from graph_builder.articles.inputs import (
    NO_FILE,
    NONE_IN_FOLDER,
    NONE_MATCHES,
    Source,
    notice,
    other_kind,
    shown,
    source,
)
from graph_builder.errors import InputError
from graph_builder.model import Notice

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_MAGIC = re.compile(r"[*?\[{]")
_SPECIAL = re.compile(r"([\\*?\[\]{}])")
LARGEST = 1 << 30
"""Bytes. A task holds a file in memory; Spark hands over less than two gigabytes."""


class File(NamedTuple):
    """A file to read. Ordered as the local reader orders them."""

    source: Source
    """Its ``path`` is as Hadoop writes it, file system and all."""
    size: int
    """Bytes."""


class Hadoop:
    """The file systems that a session knows."""

    def __init__(self, spark: SparkSession) -> None:
        jvm: Any = spark._jvm
        context: Any = spark.sparkContext
        self._conf = context._jsc.hadoopConfiguration()
        self._path = jvm.org.apache.hadoop.fs.Path

    def at(self, given: str) -> tuple[Any, Any]:
        """Return a path and its file system, as Java objects."""
        path = self._path(given)
        system = path.getFileSystem(self._conf)
        return system.makeQualified(path), system

    def head(self, given: str, size: int = 3) -> bytes:
        """Return the first bytes of a file."""
        path, system = self.at(given)
        file = system.open(path)
        try:
            return bytes(byte for byte in (file.read() for _ in range(size)) if byte >= 0)
        finally:
            file.close()

    def files(self, inputs: Sequence[str]) -> tuple[list[File], list[Notice]]:
        """Return the files of all inputs in the order of their names, each once, and what could not be looked into."""
        found: dict[str, File] = {}
        notices: set[Notice] = set()
        for given in inputs:
            for item in self._one(given):
                if isinstance(item, Notice):
                    notices.add(item)
                else:
                    path = item.source.path
                    found[path] = min(found.get(path, item), item)
        return sorted(found.values()), sorted(notices)

    def _one(self, given: str) -> Iterator[File | Notice]:
        from py4j.protocol import Py4JJavaError  # noqa: PLC0415  # comes with PySpark

        try:
            path, system = self.at(given)
            if system.exists(path):
                yield from self._named(given, system, system.getFileStatus(path))
            elif _MAGIC.search(given):
                yield from self._matching(given)
            else:
                yield notice(shown(given), NO_FILE)
        except Py4JJavaError as error:
            reason = str(error.java_exception.getMessage()).partition("\n")[0]
            yield notice(shown(given), InputError(f"cannot be read ({reason})", "check that you may read it"))

    def _named(self, given: str, system: Any, status: Any) -> Iterator[File | Notice]:
        name = status.getPath().getName()
        if status.isDirectory():
            yield from list(_below(system, status, "")) or [notice(shown(given), NONE_IN_FOLDER)]
        else:
            yield _file(status, name) or other_kind(name)

    def _matching(self, pattern: str) -> Iterator[File | Notice]:
        """Yield the files that match; they are named from the last folder of the pattern without a magic sign."""
        first = _MAGIC.search(pattern)
        fixed = pattern[: pattern.rfind("/", 0, first.start() if first else 0) + 1] or "."
        base = str(self.at(fixed)[0].toString()).rstrip("/")
        path, system = self.at(pattern)
        found: list[File | Notice] = []
        for status in system.globStatus(path) or ():
            inner = str(status.getPath().toString())[len(base) + 1 :]
            if not any(part.startswith(".") for part in inner.split("/")):
                found += _below(system, status, inner) if status.isDirectory() else filter(None, [_file(status, inner)])
        yield from found or [notice(shown(pattern), NONE_MATCHES)]


def literally(path: str) -> str:
    """Return a path so that Spark takes no character of it for a pattern."""
    return _SPECIAL.sub(r"\\\1", path)


def _below(system: Any, folder: Any, name: str) -> Iterator[File | Notice]:
    """Yield the files of a folder that is called ``name``; hidden ones and those of other kinds are passed over."""
    for status in system.listStatus(folder.getPath()):
        own = status.getPath().getName()
        inner = f"{name}/{own}" if name else own
        if own.startswith("."):
            continue
        if status.isDirectory():
            yield from _below(system, status, inner)
        else:
            yield from filter(None, [_file(status, inner)])


def _file(status: Any, name: str) -> File | Notice | None:
    own = source(str(status.getPath().toString()), name)
    size = int(status.getLen())
    if own and own.stem.startswith("_"):
        return notice(own.name, InputError("Spark passes over files whose names begin with _", "rename it"))
    if own and size > LARGEST:
        return notice(own.name, InputError(f"larger than {LARGEST >> 30} GB", "split it into smaller files"))
    return File(own, size) if own else None
