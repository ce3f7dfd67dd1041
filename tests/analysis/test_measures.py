"""Measures of networks so small that each can be reckoned by hand."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from graph_builder.analysis import attendance, measured
from graph_builder.analysis import measures as module
from graph_builder.analysis.brokers import bridges, seats
from graph_builder.graph.network import network
from tests.worlds import small_world


def graph_of(
    nodes: dict[str, dict[str, Any]], held: list[tuple[str, str, str]], at: list[tuple[str, str]]
) -> nx.MultiDiGraph[str]:
    """Return a network; a node's kind is its name before the colon."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, about in nodes.items():
        graph.add_node(node, kind=node.partition(":")[0], label=node, **about)
    for person, body, status in held:
        graph.add_edge(person, body, relation="holds", status=status, weight=1)
    for person, event in at:
        graph.add_edge(person, event, relation="took_part", weight=1)
    return graph


@pytest.fixture
def party() -> nx.MultiDiGraph[str]:
    """A national and a local body, tied by one person; another body apart; two events, one of them not held."""
    people: dict[str, dict[str, Any]] = {f"person:{name}": {} for name in "abcd"}
    return graph_of(
        {
            "body:local": {"level": "local"},
            "body:national": {"level": "national"},
            "body:unsure": {"level": "local|regional"},
            "event:held": {"status": "held"},
            "event:to come": {"status": "announced"},
            **people,
        },
        [
            ("person:a", "body:national", "current"),
            ("person:b", "body:national", "elected"),
            ("person:b", "body:local", "current"),
            ("person:c", "body:local", "current"),
            ("person:c", "body:national", "former"),
            ("person:d", "body:unsure", "current"),
        ],
        [("person:a", "event:held"), ("person:c", "event:held"), ("person:a", "event:to come")],
    )


def test_brokers_are_those_who_alone_tie_bodies_of_two_levels_today(party: nx.MultiDiGraph[str]) -> None:
    seated = seats(party)
    assert seated == {
        "person:a": ["body:national"],
        "person:b": ["body:local", "body:national"],
        "person:c": ["body:local"],
    }
    assert bridges(party, seated) == {"person:a": 0, "person:b": 1, "person:c": 0}


def test_who_is_not_alone_in_two_bodies_bridges_nothing(party: nx.MultiDiGraph[str]) -> None:
    party.add_edge("person:a", "body:local", relation="holds", status="current", weight=1)
    assert bridges(party, seats(party)) == {"person:a": 0, "person:b": 0, "person:c": 0}


def test_measures_of_people_and_bodies(party: nx.MultiDiGraph[str]) -> None:
    nodes = measured(party).nodes
    own = ("levels", "bridges", "events", "met")
    assert {node: tuple(nodes[node].get(name) for name in own) for node in party if node[0] == "p"} == {
        "person:a": ("national", 0, 1, 1),
        "person:b": ("national|local", 1, 0, 0),
        "person:c": ("local", 0, 1, 1),
        "person:d": (None, 0, 0, 0),
    }
    assert {node: nodes[node]["members"] for node in party if node[0] == "b"} == {
        "body:local": 2, "body:national": 2, "body:unsure": 1,
    }  # fmt: skip


def test_measures_of_a_path_are_those_of_the_textbook() -> None:
    graph = graph_of({"person:a": {}, "body:m": {"level": "local"}, "person:z": {}}, [], [])
    graph.add_edge("person:a", "body:m", relation="holds", status="current", weight=1)
    graph.add_edge("person:z", "body:m", relation="holds", status="current", weight=1)
    graph.add_edge("person:z", "body:m", relation="holds", status="former", weight=1)
    found = measured(graph)
    names = ("degree", "betweenness", "component", "cut")
    assert {node: tuple(found.nodes[node][name] for name in names) for node in found} == {
        "person:a": (1, 0.0, 1, False),
        "body:m": (2, 1.0, 1, True),
        "person:z": (1, 0.0, 1, False),
    }
    # The walk's balance: m = 0.05 + 0.85 (a + z); a = 0.05 + 0.85 m / 3; z = 0.05 + 0.85 * 2 m / 3.
    m = (0.05 + 0.85 * 0.1) / (1 - 0.85**2)
    assert {node: found.nodes[node]["pagerank"] for node in found} == pytest.approx(
        {"body:m": m, "person:a": 0.05 + 0.85 * m / 3, "person:z": 0.05 + 0.85 * 2 * m / 3}, rel=1e-5
    )


def test_parts_are_numbered_from_the_largest(party: nx.MultiDiGraph[str]) -> None:
    found = measured(party)
    assert {node for node in found if found.nodes[node]["component"] == 2} == {"body:unsure", "person:d"}


def test_co_attendance_counts_the_events_that_two_people_share(party: nx.MultiDiGraph[str]) -> None:
    party.add_node("event:again", kind="event", label="", status="held|postponed")
    for person in ("person:a", "person:b", "person:c"):
        party.add_edge(person, "event:again", relation="took_part", weight=3)
    shared = {
        "".join(sorted(one[-1] + other[-1])): tie["weight"] for one, other, tie in attendance(party).edges(data=True)
    }
    assert shared == {"ab": 1, "ac": 2, "bc": 1}


def test_a_crowd_ties_nobody() -> None:
    people: dict[str, dict[str, Any]] = {f"person:{number}": {} for number in range(301)}
    crowd = graph_of({"event:e": {"status": "held"}, **people}, [], [(person, "event:e") for person in people])
    assert (len(attendance(crowd)), attendance(crowd).number_of_edges()) == (301, 0)


def test_betweenness_is_exact_where_that_is_cheap_and_else_says_how_it_was_estimated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graph = network(small_world())
    assert measured(graph).graph["betweenness"] == "exact"
    monkeypatch.setattr(module, "BUDGET", 1)
    monkeypatch.setattr(module, "FEWEST", 3)
    first, second = measured(graph), measured(graph)
    assert first.graph["betweenness"] == f"estimated from 3 of {len(graph)} nodes, seed 1"
    assert list(first.nodes(data=True)) == list(second.nodes(data=True))


def test_a_network_without_nodes_has_no_measures() -> None:
    empty: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    assert len(measured(empty)) == 0
