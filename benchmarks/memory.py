"""How much memory a stream of articles needs: read one after the other, it must not grow with their number."""

from __future__ import annotations

import resource

from benchmarks.support.articles import articles
from graph_builder.extraction import extract

COUNTS = (1_000, 5_000, 10_000)


def main() -> None:
    """Print the peak of the process so far after so many articles."""
    for number, article in enumerate(articles(max(COUNTS)), 1):
        extract(article)
        if number in COUNTS:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{number:>8,} articles{peak:>8.0f} MB")


if __name__ == "__main__":
    main()
