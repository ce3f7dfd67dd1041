"""Rows of JSON Lines, CSV and Parquet as fields; one at a time is in memory."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from itertools import chain
from typing import Any, NamedTuple

from graph_builder.articles import content
from graph_builder.articles.records import NAMES, Columns, json_fields, names
from graph_builder.errors import InputError

DELIMITERS = ",;\t"
"""What may stand between the cells of a CSV file: spreadsheets set to French write semicolons."""
BATCH = 100
"""Rows of a Parquet file that are in memory at a time, at most."""
ROOM = 64 * content.MEGABYTE
"""Bytes that they may take, unless one takes more."""


class Row(NamedTuple):
    """A row, or what is wrong with it. ``number``: its line, or in Parquet its place among the rows; from 1."""

    number: int
    fields: Mapping[str, Any] | InputError
    digest: str

    def values(self) -> Mapping[str, Any]:
        """Return its fields.

        Raises:
            InputError: it has none that can be read.
        """
        if isinstance(self.fields, InputError):
            raise self.fields
        return self.fields


def json_lines(file: io.BufferedReader, size: int, columns: Columns) -> Iterator[Row]:  # noqa: ARG001  # as the others
    """Yield the lines of JSON Lines that are not blank."""
    for number, line in content.lines(file, size):
        yield from json_line(number, line)


def json_line(number: int, line: bytes) -> Iterator[Row]:
    """Yield a line of JSON Lines, its end included or not, if it is not blank."""
    own = line.rstrip(b"\r\n")
    if own and not own.isspace():
        try:
            fields: Mapping[str, Any] | InputError = json_fields(own)
        except InputError as error:
            fields = error
        yield Row(number, fields, sha256(own).hexdigest())


def comma_separated(file: io.BufferedReader, size: int, columns: Columns) -> Iterator[Row]:
    """Yield the rows of a CSV file whose first row names the columns.

    Raises:
        InputError: it is not UTF-8, its quotes do not match, or no column holds the text.
    """
    decoded = (_utf8(line, number) for number, line in content.lines(file, size))
    first = next(decoded, "")
    rows = csv.reader(chain([first], decoded), delimiter=max(DELIMITERS, key=first.count), strict=True)
    csv.field_size_limit(content.LARGEST)
    empty = True
    try:
        head = [name.strip() for name in next(rows)]
        _expect_text(head, columns)
        for cells in rows:
            if any(cell.strip() for cell in cells):
                fields, empty = dict(zip(head, cells, strict=False)), False
                yield Row(rows.line_num, fields, _digest(fields))
    except csv.Error as error:
        problem = f"no CSV from line {rows.line_num} on ({error})"
        raise InputError(
            problem, "put cells with quotes or line ends in quotes, and double the quotes in them"
        ) from error
    if empty:
        raise _no_row()


def parquet(file: io.BufferedReader, size: int, columns: Columns) -> Iterator[Row]:
    """Yield the rows of a Parquet file, reading only the columns that say something of an article.

    Raises:
        InputError: it is damaged, no column holds the text, or pyarrow is not installed.
    """
    try:
        from pyarrow import ArrowException  # noqa: PLC0415  # an extra
        from pyarrow.parquet import ParquetFile  # noqa: PLC0415
    except ImportError:
        remedy = "pip install 'party-graph-builder[parquet]', or convert it to JSON Lines"
        raise InputError("Parquet needs a library that is not installed", remedy) from None
    try:
        table = ParquetFile(file)
        _expect_text(table.schema_arrow.names, columns)
        wanted = [name for field in NAMES for name in names(field, columns) if name in table.schema_arrow.names]
        budget, number = content.Budget(size), 0
        for number, fields in enumerate(_parquet_rows(table, wanted), start=1):
            budget.spend(_letters(fields))
            yield Row(number, fields, _digest(fields))
    except (ArrowException, OSError) as error:
        raise InputError(f"cannot be read as Parquet ({_first_line(error)})", "write or fetch it again") from error
    if not number:
        raise _no_row()


def _parquet_rows(table: Any, columns: list[str]) -> Iterator[Mapping[str, Any] | InputError]:
    """Yield the rows of a file of pyarrow, so few in memory that texts stored once and named often do no harm."""
    groups = map(table.metadata.row_group, range(table.metadata.num_row_groups))
    chunks = (group.column(index) for group in groups for index in range(group.num_columns))
    largest = max((c.total_uncompressed_size for c in chunks if c.path_in_schema in columns), default=1)
    at_a_time = max(1, min(BATCH, ROOM // max(1, largest)))
    for batch in table.iter_batches(batch_size=at_a_time, columns=columns):
        for index in range(batch.num_rows):
            try:
                fields = batch.slice(index, 1).to_pylist()[0]
            except UnicodeDecodeError:
                fields = InputError("the record is not UTF-8", "write its texts in UTF-8")
            yield fields


READERS: Mapping[str, Callable[[io.BufferedReader, int, Columns], Iterator[Row]]] = {
    "records": json_lines,
    "csv": comma_separated,
    "parquet": parquet,
}
"""How the rows of each format are read: from an open file, its size in bytes, and what the columns are called."""


def _expect_text(head: list[str], columns: Columns) -> None:
    wanted = names("text", columns)
    if not set(wanted) & set(head):
        problem = f"no column is called {' or '.join(wanted)}; there are: {', '.join(head[:10])}"
        raise InputError(problem, "say which holds the text: --column text=NAME")


def _no_row() -> InputError:
    return InputError("there is no row in it", "remove it, or save the records again")


def _letters(fields: Mapping[str, Any] | InputError) -> int:
    return 0 if isinstance(fields, InputError) else sum(len(v) for v in fields.values() if isinstance(v, str))


def _utf8(line: bytes, number: int) -> str:
    try:
        return (line.removeprefix(codecs.BOM_UTF8) if number == 1 else line).decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(f"line {number} is not UTF-8", "save it as CSV in UTF-8") from None


def _digest(fields: Mapping[str, Any] | InputError) -> str:
    return sha256(json.dumps(fields, sort_keys=True, default=str).encode()).hexdigest()


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
