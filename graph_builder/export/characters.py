"""Characters that XML cannot hold."""

from __future__ import annotations

import re
from typing import Any

import networkx as nx

_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def for_xml(text: str) -> str:
    r"""Return a text as XML 1.0 can hold it: line ends as line feeds, U+FFFD for what it has no way to write.

    >>> for_xml("a\r\nb\x01c") == "a\nb\ufffdc"
    True
    """
    return _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def network_for_xml(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Return a network with every text as ``for_xml`` gives it."""
    clean: nx.MultiDiGraph[str] = nx.MultiDiGraph(**_texts(graph.graph))
    for node, about in graph.nodes(data=True):
        clean.add_node(node, **_texts(about))
    for source, target, key, about in graph.edges(keys=True, data=True):
        clean.add_edge(source, target, key, **_texts(about))
    return clean


def _texts(about: dict[str, Any]) -> dict[str, Any]:
    return {name: for_xml(value) if isinstance(value, str) else value for name, value in about.items()}
