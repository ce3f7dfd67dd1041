"""Stages are measured from the beginning of one to that of the next."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph_builder import stages
from graph_builder.stages import Stages


def test_stages_are_told_and_measured_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now, used, peak = iter((10.0, 12.5, 12.5, 13.0)), iter((1.0, 4.0, 4.0, 4.25)), iter((50.0, 60.0))
    monkeypatch.setattr("time.monotonic", lambda: next(now))
    monkeypatch.setattr(stages, "_used", lambda _: 0.0)
    monkeypatch.setattr(stages, "_peak", lambda: next(peak))
    told: list[str] = []
    measured = Stages(told.append, lambda: next(used))
    measured.begin("reading")
    measured.begin("writing")
    measured.write(tmp_path / "times.json")
    measured.end()
    assert told == ["reading", "writing"]
    assert json.loads((tmp_path / "times.json").read_text()) == {
        "stages": [
            {"stage": "reading", "seconds": 2.5, "processor_seconds": 3.0, "peak_megabytes": 50.0},
            {"stage": "writing", "seconds": 0.5, "processor_seconds": 0.25, "peak_megabytes": 60.0},
        ]
    }


def test_a_process_has_used_time_and_memory() -> None:
    measured = Stages()
    measured.begin("at work")
    measured.end()
    assert measured.over[0].peak_megabytes > 1
    assert measured.over[0].processor_seconds >= 0
