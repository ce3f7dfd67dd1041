"""A stand-in for the files of a build: what they would hold of each article is told in the report alone."""

from __future__ import annotations

import json
from pathlib import Path

from graph_builder.model import World
from graph_builder.report import Report
from graph_builder.stages import Stages


class Unwritten:
    """Writes ``report.json``, and an empty folder in the place of the database."""

    def __init__(self, folder: Path, world: World, base: str, stages: Stages) -> None:
        self.report = Report(folder / "report.json")
        self._folder, self._world, self._base, self._stages = folder, world, base, stages

    def __enter__(self) -> Unwritten:
        self._stages.begin("writing")
        self.report.__enter__()
        for reading in self._world.readings:
            self.report.add(json.dumps([repr(reading), self._base]))
        return self

    def __exit__(self, *_: object) -> None:
        self.report.__exit__()

    def finish(self) -> None:
        """Write nothing more."""
        (self._folder / "store").mkdir()
