"""XLSX: the tables as sheets of one workbook, right to left, for people who work in a spreadsheet.

Every text is stored as text, so none is ever a formula; one that begins like a formula is marked as text, too, so that
it stays one when somebody edits the cell. Unlike in CSV, no apostrophe is added and no quote is cut at its beginning.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from graph_builder.errors import OutputError
from graph_builder.export.characters import for_xml
from graph_builder.export.rows import Row, Value
from graph_builder.export.tables import COLUMNS, FORMULA, table_rows
from graph_builder.graph.network import joined
from graph_builder.model import World

MOST_ROWS = 1_048_576
"""Of a sheet, with the header."""
LONGEST = 32_767
"""Characters of a cell; what is longer ends in an ellipsis."""
WIDE, NARROW = 60, 8
"""Widths of columns, in characters."""
_EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001  # the library writes it as UTC; when it was written must not show


def xlsx(world: World) -> bytes:
    """Return the tables of a world as a workbook, the same bytes for the same world.

    Raises:
        OutputError: a table has more rows than a sheet can hold.
    """
    file = BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"created": _EPOCH})
        heading = book.add_format({"bold": True, "bottom": 1})
        like_formula = book.add_format({"quote_prefix": True})
        for table, columns in COLUMNS.items():
            rows = list(table_rows(world, table))
            if len(rows) >= MOST_ROWS:
                raise OutputError(
                    f"The table {table} has {len(rows):,} rows, more than a sheet can hold",
                    "Write the tables as CSV: --format tables.",
                )
            _fill(book.add_worksheet(table), columns, rows, heading, like_formula)
    return file.getvalue()


def _fill(sheet: Worksheet, columns: tuple[str, ...], rows: list[Row], heading: Format, like_formula: Format) -> None:
    sheet.right_to_left()
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    for place, name in enumerate(columns):
        sheet.write_string(0, place, name, heading)
        values = [row[name] for row in rows]
        for number, value in enumerate(values, start=1):
            _write(sheet, number, place, value, like_formula)
        widest = max((len(str(value)) for value in (name, *values) if value is not None), default=0)
        sheet.set_column(place, place, min(WIDE, max(NARROW, widest + 2)))


def _write(sheet: Worksheet, row: int, column: int, value: Value, like_formula: Format) -> None:
    match value:
        case None | ():
            pass
        case bool():
            sheet.write_boolean(row, column, value)
        case int() | float():
            sheet.write_number(row, column, value)
        case _:
            text = for_xml(joined(value) if isinstance(value, tuple) else value)
            text = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
            sheet.write_string(row, column, text, like_formula if text.startswith(tuple(FORMULA)) else None)
