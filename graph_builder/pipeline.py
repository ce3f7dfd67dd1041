"""The whole build: articles are read, facts extracted, names resolved, and everything written, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from graph_builder.articles import read_articles
from graph_builder.errors import InputError, OutputError
from graph_builder.export.facts import write_facts
from graph_builder.export.tables import write_tables
from graph_builder.export.trig import write_trig
from graph_builder.export.turtle import write_turtle
from graph_builder.extraction import extract
from graph_builder.graph.dataset import quads
from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.model import Article, Notice, Reading, World
from graph_builder.output import replacing
from graph_builder.report import Summary, summarise, write_report
from graph_builder.resolution import resolve
from graph_builder.threshold import at_least
from graph_builder.visual.page import render

Watcher = Callable[[Article | Notice | str], None]
"""Is told of each article read, of each notice about an input, and of each later step by name, as they happen."""


def build(
    inputs: Sequence[str],
    out: str,
    base: str = DEFAULT_BASE,
    watch: Watcher = lambda _: None,
    *,
    min_confidence: float = 0.0,
) -> Summary:
    """Build the folder ``out`` from files, folders and globs, as a whole or not at all; say what it holds.

    ``base`` begins the IRIs of the graph. Facts of less than ``min_confidence`` (0 to 1) are left out of all that is
    built, as if they had not been read; so is whatever no other fact speaks of. Inputs that cannot be read are notices,
    and the rest is built; without a single article, or where ``out`` cannot be written or is not ours, an error says so
    and ``out`` stays as it was.
    """
    _refuse_output_among_inputs(inputs, out)
    notices: list[Notice] = []
    left_out: Counter[str] = Counter()
    with replacing(out) as folder:
        world = resolve(_sure(_readings(inputs, notices, watch), min_confidence, left_out))
        if not world.readings:
            raise InputError("There is no article to build from", "Name files, folders or globs with Arabic articles.")
        watch("writing")
        _write(world, base, folder)
        write_report(world, notices, folder / "report.json", min_confidence, left_out)
    return summarise(world, notices, left_out)


def _readings(inputs: Sequence[str], notices: list[Notice], watch: Watcher) -> Iterator[Reading]:
    """Read and extract one article after the other; set aside what is said about inputs."""
    for seen in read_articles(inputs):
        watch(seen)
        if isinstance(seen, Notice):
            notices.append(seen)
        else:
            yield extract(seen)


def _sure(readings: Iterable[Reading], min_confidence: float, left_out: Counter[str]) -> Iterator[Reading]:
    """Leave out unsure facts; count them by article."""
    for reading in readings:
        sure = at_least(reading, min_confidence)
        left_out[reading.article.id] = len(reading.facts) - len(sure.facts)
        yield sure


def _write(world: World, base: str, folder: Path) -> None:
    graph = quads(world, base)
    write_trig(graph, folder / "graph.trig", base)
    write_turtle(graph, folder / "graph.ttl", base)
    write_tables(world, folder / "tables")
    write_facts(world, folder / "facts.jsonl")
    (folder / "index.html").write_text(render(world, base), encoding="utf-8", newline="\n")


def _refuse_output_among_inputs(inputs: Sequence[str], out: str) -> None:
    """A folder that holds ``out`` would feed the next build with what this one writes."""
    for name in inputs:
        if Path(name).is_dir() and Path(out).resolve().is_relative_to(Path(name).resolve()):
            raise OutputError(f"{out} lies in {name}, which is read", "Choose a folder elsewhere with -o.")
