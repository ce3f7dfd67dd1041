"""Tables for a terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode

from graph_builder.query.grid import WIDEST, Term, cut, grid, printable, shown, width

SPACES = {"a": "http://example.org/", "b": "http://example.org/b/"}


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    rows: list[list[Term]] = [[Literal("مَدْرَسَة"), NamedNode("http://example.org/b/1")], [None, Literal("日本")]]
    assert grid(["name", "x"], rows, SPACES).split("\n") == [
        "name   x",
        "-----  ----",
        "مَدْرَسَة  b:1",
        "       日本",
        "(2 rows)",
        "",
    ]


def test_one_row_is_one_row() -> None:
    assert grid(["x"], [[Literal("1")]], {}).endswith("(1 row)\n")


def test_terms_are_shown_as_people_read_them() -> None:
    assert shown(NamedNode("http://example.org/b/c"), SPACES) == "b:c"
    assert shown(NamedNode("http://other.org/"), SPACES) == "<http://other.org/>"
    assert shown(BlankNode("x"), SPACES) == "x"
    assert shown(Literal("2019", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#gYear")), SPACES) == "2019"
    assert shown(None, SPACES) == ""


def test_nothing_moves_the_cursor_or_turns_the_text() -> None:
    assert printable("a\x1b[2J\u202eb\u2028c\nd") == "a [2J b c d"


@given(st.text())
def test_a_cell_is_never_wider_than_it_may(text: str) -> None:
    assert width(cut(printable(text))) <= WIDEST
    assert cut(text) == text or cut(text).endswith("…")


def test_a_long_cell_is_cut() -> None:
    assert cut("ا" * WIDEST) == "ا" * WIDEST
    assert cut("ا" * (WIDEST + 1)) == "ا" * (WIDEST - 1) + "…"
    assert cut("日" * WIDEST) == "日" * ((WIDEST - 1) // 2) + "…"
