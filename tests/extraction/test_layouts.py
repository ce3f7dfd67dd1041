"""The layout, punctuation and spelling of an article change little of what is read: a bound for each way, measured.

``tools/layout_losses.py`` measures all ways on whole sets. Here every third article of ``dev`` is read in some ways of
the whole text, those with lists of people in some ways of lists.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

import pytest

from tools.layout_lists import bulleted, joined, name_first, rewritten
from tools.layout_losses import Losses
from tools.vary_layout import WAYS, varied

DEV = Path(__file__).parents[1] / "gold" / "dev"
WHOLE = [
    "comma_latin", "comma_none", "stop_comma", "stop_none", "quote_party", "quote_body", "tanwin", "zero_width",
    "servant_joined", "waw_apart", "ya_dotless", "ta_ha", "lines_wrapped", "lines_none", "headline_twice",
    "title_short", "title_brother", "title_stroke", "title_colon",
]  # fmt: skip
LISTS = [
    "bullet_hyphen", "bullet_number_hyphen", "bullet_number_word", "item_comma", "line_comma", "line_dash",
    "line_and", "office_dash", "office_dots", "office_space", "office_comma", "name_colon", "name_bracket",
    "name_dash", "name_space",
]  # fmt: skip


USUAL = 1.0
"""Points of F1 that a way may cost."""
MOST = {"ta_ha": 2.5, "office_space": 2.0, "office_comma": 2.0}
"""... of posts by their core, where more was measured: "نائبه" for "نائبة" may say something else."""


@functools.cache
def losses(lists: bool) -> Losses:
    """The articles with lists, or every third."""
    plain = {path.stem: path.read_text("utf-8") for path in sorted(DEV.glob("*.txt"))}
    other = varied(DEV, "bullet_tick")
    return Losses(DEV, [stem for stem in plain if plain[stem] != other[stem]] if lists else list(plain)[::3])


@pytest.mark.parametrize(("lists", "way"), [(False, way) for way in WHOLE] + [(True, way) for way in LISTS])
def test_a_way_of_writing_costs_little(lists: bool, way: str) -> None:
    lost = losses(lists).of(way)
    assert lost is not None, "it changes no article"
    assert lost["posts (core)"] <= MOST.get(way, USUAL)
    assert lost["people"] <= USUAL


@pytest.mark.parametrize("way", WAYS)
def test_a_way_is_deterministic_and_keeps_the_names(way: str) -> None:
    first = varied(DEV, way)
    assert first == varied(DEV, way)
    assert all(text.strip() for text in first.values())


def test_lists_are_written_anew() -> None:
    names = re.compile("كريم العلمي|منى الزين")
    lines = ["وهم:", "1- الكاتب: كريم العلمي", "2- أمينة المال: منى الزين.", "وانتهى اللقاء."]
    assert rewritten(lines, names, bulleted("• ", "؛")) == [
        "وهم:", "• الكاتب: كريم العلمي؛", "• أمينة المال: منى الزين؛", "وانتهى اللقاء.",
    ]  # fmt: skip
    assert rewritten(lines, names, name_first(" – "))[1] == "كريم العلمي – الكاتب"
    assert rewritten(lines, names, joined("، "), inline=True)[0] == "وهم: الكاتب: كريم العلمي، أمينة المال: منى الزين."
