"""Articles added and removed, the whole way: every file is that of one build, and errors change nothing."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from graph_builder import pipeline
from graph_builder.errors import ConfigurationError, InputError, OutputError, QueryError
from graph_builder.extractors import sources
from graph_builder.increments import Change, add, remove
from graph_builder.model import Article, Notice
from tests.memory.corpora import DATES, KARIMA, RASHID, RECORDS, SAMIR, contents, quads, written


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three folders of articles, a build of the first (``one``) and of all (``whole``)."""
    home = tmp_path_factory.mktemp("home")
    files = [{"a/x.txt": RASHID}, {"b/x.txt": SAMIR, "r.jsonl": json.dumps(RECORDS[3])}, {"a/a.txt": DATES}]
    inputs = [written(home / f"in{number}", own) for number, own in enumerate(files)]
    pipeline.build(inputs[:1], str(home / "one"), min_confidence=0.5, base="https://example.org/id/")
    pipeline.build(inputs, str(home / "whole"), min_confidence=0.5, base="https://example.org/id/")
    return home


def copied(home: Path, name: str, to: Path) -> str:
    """Build the folder again elsewhere."""
    inputs = [str(home / f"in{number}") for number in range(1 if name == "one" else 3)]
    pipeline.build(inputs, str(to), min_confidence=0.5, base="https://example.org/id/")
    return str(to)


def test_every_file_is_that_of_one_build_and_the_store_has_its_quads(home: Path, tmp_path: Path) -> None:
    out = copied(home, "one", tmp_path / "out")
    change = add([str(home / "in2")], out)
    assert (change.read, change.known, change.gone) == (1, 1, ())
    change = add([str(home / "in1"), str(home / "in2")], out)
    assert (change.read, change.known, change.gone) == (2, 2, ())
    assert contents(tmp_path / "out") == contents(home / "whole")
    assert quads(tmp_path / "out") == quads(home / "whole") != []
    change = remove(["a", "b/x.txt", "r.jsonl"], out)
    assert (change.read, change.known, len(change.gone)) == (0, 1, 3)
    assert contents(tmp_path / "out") == contents(home / "one")
    assert quads(tmp_path / "out") == quads(home / "one")


def test_only_what_is_new_is_told(home: Path, tmp_path: Path) -> None:
    out = copied(home, "whole", tmp_path / "out")
    seen: list[object] = []
    add([written(tmp_path / "new", {"n.txt": KARIMA, "e.txt": ""})], out, watch=seen.append)
    assert [one.id for one in seen if isinstance(one, Article)] == ["n"]
    assert [one.file for one in seen if isinstance(one, Notice)] == ["e.txt"]


def test_members_of_an_archive_come_and_go_with_it(home: Path, tmp_path: Path) -> None:
    def zipped(members: dict[str, str]) -> None:
        (tmp_path / "new").mkdir(exist_ok=True)
        with zipfile.ZipFile(tmp_path / "new" / "a.zip", "w") as archive:
            for name, text in members.items():
                archive.writestr(name, text)

    out, new = copied(home, "one", tmp_path / "out"), str(tmp_path / "new")
    zipped({"z.txt": RASHID, "d/y.txt": SAMIR, "e.txt": ""})
    assert add([new], out).known == 1
    zipped({"z.txt": KARIMA, "d/y.txt": SAMIR})
    assert add([new], out).read == 1
    inputs = [str(home / "in0"), new]
    pipeline.build(inputs, str(tmp_path / "whole"), min_confidence=0.5, base="https://example.org/id/")
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")
    remove(["a.zip"], out)
    assert contents(tmp_path / "out") == contents(home / "one")


def test_names_that_are_not_there_change_nothing(home: Path, tmp_path: Path) -> None:
    out = copied(home, "one", tmp_path / "out")
    before = contents(tmp_path / "out")
    with pytest.raises(QueryError, match="holds no article y"):
        remove(["x", "y"], out)
    with pytest.raises(InputError, match="No article would be left"):
        remove(["x"], out)
    assert contents(tmp_path / "out") == before


def test_one_file_never_takes_the_place_of_two(home: Path, tmp_path: Path) -> None:
    inputs = [written(tmp_path / name, {"x.txt": text}) for name, text in (("1", RASHID), ("2", SAMIR))]
    pipeline.build(inputs, str(tmp_path / "out"))
    with pytest.raises(InputError, match=r"2 files x\.txt"):
        add([written(tmp_path / "3", {"x.txt": KARIMA})], str(tmp_path / "out"))
    assert add([str(tmp_path / "3")], str(tmp_path / "out"), keep_both=True).known == 2
    assert add(inputs[:1], str(tmp_path / "out"), keep_both=True) == Change(None)


def test_what_it_was_built_with_is_asked_for(tmp_path: Path) -> None:
    corpus = written(tmp_path / "in", {"a.txt": RASHID, "b.txt": SAMIR})
    pipeline.build([corpus], str(tmp_path / "plain"))
    fact = json.loads((tmp_path / "plain" / "facts.jsonl").read_text("utf-8").splitlines()[0])
    facts = tmp_path / "own.jsonl"
    facts.write_text(json.dumps({**fact, "name": "رشيد بن العلوي"}) + "\n" + json.dumps(
        {**fact, "evidence": {**fact["evidence"], "article": "d"}}), encoding="utf-8")  # fmt: skip
    new = written(tmp_path / "new", {"d.txt": RASHID})
    with pytest.raises(ConfigurationError, match="other files of facts: none"):
        add([new], str(tmp_path / "plain"), [str(facts)])
    among = sources(["rules"], [str(facts)])
    pipeline.build([corpus], str(tmp_path / "out"), among=among)
    with pytest.raises(ConfigurationError, match=r"other files of facts: own\.jsonl"):
        add([new], str(tmp_path / "out"))
    add([new], str(tmp_path / "out"), [str(facts)])
    pipeline.build([corpus, new], str(tmp_path / "whole"), among=sources(["rules"], [str(facts)]))
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")
    facts.write_text(facts.read_text("utf-8") + "\n\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="which is"):
        remove(["a"], str(tmp_path / "out"), [str(facts)])


def test_facts_of_files_hold_ids_fast(tmp_path: Path) -> None:
    facts = tmp_path / "own.jsonl"
    facts.write_text("", encoding="utf-8")
    corpus = written(tmp_path / "in", {"x.txt": RASHID})
    pipeline.build([corpus], str(tmp_path / "out"), among=sources(["rules"], [str(facts)]))
    with pytest.raises(OutputError, match=r"id of x\.txt would change"):
        add([written(tmp_path / "new", {"d/x.txt": SAMIR})], str(tmp_path / "out"), [str(facts)])


def test_another_version_is_refused(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = copied(home, "one", tmp_path / "out")
    monkeypatch.setattr("graph_builder.increments.__version__", "99")
    with pytest.raises(OutputError, match="another version than 99"):
        add([str(home / "in1")], out)
