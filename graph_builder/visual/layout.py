"""Where things stand in the network: a party in the middle, its bodies around it, their people around them.

Forces would need numpy and give other pictures on other machines; a drawing of trees is the same everywhere, takes no
time, and looks like what it shows: an organisation.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

import networkx as nx

Point = tuple[float, float]
_Disc = tuple[float, float, float]
"""A circle: x, y, radius."""
_SEAT = 88.0
"""Room on a ring for one node: the width of its label."""
_TURN = 2.399963229728653
"""The golden angle: directions tried when trees are packed."""


def _room(kind: str | None) -> tuple[float, float]:
    """Return how far from a node the first ring around it stands, clear of its label, and the next from that."""
    return (132.0, 86.0) if kind == "party" else (84.0, 68.0)


@dataclass(slots=True)
class _Tree:
    """A node at (0, 0) with what hangs on it; what it hangs on itself will stand to its left."""

    places: dict[str, Point]
    discs: list[_Disc] = field(default_factory=list)
    """Circles that hold everything; the first is the node's own with its leaves."""

    def circle(self) -> _Disc:
        """Return a circle around everything, near to the smallest."""
        left, right = min(x - r for x, _, r in self.discs), max(x + r for x, _, r in self.discs)
        top, bottom = min(y - r for _, y, r in self.discs), max(y + r for _, y, r in self.discs)
        x, y = (left + right) / 2, (top + bottom) / 2
        return x, y, max(math.hypot(dx - x, dy - y) + r for dx, dy, r in self.discs)


