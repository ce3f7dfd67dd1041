"""Literals come out of a store as they went in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from graph_builder.graph.literals import boolean, decimal, integer, partial_date, text
from graph_builder.graph.terms import EDTF, XSD

NODE = NamedNode("https://example.org/")


def stored(literal: Literal) -> Literal:
    store = Store()
    store.add(Quad(NODE, NODE, literal))
    (quad,) = store
    assert isinstance(quad.object, Literal)
    return quad.object


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_words_are_kept(words: str) -> None:
    assert stored(text(words)) == text(words)
    assert text(words).value == words


@given(st.integers(0, 10**12), st.floats(0, 1), st.booleans())
def test_numbers_are_canonical(number: int, share: float, truth: bool) -> None:
    for literal in (integer(number), decimal(share), boolean(truth)):
        assert stored(literal) == literal
    assert float(decimal(share).value) == pytest.approx(share, abs=0.00006)


@given(
    st.dates().map(str)
    | st.from_regex(r"[0-9X]{4}(-[0-9X]{2}){0,2}", fullmatch=True)
    | st.text("0123-/X~?", max_size=12)
)
def test_dates_are_canonical(edtf: str) -> None:
    assert stored(partial_date(edtf)) == partial_date(edtf)
    assert partial_date(edtf).value == edtf


@pytest.mark.parametrize(
    ("edtf", "datatype"),
    [
        ("2016-02-29", XSD.date),
        ("2017-02-29", EDTF.EDTF),
        ("2017-13", EDTF.EDTF),
        ("2017-1", EDTF.EDTF),
        ("0000", EDTF.EDTF),
        ("2017-06-03/2017-06-04", EDTF.EDTF),
        ("2017-12", XSD.gYearMonth),
        ("1944", XSD.gYear),
        ("XXXX-06-30", EDTF.EDTF),
    ],
)
def test_a_date_has_the_type_that_fits(edtf: str, datatype: NamedNode) -> None:
    assert partial_date(edtf).datatype == datatype


def test_arabic_is_tagged_and_latin_is_not() -> None:
    assert text("حزب PPS").language == "ar"
    assert text("PPS").language is None
