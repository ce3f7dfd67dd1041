"""Numbers in digits and words of any size; what only looks like a number is none."""

from __future__ import annotations

import pytest

from graph_builder.arabic.numbers import read_number
from graph_builder.arabic.tokens import tokenise
from graph_builder.extraction.mentions.times import number_words

VALUES = {
    "مائتان وعشرون": 220,
    "ثلاثة وعشرون": 23,
    "واحد وعشرون": 21,
    "إحدى وثلاثين": 31,
    "أحد عشر": 11,
    "اثنتي عشرة": 12,
    "بتسعة عشر": 19,
    "ثلاث مائة وخمس": 305,
    "ألف وتسعمائة وستة وخمسون": 1956,
    "اثنا عشر ألفا": 12_000,
    "مائة وخمسة وعشرون ألفا وثلاثمائة": 125_300,
    "ألفا شخص": 2_000,
    "مليون ومائتا ألف": 1_200_000,
    "48 ألف": 48_000,
    "3 آلاف و500": 3_500,
    "1.5 مليون": 1_500_000,
    "11.340": 11_340,
    "1,234,567": 1_234_567,
}


@pytest.mark.parametrize(("text", "value"), VALUES.items())
def test_a_number_is_read_whole(text: str, value: int) -> None:
    found = read_number(tokenise(text), 0, number_words())
    assert found is not None
    assert found[1] == value


@pytest.mark.parametrize(("text", "value"), [("خمسة وستة", 5), ("عشرون وثلاثة", 20), ("ثلاثة أعضاء وخمسة", 3)])
def test_numbers_that_make_no_number_together_stay_apart(text: str, value: int) -> None:
    assert read_number(tokenise(text), 0, number_words()) == (1, value, "")


@pytest.mark.parametrize("text", ["آلاف المواطنين", "أحد الأعضاء", "52.3", "5 ملايير", "0612345678901"])
def test_no_whole_number_is_read(text: str) -> None:
    assert read_number(tokenise(text), 0, number_words()) is None


def test_decimals_are_no_number_of_their_own() -> None:
    assert read_number(tokenise("52.3"), 2, number_words()) is None
