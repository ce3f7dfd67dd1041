"""Two builds by hand: what is gained, lost, changed, as text, record and page."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph_builder import cli
from graph_builder.comparison import Change, Difference, compare
from graph_builder.comparison.page import page
from graph_builder.comparison.things import TABLES, Source, Thing
from graph_builder.comparison.told import record, text
from graph_builder.output import replacing

PARTY = "حزب التقدم والاشتراكية"
Rows = Mapping[str, Sequence[Mapping[str, str]]]
OLD: Rows = {
    "people": [
        {"name": "كريمة الزناتي", "articles": "a"},
        {"name": "أحمد الوالي", "aliases": "الوالي", "articles": "a"},
        {"name": "حسن الغائب", "articles": "a"},
    ],
    "posts": [
        {"person": "أحمد الوالي", "role": "أمين المال", "party": PARTY, "place": "تمارة", "status": "elected",
         "public": "false", "article": "a", "quote": "انتخب أحمد الوالي أمينا للمال."},
    ],
}  # fmt: skip
NEW: Rows = {
    "people": [
        {"name": "كريمة الزناتي", "articles": "a|b"},
        {"name": "احمد الوالي", "aliases": "الوالي", "articles": "a|b"},
        {"name": "<script>alert(1)</script>", "gender": "female", "articles": "b"},
    ],
    "posts": [
        {"person": "احمد الوالي", "role": "أمين المال", "party": PARTY, "place": "تمارة", "status": "elected",
         "public": "false", "article": "a", "quote": "انتخب أحمد الوالي أمينا للمال."},
        {"person": "احمد الوالي", "role": "أمين المال", "party": PARTY, "place": "تمارة", "status": "former",
         "until": "2017-05", "public": "false", "article": "b", "quote": "أمين المال السابق احمد الوالي."},
    ],
}  # fmt: skip


def built(folder: Path, rows: Rows) -> Path:
    with replacing(folder) as new:
        (new / "tables").mkdir()
        for table, (names, details) in TABLES.items():
            columns = [*names, *details, "articles" if table == "people" else "article", "quote"]
            with (new / "tables" / f"{table}.csv").open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.DictWriter(file, columns, restval="")
                writer.writeheader()
                writer.writerows(rows.get(table, ()))
    return folder


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return built(tmp_path / "old", OLD)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return built(tmp_path / "new", NEW)


def test_things_are_gained_lost_and_changed_and_spellings_are_one(old: Path, new: Path) -> None:
    post = {"person": "أحمد الوالي", "role": "أمين المال", "party": PARTY, "place": "تمارة"}
    stated = Source("a", "انتخب أحمد الوالي أمينا للمال.")
    details: dict[str, tuple[str, ...]] = {"status": ("elected",), "since": (), "until": (), "public": ("false",)}
    assert compare(old, new) == [
        Difference(
            "people",
            gained=(
                Thing(
                    {"name": "<script>alert(1)</script>"},
                    {"aliases": (), "gender": ("female",)},
                    (Source("b", ""),),
                ),
            ),
            lost=(Thing({"name": "حسن الغائب"}, {"aliases": (), "gender": ()}, (Source("a", ""),)),),
            changed=(),
        ),
        Difference(
            "posts",
            gained=(),
            lost=(),
            changed=(
                Change(
                    Thing(post, details, (stated,)),
                    Thing(
                        {**post, "person": "احمد الوالي"},
                        {**details, "status": ("elected", "former"), "until": ("2017-05",)},
                        (stated, Source("b", "أمين المال السابق احمد الوالي.")),
                    ),
                ),
            ),
        ),
        Difference("units", (), (), ()),
        Difference("events", (), (), ()),
    ]


def test_a_change_names_only_the_columns_that_differ(old: Path, new: Path) -> None:
    (change,) = compare(old, new)[1].changed
    assert change.details == {"status": (("elected",), ("elected", "former")), "until": ((), ("2017-05",))}


def test_a_build_does_not_differ_from_itself(old: Path) -> None:
    assert not any(compare(old, old))
    assert text(compare(old, old)) == "The two builds say the same of people, posts, bodies and events.\n"


def test_the_text_has_a_line_a_difference_and_the_new_sentences(old: Path, new: Path) -> None:
    assert text(compare(old, new)).splitlines() == [
        "people: 1 gained, 1 lost",
        "+ <script>alert(1)</script> (gender: female)",
        "    b",
        "- حسن الغائب",
        "    a",
        "posts: 1 changed",
        f"~ احمد الوالي, أمين المال, {PARTY}, تمارة (status: elected -> elected, former; until: not stated -> 2017-05)",
        "    b: أمين المال السابق احمد الوالي.",
    ]


def test_the_record_has_every_table(old: Path, new: Path) -> None:
    found = json.loads(record(compare(old, new)))
    assert list(found) == ["people", "posts", "units", "events"]
    assert found["people"]["lost"] == [
        {"name": "حسن الغائب", "details": {}, "sources": [{"article": "a", "quote": ""}]}
    ]
    assert found["posts"]["changed"][0]["details"] == {
        "status": {"old": ["elected"], "new": ["elected", "former"]},
        "until": {"old": [], "new": ["2017-05"]},
    }


class Elements(HTMLParser):
    """The names of the elements of a page, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.names.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_shows_names_as_text(old: Path, new: Path) -> None:
    elements = Elements()
    elements.feed(page(compare(old, new)))
    assert "script" not in elements.names
    assert "<script>alert(1)</script>" in elements.text
    assert ("del" in elements.names, "ins" in elements.names) == (True, True)


def test_the_command_prints_and_writes(old: Path, new: Path, tmp_path: Path) -> None:
    files = {"--html": tmp_path / "d.html", "--json": tmp_path / "d.json"}
    options = [part for option, path in files.items() for part in (option, str(path))]
    result = CliRunner().invoke(cli.main, ["diff", str(old), str(new), *options])
    differences = compare(old, new)
    assert (result.exit_code, result.stdout) == (0, text(differences))
    assert files["--html"].read_text("utf-8") == page(differences)
    assert files["--json"].read_text("utf-8") == record(differences)


def test_what_is_no_build_is_named(old: Path, tmp_path: Path) -> None:
    result = CliRunner().invoke(cli.main, ["diff", str(old), str(tmp_path / "none")])
    assert (result.exit_code, "none" in result.stderr) == (3, True)
