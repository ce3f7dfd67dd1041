"""The tables keep to the contract of the evaluation, and a spreadsheet that opens them runs nothing."""

from __future__ import annotations

import csv
import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.export.rows import OF_FACTS
from graph_builder.export.tables import COLUMNS, FORMULA, cell, safe, write_tables
from graph_builder.graph.dataset import quads
from graph_builder.model import EventFact, Fact, Reading, World
from tests.worlds import HOSTILE_NAME, branch, retold, small_world, world_of

CONTRACT = """
articles.csv | article, title, source, published, url, file
parties.csv | name, aliases, abbreviation, articles
people.csv | name, aliases, articles, gender
posts.csv | person, role, organ, party, place, status, since, until, public, confidence, article, quote, start
units.csv | unit, level, party, parent, place, article, quote, start
events.csv | id, label, kind, date, place, covers, party, organ, article, quote, start
participations.csv | person, group, event_id, event, kind, capacity, article, quote, start
figures.csv | value, what, of, group, phase, exact, article, quote, start
plans.csv | plan, party, adopted_by, adopted, article, quote, start
statements.csv | speaker, about, article, quote, start
steps.csv | procedure, unit, number, step, article, quote, start
deadlines.csv | what, who, due, due_text, article, quote, start
"""
Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rows]:
    return written(small_world(), tmp_path_factory.mktemp("out") / "tables")


def written(world: World, folder: Path) -> dict[str, Rows]:
    write_tables(world, folder)
    found = {}
    for path in folder.iterdir():
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem] = list(csv.DictReader(file))
    return found


def test_columns_are_those_of_the_contract_and_then_ours() -> None:
    contract = [line.split(" | ") for line in CONTRACT.strip().split("\n")]
    assert {f"{table}.csv" for table in COLUMNS} == {"tenures.csv", *(file for file, _ in contract)}
    for file, columns in contract:
        ours = COLUMNS[file.removesuffix(".csv")]
        assert ours[: len(columns.split(", "))] == tuple(columns.split(", "))
        assert len(set(ours)) == len(ours)


def test_files_begin_with_a_byte_order_mark_and_lines_end_as_the_standard_says(tmp_path: Path) -> None:
    write_tables(small_world(), tmp_path / "t")
    data = (tmp_path / "t" / "posts.csv").read_bytes()
    assert data.startswith("\ufeffperson,role,".encode())
    assert data.endswith(b"\r\n")


def test_every_fact_is_a_row(tables: dict[str, Rows]) -> None:
    facts = [fact for reading in small_world().readings for fact in reading.facts]
    for table, (sort, _) in OF_FACTS.items():
        assert len(tables[table]) == sum(isinstance(fact, sort) for fact in facts) > 0


def test_every_quote_is_the_text_at_its_start(tables: dict[str, Rows]) -> None:
    texts = {reading.article.id: reading.article.text for reading in small_world().readings}
    rows = [row for table in OF_FACTS for row in tables[table]]
    for row in rows:
        start = int(row["start"])
        assert row["quote"]
        assert texts[row["article"]][start : start + len(row["quote"])] == row["quote"]


def test_no_cell_begins_a_formula(tables: dict[str, Rows]) -> None:
    cells = [value for rows in tables.values() for row in rows for value in row.values()]
    assert any(value.startswith("'=") for value in cells)
    assert not any(value.startswith(tuple(FORMULA)) for value in cells)


@given(st.text(st.sampled_from("=+-@\t\r\n＝＋ ab\u00a0"), min_size=1), st.integers(0, 99))
def test_a_quote_begins_at_its_first_harmless_character(quote: str, start: int) -> None:
    row = safe({"quote": quote, "start": start})
    shown, begins = row["quote"], row["start"]
    assert isinstance(shown, str)
    assert isinstance(begins, int)
    assert quote[begins - start :] == shown
    assert not cell(shown).startswith(("'", *FORMULA))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_other_cell_keeps_its_words(words: str) -> None:
    assert cell(words).removeprefix("'") == words.removeprefix("'")
    assert not cell(words).startswith(tuple(FORMULA))


def test_rows_are_in_the_order_of_articles_and_of_the_text(tables: dict[str, Rows]) -> None:
    for table in OF_FACTS:
        places = [(row["article"], int(row["start"])) for row in tables[table]]
        assert places == sorted(places)
    assert [row["article"] for row in tables["articles"]] == ["001_branch", "002_training", "003_hostile"]
    assert [row["name"] for row in tables["people"]][:3] == ["سمير الوالي", "كريمة الزناتي", "يوسف المنصوري"]


def test_the_order_of_readings_does_not_matter(tmp_path: Path) -> None:
    world = small_world()
    readings, entities = list(world.readings), list(world.entities)
    random.Random(7).shuffle(readings)
    random.Random(8).shuffle(entities)
    write_tables(world, tmp_path / "a")
    write_tables(World(tuple(readings), tuple(entities), world.of), tmp_path / "b")
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_people_have_spellings_articles_and_gender(tables: dict[str, Rows]) -> None:
    people = {row["name"]: row for row in tables["people"]}
    samir = people["سمير الوالي"]
    assert (samir["aliases"], samir["articles"], samir["gender"]) == (
        "الوالي|سمير الوالى",
        "001_branch|002_training",
        "male",
    )
    assert people["كريمة الزناتي"]["gender"] == "female"
    assert people[HOSTILE_NAME]["gender"] == ""


