"""Who ties bodies of two levels together.

After R. V. Gould and R. M. Fernandez, "Structures of mediation: a formal approach to brokerage in transaction
networks", Sociological Methodology 19 (1989): a broker stands between two that have no tie of their own and are not of
one group. Here the two are bodies, the groups are the levels of a party (national, regional, provincial, local), and
two bodies are tied by whoever holds an office in both. So a person *bridges* two bodies of different levels if nobody
else sits in both.
"""

from __future__ import annotations

from itertools import combinations

import networkx as nx

LEVELS = ("national", "regional", "provincial", "local")
"""The levels of a party, from the top; parallel and other bodies stand beside them."""
HELD = ("current", "elected")
"""Offices that somebody has, not had or seeks."""


def seats(graph: nx.MultiDiGraph[str]) -> dict[str, list[str]]:
    """Return person -> the bodies of one level, by all articles, in which the person holds an office, sorted."""
    found: dict[str, set[str]] = {}
    for person, body, tie in graph.edges(data=True):
        if tie["relation"] == "holds" and tie["status"] in HELD and graph.nodes[body].get("level") in LEVELS:
            found.setdefault(person, set()).add(body)
    return {person: sorted(bodies) for person, bodies in found.items()}


def levels(graph: nx.MultiDiGraph[str], bodies: list[str]) -> list[str]:
    """Return the levels of some bodies, from the top."""
    present = {graph.nodes[body]["level"] for body in bodies}
    return [level for level in LEVELS if level in present]


def bridges(graph: nx.MultiDiGraph[str], seated: dict[str, list[str]]) -> dict[str, int]:
    """Return person -> how many pairs of bodies of different levels only this person ties."""
    people: dict[tuple[str, str], list[str]] = {}
    for person, bodies in seated.items():
        for pair in combinations(bodies, 2):
            if graph.nodes[pair[0]]["level"] != graph.nodes[pair[1]]["level"]:
                people.setdefault(pair, []).append(person)
    found = dict.fromkeys(seated, 0)
    for tied in people.values():
        if len(tied) == 1:
            found[tied[0]] += 1
    return found
