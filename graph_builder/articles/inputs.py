"""Which files to read: files, folders and glob patterns become a list of articles' files, ordered by name."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from glob import has_magic
from pathlib import Path
from typing import Literal, NamedTuple

from graph_builder.errors import InputError
from graph_builder.model import Notice

Format = Literal["text", "html", "document", "records", "csv", "parquet", "archive", "web archive"]
FORMATS: dict[str, Format] = {
    ".txt": "text",
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp"), "html"),
    ".docx": "document",
    **dict.fromkeys((".jsonl", ".ndjson"), "records"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
    ".parquet": "parquet",
    ".zip": "archive",
    **dict.fromkeys((".warc", ".wet"), "web archive"),
}
"""Endings of files that are read, by format; each may have ``.gz`` after it, or a query where wget saved the page."""

_ENDINGS = (
    "name it .txt, .html, .docx, .jsonl, .csv, .parquet, .warc or .zip (or one of them with .gz) if it holds articles"
)


NO_FILE = InputError("no such file or folder", "check the spelling of its path")
NONE_IN_FOLDER = InputError("no article in this folder", _ENDINGS)
NONE_MATCHES = InputError("no article matches this pattern", _ENDINGS)


_ENDING = re.compile(rf"(.+?)({'|'.join(re.escape(e) for e in FORMATS)})([?@].*)?", re.IGNORECASE | re.DOTALL)


class Source(NamedTuple):
    """A file to read. Ordered by name; of one name, by path."""

    name: str
    """Path relative to its input, ``/`` between parts; of a file given by itself, its name."""
    path: str
    format: Format
    stem: str
    """Name of the file without folders and endings."""


def notice(name: str, error: InputError) -> Notice:
    """Return what the owner of a file should know about an error in it."""
    return Notice(name, "error", error.problem, error.remedy)


def discover(inputs: Sequence[str]) -> tuple[list[Source], list[Notice]]:
    """Return the files of all inputs in the order of their names, each once, and what could not be looked into.

    In a folder, files of other endings and hidden ones are passed over; links are followed, but not in circles.
    The order of the inputs does not matter.
    """
    found: dict[str, Source] = {}
    notices: set[Notice] = set()
    for given in inputs:
        for item in _one(given):
            if isinstance(item, Notice):
                notices.add(item)
            else:
                real = os.path.realpath(item.path)
                found[real] = min(found.get(real, item), item)
    return sorted(found.values()), sorted(notices)


def other_kind(name: str) -> Notice:
    """Return what to tell about a file that was named and is of no kind that is read."""
    return Notice(shown(name), "skipped", "not a kind of file that is read", _ENDINGS)


def _one(given: str) -> Iterator[Source | Notice]:
    if os.path.lexists(given):
        yield from _path(given)
    elif has_magic(given):
        yield from _pattern(given)
    else:
        yield notice(shown(given), NO_FILE)


def _path(given: str) -> Iterator[Source | Notice]:
    path = Path(given)
    own = source(given, path.name)
    if path.is_dir():
        found = list(_folder(given, "", ()))
        yield from found or [notice(shown(given), NONE_IN_FOLDER)]
    elif own:
        yield own
    else:
        yield other_kind(path.name)


def _pattern(given: str) -> Iterator[Source | Notice]:
    parts = Path(given).parts
    fixed = next(index for index, part in enumerate(parts) if has_magic(part))
    base = Path(*parts[:fixed])
    found: list[Source | Notice] = []
    try:
        matches = sorted(base.glob(str(Path(*parts[fixed:]))))
    except ValueError:
        matches = []
    for path in matches:
        inner = path.relative_to(base)
        if any(part.startswith(".") for part in inner.parts):
            continue
        if path.is_dir():
            found += _folder(str(path), inner.as_posix(), ())
        else:
            found += filter(None, [source(str(path), inner.as_posix())])
    yield from found or [notice(shown(given), NONE_MATCHES)]


def _folder(path: str, name: str, above: tuple[tuple[int, int], ...]) -> Iterator[Source | Notice]:
    try:
        status = Path(path).stat()
        identity = status.st_dev, status.st_ino
        with os.scandir(path) as scanned:
            entries = sorted(scanned, key=lambda entry: entry.name)
    except OSError as error:
        yield notice(shown(name or path), unreadable(error))
        return
    if identity in above:
        yield notice(shown(name), InputError("this link leads back to a folder above it", "remove the link"))
        return
    for entry in entries:
        inner = f"{name}/{entry.name}" if name else entry.name
        if entry.name.startswith("."):
            continue
        if _is_folder(entry):
            yield from _folder(entry.path, inner, (*above, identity))
        else:
            own = source(entry.path, inner)
            if own:
                yield own


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself; said when it is read
        return False


def source(path: str, name: str) -> Source | None:
    """Return a file as a source of articles, ``None`` if its name does not tell that it is one.

    ``name``: its path relative to its input. wget saves ``/a.php?id=7`` as ``a.php?id=7``: what follows a known ending
    and ``?`` or ``@`` belongs to the stem.
    """
    plain = Path(name)
    if plain.suffix.lower() == ".gz":
        plain = plain.with_suffix("")
    found = _ENDING.fullmatch(plain.name)
    if found is None:
        return None
    stem, ending, asked = found.groups()
    return Source(shown(name), path, FORMATS[ending.lower()], shown(stem + (asked or "")))


def shown(name: str) -> str:
    """Return a name as text that can be written anywhere: ``/`` between parts, bytes that are no UTF-8 replaced."""
    return os.fsencode(name.replace(os.sep, "/")).decode("utf-8", "replace")


def unreadable(error: OSError) -> InputError:
    """Return what to tell about a file that the system will not let us read."""
    reason = (error.strerror or str(error)).lower()
    return InputError(f"cannot be read ({reason})", "check that it exists and that you may read it")


def is_regular(path: str) -> bool:
    """Whether a path is a file with an end, not a device or a pipe."""
    return stat.S_ISREG(Path(path).stat().st_mode)
