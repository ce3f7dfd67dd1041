from __future__ import annotations

import json
from pathlib import Path

from graph_builder.extraction import extract
from graph_builder.model import Article, Notice, Reading, Removed, World
from graph_builder.report import Report, article_text, summarise
from tests.extraction.articles import article as of_text


def article(name: str, *removed: Removed) -> Article:
    return Article(id=name, text="", file=f"{name}.txt", digest="d", title=None, paragraphs=(), removed=removed)


WORLD = World(
    (Reading(article("b", Removed(5, 9, "repeat"), Removed(0, 3, "ticker")), ()), Reading(article("a"), ())), (), {}
)
NOTICES = [
    Notice("z", "warning", "odd", "Look."),
    Notice("c", "error", "broken", "Mend."),
    Notice("y", "warning", "odd", "Look."),
]


def test_the_report_says_what_was_removed_and_noticed_in_order(tmp_path: Path) -> None:
    with Report(tmp_path / "report.json") as report_file:
        for reading, left_out in ((WORLD.readings[1], 2), (WORLD.readings[0], 1)):
            report_file.add(article_text(reading, left_out))
        report_file.finish(summarise(WORLD, NOTICES, 3), [], NOTICES, 0.5, {})
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert report["articles"] == [
        {"article": "a", "digest": "d", "file": "a.txt", "left_out": 2, "mismatches": [], "removed": []},
        {
            "article": "b",
            "digest": "d",
            "file": "b.txt",
            "left_out": 1,
            "mismatches": [],
            "removed": [{"start": 0, "end": 3, "reason": "ticker"}, {"start": 5, "end": 9, "reason": "repeat"}],
        },
    ]
    assert [notice["file"] for notice in report["notices"]] == ["c", "y", "z"]
    assert report["min_confidence"] == 0.5
    assert report["counts"] == {
        "articles": 2,
        "texts": 2,
        "people": 0,
        "posts": 0,
        "parties": 0,
        "bodies": 0,
        "events": 0,
        "left_out": 3,
        "warnings": 2,
        "errors": 1,
        "skipped": 0,
    }


def test_figures_that_do_not_add_up_are_told_with_their_sentence(tmp_path: Path) -> None:
    text = "يضم فرع حزب الاستقلال بسلا 30 منخرطا، منهم 40 امرأة."
    reading = extract(of_text(text))
    told = json.loads(article_text(reading, 0))
    (mismatch,) = told["mismatches"]
    assert (mismatch["problem"], mismatch["whole"]) == ("parts exceed the whole", 30)
    assert [part["value"] for part in mismatch["parts"]] == [40]
    assert mismatch["sentences"] == [{"start": 0, "quote": text}]


def test_the_summary_counts_notices_by_kind() -> None:
    summary = summarise(WORLD, NOTICES, 0)
    assert (summary.warnings, summary.errors, summary.skipped) == (2, 1, 0)
