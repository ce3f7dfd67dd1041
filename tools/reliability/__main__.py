"""Inject every fault, try every input, and write docs/reliability.md: ``python -m tools.reliability``.

``--count``: examples for each target that is fuzzed; ``--moments``: at how many moments a build is killed, interrupted
and terminated. The exit code is 1 if anything was lost, crashed or hung.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from graph_builder.articles import article_from_text
from graph_builder.extraction import extract
from tools.reliability.endpoint import endpoint
from tools.reliability.faults import bench, cut_off
from tools.reliability.fuzz import fuzzed
from tools.reliability.inputs import all_at_once, tried_inputs
from tools.reliability.machine import machine
from tools.reliability.page import page
from tools.reliability.samples import TEXT
from tools.reliability.tried import BAD, Tried

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"


def every(count: int, moments: int) -> Iterator[Tried]:
    """Try everything."""
    extract(article_from_text(TEXT, id="a", file="a", digest=""))  # the lexicon is compiled before processes part
    vars(os)["sync"] = lambda: None  # of all disks of the machine: a killed process loses nothing that it wrote
    yield from tried_inputs()
    yield all_at_once()
    yield from fuzzed(count)
    yield from endpoint(count)
    with bench() as b:
        yield from cut_off(b, moments)
        yield from machine(b)


def main() -> int:
    """Try everything, tell of each on the standard error, write the page."""
    arguments = argparse.ArgumentParser(prog="python -m tools.reliability")
    arguments.add_argument("--count", type=int, default=400)
    arguments.add_argument("--moments", type=int, default=50)
    given = arguments.parse_args()
    tried = []
    for one in every(given.count, given.moments):
        tried.append(one)
        print(f"{one.outcome:<11} {one.family}: {one.name} ({one.number}) {one.said[:100]}", file=sys.stderr)
    PAGE.write_text(page(PAGE.read_text("utf-8"), tried), "utf-8")
    return int(any(one.outcome in BAD for one in tried))


if __name__ == "__main__":
    sys.exit(main())
