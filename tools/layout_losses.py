"""What reading loses by layout, punctuation and spelling: F1 of a gold set as it is, less F1 of it in each other way.

Run from the repository: ``PYTHONPATH=. python tools/layout_losses.py tests/gold/dev [WAY ...]``; a row for each way of
``tools/vary_layout.py`` that changes an article, in points of F1, posts by their core.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from graph_builder.articles import read_articles
from graph_builder.evaluation.gold import read_gold
from graph_builder.evaluation.judge import judge
from graph_builder.evaluation.scores import by_table
from graph_builder.evaluation.told import tables_of
from graph_builder.extraction import extract
from graph_builder.model import Article, Reading
from graph_builder.resolution import resolve
from tools.vary_layout import WAYS, varied

TABLES = ("people", "posts (core)", "units", "events", "participations", "figures")


class Losses:
    """The losses on a set of gold articles; ``stems``: some of them only."""

    def __init__(self, folder: Path, stems: Sequence[str] | None = None) -> None:
        self.folder = folder
        self.golds = [gold for gold in read_gold(folder) if stems is None or gold.article in stems]
        self.texts = {g.article: (folder / f"{g.article}.txt").read_text("utf-8") for g in self.golds}
        self._readings = _read(self.texts)
        self.plain = self._scores({})

    def of(self, way: str) -> dict[str, float] | None:
        """Return the points of F1 lost by table; ``None`` if no article is written otherwise."""
        texts = varied(self.folder, way)
        changed = {stem: texts[stem] for stem, text in self.texts.items() if texts[stem] != text}
        if not changed:
            return None
        scores = self._scores(_read(changed))
        return {table: 100 * (self.plain[table] - scores[table]) for table in TABLES}

    def _scores(self, instead: Mapping[str, Reading]) -> dict[str, float]:
        world = resolve({**self._readings, **instead}.values())
        return {score.table: score.f1 for score in by_table(judge(tables_of(world), self.golds))}


def _read(texts: Mapping[str, str]) -> dict[str, Reading]:
    with tempfile.TemporaryDirectory() as folder:
        for stem, text in texts.items():
            (Path(folder) / f"{stem}.txt").write_text(text, "utf-8", newline="")
        read = read_articles([folder])
        return {article.id: extract(article) for article in read if isinstance(article, Article)}


def main() -> None:
    """Print the losses."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="SET")
    parser.add_argument("ways", nargs="*", metavar="WAY", help="all if none is given")
    asked = parser.parse_args()
    losses = Losses(asked.folder)
    print(f"{'':24}" + "".join(f"{table:>16}" for table in TABLES))
    for way in asked.ways or WAYS:
        lost = losses.of(way)
        if lost is not None:
            print(f"{way:24}" + "".join(f"{lost[table]:16.1f}" for table in TABLES))


if __name__ == "__main__":
    main()
