"""GEXF 1.2: the network for Gephi, with colours, sizes and a place for each node, and with times for its timeline.

A tie lasts from the first day of the stated beginning to the last day of the stated end, so a year is all of that year;
what takes place at an event lasts as long as the event. ``since``, ``until`` and ``date`` hold what is stated.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import SubElement

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from graph_builder.export.characters import network_for_xml
from graph_builder.export.dates import days

COLOURS = {
    "party": (0, 114, 178),
    "body": (0, 158, 115),
    "event": (230, 159, 0),
    "plan": (204, 121, 167),
    "person": (213, 94, 0),
}
"""Red, green, blue of each kind: five of the Okabe-Ito colours, which people with colour blindness tell apart."""
SIZES = {"party": 24.0, "body": 14.0, "event": 12.0, "plan": 12.0, "person": 10.0}


def gexf(graph: nx.MultiDiGraph[str], positions: Mapping[str, tuple[int, int]] | None = None) -> bytes:
    """Return a network (``graph_builder.graph.network``) as GEXF; ``positions``: x to the right and y down, by node."""
    drawn = network_for_xml(graph)
    for node, about in drawn.nodes(data=True):
        about["viz"] = _look(about["kind"], (positions or {}).get(node))
    for source, target, key, about in drawn.edges(keys=True, data=True):
        about["id"] = key
        about.setdefault("label", about["relation"])
        about.update(_lasting(about, drawn.nodes[source], drawn.nodes[target]))
    writer = GEXFWriter(version="1.2draft")
    writer.add_graph(drawn)
    meta = writer.xml.find("meta")
    del meta.attrib["lastmodifieddate"]  # the day of writing
    meta.find("creator").text = "graph-builder"
    if "betweenness" in drawn.graph:
        SubElement(meta, "description").text = f"betweenness {drawn.graph['betweenness']}"
    del writer.graph_element.attrib["name"]  # GEXF has none
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _look(kind: str, position: tuple[int, int] | None) -> dict[str, Any]:
    red, green, blue = COLOURS[kind]
    look: dict[str, Any] = {"color": {"r": red, "g": green, "b": blue, "a": 1.0}, "size": SIZES[kind]}
    if position is not None:
        look["position"] = {"x": float(position[0]), "y": float(-position[1]), "z": 0.0}
    return look


def _lasting(tie: Mapping[str, Any], *ends: Mapping[str, Any]) -> dict[str, str]:
    """Return ``start`` and ``end`` of a tie, as far as they are known."""
    event = next((days(end.get("date")) for end in ends if end["kind"] == "event"), None) or days(tie.get("date"))
    if event:
        return {"start": event[0], "end": event[1]}
    since, until = days(tie.get("since")), days(tie.get("until"))
    if since and until and since[0] > until[1]:
        return {}
    return ({"start": since[0]} if since else {}) | ({"end": until[1]} if until else {})
