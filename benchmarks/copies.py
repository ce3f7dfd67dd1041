"""What tells copies of one text from independent reports, and what looking for them costs.

The first table says how much of a copy stands in its text (``resolution.copies.within``), for each way in which copies
are changed, over all our texts of 60 words and more; then how much independent reports have in common: those of one
event (tests/resolution/reports.txt), and any two of our texts. The second resolves generated articles of 750 words, a
fifth of them copies, a tenth with one footer; the time is that of the processor.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from itertools import combinations, product
from statistics import median

from benchmarks.resolution import peak
from benchmarks.support.articles import ROOT
from graph_builder.articles import article_from_text
from graph_builder.articles.sketch import numbers_of, sketch
from graph_builder.model import Article, Span
from graph_builder.resolution.copies import ENOUGH, copies, within
from tests.resolution.test_copies import EDITS, REPORTS, article

COUNTS = (1_000, 10_000)
WORDS = 750
LONG = 60
"""Words of a text that is copied in the first table."""


def main() -> None:
    """Print both tables."""
    likeness()
    for count in COUNTS:
        cost(count)


def likeness() -> None:
    """Print how much copies and reports have of one another."""
    files = sorted((ROOT / "tests/gold").glob("*/*.txt"))
    found = [article_from_text(file.read_text(encoding="utf-8"), id=file.stem, file="", digest="") for file in files]
    ours = ["\n".join(each.quote(span) for span in each.paragraphs) for each in found]
    texts = [text for text in ours if len(text.split()) >= LONG]
    for name, edit in EDITS.items():
        shares = [shared(text, edit(text.split())) for text in texts]
        missed = sum(share < ENOUGH for share in shares)
        print(f"{name:<28} least {min(shares):.2f}  median {median(shares):.2f}  missed {missed} of {len(shares)}")
    same = {(a, b): shared(REPORTS[a], REPORTS[b]) for a, b in combinations(REPORTS, 2)}
    for pair in sorted(same, key=lambda pair: -same[pair])[:4]:
        print(f"{' and '.join(pair):<28} {same[pair]:.2f}")
    print(f"{'any two of our texts':<28} most {max(shared(a, b) for a, b in combinations(ours, 2)):.2f}")


def shared(one: str, other: str) -> float:
    """Return how much of one text's body stands in the other's."""
    return within(*(numbers_of(article("", text).sketch) for text in (one, other)))


def cost(count: int) -> None:
    """Print what sketches of so many generated articles and their comparison cost."""
    texts = list(generated(count))
    started = time.process_time()
    articles = [told(f"{n:06}", text) for n, text in enumerate(texts)]
    sketched = time.process_time()
    found = copies(articles)
    done = time.process_time()
    each = 1000 * (sketched - started) / count
    print(f"{count:>8,} articles: {each:.2f} ms a sketch, {len(found):,} in groups", end="")
    print(f" in {done - sketched:.2f} s, {peak():.0f} MB")


def told(name: str, text: str) -> Article:
    """Return an article of this text alone."""
    return Article(name, text, "", "", None, (Span(0, len(text)),), sketch=sketch(text))


def generated(count: int) -> Iterator[str]:
    """Yield texts: four of five of words of their own, the fifth a copy of the one before without every 20th word."""
    chance = random.Random(1)  # noqa: S311
    words = ["".join(letters) for letters in product("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", repeat=2)]
    own: list[str] = []
    for n in range(count):
        copied = [word for place, word in enumerate(own) if place % 20]
        own = copied if n % 5 == 4 else chance.choices(words, k=WORDS)
        yield " ".join([*own, *words[:25]] if n % 10 == 1 else own)


if __name__ == "__main__":
    main()
