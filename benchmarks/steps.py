"""What each step of a build costs: the sample articles, many times over under other names; best of three, one core.

Repeated articles merge into the same people and bodies, so resolution meets more repetition than real news has.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from graph_builder.articles import read_articles
from graph_builder.export.facts import write_facts
from graph_builder.export.tables import write_tables
from graph_builder.export.trig import trig
from graph_builder.export.turtle import turtle
from graph_builder.extraction import extract
from graph_builder.graph.dataset import quads
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.model import Article
from graph_builder.resolution import resolve
from graph_builder.visual.site.known import Known
from graph_builder.visual.site.network import files
from graph_builder.visual.site.pages import Desk

SEEDS = Path(__file__).parents[1] / "seeds"
TIMES = 20
Result = TypeVar("Result")


def timed(step: str, articles: int, work: Callable[[], Result]) -> Result:
    """Print how long work takes at best, and how many articles that is in a second."""
    best = float("inf")
    for _ in range(3):
        started = time.perf_counter()
        result = work()
        best = min(best, time.perf_counter() - started)
    print(f"{step:<10}{best:>8.2f} s{articles / best:>10.0f} articles/s")
    return result


def main() -> None:
    """Run every step once on what the step before made."""
    read = [item for item in read_articles([str(SEEDS)]) if isinstance(item, Article)]
    articles = [replace(article, id=f"{article.id}-{number}") for number in range(TIMES) for article in read]
    many = len(articles)
    print(f"{many} articles, {sum(len(article.text) for article in articles):,} characters")
    timed("read", len(read), lambda: list(read_articles([str(SEEDS)])))
    readings = timed("extract", many, lambda: [extract(article) for article in articles])
    world = timed("resolve", many, lambda: resolve(readings))
    graph = timed("graph", many, lambda: quads(world))
    timed("trig", many, lambda: trig(graph))
    timed("turtle", many, lambda: turtle(graph))
    with tempfile.TemporaryDirectory() as folder:
        timed("facts", many, lambda: write_facts(world, Path(folder, "facts.jsonl")))
        timed("tables", many, lambda: write_tables(world, Path(folder, "tables")))
    timed("network", many, lambda: list(files(Desk(Known(world, DEFAULT_BASE), ()))))


main()
