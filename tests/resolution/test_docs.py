"""The tables of features in the documentation are those of the data."""

from __future__ import annotations

from tools.make_weights import KINDS, PAGE, filled, rows


def test_the_page_has_the_features_that_count() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert filled(page) == page, "run python -m tools.make_weights"
    assert all(rows(kind) in page for kind in KINDS)
