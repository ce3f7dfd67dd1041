"""GraphML and GEXF hold the whole network, whatever its names are, and networkx reads them back."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.analysis import measured
from graph_builder.export.characters import for_xml, network_for_xml
from graph_builder.export.gexf import gexf
from graph_builder.export.graphml import graphml
from graph_builder.graph.network import network
from graph_builder.model import World
from tests.worlds import small_world

Graph = Any
"""What networkx reads: its types do not tell that ours are directed and have parallel edges."""


def content(graph: Graph) -> tuple[dict[str, Any], list[Any]]:
    ties = sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])
    return dict(graph.nodes(data=True)), ties


def read_graphml(data: bytes) -> Graph:
    return nx.read_graphml(BytesIO(data), edge_key_type=str, force_multigraph=True)


def read_gexf(data: bytes) -> Graph:
    """Read a network back without what only GEXF has: looks, times, and labels of ties that have none."""
    graph = nx.read_gexf(BytesIO(data))
    for _, about in graph.nodes(data=True):
        about.pop("viz", None)
    for _, _, about in graph.edges(data=True):
        for name in ("id", "start", "end"):
            about.pop(name, None)
        if about["label"] == about["relation"]:
            del about["label"]
    return graph


@pytest.mark.parametrize(("write", "read"), [(graphml, read_graphml), (gexf, read_gexf)])
def test_the_whole_network_comes_back(write: Any, read: Any, either_world: World) -> None:
    graph = measured(network(either_world))
    assert content(read(write(graph))) == content(network_for_xml(graph))


@pytest.mark.parametrize("write", [graphml, gexf])
def test_the_same_network_gives_the_same_bytes_without_a_date_of_writing(write: Any) -> None:
    first, second = write(network(small_world())), write(network(small_world()))
    assert first == second
    assert b"lastmodified" not in first.lower()
    assert b'name=""' not in first


def test_how_betweenness_was_reckoned_is_told() -> None:
    graph = measured(network(small_world()))
    assert read_graphml(graphml(graph)).graph["betweenness"] == "exact"
    assert b"<description>betweenness exact</description>" in gexf(graph)
    assert b"<description>" not in gexf(network(small_world()))


def test_arabic_is_written_as_letters() -> None:
    for data in (graphml(network(small_world())), gexf(network(small_world()))):
        assert "حزب التقدم والاشتراكية".encode() in data


@given(st.text(), st.text(), st.text(min_size=1).filter(str.strip))
def test_any_text_comes_back(name: str, quote: str, role: str) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("person:1", kind="person", label=name, iri="https://example.org/1")
    graph.add_node("party:2", kind="party", label="2", iri="https://example.org/2")
    graph.add_edge("person:1", "party:2", "k", relation="holds", label=role, quote=quote, weight=1, public=True)
    # An empty element is no text to networkx, which reads None: what is not stated is not written, so nothing is lost.
    expected = network_for_xml(graph)
    for write, read in ((graphml, read_graphml), (gexf, read_gexf)):
        back = read(write(graph))
        assert {(node, about["label"] or "") for node, about in back.nodes(data=True)} == {
            (node, about["label"]) for node, about in expected.nodes(data=True)
        }
        [(_, _, tie)] = back.edges(data=True)
        assert (tie.get("label", "holds"), tie["quote"] or "", tie["public"]) == (for_xml(role), for_xml(quote), True)


def test_gephi_gets_colour_size_and_place_of_a_node() -> None:
    back = nx.read_gexf(BytesIO(gexf(network(small_world()), {"party:pps": (30, 40)})))
    assert back.nodes["party:pps"]["viz"] == {
        "color": {"r": 0, "g": 114, "b": 178, "a": 1.0},
        "size": 24.0,
        "position": {"x": 30.0, "y": -40.0, "z": 0.0},
    }


def test_gephi_gets_the_times_of_ties_as_whole_days() -> None:
    graph = network(small_world())
    back = nx.read_gexf(BytesIO(gexf(graph)))
    labels = {node: about["label"] for node, about in graph.nodes(data=True)}
    found = {
        (labels[source], tie["label"]): (tie.get("start"), tie.get("end"))
        for source, _, tie in back.edges(data=True)
        if "start" in tie or "end" in tie
    }
    assembly = ("2019-05-05", "2019-05-05")
    assert found == {
        ("كريمة الزناتي", "كاتبة عامة"): ("2019-05-05", None),
        ("كريمة الزناتي", "took_part"): assembly,
        ("سمير الوالي", "took_part"): assembly,
        ("سمير الوالي", "عدد أعضاء الفرع"): assembly,
        ("جمع عام", "event_of"): assembly,
        ("سمير الوالي", "عضو"): ("2017-02-01", None),
        ("يوسف المنصوري", "كاتب عام"): (None, "2019-12-31"),
        ("دورة اللجنة المركزية", "event_of"): ("2019-02-01", "2019-02-28"),
        ("جذور", "adopted_by"): ("2019-02-01", "2019-02-28"),
    }
