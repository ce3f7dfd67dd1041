"""What each export of a thousand articles costs, and the measures of their network."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from benchmarks.support.articles import articles
from graph_builder.analysis import measured
from graph_builder.export.followthemoney import followthemoney
from graph_builder.export.gexf import gexf
from graph_builder.export.graphml import graphml
from graph_builder.export.neo4j import neo4j
from graph_builder.export.popolo import popolo
from graph_builder.export.xlsx import xlsx
from graph_builder.extraction import extract
from graph_builder.graph.network import network
from graph_builder.resolution import resolve

ARTICLES = 1_000
Result = TypeVar("Result")


def main() -> None:
    """Print seconds and size of each."""
    world = resolve(extract(article) for article in articles(ARTICLES))
    facts = sum(len(reading.facts) for reading in world.readings)
    graph = timed("network", lambda: network(world))
    whole = timed("measures", lambda: measured(graph))
    about = f"{len(graph):,} nodes, {graph.number_of_edges():,} ties"
    print(f"{ARTICLES:,} articles, {facts:,} facts, {about}; betweenness {whole.graph['betweenness']}")
    timed("graphml", lambda: graphml(whole))
    timed("gexf", lambda: gexf(whole))
    timed("popolo", lambda: popolo(world))
    timed("followthemoney", lambda: followthemoney(world))
    timed("xlsx", lambda: xlsx(world))
    timed("neo4j", lambda: neo4j(network(world, places=True)))


def timed(name: str, write: Callable[[], Result]) -> Result:
    """Print how long it takes; return what it gives."""
    started = time.perf_counter()
    result = write()
    print(f"{name:<16}{time.perf_counter() - started:>8.2f} s")
    return result


if __name__ == "__main__":
    main()
