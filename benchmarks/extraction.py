"""How fast articles are read into facts, beside what else could read them: one core, one run, the same articles.

The best of several rounds counts, for other work on the machine only slows. Every round brings articles not seen
before, so that a reader which keeps word forms gains from those that come again, as in real news, and no more.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from ahocorasick_rs import AhoCorasick

from benchmarks.support.articles import LENGTH, articles, read, real
from benchmarks.support.compiled import Compiled
from benchmarks.support.matcher import CLITICS, LARGE_CACHE, glued, reader, terms
from graph_builder.extraction import extract
from graph_builder.model import Article
from graph_builder.workers import collect_seldom

ROUNDS = 6
ARTICLES = 100
"""In a round."""
Reader = Callable[[Sequence[Article]], int]
PURE = "extraction, pure Python"
COMPILED = "extraction, compiled"
FAITHFUL = "spaCy, ten roles, clitics"
AUTOMATON = "ahocorasick-rs, terms only"


def extraction(found: Sequence[Article]) -> int:
    """Extract facts, and count them."""
    return sum(len(extract(article).facts) for article in found)


def spacy_reader(*, each: bool, tokenizer_cache: int | None = None, clitics: Sequence[str] = CLITICS) -> Reader:
    """Return the spaCy matcher as a reader of articles."""
    count = reader(each=each, tokenizer_cache=tokenizer_cache, clitics=clitics)
    return lambda found: count(article.text for article in found)


def automaton() -> Reader:
    """Return a bare pass of ahocorasick-rs over the same terms: hits inside words too, no roles, no facts."""
    automat = AhoCorasick(sorted({v for _, term in terms() for v in glued(term)}))
    return lambda found: sum(len(automat.find_matches_as_indexes(article.text)) for article in found)


def readers() -> dict[str, Reader]:
    """Return all who read articles, by name."""
    return {
        PURE: extraction,
        "spaCy, ten roles, no clitics": spacy_reader(each=True, clitics=("",)),
        FAITHFUL: spacy_reader(each=True),
        "spaCy, one pattern for all roles": spacy_reader(each=False),
        "spaCy, one pattern, larger cache": spacy_reader(each=False, tokenizer_cache=LARGE_CACHE),
        AUTOMATON: automaton(),
    }


def measured(rounds: int = ROUNDS, articles_each: int = ARTICLES) -> dict[str, float]:
    """Return articles a second, of ``LENGTH`` characters and of processor time, by reader; the slowest first."""
    collect_seldom()  # as the command line and its workers do; it speeds the others, too
    every, compiled = readers(), Compiled.started()
    best = dict.fromkeys(every, 0.0)
    made = list(articles(rounds * articles_each))
    for n in range(rounds):
        begin, end = n * articles_each, (n + 1) * articles_each
        found = made[begin:end]
        size = sum(len(article.text) for article in found) / LENGTH
        if compiled is not None:
            best[COMPILED] = max(best.get(COMPILED, 0.0), size / compiled.seconds(begin, end))
        for name, count in every.items():
            started = time.process_time()
            count(found)
            best[name] = max(best[name], size / (time.process_time() - started))
    return dict(sorted(best.items(), key=lambda each: each[1]))


def main() -> None:
    """Print articles a second for each reader, and how many times the speed of spaCy's matcher that is."""
    best = measured()
    print(f"{ROUNDS} x {ARTICLES} articles of {LENGTH:,} characters")
    for name, rate in best.items():
        print(f"{name:<34}{rate:>8.0f} articles/s{rate / best[FAITHFUL]:>8.2f}")
    if texts := real():
        rate = _warm([read(text, str(n)) for n, text in enumerate(texts)])
        print(f"{'pure Python, real articles again':<34}{rate:>8.0f} articles/s")


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
