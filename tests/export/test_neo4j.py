"""What neo4j-admin asks of its files: headers, ids that exist, fields that a reader of CSV gets back whole."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from graph_builder.export.neo4j import COMMAND, neo4j
from graph_builder.graph.network import network
from graph_builder.model import World
from tests.worlds import small_world

Rows = dict[str, list[dict[str, str]]]


@pytest.fixture(scope="module")
def rows() -> Rows:
    return read(small_world())


def read(world: World) -> Rows:
    """Return the rows of each file."""
    files = neo4j(network(world, places=True))
    return {
        name: list(csv.DictReader(StringIO(data.decode("utf-8"), newline="")))
        for name, data in files.items()
        if name != COMMAND
    }


def test_there_is_a_file_for_each_kind_and_each_relation(rows: Rows) -> None:
    assert sorted(rows) == [
        "nodes_body.csv", "nodes_event.csv", "nodes_party.csv", "nodes_person.csv", "nodes_place.csv", "nodes_plan.csv",
        "relationships_adopted_by.csv", "relationships_body_of.csv", "relationships_covers.csv",
        "relationships_event_of.csv", "relationships_holds.csv", "relationships_located_in.csv",
        "relationships_parallel_of.csv", "relationships_part_of.csv", "relationships_plan_of.csv",
        "relationships_spoke.csv", "relationships_took_part.csv",
    ]  # fmt: skip


def test_a_row_has_the_columns_of_the_header_format(rows: Rows) -> None:
    [party] = [row for row in rows["nodes_party.csv"] if row["id:ID"] == "party:pps"]
    assert {name: value for name, value in party.items() if value} == {
        "id:ID": "party:pps",
        "name": "حزب التقدم والاشتراكية",
        "iri": "https://w3id.org/party-structure/id/party/pps",
        "aliases:string[]": "الحزب",
        "articles:int": "2",
        "abbreviation": "PPS",
        "lexicon": "pps",
        "wikidata": "Q1888857",
        ":LABEL": "Party",
    }
    [post] = [row for row in rows["relationships_holds.csv"] if row["role"] == "general_secretary" and row["since"]]
    assert {name: value for name, value in post.items() if name not in (":START_ID", ":END_ID", "quote") and value} == {
        "name": "كاتبة عامة",
        "role": "general_secretary",
        "status": "elected",
        "public:boolean": "false",
        "since": "2019-05-05",
        "party": "حزب التقدم والاشتراكية",
        "place": "تمارة",
        "weight:int": "1",
        "confidence:double": "0.9",
        "articles:string[]": "001_branch",
        ":TYPE": "HOLDS",
    }


def test_every_relationship_ties_nodes_that_are_there_once(either_world: World) -> None:
    rows = read(either_world)
    nodes = [row["id:ID"] for name, found in rows.items() if name.startswith("nodes_") for row in found]
    ends = [
        row[end]
        for name, found in rows.items()
        if name.startswith("relationships_")
        for row in found
        for end in (":START_ID", ":END_ID")
    ]
    assert len(nodes) == len(set(nodes))
    assert set(ends) <= set(nodes)


def test_hostile_names_and_line_breaks_come_back_letter_for_letter(rows: Rows) -> None:
    graph = network(small_world(), places=True)
    names = {row["id:ID"]: row["name"] for name, found in rows.items() if name[0] == "n" for row in found}
    assert names == {node: about["label"] for node, about in graph.nodes(data=True)}
    quotes = sorted(row["quote"] for name, found in rows.items() if name[0] == "r" for row in found)
    assert quotes == sorted(about["quote"] for _, _, about in graph.edges(data=True))


def test_the_command_names_every_file(rows: Rows) -> None:
    command = neo4j(network(small_world(), places=True))[COMMAND].decode()
    assert command.startswith('neo4j-admin database import full neo4j \\\n  --array-delimiter="|" \\\n')
    assert [part.partition("=")[2] for part in command.split(" \\\n")[3:]] == [
        *(f"{name}\n" if name == list(rows)[-1] else name for name in rows)
    ]
