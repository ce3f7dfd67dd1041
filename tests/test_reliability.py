"""A part of what ``python -m tools.reliability`` does, each time; and that it would see what it looks for."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

import pytest

from graph_builder.articles import read_articles
from graph_builder.articles.inputs import shown
from graph_builder.extraction import extract
from graph_builder.model import Article, Notice
from tools.reliability import endpoint, fuzz, inputs, machine
from tools.reliability.faults import NAMES
from tools.reliability.page import BEGIN, END, listed, page
from tools.reliability.tried import Tried, Verdict, attempt

PAGE = Path(__file__).parents[1] / "docs" / "reliability.md"
LARGE = re.compile(r"\d{3}|million|MB|nested")
TARGETS = fuzz.targets()


def test_hostile_inputs_are_read_or_named_and_stop_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    inputs.lay_good(folder)
    for _, name, make in inputs.wanted():
        if not LARGE.search(name):
            make(folder)
    items = list(read_articles([str(folder)]))
    for item in items:
        if isinstance(item, Article):
            extract(item)
    told = [item.file for item in items]
    laid = {shown(path.name) for path in folder.iterdir()}
    silent = {
        name for name in laid if not any(file == name or file.startswith((f"{name}/", f"{name}:")) for file in told)
    }
    assert len(laid) > 100
    assert silent - {"closed"} == {"....txt", "folder.txt"}  # hidden, and folders of nothing (root may read "closed")
    assert set(inputs.GOOD) <= {item.file for item in items if isinstance(item, Article)}
    assert all(item.problem and item.remedy for item in items if isinstance(item, Notice))


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_fuzzed_is_processed_or_refused(name: str) -> None:
    assert fuzz.run_target(TARGETS[name], 5)[0] == "processed"


def test_the_page_lists_everything_and_nothing_bad() -> None:
    text = PAGE.read_text("utf-8")
    wanted = {(family, name) for family, name, _ in inputs.wanted()}
    wanted |= {("fuzzing", name) for name in TARGETS}
    wanted |= {*inputs.WHOLE, *endpoint.NAMES, *NAMES, *machine.NAMES}
    assert listed(text) == wanted, "python -m tools.reliability writes it anew"
    (total,) = (line for line in text.splitlines() if line.startswith("| **all** "))
    assert total.endswith("| 0 | 0 | 0 |")


def test_what_it_looks_for_is_seen() -> None:
    def ends() -> Verdict:
        os._exit(3)

    def raises() -> Verdict:
        raise ValueError("x")

    def sleeps() -> Verdict:
        time.sleep(60)
        return "processed", ""

    def grows() -> Verdict:
        return "processed", str(len(bytearray(3 << 30)))

    assert attempt(lambda: ("refused", "why")) == ("refused", "why")
    assert attempt(ends) == ("crashed", "the process ended by itself (3)")
    assert attempt(raises) == ("crashed", "ValueError: x")
    assert attempt(sleeps, 0.2)[0] == "hung"
    assert attempt(grows)[1].startswith("MemoryError")


def test_what_is_lost_or_silent_is_seen() -> None:
    article = Article("a", "x", "good-1.txt", "", None, ())
    both = [article, Article("b", "x", "good-2.txt", "", None, ())]
    told = Notice("bad", "error", "it is bad", "mend it")
    assert inputs.judged([article, told], ["bad"]) == ("lost", "not read: good-2.txt")
    assert inputs.judged([*both, told], ["bad"]) == ("refused", "it is bad; mend it")
    assert inputs.judged([*both, Article("c", "x", "bad", "", None, ())], ["bad"]) == ("processed", "")
    assert inputs.judged(both, ["bad"]) == ("passed over", "nothing is said of bad")
    assert inputs.judged([*both, Notice("bad", "error", "it is bad", "")], ["bad"])[0] == "crashed"


def test_a_page_is_made_between_its_marks() -> None:
    tried = [Tried("texts", "a|b", "refused", "no <b> in /tmp/tmpabc1/in"), Tried("fuzzing", "x", "processed", "", 7)]
    made = page(f"before\n{BEGIN}old\n{END}after\n", [*tried, Tried("fuzzing", "x", "lost", "", 2)])
    assert made.startswith(f"before\n{BEGIN}")
    assert made.endswith(f"{END}after\n")
    assert "| fuzzing | 9 | 0 | 7 | 0 | 0 | 0 | 2 | 0 | 0 |\n" in made
    assert "| x | 7 processed, 2 lost |  |\n" in made
    assert "no &lt;b> in …/in" in made
