"""The graphs of the sample articles, and of the articles that lie beside the repository, where they do."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Quad

from graph_builder.articles import read_articles
from graph_builder.extraction import extract
from graph_builder.graph.dataset import quads
from graph_builder.model import Article
from graph_builder.resolution import resolve

ROOT = Path(__file__).parents[2]
SEEDS = {"seeds": ROOT / "seeds", "shared seeds": ROOT.parent / "shared" / "seeds"}


@pytest.fixture(scope="session", params=SEEDS)
def built(request: pytest.FixtureRequest) -> list[Quad]:
    """The graph of a folder of articles."""
    folder = SEEDS[request.param]
    if not folder.is_dir():
        pytest.skip(f"there is no {folder}")
    articles = [item for item in read_articles([str(folder)]) if isinstance(item, Article)]
    return quads(resolve([extract(article) for article in articles]))