def positions(kinds: Mapping[str, str], ties: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Return whole coordinates of each node (id -> kind), given the pairs that are tied. Does not depend on any order.

    Each connected part grows as a tree from its parties, or from its best connected node; parts stand side by side.
    """
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(kinds))
    pairs = sorted({(min(pair), max(pair)) for pair in ties if len(set(pair)) > 1})
    graph.add_weighted_edges_from((a, b, _length(kinds[a], kinds[b])) for a, b in pairs)
    trees = _trees(_parents(graph, kinds), kinds)
    placed = _pack([tree for _, tree in sorted(trees.items(), key=lambda item: (-item[1].circle()[2], item[0]))])
    return {node: (round(x), round(y)) for node, (x, y) in sorted(placed.items()) if node in kinds}


def _length(a: str, b: str) -> int:
    """A person stands near a body rather than near a meeting."""
    return 3 if "person" in (a, b) and "event" in (a, b) else 2


def _parents(graph: nx.Graph[str], kinds: Mapping[str, str]) -> dict[str, str | None]:
    """Return what each node hangs on, parents first; what is tied to nothing hangs on a node that is not drawn."""
    lone = [node for node in graph if graph.degree(node) == 0]
    parents: dict[str, str | None] = {"": None} if lone else {}
    parents.update(dict.fromkeys(lone, ""))
    for part in sorted((sorted(part) for part in nx.connected_components(graph) if len(part) > 1), key=lambda p: p[0]):
        best = max(part, key=lambda node: (graph.degree(node), node))
        roots = [node for node in part if kinds[node] == "party"] or [best]
        paths = nx.multi_source_dijkstra_path(graph.subgraph(part), roots)
        for node in sorted(part, key=lambda node: (len(paths[node]), node)):
            parents[node] = paths[node][-2] if len(paths[node]) > 1 else None
    return parents


def _trees(parents: dict[str, str | None], kinds: Mapping[str, str]) -> dict[str, _Tree]:
    """Lay out every tree from its leaves to its root."""
    children: dict[str, list[str]] = {node: [] for node in parents}
    for node, parent in parents.items():
        if parent is not None:
            children[parent].append(node)
    trees: dict[str, _Tree] = {}
    for node in reversed(parents):
        branches = [(child, trees.pop(child)) for child in sorted(children[node])]
        leaves = [child for child, tree in branches if len(tree.places) == 1]
        boughs = [tree for _, tree in branches if len(tree.places) > 1]
        tree = _Tree({node: (0.0, 0.0)})
        _add_leaves(tree, leaves, *_room(kinds.get(node)))
        _add_boughs(tree, boughs, hangs=parents[node] is not None)
        trees[node] = tree
    return trees


def _add_leaves(tree: _Tree, leaves: Sequence[str], nearest: float, gap: float) -> None:
    """Seat leaves on rings around the node."""
    radius = _SEAT / 2
    for leaf, place in zip(leaves, _rings(len(leaves), nearest, gap), strict=True):
        tree.places[leaf] = place
        radius = max(radius, math.hypot(*place) + _SEAT / 2)
    tree.discs.append((0.0, 0.0, radius))


def _add_boughs(tree: _Tree, boughs: Sequence[_Tree], hangs: bool) -> None:
    """Turn boughs outwards and place them outside the rings, each in a sector as wide as itself, the widest first.

    The left is kept free for what the node hangs on; the widest bough of a node that hangs on nothing stands below it.
    """
    circles = sorted(((bough.circle(), bough) for bough in boughs), key=lambda pair: -pair[0][2])
    inner = tree.discs[0][2]
    whole = sum(circle[2] for circle, _ in circles) + (inner if hangs else 0.0)
    widest = circles[0][0][2] if circles else 0.0
    angle = inner / whole * math.pi - math.pi if hangs else math.pi / 2 - widest / (whole or 1.0) * math.pi
    for (x, y, radius), bough in circles:
        sector = math.tau * radius / whole
        reach = max(inner + radius, radius / math.sin(min(sector, math.pi) / 2))
        cos, sin = math.cos(angle + sector / 2), math.sin(angle + sector / 2)
        for node, (dx, dy) in bough.places.items():
            out, aside = reach + dx - x, dy - y
            tree.places[node] = (out * cos - aside * sin, out * sin + aside * cos)
        tree.discs.append((reach * cos, reach * sin, radius))
        angle += sector


def _rings(seats: int, nearest: float, gap: float) -> Iterator[Point]:
    """Yield places on rings as near as possible, each turned to look through the gaps within; the right first."""
    if seats == 0:
        return

    def innermost(rings: int) -> float:
        return max(nearest, math.ceil(seats / rings) * _SEAT / math.tau)

    rings = min(range(1, seats + 1), key=lambda rings: innermost(rings) + gap * rings)
    most = math.ceil(seats / rings)
    for number in range(seats):
        ring, seat = divmod(number, most)
        here = min(most, seats - ring * most)
        radius = innermost(rings) + gap * ring
        turn = math.tau * (seat - here // 2 + ring / rings) / most
        yield radius * math.cos(turn), radius * math.sin(turn)


def _pack(trees: Sequence[_Tree]) -> dict[str, Point]:
    """Stand trees side by side, the largest first, each as near to the middle as it can."""
    taken: list[list[_Disc]] = []
    placed: dict[str, Point] = {}
    after: dict[tuple[_Disc, ...], int] = {}
    """Where the last tree of a shape stands: every spot before it is taken for the next of that shape, too."""
    for tree in trees:
        mx, my, around = tree.circle()
        shape = [(0.0, 0.0, around), *((x - mx, y - my, r) for x, y, r in tree.discs)]
        spots = _spiral(around / 4, after.get(tuple(shape), 0))
        number, (x, y) = next(spot for spot in spots if all(_apart(_moved(shape, *spot[1]), other) for other in taken))
        after[tuple(shape)] = number
        taken.append(_moved(shape, x, y))
        placed.update({node: (x + dx - mx, y + dy - my) for node, (dx, dy) in tree.places.items()})
    return placed


def _spiral(step: float, first: int) -> Iterator[tuple[int, Point]]:
    """Yield spots from the middle outwards, evenly spread, with their numbers, of which ``first`` is the first."""
    for number in count(first):
        distance, turn = step * math.sqrt(number), _TURN * number
        yield number, (distance * math.cos(turn), distance * math.sin(turn))


def _moved(shape: Sequence[_Disc], x: float, y: float) -> list[_Disc]:
    return [(x + dx, y + dy, r) for dx, dy, r in shape]


def _apart(a: Sequence[_Disc], b: Sequence[_Disc]) -> bool:
    """Whether two shapes are apart: the circles around them (the first of each), or else all of their discs."""
    return _free(a[:1], b[:1]) or _free(a[1:], b[1:])


def _free(some: Sequence[_Disc], others: Sequence[_Disc]) -> bool:
    """Whether none of some discs reaches into one of the others. Plain loops: most of the time of a layout is here."""
    for x, y, r in some:
        for ox, oy, other in others:
            if (x - ox) ** 2 + (y - oy) ** 2 < (r + other) ** 2:
                return False
    return True
