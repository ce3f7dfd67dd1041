"""The network: one node a thing, one edge a distinct tie, with what states it."""

from __future__ import annotations

import random
from dataclasses import replace

import networkx as nx
import pytest

from graph_builder.graph.network import network
from graph_builder.model import BodyFact, Fact
from tests.worlds import branch, hostile, post, retold, small_world, training, world_of

BASE = "https://example.org/id/"


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph[str]:
    return network(small_world(), BASE)


def by_label(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    return {about["label"]: node for node, about in graph.nodes(data=True)}


def relations(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, str]]:
    return [(source, target, about["relation"]) for source, target, about in graph.edges(data=True)]


def test_a_node_tells_what_is_known_of_the_thing(graph: nx.MultiDiGraph[str]) -> None:
    assert graph.nodes["party:pps"] == {
        "kind": "party",
        "label": "حزب التقدم والاشتراكية",
        "iri": "https://w3id.org/party-structure/id/party/pps",
        "articles": 2,
        "aliases": "الحزب",
        "lexicon": "pps",
        "wikidata": "Q1888857",
        "abbreviation": "PPS",
    }
    person = by_label(graph)["سمير الوالي"]
    assert graph.nodes[person] == {
        "kind": "person",
        "label": "سمير الوالي",
        "iri": f"{BASE}{person.replace(':', '/')}",
        "articles": 2,
        "aliases": "الوالي|سمير الوالى",
        "gender": "male",
    }


def test_a_post_is_an_edge_with_its_details_and_its_sentence(graph: nx.MultiDiGraph[str]) -> None:
    names = by_label(graph)
    [edge] = graph[names["كريمة الزناتي"]][names["المكتب المحلي"]].values()
    assert edge == {
        "relation": "holds",
        "label": "كاتبة عامة",
        "role": "general_secretary",
        "status": "elected",
        "public": False,
        "party": "حزب التقدم والاشتراكية",
        "place": "تمارة",
        "since": "2019-05-05",
        "weight": 1,
        "confidence": 0.9,
        "quote": branch().facts[0].evidence.quote,
        "articles": "001_branch",
    }


def test_each_relation_between_things_is_there(graph: nx.MultiDiGraph[str]) -> None:
    labels = nx.get_node_attributes(graph, "label")
    found = {
        (labels[source], relation, labels[target])
        for source, target, relation in relations(graph)
        if relation != "holds"
    }
    party, local, assembly, training_session = "حزب التقدم والاشتراكية", "المكتب المحلي", "جمع عام", "دورة تكوينية"
    hostile_name, hostile_body = hostile().facts[0].name, hostile().facts[2].name  # type: ignore[union-attr]
    assert found == {
        (local, "part_of", "فرع تمارة"),
        (local, "body_of", party),
        ("فرع تمارة", "body_of", party),
        ("اللجنة المركزية", "body_of", party),
        (hostile_body, "body_of", hostile().facts[1].name),  # type: ignore[union-attr]
        ("شبيبة الحزب", "parallel_of", party),
        (assembly, "event_of", "فرع تمارة"),
        ("دورة اللجنة المركزية", "event_of", "اللجنة المركزية"),
        (training_session, "event_of", party),
        ("كريمة الزناتي", "took_part", assembly),
        ("سمير الوالي", "took_part", assembly),
        ("سمير الوالي", "took_part", training_session),
        (hostile_name, "took_part", "-حدث\r\n"),
        ("سمير الوالي", "spoke", assembly),
        ("جذور", "adopted_by", "اللجنة المركزية"),
        ("جذور", "plan_of", party),
    }


def test_a_public_office_is_held_for_a_party_not_in_it() -> None:
    said = branch().facts[0].evidence
    facts = (*branch().facts[:3], post("سمير الوالي", "نائب برلماني", said, public=True, place="تمارة"))
    graph = network(world_of((replace(branch(), facts=facts),)), places=True)
    person = by_label(graph)["سمير الوالي"]
    assert [(target, tie["relation"]) for _, target, tie in graph.out_edges(person, data=True)] == [
        ("party:pps", "represents"), ("place:04-501-01-07", "holds"),
    ]  # fmt: skip


def test_what_two_articles_state_is_one_edge_that_counts_both(graph: nx.MultiDiGraph[str]) -> None:
    [edge] = graph[by_label(graph)["فرع تمارة"]]["party:pps"].values()
    assert (edge["weight"], edge["articles"]) == (2, "001_branch|002_training")


def test_where_articles_disagree_both_values_are_there() -> None:
    def moved(fact: Fact) -> Fact:
        return replace(fact, level="regional") if isinstance(fact, BodyFact) and fact.level == "local" else fact

    graph = network(world_of((branch(), retold(branch(), "004_again", moved))))
    assert graph.nodes[by_label(graph)["فرع تمارة"]]["level"] == "local|regional"


def test_places_are_nodes_only_where_asked_for() -> None:
    graph = network(small_world(), BASE, places=True)
    places = {node for node, kind in nx.get_node_attributes(graph, "kind").items() if kind == "place"}
    assert len(places) == 5
    assert {relation for _, target, relation in relations(graph) if target in places} == {
        "located_in", "covers", "holds",
    }  # fmt: skip
    graph.remove_nodes_from(places)
    assert nx.utils.graphs_equal(graph, network(small_world(), BASE))


def test_the_order_of_articles_does_not_matter() -> None:
    readings = [branch(), training(), hostile()]
    random.Random(1).shuffle(readings)
    first, second = network(world_of(readings)), network(small_world())
    assert list(first.nodes(data=True)) == list(second.nodes(data=True))
    assert list(first.edges(keys=True, data=True)) == list(second.edges(keys=True, data=True))
