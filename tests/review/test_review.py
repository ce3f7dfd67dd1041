"""Review as a person meets it: keys in, questions out, decisions on disk, and the next build as decided."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graph_builder.cli import main

ARTICLES = {
    "a": """جمع عام لحزب التقدم والاشتراكية بتمارة
12/05/2019

عقد فرع حزب التقدم والاشتراكية بتمارة جمعا عاما يوم 5 ماي 2019، ترأسه محمد العلوي، الكاتب الإقليمي للحزب بتمارة.

وانتخب الحاضرون كريمة الزناتي كاتبة للفرع المحلي.
""",
    "b": """لقاء تواصلي لحزب التقدم والاشتراكية بأكادير
20/03/2021

نظم حزب التقدم والاشتراكية بأكادير لقاء تواصليا يوم 18 مارس 2021، ترأسه محمد العلوي.
""",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The articles, and a build of them."""
    folder = tmp_path_factory.mktemp("review")
    (folder / "articles").mkdir()
    for name, text in ARTICLES.items():
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    run("build", str(folder / "articles"), "-o", str(folder / "out"), "--jobs", "1")
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """A copy of them, to be changed."""
    return Path(shutil.copytree(built, tmp_path / "copy"))


def run(*arguments: str, keys: str | None = None, code: int = 0) -> str:
    done = CliRunner().invoke(main, arguments, input=keys)
    assert done.exit_code == code, done.output
    return done.output


def review(folder: Path, keys: str, *more: str) -> str:
    return run("review", str(folder / "out"), *more, keys=keys)


def lines(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "decisions.jsonl").read_text(encoding="utf-8").splitlines()]


def data(folder: Path) -> dict[str, bytes]:
    """The data files of the build: what is stated, by whom."""
    names = ("facts.jsonl", "entities.jsonl", "graph.ttl")
    return {name: (folder / "out" / name).read_bytes() for name in names}


def people(folder: Path) -> int:
    entities = (folder / "out/entities.jsonl").read_text(encoding="utf-8").splitlines()
    return sum(json.loads(entity)["kind"] == "person" for entity in entities)


def test_a_pair_is_shown_side_by_side_with_sentences_score_and_reasons(folder: Path) -> None:
    said = review(folder, "q", "--below", "0")
    assert said.startswith("1 of 1   person   score 0.8")
    assert re.search(r"^\u2068A\u2069 +\u2068B\u2069$", said, re.MULTILINE)
    assert re.search(r"محمد العلوي\u2069 +\u2068محمد العلوي", said)
    assert "a name that many bear -5" in said
    assert "ترأسه" in said
    assert "y same   n different" in said
    assert said.endswith("0 of 1 answered; decisions are in " + str(folder / "decisions.jsonl") + ".\n")
    assert not (folder / "decisions.jsonl").exists()


def test_what_is_decided_is_on_disk_applied_and_not_asked_again(folder: Path) -> None:
    assert people(folder) == 3
    review(folder, "y", "--below", "0", "--apply")
    assert people(folder) == 2
    (line,) = lines(folder)
    assert (line["verdict"], line["a"], line["b"]) == (
        "same",
        {"article": "a", "name": "محمد العلوي"},
        {"article": "b", "name": "محمد العلوي"},
    )
    assert review(folder, "", "--below", "0").startswith("0 of 0 answered")
    before = data(folder)
    assert "decisions: 1\n" in run("build", str(folder / "articles"), "-o", str(folder / "out"), "--jobs", "1")
    assert data(folder) == before
    report = json.loads((folder / "out/report.json").read_bytes())
    assert report["review"] == {"decisions": 1, "doubts": 0, "outweighed": 0, "unused": 0}


def test_undoing_restores_the_graph(folder: Path) -> None:
    before = data(folder)
    assert "That was the last one.   z undo   q quit" in review(folder, "yzq", "--below", "0", "--apply")
    decided, undone = lines(folder)
    assert undone == {"undo": decided["id"]}
    assert data(folder) == before
    review(folder, "y", "--below", "0", "--apply")
    assert lines(folder)[-1]["time"] == 2
    assert people(folder) == 2


def test_unsure_is_asked_again_only_where_that_is_wanted(folder: Path) -> None:
    review(folder, "u", "--below", "0")
    assert review(folder, "y", "--below", "0").startswith("0 of 0 answered")
    assert "1 of 1 answered" in review(folder, "y", "--below", "0", "--again")
    assert [line["verdict"] for line in lines(folder)] == ["unsure", "same"]


def test_other_keys_do_nothing_and_there_may_be_nothing_to_undo(folder: Path) -> None:
    said = review(folder, "xz\n n", "--below", "0")
    assert "Nothing to undo in this session." in said
    assert [line["verdict"] for line in lines(folder)] == ["different"]


def test_a_narrow_terminal_has_the_sides_one_above_the_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    said = review(folder, "q", "--below", "0")
    assert re.search(r"^A\n  \u2068محمد العلوي\u2069$", said, re.MULTILINE)
    assert max(map(len, said.splitlines()[:-1])) < 70


# ---------------------------------------------------------------- facts


