"""An answer that is written may have so many bytes and so many rows, and not one more."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

from graph_builder.server.refusal import too_large
from graph_builder.server.settings import MEGABYTE

RowsOf = Callable[[bytes], int]
"""Is given the parts of an answer one after the other; says how many rows begin in each."""


class Capped(io.BytesIO):
    """Takes the bytes of an answer; the one too many raises ``Refused``."""

    def __init__(self, most_bytes: int, most_rows: int, rows_of: RowsOf) -> None:
        super().__init__()
        self._most_bytes = most_bytes
        self._most_rows = most_rows
        self._rows_of = rows_of
        self._rows = 0

    def write(self, part: bytes) -> int:  # type: ignore[override]
        """Take a part of an answer."""
        self._rows += self._rows_of(part)
        if self._rows > self._most_rows:
            raise too_large(f"{self._most_rows:,} rows")
        if self.tell() + len(part) > self._most_bytes:
            raise too_large(f"{self._most_bytes // MEGABYTE:,} MB")
        return super().write(part)


def rows_of(form: str, variables: Iterable[str]) -> RowsOf:
    """Return what counts the rows of a table as Oxigraph writes it in one of the results formats.

    Oxigraph writes tables without a way to count their rows; but each begins with what can stand nowhere else.
    """
    match form:
        case "json":  # quotes in texts are escaped, so none of these can stand in one
            return _Marks([f'{{"{variable}":{{"type":'.encode() for variable in variables])
        case "xml":
            return _Marks([b"<result>"])
        case "tsv":  # line breaks in texts are escaped; the first line is the names
            return _Marks([b"\n"], -1)
    return _Lines()


class _Marks:
    """Counts what begins a row, also where it stands across two parts."""

    def __init__(self, marks: list[bytes], start: int = 0) -> None:
        self._marks = marks
        self._rest = dict.fromkeys(marks, b"")
        self._start = start

    def __call__(self, part: bytes) -> int:
        count, self._start = self._start, 0
        for mark in self._marks:
            text = self._rest[mark] + part
            count += text.count(mark)
            self._rest[mark] = text[-len(mark) + 1 :] if len(mark) > 1 else b""
        return count


class _Lines:
    """Counts the lines of CSV, of which quoted cells may have some of their own; the first is the names."""

    def __init__(self) -> None:
        self._quoted = False
        self._count = -1

    def __call__(self, part: bytes) -> int:
        pieces = part.split(b'"')
        count, self._count = self._count, 0
        count += sum(piece.count(b"\n") for piece in pieces[int(self._quoted) :: 2])
        self._quoted ^= len(pieces) % 2 == 0
        return count
