"""The command on a small build by hand, one of whose articles is hostile: text, page, record."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from graph_builder import cli
from graph_builder.evaluation import evaluate, evaluate_world
from graph_builder.evaluation.calibration import Bin
from graph_builder.evaluation.page import page, plot
from graph_builder.evaluation.record import record
from graph_builder.evaluation.text import text
from graph_builder.export.facts import write_facts
from graph_builder.export.tables import write_tables
from graph_builder.output import replacing
from tests.worlds import HOSTILE_NAME, PARTY, small_world

if TYPE_CHECKING:
    from playwright.sync_api import Browser

GOLD = {
    "001_branch": {
        "people": ["كريمة الزناتي", "سمير الوالي", "حسن الغائب"],
        "posts": [
            {"person": "كريمة الزناتي", "role": "كاتبة عامة", "organ": "المكتب المحلي", "party": PARTY,
             "place": "تمارة", "status": "elected", "public": False},
            {"person": "سمير الوالي", "role": "عضو", "organ": "اللجنة المركزية", "party": PARTY, "status": "current"},
        ],
    },
    "003_hostile": {"people": ["<script>alert(2)</script>\u202eمقلوب"]},
    "009_elsewhere": {"figures": [{"value": 7, "what": "votes", "of": "<b>"}]},
}  # fmt: skip


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gold")
    for name, content in GOLD.items():
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "out"
    with replacing(folder) as new:
        write_tables(small_world(), new / "tables")
        write_facts(small_world(), new / "facts.jsonl")
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.main, ["evaluate", *map(str, arguments)], prog_name="graph-builder")


def test_a_folder_is_judged_as_the_world_that_it_was_written_from(out: Path, gold: Path) -> None:
    assert evaluate(out, gold) == evaluate_world(small_world(), gold)


def test_in_a_pipe_the_command_prints_lines_with_tabs(out: Path, gold: Path) -> None:
    result = run(out, gold)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:4] == [
        "table\tprecision\trecall\tF1\tgold\ttold\tright",
        "people\t0.400\t0.500\t0.444\t4\t5\t2",
        "posts (core)\t0.400\t1.000\t0.571\t2\t5\t2",
        "posts (full)\t0.400\t1.000\t0.571\t2\t5\t2",
    ]
    assert "test.rule\tposts (core)\t5\t2\t0.400\t0.870" in lines
    assert lines[-3].startswith("0.90 to 0.95\t")
    assert re.fullmatch(r"expected calibration error: 0\.\d{3}", lines[-1])
    assert result.stderr == f"warning: not in {out}, so all of their facts are missed: 009_elsewhere\n"


def test_misses_are_listed_with_their_sentences(out: Path, gold: Path) -> None:
    shown = run(out, gold, "--misses").stdout
    assert "\nmissed people 001_branch: name: حسن الغائب\n" in shown
    wrong = "wrong posts (core) 001_branch: person: كريمة الزناتي; role: عضوة; organ: اللجنة المركزية"
    assert f"\n{wrong}; party: {PARTY} [test.rule]\n  واختيرت كريمة الزناتي" in shown
    assert "\u202e" not in shown


def test_on_a_terminal_columns_are_aligned(out: Path, gold: Path) -> None:
    lines = text(evaluate(out, gold), terminal=True).splitlines()
    assert lines[0] == "table                   precision  recall     F1  gold  told  right"
    assert lines[1] == "people                      0.400   0.500  0.444     4     5      2"
    assert "\t" not in "".join(lines)


def test_the_record_holds_everything(out: Path, gold: Path, tmp_path: Path) -> None:
    assert run(out, gold, "--json", tmp_path / "r.json").exit_code == 0
    told = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (told["articles"], told["absent"]) == (sorted(GOLD), ["009_elsewhere"])
    assert told["tables"]["people"] == {
        "precision": 0.4, "recall": 0.5, "f1": 0.4444, "gold": 4, "predicted": 5, "right": 2
    }  # fmt: skip
    assert [tuple(rule.values()) for rule in told["rules"]] == [
        (None, "people", 2, 0, 0.0, None),  # names that no fact of their own introduces
        ("test.rule", "people", 3, 2, 0.6667, 0.9),
        ("test.rule", "posts (core)", 5, 2, 0.4, 0.87),
        ("test.rule", "events", 3, 0, 0.0, 0.9),
        ("test.rule", "participations (event)", 3, 0, 0.0, 0.9),
        ("test.rule", "figures", 2, 0, 0.0, 0.9),
    ]
    assert [b["facts"] for b in told["calibration"]["bins"]] == [1, 15]
    missed = {"table": "people", "article": "001_branch", "outcome": "missed", "says": {"name": "حسن الغائب"}}
    assert missed | {"sentence": None} in told["faults"]
    wrong = next(fault for fault in told["faults"] if fault["says"] == {"name": HOSTILE_NAME})
    assert (wrong["outcome"], wrong["rule"], wrong["confidence"]) == ("wrong", "test.rule", 0.9)
    assert wrong["sentence"].startswith("=1+1 قال")


def test_the_same_evaluation_gives_the_same_bytes(out: Path, gold: Path) -> None:
    assert page(evaluate(out, gold)) == page(evaluate_world(small_world(), gold))
    assert record(evaluate(out, gold)) == record(evaluate_world(small_world(), gold))


class Tags(HTMLParser):
    """The elements of a page, and the text of its quotes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append((self.tags[-1][0] if self.tags else "", data))


