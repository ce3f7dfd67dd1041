"""Text of articles cannot reorder, hide or break what stands around it."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from graph_builder.visual.text import shown


def test_overrides_are_visible_and_embeddings_gone() -> None:
    assert shown("محمد\u202e txt.exe\u202c") == "محمد⟨U+202E⟩ txt.exe"
    assert shown("\u2067أ\u2069\u2069") == "أ"


def test_ordinary_text_stays_letter_for_letter() -> None:
    text = 'قال "خالد":\nنعم\t<b> \u200f(1)\u200e مُحَمَّد ـــ é 😀'
    assert shown(text) == text


@given(st.text(st.characters()))
def test_whatever_is_shown_can_be_written_and_reorders_nothing(text: str) -> None:
    result = shown(text)
    result.encode("utf-8")
    reordering = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    assert not {unicodedata.bidirectional(sign) for sign in result} & reordering
