"""A million statements of this graph's shape: the graph of the sample articles, many times over under other IRIs.

An article, its claims and evidence are new in each copy. People, bodies, events and plans are new in every fourth: each
is told of by four articles. Parties, roles, places and concepts are everywhere the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from graph_builder.articles import read_articles
from graph_builder.extraction import extract
from graph_builder.graph.dataset import quads
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.model import Article
from graph_builder.resolution import resolve

SEEDS = Path(__file__).parents[2] / "seeds"
SHARED = (
    "role|party|place|capacity|eventstatus|level|quantity|status|scheme|graph|extractor|instant|dataset|partition|"
    "distribution|period"
)
RECURRING = {"person", "body", "event", "plan", "post", "judgement"}
ARTICLES_OF_A_THING = 4
_MINTED = re.compile(rf"<({re.escape(DEFAULT_BASE)}(?!(?:{SHARED})/)(\w+)/\w+)>")


def statements(copies: int) -> Iterator[str]:
    """Yield N-Quads, a copy of the sample graph at a time; what recurs is repeated."""
    articles = [item for item in read_articles([str(SEEDS)]) if isinstance(item, Article)]
    graph = quads(resolve([extract(article) for article in articles]))
    once = (serialize(graph, format=RdfFormat.N_QUADS) or b"").decode("utf-8")
    for copy in range(copies):
        yield _MINTED.sub(lambda found, copy=copy: _other(found, copy), once)  # type: ignore[misc]


def _other(found: re.Match[str], copy: int) -> str:
    which = copy // ARTICLES_OF_A_THING if found[2] in RECURRING else copy
    return f"<{found[1]}{which:04x}>"
