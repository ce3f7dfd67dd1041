"""The workbook holds the tables, right to left, as openpyxl reads it; a spreadsheet that opens it runs nothing."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from graph_builder.errors import OutputError
from graph_builder.export import xlsx as module
from graph_builder.export.characters import for_xml
from graph_builder.export.tables import COLUMNS, table_rows
from graph_builder.export.xlsx import LONGEST, xlsx
from graph_builder.graph.network import joined
from graph_builder.model import Fact, PlanFact, World
from tests.worlds import HOSTILE_BODY, HOSTILE_NAME, branch, retold, small_world, world_of


@pytest.fixture(scope="module")
def book() -> Any:
    return load_workbook(BytesIO(xlsx(small_world())))


def test_each_table_is_a_sheet_with_all_its_cells(either_world: World) -> None:
    book = load_workbook(BytesIO(xlsx(either_world)))
    assert book.sheetnames == list(COLUMNS)
    for table, columns in COLUMNS.items():
        found = list(book[table].values)
        assert found[0] == columns
        assert found[1:] == [tuple(shown(row[name]) for name in columns) for row in table_rows(either_world, table)]


def shown(value: Any) -> Any:
    """Return what a cell holds of a value."""
    if isinstance(value, tuple):
        return for_xml(joined(value)) or None
    return for_xml(value) if isinstance(value, str) else value


def test_sheets_run_from_right_to_left_under_a_header_that_stays(book: Any) -> None:
    for sheet in book:
        assert sheet.sheet_view.rightToLeft
        assert sheet.freeze_panes == "A2"
        assert all(8 <= column.width <= 61 for column in sheet.column_dimensions.values())


def test_no_cell_is_a_formula_and_what_looks_like_one_is_marked_as_text(book: Any) -> None:
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n", "b"}
    assert all(cell.hyperlink is None for cell in cells)
    marked = {cell.value for cell in cells if cell.quotePrefix}
    assert HOSTILE_BODY in marked
    assert HOSTILE_NAME not in marked


def test_the_same_world_gives_the_same_bytes_whenever_it_is_written() -> None:
    first = xlsx(small_world())
    assert first == xlsx(small_world())
    with zipfile.ZipFile(BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in parts.read("docProps/core.xml")


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    def longer(fact: Fact) -> Fact:
        return PlanFact("خ" * (LONGEST + 1), None, None, None, fact.evidence) if isinstance(fact, PlanFact) else fact

    world = world_of((retold(branch(), "long", longer),))
    assert load_workbook(BytesIO(xlsx(world)))["plans"]["A2"].value == "خ" * (LONGEST - 1) + "…"


def test_more_rows_than_a_sheet_can_hold_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 3)
    with pytest.raises(OutputError, match="The table articles has 3 rows"):
        xlsx(small_world())