def posts(folder: Path) -> list[tuple[str, str]]:
    facts = (folder / "out/facts.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(fact) for fact in facts]
    return [(fact["person"], fact["role"]) for fact in told if fact["kind"] == "post"]


def asked(folder: Path) -> list[dict[str, Any]]:
    """The facts of the build, in the order in which they are asked about."""
    read = (folder / "out/readings.jsonl").read_text(encoding="utf-8").splitlines()
    return [fact for line in read for fact in json.loads(line)["facts"]]


def keys(folder: Path, of: dict[str, str]) -> str:
    """Skip the pair, and every fact but the posts of these people, which get their keys."""
    return "u" + "".join(
        of.get(fact.get("person", ""), "u") if fact["kind"] == "post" else "u" for fact in asked(folder)
    )


def test_facts_are_shown_with_their_sentence_and_rejected_or_accepted(folder: Path) -> None:
    said = review(folder, keys(folder, {"كريمة الزناتي": "n", "محمد العلوي": "y"}), "--below", "1", "--apply")
    assert "person: \u2068كريمة الزناتي\u2069" in said
    assert "وانتخب الحاضرون كريمة الزناتي" in said
    assert posts(folder) == [("محمد العلوي", "الكاتب الإقليمي")]
    facts = [json.loads(line) for line in (folder / "out/facts.jsonl").read_text("utf-8").splitlines()]
    (kept,) = [fact["evidence"] for fact in facts if fact["kind"] == "post"]
    assert (kept["confidence"], kept["rule"].split("/")[0]) == (1.0, "reviewed")
    assert "كريمة الزناتي" in (folder / "out/facts.jsonl").read_text("utf-8")


def test_a_fact_is_corrected_field_by_field(folder: Path) -> None:
    correction = "c\nrole=أمينة المال\nplace=\n\n"
    said = review(folder, keys(folder, {"كريمة الزناتي": correction}), "--below", "1", "--apply")
    assert "Corrections, one a line" in said
    assert ("كريمة الزناتي", "أمينة المال") in posts(folder)
    (line,) = [line for line in lines(folder) if line["verdict"] == "corrected"]
    assert line["correction"]["role"] == "أمينة المال"
    assert "place" not in line["correction"]


def test_a_correction_that_is_no_fact_is_refused_and_asked_again(folder: Path) -> None:
    said = review(folder, "uc\nnothing=1\n\nc\n\nq", "--below", "1")
    assert "Not corrected: " in said
    assert "Not corrected: nothing changed." in said
    assert [line["verdict"] for line in lines(folder)] == ["unsure"]


def test_require_review_holds_back_what_nobody_accepted(folder: Path) -> None:
    review(folder, keys(folder, {"محمد العلوي": "y"}), "--below", "1")
    run("build", str(folder / "articles"), "-o", str(folder / "out"), "--jobs", "1", "--require-review", "--below", "1")
    assert posts(folder) == [("محمد العلوي", "الكاتب الإقليمي")]
    report = json.loads((folder / "out/report.json").read_bytes())["review"]
    assert report["below"] == 1.0
    assert report["held_back"] == len(asked(folder)) - len((folder / "out/facts.jsonl").read_text("utf-8").splitlines())
    assert report["held_back"] > 0


def test_a_file_elsewhere_is_named(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "ours.jsonl"
    review(folder, "y", "--below", "0", "--decisions", str(file))
    assert file.exists()
    run("build", str(folder / "articles"), "-o", str(folder / "out"), "--jobs", "1", "--decisions", str(file))
    assert people(folder) == 2


def test_a_file_that_is_no_decisions_is_a_clear_error(folder: Path) -> None:
    (folder / "decisions.jsonl").write_text("{}\n", encoding="utf-8")
    for arguments in (["review", str(folder / "out")], ["build", str(folder / "articles"), "-o", str(folder / "out")]):
        assert "decisions.jsonl:1 is no decision" in run(*arguments, code=2)


# ---------------------------------------------------------------- beside other commands


def test_articles_added_later_give_what_a_build_with_the_decisions_gives(folder: Path) -> None:
    review(folder, "y", "--below", "0", "--apply")
    whole = data(folder)
    shutil.rmtree(folder / "out")
    run("build", str(folder / "articles/a.txt"), "-o", str(folder / "out"), "--jobs", "1")
    assert people(folder) == 2
    run("add", str(folder / "out"), str(folder / "articles/b.txt"), "--jobs", "1")
    assert people(folder) == 2
    assert data(folder)["entities.jsonl"] == whole["entities.jsonl"]
    run("remove", str(folder / "out"), "b")
    assert json.loads((folder / "out/report.json").read_bytes())["review"]["unused"] == 1


def press(primary: int, key: bytes, until: bytes) -> None:
    """Press a key again and again until something is said: what is typed before the program waits is lost."""
    seen = b""
    for _ in range(300):
        ready, _, _ = select.select([primary], [], [], 0.2)
        try:
            seen += os.read(primary, 4096) if ready else b""
        except OSError:  # the program ended
            return
        if until in seen:
            return
        if not ready:
            os.write(primary, key)
    pytest.fail(f"{until!r} was not said: {seen!r}")


def test_on_a_terminal_a_key_is_enough(folder: Path) -> None:
    """No line has to be ended; an interruption keeps what was answered."""
    primary, terminal = pty.openpty()
    command = [sys.executable, "-m", "graph_builder", "review", str(folder / "out"), "--below", "0"]
    with subprocess.Popen(command, stdin=terminal, stdout=terminal, stderr=terminal, close_fds=True) as asking:
        os.close(terminal)
        press(primary, b"n", b"That was the last one.")
        press(primary, b"\x03", b"interrupted")
        assert asking.wait(timeout=60) == 130
    os.close(primary)
    assert [line["verdict"] for line in lines(folder)] == ["different"]
