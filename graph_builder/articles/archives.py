"""Files that hold many: the members of zip archives, the pages of web archives (WARC, and WET of Common Crawl)."""

from __future__ import annotations

import io
import logging
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from graph_builder.articles import content
from graph_builder.articles.inputs import Source, shown, source
from graph_builder.errors import InputError
from graph_builder.model import Notice

logging.getLogger("warcio").setLevel(logging.CRITICAL)

_PAGES = {"text/html": True, "application/xhtml+xml": True, "text/plain": False}
"""Types of content that are read: whether it is HTML."""
_KINDS = ("response", "resource", "conversion")
"""Records of a web archive that hold what a server sent, or what was made of it."""


class _Records(ArchiveIterator):  # type: ignore[misc]  # it ships no types
    """The records of a web archive; what is wrong between them is counted (``err_count``), not printed."""

    INC_RECORD = ""


class Member(NamedTuple):
    """A file in a zip archive."""

    source: Source
    info: zipfile.ZipInfo


class Page(NamedTuple):
    """What a server sent once: its address, bytes, and whether they are HTML. ``number``: its place, from 1."""

    number: int
    url: str | None
    content: bytes
    html: bool


def members(archive: zipfile.ZipFile, name: str, path: str, size: int) -> Iterator[Member | Notice]:
    """Yield the files of an archive that may hold articles, by name; notices of archives in it, which are not read.

    Hidden files are passed over. ``size``: bytes that the archive takes.

    Raises:
        InputError: no file of it may hold articles, or they unpack to more than text does.
    """
    budget, any_of_it = content.Budget(size), False
    for info in sorted(archive.infolist(), key=lambda info: info.filename):
        inner = source(path, f"{name}/{info.filename}")
        if info.is_dir() or inner is None or _hidden(info.filename):
            continue
        any_of_it = True
        if inner.format in ("archive", "web archive"):
            yield Notice(inner.name, "skipped", "an archive within an archive", "unpack it, and give it by itself")
            continue
        if info.file_size <= content.LARGEST:  # a larger one is not unpacked, or by and by
            budget.spend(info.file_size)
        yield Member(inner, info)
    if not any_of_it:
        raise InputError("no article in this archive", "give one with files of the kinds that are read")


@contextmanager
def zipped(file: io.BufferedReader) -> Iterator[zipfile.ZipFile]:
    """Open a zip archive; in the block, too, ``InputError`` tells what is wrong with it."""
    with _as_input_errors(), zipfile.ZipFile(file) as archive:
        yield archive


@contextmanager
def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[io.BufferedReader]:
    """Open a file of an archive, unpacked; in the block, too, ``InputError`` tells what is wrong with it."""
    with _as_input_errors(), archive.open(info) as packed:
        yield content.unpacked(io.BufferedReader(cast(zipfile.ZipExtFile, packed)))


@contextmanager
def _as_input_errors() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, UnicodeDecodeError) as error:
        raise InputError(
            f"the zip file is damaged or of an unknown kind ({error})", "fetch or pack it again"
        ) from error
    except RuntimeError as error:  # what zipfile raises for a password that is missing
        raise InputError(f"cannot be unpacked ({error})", "unpack it yourself, and give the folder") from error


def pages(file: io.BufferedReader) -> Iterator[Page]:
    """Yield the pages of a web archive that servers sent well.

    Raises:
        InputError: it is damaged; what stands before the damage has been yielded.
    """
    known = False
    try:
        records = _Records(file)
        for number, record in enumerate(records, start=1):
            known = known or record.format == "warc"
            page = _page(number, record)
            if record.rec_type is None or _is_cut(record):
                raise ArchiveLoadFailed(f"record {number} is " + ("none" if record.rec_type is None else "cut off"))
            if page is not None:
                yield page
        if records.err_count:
            raise ArchiveLoadFailed("between its records stands something else")
    except (ArchiveLoadFailed, ValueError, zlib.error, EOFError) as error:
        raise InputError(
            f"the web archive is damaged ({' '.join(shown(str(error)).split())[:100]})", "fetch or pack it again"
        ) from error
    if not known:
        raise InputError("no record of a web archive is in it", "fetch or pack it again")


def _page(number: int, record: ArcWarcRecord) -> Page | None:
    html = _PAGES.get(_content_type(record))
    if record.rec_type not in _KINDS or html is None or not _sent_well(record):
        return None
    url = record.rec_headers.get_header("WARC-Target-URI")
    return Page(number, url, record.content_stream().read(content.LARGEST + 1), html)


def _is_cut(record: ArcWarcRecord) -> bool:
    """Whether a record ends before the length that it states, or states none."""
    if record.format == "warc" and not record.rec_headers.get_header("Content-Length"):
        return True
    while record.raw_stream.read(content.MEGABYTE):
        pass
    return getattr(record.raw_stream, "limit", 0) > 0


def _content_type(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _sent_well(record: ArcWarcRecord) -> bool:
    return record.http_headers is None or record.http_headers.get_statuscode() == "200"


def _hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))
