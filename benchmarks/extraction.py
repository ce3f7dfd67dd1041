"""How fast articles are read into facts, beside what else could read them: one core, one run, the same articles.

The best of several rounds counts, for other work on the machine only slows. Every round brings articles not seen
before, so that a reader which keeps word forms gains from those that come again, as in real news, and no more.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from ahocorasick_rs import AhoCorasick

from benchmarks.support.articles import LENGTH, articles, read, real
from benchmarks.support.matcher import LARGE_CACHE, glued, reader, terms
from graph_builder.extraction import extract
from graph_builder.model import Article

ROUNDS = 6
ARTICLES = 100
"""In a round."""
Reader = Callable[[Sequence[Article]], int]


def extraction(found: Sequence[Article]) -> int:
    """Extract facts, and count them."""
    return sum(len(extract(article).facts) for article in found)


def spacy_reader(*, each: bool, tokenizer_cache: int | None = None) -> Reader:
    """Return the spaCy matcher as a reader of articles."""
    count = reader(each=each, tokenizer_cache=tokenizer_cache)
    return lambda found: count(article.text for article in found)


def automaton() -> Reader:
    """Return a bare pass of ahocorasick-rs over the same terms: hits inside words too, no roles, no facts."""
    automat = AhoCorasick(sorted({v for _, term in terms() for v in glued(term)}))
    return lambda found: sum(len(automat.find_matches_as_indexes(article.text)) for article in found)


def main() -> None:
    """Print articles a second for each reader, and how many times the matcher's speed that is."""
    readers: dict[str, Reader] = {
        "extraction": extraction,
        "spaCy, a pattern for each role": spacy_reader(each=True),
        "spaCy, one pattern for all roles": spacy_reader(each=False),
        "spaCy, one pattern, larger cache": spacy_reader(each=False, tokenizer_cache=LARGE_CACHE),
        "ahocorasick-rs, terms only": automaton(),
    }
    best = dict.fromkeys(readers, 0.0)
    made = list(articles(ROUNDS * ARTICLES))
    for n in range(ROUNDS):
        found = made[n * ARTICLES : (n + 1) * ARTICLES]
        size = sum(len(article.text) for article in found) / LENGTH
        for name, count in readers.items():
            started = time.process_time()
            count(found)
            best[name] = max(best[name], size / (time.process_time() - started))
    matcher = best["spaCy, one pattern for all roles"]
    print(f"{ROUNDS} x {ARTICLES} articles of {LENGTH:,} characters")
    for name, rate in best.items():
        print(f"{name:<34}{rate:>8.0f} articles/s{rate / matcher:>8.2f}")
    if texts := real():
        rate = _warm([read(text, str(n)) for n, text in enumerate(texts)])
        print(f"{'extraction, real articles again':<34}{rate:>8.0f} articles/s")


def _warm(found: Sequence[Article]) -> float:
    """The rate on articles whose words are all known: what is left when no new form is met."""
    size = sum(len(article.text) for article in found) / LENGTH
    rates = []
    for _ in range(ROUNDS):
        started = time.process_time()
        extraction(found)
        rates.append(size / (time.process_time() - started))
    return max(rates)


if __name__ == "__main__":
    main()