def test_the_page_is_safe_and_fetches_nothing(out: Path, gold: Path, tmp_path: Path) -> None:
    assert run(out, gold, "--html", tmp_path / "r.html").exit_code == 0
    html = (tmp_path / "r.html").read_text(encoding="utf-8")
    parsed = Tags(html)
    names = {tag for tag, _ in parsed.tags}
    assert not names & {"script", "img", "link", "iframe", "object", "form", "a", "b"}
    for _, attributes in parsed.tags:
        assert not {"src", "href", "style"} & attributes.keys()
        assert not [name for name in attributes if name.startswith("on")]
    style = next(data for tag, data in parsed.text if tag == "style")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(a["content"] for _, a in parsed.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in style
    shown = [data for _, data in parsed.text]
    assert HOSTILE_NAME in shown
    assert "<script>alert(2)</script>⟨U+202E⟩مقلوب" in shown
    assert ("code", "test.rule") in parsed.text
    quotes = [attributes for tag, attributes in parsed.tags if tag == "blockquote"]
    assert quotes
    assert all(attributes == {"lang": "ar", "dir": "rtl"} for attributes in quotes)
    assert "009_elsewhere" in shown
    assert names >= {"svg", "details", "summary"}


def test_the_plot_has_a_point_a_bin_with_its_interval() -> None:
    drawing = plot([Bin(0.5, 0.55, 10, 5, 0.5), Bin(0.95, 1.0, 100, 100, 1.0)], "A & <B>")
    assert "A &amp; &lt;B&gt;" in drawing
    points = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="4.5" fill="(#\w+)"', drawing)
    assert points == [("183.0", "163.0", "#ffffff"), ("318.0", "28.0", "#0b5563")]
    assert drawing.count('stroke-opacity=".55"') == 2


def test_an_evaluation_without_facts_is_a_page_too(out: Path, tmp_path: Path) -> None:
    (tmp_path / "009_elsewhere.json").write_text("{}", encoding="utf-8")
    empty = evaluate(out, tmp_path)
    assert "</html>" in page(empty)
    assert json.loads(record(empty))["calibration"] == {"error": None, "bins": []}
    assert "expected calibration error" not in text(empty, terminal=False)


def test_errors_are_said_without_a_traceback(out: Path, gold: Path, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    bad = run(out, tmp_path)
    assert (bad.exit_code, bad.stdout) == (1, "")
    assert f"graph-builder: {tmp_path / 'a.json'} is not JSON" in bad.stderr
    assert run(tmp_path / "none", gold).exit_code == 3
    assert run(out, gold, "--html", tmp_path / "no" / "r.html").exit_code == 3


@pytest.mark.browser
def test_misses_open_and_read_from_right_to_left(out: Path, gold: Path, tmp_path: Path, browser: Browser) -> None:
    from playwright.sync_api import expect

    path = tmp_path / "r.html"
    path.write_text(page(evaluate(out, gold)), encoding="utf-8")
    with browser.new_page() as tab:
        said: list[str] = []
        tab.on("console", lambda message: said.append(message.text))
        tab.goto(path.as_uri())
        quote = tab.locator("details.wrong blockquote").first
        expect(quote).not_to_be_visible()
        tab.locator("details.wrong summary").first.click()
        expect(quote).to_be_visible()
        assert quote.evaluate("e => getComputedStyle(e).direction") == "rtl"
        assert tab.evaluate("getComputedStyle(document.body).marginTop") == "0px"  # the policy lets our style in
        assert said == []
