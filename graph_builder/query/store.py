"""A built graph in memory, ready for questions."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from pyoxigraph import NamedNode, RdfFormat, Store

from graph_builder.graph.iris import DEFAULT_BASE, prefixes
from graph_builder.graph.terms import VOCABULARIES
from graph_builder.output import open_output

MERGE = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
DESCRIPTION = "graph/description"


def load(out: str | Path) -> Store:
    """Return the graph of a build: its named graphs, and in the default graph all of them as one.

    Raises:
        OutputError: the folder is not one that a build wrote, or not as it wrote it.
    """
    with open_output(out, "graph.trig") as files:
        return load_trig(files["graph.trig"])


def load_trig(file: BinaryIO) -> Store:
    """Return the dataset of a TriG file as ``load`` does.

    The default graph is filled, rather than made a union by each query, because Oxigraph's union has a statement once
    for each graph that it is in, and counts would be wrong.
    """
    store = Store()
    store.bulk_load(file, RdfFormat.TRIG)
    store.update(MERGE)
    return store


def base_of(store: Store) -> str:
    """Return where the ids of this build live."""
    for graph in store.named_graphs():
        if isinstance(graph, NamedNode) and graph.value.endswith(DESCRIPTION):
            return graph.value.removesuffix(DESCRIPTION)
    return DEFAULT_BASE


def namespaces(store: Store) -> dict[str, str]:
    """Return the prefixes that questions may use without declaring them."""
    return {**VOCABULARIES, **prefixes(base_of(store))}
