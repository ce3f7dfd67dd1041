"""Somebody who is forgotten is in no file of OUT, and in no later build; a namesake stays."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner

from graph_builder import cli, pipeline
from graph_builder.erasure import Forgotten, list_beside, read_list
from graph_builder.errors import ConfigurationError, QueryError
from graph_builder.forgetting import forget
from graph_builder.increments import add, remove
from graph_builder.memory import load_world
from graph_builder.model import World
from tests.memory.corpora import contents, quads, written

NAME, FAMILY, OTHER = "زكرياء بن عبد الرزاق", "بن عبد الرزاق", "سعيد الزهراوي"
BRANCH = f"""{NAME} كاتبا لفرع التقدم والاشتراكية بتمارة

انتخب {NAME} كاتبا عاما للمكتب المحلي لحزب التقدم والاشتراكية بتمارة، و{OTHER} أمينا للمال.
وقال {OTHER} إن الفرع يشكر وزكرياء بنعبد الرزاق على عمله، وإن الفرع يضم 120 عضوا.
"""
LATER = """فرع التقدم والاشتراكية بتمارة يعقد جمعا عاما

عقد فرع حزب التقدم والاشتراكية بتمارة جمعا عاما يوم 5 ماي 2019 ترأسه زكرياء بنعبد الرزاق الكاتب العام للمكتب المحلي.
"""
NAMESAKE = f"""فرع حزب الاستقلال بفاس

