"""GraphML: the network for yEd, igraph, Cytoscape, NetworkX and whatever else reads graphs."""

from __future__ import annotations

from io import BytesIO

import networkx as nx
from networkx.readwrite.graphml import GraphMLWriter

from graph_builder.export.characters import network_for_xml


def graphml(graph: nx.MultiDiGraph[str]) -> bytes:
    """Return a network (``graph_builder.graph.network``) as GraphML, with the attributes' own names as their keys."""
    writer = GraphMLWriter()
    writer.add_graph_element(network_for_xml(graph))
    truths = {key.get("id") for key in writer.xml.iter("key") if key.get("attr.type") == "boolean"}
    for data in writer.xml.iter("data"):
        if data.get("key") in truths:
            data.text = data.text.lower()  # XML's true, where Python writes True
    file = BytesIO()
    writer.dump(file)
    return file.getvalue()
