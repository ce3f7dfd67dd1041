from __future__ import annotations

import pytest

from graph_builder.evaluation.calibration import FEW, Bin, bins, calibration, calibration_error
from tests.evaluation.cases import evaluation, tables


def test_confidences_fall_into_bins_whose_lower_end_belongs_to_them() -> None:
    found = bins((hundredth / 100, True) for hundredth in range(101))
    assert [b.told for b in found] == [5] * 19 + [6]
    assert [b.low for b in found] == pytest.approx([n / 20 for n in range(20)])
    assert found[-1].high == 1.0
    assert found[0].stated == pytest.approx(0.02)


def test_the_interval_is_wilsons() -> None:
    low, high = Bin(0.9, 0.95, told=10, true=8, stated=0.9).interval
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)  # as in Newcombe (1998) for 8 of 10
    assert Bin(0.9, 0.95, told=4, true=4, stated=0.9).interval[1] == 1.0
    assert Bin(0.9, 0.95, told=4, true=0, stated=0.9).interval[0] == 0.0


def test_few_facts_are_marked() -> None:
    assert Bin(0, 0.05, FEW - 1, 0, 0).few
    assert not Bin(0, 0.05, FEW, 0, 0).few


def test_the_error_is_weighted_by_facts() -> None:
    found = [Bin(0.5, 0.55, told=30, true=15, stated=0.5), Bin(0.9, 0.95, told=10, true=5, stated=0.9)]
    assert calibration_error(found) == pytest.approx(0.1)
    assert calibration_error([]) is None


def test_each_fact_counts_once_and_what_gold_does_not_say_not_at_all() -> None:
    post = {"person": "ليلى بناني", "role": "كاتبة"}
    wrong = {**post, "person": "نورا العلمي", "confidence": "0.6"}
    spare = {**post, "person": "سعاد الوزاني", "confidence": "0.6"}
    other = {"value": "3", "what": "other", "of": "س", "confidence": "0.1"}
    found = evaluation(
        tables(posts=[post, wrong, spare], figures=[other], people=[{"name": "ليلى بناني"}]),
        posts=[post],
        posts_optional=[{"person": "سعاد الوزاني", "role": "كاتبة"}],
    )
    assert [(b.low, b.told, b.true) for b in calibration(found)] == [(0.6, 2, 1), (0.9, 1, 1)]