انتخب {NAME} كاتبا عاما للمكتب المحلي لحزب الاستقلال بفاس.
"""
SPELLINGS = (NAME, "زكرياء بنعبد الرزاق", FAMILY, "بنعبد الرزاق")


def names(world: World) -> set[str]:
    return {name for entity in world.entities for name in (entity.name, *entity.aliases) if entity.kind == "person"}


def traces(out: Path, spellings: tuple[str, ...]) -> set[str]:
    """Return the files of a folder that hold a spelling in any encoding that a file of ours may have."""
    escaped = [json.dumps(spelling)[1:-1] for spelling in spellings]
    forms = [*spellings, *escaped, *map(str.upper, escaped), *map(quote, spellings)]
    encoded = [form.encode(code) for form in forms for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return {
        path.relative_to(out).as_posix()
        for path in out.rglob("*")
        if path.is_file() and any(form in path.read_bytes() for form in encoded)
    }


@pytest.fixture
def out(tmp_path: Path) -> str:
    """A build of the two articles about the person."""
    out = str(tmp_path / "out")
    pipeline.build([written(tmp_path / "in", {"branch.txt": BRANCH, "later.txt": LATER})], out)
    return out


def test_no_byte_of_a_name_remains(out: str, tmp_path: Path) -> None:
    before = traces(Path(out), SPELLINGS)
    assert {"graph.trig", "readings.jsonl", "entities.jsonl", "tables/people.csv"} <= before
    assert any(name.startswith("site/") for name in before)
    assert any(NAME in quad for quad in quads(Path(out)))  # the files of the database are packed
    gone = forget("زكرياء بنعبدالرزاق", out)
    assert traces(Path(out), SPELLINGS) == set()
    assert not any(spelling in quad for spelling in SPELLINGS for quad in quads(Path(out)))
    assert traces(tmp_path, SPELLINGS) == {"in/branch.txt", "in/later.txt"}
    assert gone.articles == ("branch", "later")
    assert gone.facts["post"] == 3  # of the title, of the bureau, and as who presided
    assert gone.facts["person"] >= 2
    assert gone.still == ()
    assert names(load_world(out)) == {OTHER}


def test_whole_texts_are_masked_too(tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    pipeline.build(
        [written(tmp_path / "in", {"branch.txt": BRANCH + "وختم ابن عمه بنعبد الرزاق.\n"})], out, with_text=True
    )
    forget(NAME, out)
    assert traces(Path(out), SPELLINGS) == set()
    assert OTHER in load_world(out).readings[0].article.text


def test_quotes_of_others_keep_their_place_and_their_length(out: str) -> None:
    before = load_world(out)
    forget(NAME, out)
    after = load_world(out)
    lengths = [[len(reading.article.text) for reading in world.readings] for world in (before, after)]
    assert lengths[0] == lengths[1]
    facts = {
        (fact.evidence.article, fact.evidence.start): fact.evidence
        for reading in before.readings
        for fact in reading.facts
    }
    kept = [fact.evidence for reading in after.readings for fact in reading.facts]
    assert kept
    for evidence in kept:
        told = facts[evidence.article, evidence.start].quote
        assert len(evidence.quote) == len(told)
        assert all(new in (old, "█") for old, new in zip(told, evidence.quote, strict=True))
    assert any("█" in evidence.quote and OTHER in evidence.quote for evidence in kept)


def test_later_builds_forget_too_and_all_ways_lead_to_the_same_bytes(out: str, tmp_path: Path) -> None:
    forget(NAME, out)
    forgotten = read_list(list_beside(out))
    pipeline.build([str(tmp_path / "in")], str(tmp_path / "again"), forgotten=forgotten)
    assert contents(tmp_path / "again") == contents(Path(out))
    assert quads(tmp_path / "again") == quads(Path(out))
    third = LATER.replace("جمعا عاما", "مؤتمرا محليا").replace("5 ماي", "9 يونيو")
    new = written(tmp_path / "new", {"third.txt": third})
    add([new], out)
    assert traces(Path(out), SPELLINGS) == set()
    pipeline.build([str(tmp_path / "in"), new], str(tmp_path / "whole"), forgotten=forgotten)
    assert contents(Path(out)) == contents(tmp_path / "whole")
    remove(["third"], out)
    assert contents(Path(out)) == contents(tmp_path / "again")


def test_a_namesake_stays(out: str, tmp_path: Path) -> None:
    add([written(tmp_path / "new", {"namesake.txt": NAMESAKE})], out)
    people = [
        entity
        for entity in load_world(out).entities
        if entity.kind == "person" and NAME in (entity.name, *entity.aliases)
    ]
    assert len(people) == 2
    with pytest.raises(QueryError, match="2 people are called"):
        forget(NAME, out)
    meant = next(entity for entity in people if "branch" in {claim.article for claim in entity.claims})
    forget(f"person:{meant.id}", out)
    after = load_world(out)
    assert {
        claim.article for entity in after.entities if NAME in (entity.name, *entity.aliases) for claim in entity.claims
    } == {"namesake"}
    assert names(after) == {OTHER, NAME}
    held = [fact for reading in after.readings if reading.article.id == "namesake" for fact in reading.facts]
    assert any(getattr(fact, "person", None) == NAME for fact in held)


def test_the_list_is_its_owners_alone_and_holds_no_name(out: str) -> None:
    forget(NAME, out)
    path = list_beside(out)
    assert path.stat().st_mode & 0o777 == 0o600
    text = path.read_text()
    assert "\\u" not in text
    assert not any(spelling in text for spelling in SPELLINGS)
    listed = read_list(path)
    assert len(listed.key) == 32
    assert listed.hash("name", "x") != Forgotten(bytes(32)).hash("name", "x")
    forget(OTHER, out)
    assert (read_list(path).key, len(read_list(path).people)) == (listed.key, 2)
    assert names(load_world(out)) == set()


def test_without_its_list_a_folder_is_not_built_on(out: str, tmp_path: Path) -> None:
    forget(NAME, out, list_file=str(tmp_path / "elsewhere.json"))
    new = written(tmp_path / "new", {"third.txt": LATER})
    with pytest.raises(ConfigurationError, match="list of people to forget"):
        add([new], out)
    (tmp_path / "bad.json").write_text("[]")
    with pytest.raises(ConfigurationError, match="is no list"):
        add([new], out, suppress=str(tmp_path / "bad.json"))
    with pytest.raises(ConfigurationError, match="cannot be read"):
        add([new], out, suppress=str(tmp_path / "none.json"))
    add([new], out, suppress=str(tmp_path / "elsewhere.json"))
    assert names(load_world(out)) == {OTHER}


def test_who_is_not_there_cannot_be_forgotten(out: str) -> None:
    with pytest.raises(QueryError, match="holds nobody called"):
        forget("كريم", out)
    assert not list_beside(out).exists()


def test_the_command_tells_what_went_and_what_it_cannot_reach(tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    pipeline.build([written(tmp_path / "in", {"زكرياء-بن-عبد-الرزاق.txt": BRANCH})], out)
    done = CliRunner().invoke(cli.main, ["forget", out, NAME])
    assert done.exit_code == 0
    assert f"forgotten: {NAME}" in done.output
    assert "post: 2" in done.output
    assert "warning: the name stands in زكرياء-بن-عبد-الرزاق.txt still" in done.output
