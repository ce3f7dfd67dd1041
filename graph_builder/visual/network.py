"""The network of the world: nodes and arrows for vis-network, built with pyvis, which also ships vis-network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from typing import Any

from pyvis.network import Network

from graph_builder.model import Entity
from graph_builder.visual.facts import LINES, Tie, Value
from graph_builder.visual.layout import positions
from graph_builder.visual.text import shown

KINDS = ("party", "body", "event", "plan", "person")
"""The kinds that are drawn; places are words in the facts."""
READABLE = 300
"""Nodes that can be told apart on one screen: more are drawn only when asked for."""
MOST = 1500
"""Nodes that are ever drawn at once."""
SHAPES = {"person": "dot", "party": "hexagon", "body": "square", "event": "diamond", "plan": "triangle"}
"""The shape of each kind."""
_SIZES = {"person": 10, "party": 24, "body": 14, "event": 13, "plan": 14}
_FONTS = {"person": 14, "party": 26, "body": 17, "event": 14, "plan": 16}
_FACE = "Explorer, 'Noto Sans Arabic', 'Noto Naskh Arabic', 'Segoe UI', 'Geeza Pro', Tahoma, 'Noto Sans', sans-serif"
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {"hover": True, "keyboard": {"enabled": True, "bindToWindow": False}},
    "nodes": {
        "borderWidth": 1.5,
        "borderWidthSelected": 4,
        "font": {"face": _FACE, "strokeWidth": 4},
        "scaling": {"label": {"drawThreshold": 6}},
    },
    "edges": {
        "smooth": False,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.45}},
        "arrowStrikethrough": False,
        "font": {"face": _FACE, "size": 11, "align": "middle", "strokeWidth": 3},
        "scaling": {"label": {"drawThreshold": 10}},
        "selectionWidth": 2,
        "hoverWidth": 1,
    },
    "groups": {kind: {"size": _SIZES[kind], "font": {"size": _FONTS[kind]}} for kind in KINDS},
}
"""Colours are the style sheet's: the page sets them for light and dark."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the page draws: vis data, and where the nodes stand in the first view and in the fullest one."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    first: dict[str, tuple[int, int]]
    fullest: dict[str, tuple[int, int]] | None
    """``None`` where the first view shows everything."""


def library() -> str:
    """Return the code of vis-network 9.1.2 as pyvis ships it."""
    code = files("pyvis").joinpath("lib", "vis-9.1.2", "vis-network.min.js").read_text(encoding="utf-8")
    return code.partition("//# sourceMappingURL=")[0]


def drawing(entities: Sequence[Entity], ties: Mapping[Tie, Collection[int]]) -> Drawing:
    """Draw entities and their ties, each with the facts behind it; the page breaks names into lines."""
    built = Network(directed=True)
    built.options = OPTIONS
    for entity in entities:
        built.add_node(entity.id, label=shown(entity.name), shape=SHAPES[entity.kind], group=entity.kind)
    for number, (pair, between) in enumerate(groupby(sorted(ties, key=_order), lambda tie: (tie.source, tie.target))):
        several = list(between)
        built.add_edge(
            *pair,
            id=number,
            ties=list(dict.fromkeys(_shown(tie.label) for tie in several)),
            line=min((tie.line for tie in several), key=LINES.index),
            facts=sorted({fact for tie in several for fact in ties[tie]}),
        )
    nodes, edges, *_ = built.get_network_data()
    first, fullest = _views(entities, ties)
    return Drawing(nodes, edges, first, fullest)


def _order(tie: Tie) -> tuple[str, ...]:
    return tie.source, tie.target, *map(str, tie.label), tie.line


def _shown(value: Value) -> Value:
    kind, content = value
    return (kind, shown(content)) if isinstance(content, str) else value


def _views(
    entities: Sequence[Entity], ties: Collection[Tie]
) -> tuple[dict[str, tuple[int, int]], dict[str, tuple[int, int]] | None]:
    """Return the positions of the readable view and, where that is not all, of the fullest one.

    Parties come first, then bodies, then whatever has most ties.
    """
    degree = Counter(end for tie in ties for end in (tie.source, tie.target))
    rank = {"party": 0, "body": 1}
    ranked = sorted(entities, key=lambda entity: (rank.get(entity.kind, 2), -degree[entity.id], entity.id))

    def view(size: int) -> dict[str, tuple[int, int]]:
        kinds = {entity.id: entity.kind for entity in ranked[:size]}
        return positions(kinds, [(t.source, t.target) for t in ties if t.source in kinds and t.target in kinds])

    return view(READABLE), view(MOST) if len(entities) > READABLE else None
