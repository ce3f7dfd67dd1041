"""The bytes of a file, unpacked if they are gzip, up to a limit; and the lines of a file of records, one at a time."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from graph_builder.articles.inputs import is_regular, unreadable
from graph_builder.errors import InputError

MEGABYTE = 1 << 20
LARGEST = 32 * MEGABYTE
"""Bytes of one article, unpacked. A page has some ten thousand; more is a mistake or an attack."""
DENSEST = 100
"""Times its size that a packed file of records may grow to, beyond a megabyte. Text in gzip grows 3 to 10 times."""

_GZIP = b"\x1f\x8b"


@contextmanager
def opened(path: str) -> Iterator[io.BufferedReader]:
    """Open a file as its owner means it: what gzip packed is unpacked.

    Raises:
        InputError: it cannot be read, is no regular file, or (in the block, too) its gzip is damaged.
    """
    try:
        if not is_regular(path):
            raise InputError("not a regular file", "give a file on disk; save what a pipe or device delivers first")
        with Path(path).open("rb") as file, readable(file) as unpacked_file:
            yield unpacked_file
    except OSError as error:
        raise unreadable(error) from error


@contextmanager
def readable(file: io.BufferedReader) -> Iterator[io.BufferedReader]:
    """Give an open file as its owner means it; in the block, too, ``InputError`` tells that its gzip is damaged."""
    try:
        yield unpacked(file)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise InputError(f"the gzip file is damaged or cut off ({error})", "fetch or pack it again") from error


def unpacked(file: io.BufferedReader) -> io.BufferedReader:
    """Return the file, or what it unpacks to if gzip packed it."""
    packed = file.peek(len(_GZIP))[: len(_GZIP)] == _GZIP
    return io.BufferedReader(gzip.GzipFile(fileobj=file)) if packed else file


def whole(file: io.BufferedReader) -> bytes:
    """Return the content of the file of one article.

    Raises:
        InputError: it is empty, or larger than ``LARGEST``.
    """
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise too_large("it")
    if not content.strip(b"\x00\t\n\r "):
        raise InputError("the file is empty", "remove it, or save the article again")
    return content


class Budget:
    """What a packed file may unpack to before it is no text any more."""

    def __init__(self, size: int) -> None:
        """Allow for a file that takes ``size`` bytes where it is kept."""
        self._left = MEGABYTE + DENSEST * size

    def spend(self, unpacked: int) -> None:
        """Count so many bytes more.

        Raises:
            InputError: it is too much.
        """
        self._left -= unpacked
        if self._left < 0:
            raise InputError(f"unpacks to more than {DENSEST} times its size", "it is no text; unpack it and look")


def lines(file: io.BufferedReader, size: int) -> Iterator[tuple[int, bytes]]:
    """Yield number and content of the lines of a file of records, ends of lines included; one at a time is in memory.

    ``size``: bytes that the file takes where it is kept.

    Raises:
        InputError: a line is larger than ``LARGEST``, or all are more than ``DENSEST`` times ``size``, or blank.
    """
    budget, blank = Budget(size), True
    for number, line in enumerate(iter(partial(file.readline, LARGEST + 1), b""), start=1):
        if len(line) > LARGEST:
            raise too_large("a line of it")
        budget.spend(len(line))
        blank = blank and line.isspace()
        yield number, line
    if blank:
        raise InputError("the file is empty", "remove it, or save the records again")


def too_large(what: str) -> InputError:
    """Return what to tell of something that is larger than an article can be."""
    return InputError(
        f"{what} is larger than {LARGEST // MEGABYTE} MB when unpacked, which no article is",
        "split it, or leave it out",
    )
