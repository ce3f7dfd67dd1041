"""Measures of each node of the network.

All but ``pagerank`` look at who is tied to whom, whatever the direction of a tie, how many there are between two, and
how many articles state it. Measures are rounded, and the same for the same network.

    degree       how many things it is tied to
    betweenness  the share of shortest paths between others that lead through it (Freeman 1977), 0 to 1
    pagerank     how often one comes by who walks along ties at random (Brin and Page 1998, damping 0.85), a tie
                 counting as often as articles state it; adds up to 1
    component    the number of the part that hangs together, 1 the largest
    cut          whether its part falls apart without it
    levels       of people: the levels at which they hold offices
    bridges      of people: how many pairs of bodies only they tie (``graph_builder.analysis.brokers``)
    events, met  of people: in how many events that were held they took part, and with how many others
    members      of bodies: how many people hold an office there
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import networkx as nx

from graph_builder.analysis.attendance import attendance, participants
from graph_builder.analysis.brokers import HELD, bridges, levels, seats
from graph_builder.graph.network import joined

BUDGET, FEWEST = 4_000_000, 30
"""Steps that betweenness may take, a step being a node or a tie on the way from one source: some ten seconds; and from
how many sources it is estimated at least."""
SEED = 1
DAMPING, ROUNDS = 0.85, 100
"""After a hundred rounds what is left of the start is less than 0.85 ** 100, or 1e-7."""


def measured(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Return the network with the measures as attributes of its nodes.

    Betweenness is exact where that takes no more than ``BUDGET`` steps; else it is estimated from as many sources as
    that allows, drawn with a fixed seed (Brandes and Pich 2007). The graph's attribute ``betweenness`` says which.
    """
    found = graph.copy()
    plain = simple(graph)
    steps = len(plain) + plain.number_of_edges()
    sources = min(len(plain), max(FEWEST, BUDGET // max(1, steps)))
    exact = sources == len(plain)
    found.graph["betweenness"] = "exact" if exact else f"estimated from {sources} of {len(plain)} nodes, seed {SEED}"
    between = nx.betweenness_centrality(plain, k=None if exact else sources, seed=SEED)
    ranks, cuts = pagerank(plain), set(nx.articulation_points(plain))
    for number, part in enumerate(components(plain), start=1):
        for node in part:
            found.nodes[node].update(
                degree=plain.degree(node),
                betweenness=_rounded(between[node]),
                pagerank=_rounded(ranks[node]),
                component=number,
                cut=node in cuts,
            )
    for node, about in (*_people(graph), *_bodies(graph)):
        found.nodes[node].update(about)
    return found


def simple(graph: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Return who is tied to whom; ``weight``: how many articles state the ties between two, counted by tie."""
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(graph)
    for source, target, tie in graph.edges(data=True):
        before = plain.get_edge_data(source, target, {"weight": 0})["weight"]
        plain.add_edge(source, target, weight=before + tie["weight"])
    return plain


def components(plain: nx.Graph[str]) -> list[list[str]]:
    """Return the parts that hang together, the largest first, each sorted."""
    return sorted((sorted(part) for part in nx.connected_components(plain)), key=lambda part: (-len(part), part[0]))


def pagerank(plain: nx.Graph[str]) -> dict[str, float]:
    """Return the PageRank of each node; written here because that of networkx needs scipy (100 MB)."""
    if not plain:
        return {}
    size = len(plain)
    strength = dict(plain.degree(weight="weight"))
    shares = {
        node: [(other, DAMPING * tie["weight"] / strength[other]) for other, tie in neighbours.items()]
        for node, neighbours in plain.adjacency()
    }
    idle = [node for node in plain if not strength[node]]
    rank = dict.fromkeys(plain, 1 / size)
    for _ in range(ROUNDS):
        base = (1 - DAMPING + DAMPING * sum(rank[node] for node in idle)) / size
        rank = {node: base + sum(rank[other] * share for other, share in given) for node, given in shares.items()}
    return rank


def _rounded(number: float) -> float:
    """Return a number to six significant digits, which no order of adding changes."""
    return float(f"{number:.6g}")


def _people(graph: nx.MultiDiGraph[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    seated, together = seats(graph), attendance(graph)
    bridged = bridges(graph, seated)
    events = Counter(person for people in participants(graph) for person in people)
    for node, about in graph.nodes(data=True):
        if about["kind"] == "person":
            at = levels(graph, seated.get(node, []))
            yield (
                node,
                {
                    **({"levels": joined(at)} if at else {}),
                    "bridges": bridged.get(node, 0),
                    "events": events[node],
                    "met": together.degree(node) if node in together else 0,
                },
            )


def _bodies(graph: nx.MultiDiGraph[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for node, about in graph.nodes(data=True):
        if about["kind"] == "body":
            ties = graph.in_edges(node, data=True)
            held = {person for person, _, tie in ties if tie["relation"] == "holds" and tie["status"] in HELD}
            yield node, {"members": len(held)}