def test_parties_have_abbreviation_and_key(tables: dict[str, Rows]) -> None:
    (pps,) = [row for row in tables["parties"] if row["party_key"] == "pps"]
    assert (pps["name"], pps["aliases"], pps["abbreviation"]) == ("حزب التقدم والاشتراكية", "الحزب", "PPS")


def test_a_post_names_the_person_and_party_in_full_and_the_body_as_the_article_does(tables: dict[str, Rows]) -> None:
    (post,) = [row for row in tables["posts"] if row["status"] == "former"]
    assert (post["person"], post["role"], post["organ"]) == ("يوسف المنصوري", "كاتب عام", "المكتب المحلي")
    assert (post["party"], post["until"], post["since"]) == ("حزب التقدم والاشتراكية", "2019", "")
    assert (post["public"], post["confidence"], post["role_key"]) == ("false", "0.9", "general_secretary")
    assert {row["public"] for row in tables["posts"] if row["role"] == "مستشار جماعي"} == {"true"}


def test_a_participation_points_to_a_row_of_its_events(tables: dict[str, Rows]) -> None:
    events = {(row["article"], row["id"]): row for row in tables["events"]}
    for row in tables["participations"]:
        event = events[row["article"], row["event_id"]]
        assert (event["label"], event["kind"]) == (row["event"], row["kind"])
    (group,) = [row for row in tables["participations"] if row["group"]]
    assert (group["person"], group["group"], group["capacity"]) == ("", "الكتاب الإقليميون", "attendee")


def test_events_of_one_label_in_two_articles_have_two_ids(tmp_path: Path) -> None:
    found = written(world_of([branch(), retold(branch(), "009")]), tmp_path / "t")["events"]
    assert len(found) == len({row["id"] for row in found}) == 4


def test_an_event_tells_whom_it_is_for(tables: dict[str, Rows]) -> None:
    (training,) = [row for row in tables["events"] if row["kind"] == "training"]
    assert (training["date"], training["place"], training["covers"]) == ("", "الرباط", "مراكش آسفي|سوس ماسة")


def test_figures_plans_steps_statements_deadlines(tables: dict[str, Rows]) -> None:
    assert [(row["value"], row["what"], row["of"], row["group"], row["exact"]) for row in tables["figures"]][:2] == [
        ("120", "members", "فرع تمارة", "", "true"),
        ("30", "members", "فرع تمارة", "طلبة", "false"),
    ]
    assert (tables["plans"][0]["plan"], tables["plans"][0]["adopted_by"], tables["plans"][0]["adopted"]) == (
        "جذور",
        "اللجنة المركزية",
        "2019-02",
    )
    assert [(row["unit"], row["number"], row["step"]) for row in tables["steps"]] == [
        ("فرع تمارة", "1", "طلب مكتوب"),
        ("فرع تمارة", "2", "لقاء مع المكتب"),
    ]
    assert [row["speaker"] for row in tables["statements"]] == ["سمير الوالي", "المتدخلون"]
    assert (tables["deadlines"][0]["due"], tables["deadlines"][0]["due_text"]) == ("XXXX-06-30", "قبل نهاية يونيو")


def test_ids_are_the_ends_of_iris_in_the_graph(tables: dict[str, Rows]) -> None:
    ends = {quad.subject.value.split("/id/")[1] for quad in quads(small_world())}  # type: ignore[union-attr]
    for rows in tables.values():
        for row in rows:
            for column, value in row.items():
                if column.endswith("_id") and value:
                    kind = {"parent_id": "body", "successor_id": "person"}.get(column, column.removesuffix("_id"))
                    assert f"{kind}/{value}" in ends


def test_terms_of_office_are_told_by_what_is_stated_and_what_follows(tables: dict[str, Rows]) -> None:
    found = {(row["person"], row["role"]): row for row in tables["tenures"]}
    elected = found["كريمة الزناتي", "كاتبة عامة"]
    assert (elected["begins"], elected["held"], elected["over"]) == ("2019-05-05", "2019-05-05/2019-05-12", "")
    former = found["يوسف المنصوري", "كاتب عام"]
    assert (former["ends"], former["over"], former["derived"], former["vacant"]) == (
        "2019",
        "2019-12-31",
        "false",
        "false",
    )
    assert found["سمير الوالي", "عضو"]["begins"] == "2017-02"
    assert not any(role == "رئيس الجماعة" for _, role in found)


def test_a_bar_in_a_name_does_not_split_it(tmp_path: Path) -> None:
    def changed(fact: Fact) -> Fact:
        return replace(fact, covers=("a|b", "c")) if isinstance(fact, EventFact) else fact

    told = retold(branch(), "001", changed)
    events = Reading(told.article, tuple(fact for fact in told.facts if isinstance(fact, EventFact)))
    found = written(world_of([events]), tmp_path / "t")
    assert {row["covers"] for row in found["events"]} == {"a/b|c"}
