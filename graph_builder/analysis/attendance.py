"""Who was at one event with whom: the events' projection on people."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import networkx as nx

from graph_builder.graph.network import SEPARATOR

MOST = 300
"""People at one event: beyond, being there together tells little, and pairs would be too many."""


def attendance(graph: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Return the people who took part in events that were held, tied where they share one; ``weight``: how many.

    Taking part is taking part in whatever capacity. Events of more than ``MOST`` named people tie nobody.
    """
    found: nx.Graph[str] = nx.Graph()
    for people in participants(graph):
        found.add_nodes_from(people)
        for pair in combinations(people, 2) if len(people) <= MOST else ():
            found.add_edge(*pair, weight=found.get_edge_data(*pair, {"weight": 0})["weight"] + 1)
    return found


def participants(graph: nx.MultiDiGraph[str]) -> Iterator[list[str]]:
    """Yield the people who took part in each event that was held, sorted."""
    for event, about in graph.nodes(data=True):
        if about["kind"] == "event" and "held" in about.get("status", "").split(SEPARATOR):
            ties = graph.in_edges(event, data=True)
            yield sorted({person for person, _, tie in ties if tie["relation"] == "took_part"})
