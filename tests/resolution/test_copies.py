"""Which articles are copies of one text: reports.txt has reports of the same events, by independent pens; own words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.articles import article_from_text
from graph_builder.model import Article, World
from graph_builder.resolution.copies import copies

REPORTS = {
    name.strip(): text.strip()
    for name, _, text in (
        part.partition("\n")
        for part in re.split(r"^=== ", Path(__file__).with_name("reports.txt").read_text(encoding="utf-8"), flags=re.M)
    )
    if name
}
OTHER = REPORTS["obituary 2"].split()
BASES = [name for name in REPORTS if name not in ("obituary 2", "fedala 3", "communique 3")]
"""Reports from which copies are made: not the one whose words are put into copies, nor the short ones."""


def article(name: str, text: str) -> Article:
    """Return an article of one headline and this text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return article_from_text(f"عنوان {name}\n\n{text}\n", id=name, file=f"{name}.txt", digest=digest)


def groups(texts: Iterable[tuple[str, str]]) -> set[tuple[str, ...]]:
    """Return the groups of copies among texts."""
    return set(copies(article(name, text) for name, text in texts).values())


def every(words: list[str], step: int) -> str:
    """Return a text in which another word stands for each ``step``-th."""
    return " ".join(OTHER[n % len(OTHER)] if n % step == step - 1 else word for n, word in enumerate(words))


EDITS: dict[str, Callable[[list[str]], str]] = {
    "letter for letter": " ".join,
    "cut in half": lambda words: " ".join(words[: len(words) // 2]),
    "the beginning lost": lambda words: " ".join(words[len(words) // 3 :]),
    "a ticker before it": lambda words: " ".join([*OTHER[:20], *words]),
    "another story after it": lambda words: " ".join([*words, *OTHER]),
    "a sentence a paragraph": lambda words: " ".join(words).replace(". ", ".\n\n"),
    "another spelling": lambda words: " ".join(words).translate(str.maketrans("أإىة", "اايه")).replace(".", "،"),
    "every twelfth word another": lambda words: every(words, 12),
    "cut and corrected": lambda words: every(words[: len(words) * 2 // 3], 20),
}


@pytest.mark.parametrize("edit", EDITS)
def test_copies_are_found(edit: str) -> None:
    for name in BASES:
        copied = EDITS[edit](REPORTS[name].split())
        assert groups([(name, REPORTS[name]), ("copy", copied)]) == {tuple(sorted((name, "copy")))}, name


def test_reports_of_one_event_are_independent() -> None:
    """But for a communiqué that stands alone: another report has all of it."""
    assert groups(REPORTS.items()) == {("communique 1", "communique 3")}


def test_a_rewritten_text_is_no_copy() -> None:
    for name in BASES:
        assert groups([(name, REPORTS[name]), ("new", every(REPORTS[name].split(), 4))]) == set(), name


def test_a_chain_of_changes_does_not_grow() -> None:
    """Each is near the one before it; the last is far from the first, and no copy of it."""
    words = REPORTS["women 1"].split()
    chain = [[OTHER[n % len(OTHER)] if n < upto else word for n, word in enumerate(words)] for upto in (0, 18, 36)]
    texts = [(f"{n}", " ".join(each)) for n, each in enumerate(chain)]
    assert [len(groups(pair)) for pair in combinations(texts, 2)] == [1, 0, 1]
    assert sorted(map(len, groups(texts))) == [2]


def test_what_all_pages_of_a_site_say_makes_no_copies() -> None:
    footer = "جريدة إلكترونية مستقلة تصدر عن شركة الأمل ويمنع نقل أي مادة من موادها دون إذن مكتوب من إدارة التحرير"
    every_page = [(name, f"{text}\n\n{footer}") for name, text in REPORTS.items() if not name.endswith("3")]
    assert groups(every_page) == set()


def test_of_short_texts_nothing_is_said() -> None:
    assert groups([("a", "عقد الفرع جمعا عاما"), ("b", "عقد الفرع جمعا عاما")]) == set()
    assert groups([("a", ""), ("b", "")]) == set()


MANY = [article(f"{name} {edit}", EDITS[edit](REPORTS[name].split())) for name in BASES for edit in EDITS]


@settings(max_examples=20, deadline=None)
@given(st.permutations(MANY))
def test_the_order_of_articles_does_not_matter(shuffled: list[Article]) -> None:
    assert copies(shuffled) == copies(MANY)


def test_copies_are_one_witness() -> None:
    world = World((), (), {}, copies={"a": ("a", "c"), "c": ("a", "c")})
    assert [world.independent(each) for each in ("", "a", "ac", "ab", "abc")] == [0, 1, 1, 2, 2]
