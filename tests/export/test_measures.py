"""The measures as tables to look at, as CSV and as JSON."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import Any, get_args

import networkx as nx
import pytest

from graph_builder.analysis import measured
from graph_builder.export.formats import MeasureTable
from graph_builder.export.measures import TABLES, measures
from graph_builder.graph.network import network
from tests.worlds import HOSTILE_BODY, small_world


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph[str]:
    return measured(network(small_world()))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


def test_things_are_ranked_by_betweenness(graph: nx.MultiDiGraph[str]) -> None:
    found = rows(measures(graph, "things", "csv"))
    assert {row["id"] for row in found} == set(graph)
    values = [float(row["betweenness"]) for row in found]
    assert values == sorted(values, reverse=True)
    assert found[0]["id"] == "party:pps"
    person = next(row for row in found if row["label"] == "سمير الوالي")
    names = ("kind", "degree", "cut", "levels", "bridges", "events", "met", "members")
    assert {name: person[name] for name in names} == {
        "kind": "person", "degree": "4", "cut": "false", "levels": "national|local", "bridges": "0", "events": "1",
        "met": "1", "members": "",
    }  # fmt: skip


def test_meetings_are_pairs_of_people(graph: nx.MultiDiGraph[str]) -> None:
    [row] = rows(measures(graph, "meetings", "csv"))
    assert {row["label"], row["other"]} == {"سمير الوالي", "كريمة الزناتي"}
    assert row["events"] == "1"


def test_parts_tell_what_is_in_them(graph: nx.MultiDiGraph[str]) -> None:
    found = rows(measures(graph, "parts", "csv"))
    assert sum(int(row["size"]) for row in found) == len(graph)
    largest = {name: found[0][name] for name in ("component", "party", "body", "event", "plan", "person", "id")}
    assert largest == {
        "component": "1", "party": "1", "body": "4", "event": "3", "plan": "1", "person": "3", "id": "party:pps",
    }  # fmt: skip


def test_a_formula_is_none_in_csv_and_itself_elsewhere(graph: nx.MultiDiGraph[str]) -> None:
    assert f"'{HOSTILE_BODY}" in {row["label"] for row in rows(measures(graph, "things", "csv"))}
    assert HOSTILE_BODY in {row["label"] for row in json.loads(measures(graph, "things", "json"))["things"]}


def test_json_holds_every_table_and_how_it_was_reckoned(graph: nx.MultiDiGraph[str]) -> None:
    whole: dict[str, Any] = json.loads(measures(graph, "parts", "json", top=2))
    assert whole["summary"] == {"nodes": 20, "ties": 22, "parts": 6, "betweenness": "exact"}
    for table in get_args(MeasureTable):
        assert len(whole[table]) <= 2
        assert tuple(whole[table][0]) == TABLES[table][1]


def test_a_table_to_look_at_says_how_large_the_network_is(graph: nx.MultiDiGraph[str]) -> None:
    lines = measures(graph, "things", "table", top=3, kind="person").splitlines()
    assert lines[0] == "20 things, 22 ties, 6 parts; betweenness exact"
    assert len(lines) == 1 + 2 + 3 + 1
    assert all(" person " in line for line in lines[3:6])
