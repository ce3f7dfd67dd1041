"""QuickStatements are about items that are known, with a reference, in the form that the tool reads."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from graph_builder.errors import ConfigurationError
from graph_builder.export.quickstatements import quickstatements, read_items
from graph_builder.graph.ties import node_id
from graph_builder.model import Fact, PostFact, World
from tests.worlds import branch, post, retold, small_world, world_of

ITEM, DATE, TEXT = r"Q[1-9][0-9]*", r"\+[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00Z/(9|10|11)", r'"[^"\t]+"'
COMMAND = re.compile(
    rf"{ITEM}\tP[0-9]+\t{ITEM}(\tP58[02]\t{DATE})*(\t!?S854\t{TEXT}(\tS577\t{DATE})?)+ /\* [^\t\n]+ \*/"
)
"""After https://www.wikidata.org/wiki/Help:QuickStatements#Command_sequence_syntax, as far as it is used."""


def node(world: World, name: str) -> str:
    return next(node_id(entity) for entity in world.entities if entity.name == name)


def test_offices_of_a_person_whose_item_is_known() -> None:
    world = small_world()
    items = {node(world, "كريمة الزناتي"): "Q101", node(world, "اللجنة المركزية"): "Q102"}
    sentence = branch().facts[0].evidence.quote
    source = f'S854\t"https://example.org/1"\tS577\t+2019-05-12T00:00:00Z/11 /* {sentence} */'
    assert quickstatements(world, items).decode() == f"Q101\tP102\tQ1888857\t{source}\nQ101\tP463\tQ102\t{source}\n"


def test_the_head_of_a_party_with_the_dates_of_the_office() -> None:
    said = branch().facts[0].evidence
    head = post("سمير الوالي", "أمين عام", said, role_key="general_keeper", since="2017-02", until="2019")
    world = world_of((replace(branch(), facts=(*branch().facts, head)),))
    lines = quickstatements(world, {node(world, "سمير الوالي"): "Q7"}).decode().splitlines()
    assert [line.split("\tS854")[0] for line in lines] == [
        "Q1888857\tP3975\tQ7\tP580\t+2017-02-00T00:00:00Z/10\tP582\t+2019-00-00T00:00:00Z/9",
        "Q7\tP102\tQ1888857",
    ]
    assert all(COMMAND.fullmatch(line) for line in lines)


def test_two_articles_are_two_references_of_one_statement() -> None:
    again = retold(branch(), "004_again")
    again = replace(again, article=replace(again.article, url="https://example.org/2", published=None))
    world = world_of((branch(), again))
    [line] = quickstatements(world, {node(world, "كريمة الزناتي"): "Q101"}).decode().splitlines()
    assert COMMAND.fullmatch(line)
    assert line.split(" /*")[0].split("\t")[3:] == [
        "S854", '"https://example.org/1"', "S577", "+2019-05-12T00:00:00Z/11", "!S854", '"https://example.org/2"',
    ]  # fmt: skip


def test_without_items_of_people_there_is_nothing_to_say() -> None:
    assert quickstatements(small_world(), {}) == b""


def test_what_no_article_with_an_address_states_is_left_out() -> None:
    world = small_world()
    assert quickstatements(world, {node(world, "يوسف المنصوري"): "Q103"}) == b""


def test_candidates_are_left_out() -> None:
    def seeking(fact: Fact) -> Fact:
        return replace(fact, status="candidate") if isinstance(fact, PostFact) else fact

    world = world_of((retold(branch(), "only", seeking),))
    assert quickstatements(world, {node(world, "كريمة الزناتي"): "Q101"}) == b""


def test_a_sentence_cannot_end_its_comment() -> None:
    evidence = replace(branch().facts[0].evidence, quote='أول */ Q1\tP31\tQ5\nثان "ثالث"')
    said = post("سمير الوالي", "عضو", evidence, role_key="member")
    world = world_of((replace(branch(), facts=(branch().facts[1], said)),))
    [line] = quickstatements(world, {node(world, "سمير الوالي"): "Q7"}).decode().splitlines()
    assert line.endswith(' /* أول * / Q1 P31 Q5 ثان "ثالث" */')
    assert COMMAND.fullmatch(line)


def test_items_are_read_from_a_table_of_people_or_of_ids(tmp_path: Path) -> None:
    path = tmp_path / "items.csv"
    path.write_text("person_id,name,wikidata\n0123456789ab,س,Q42\nffffffffffff,ص,\n", encoding="utf-8-sig")
    assert read_items(path) == {"person:0123456789ab": "Q42"}
    path.write_text("id,wikidata\nbody:0123456789ab,Q43\n", encoding="utf-8")
    assert read_items(path) == {"body:0123456789ab": "Q43"}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("id,wikidata\nperson:0123456789ab,https://www.wikidata.org/wiki/Q42\n", "row 2 is not an id and an item"),
        ("id,wikidata\n,Q42\n", "row 2 is not an id and an item"),
        ("name,item\nس,Q42\n", "names no item"),
    ],
)
def test_a_table_that_is_none_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "items.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match=problem):
        read_items(path)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_items(tmp_path / "none.csv")
