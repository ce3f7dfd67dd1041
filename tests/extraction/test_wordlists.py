"""Words that rules look for: a look at what a sentence says finds what comparing word by word finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph_builder.articles import article_from_text
from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.rules.triggers import (
    COMPOSING,
    ELECTING,
    LEAVING,
    first_of,
    last_of,
    saying,
    says,
    tells,
    words,
)

TEXT = "انتخب المؤتمر كريم العلمي كاتبا، وانتخب أعضاء المكتب الذي يضم نبيلة الراضي، فيما استقال سعيد الناصري."


@pytest.fixture(scope="module")
def sentence() -> Sentence:
    return Discourse(article_from_text(TEXT, id="a", file="a.txt", digest="")).sentences[0]


LISTS: dict[str, Callable[[], frozenset[str]]] = {
    "declared": lambda: ELECTING,
    "a union of declared ones": lambda: ELECTING | LEAVING,
    "another union": lambda: COMPOSING | LEAVING | words("كاتب"),
    "one that came after the first text": lambda: words("المؤتمر الناصري كلمة"),
    "never declared": lambda: frozenset(["الراضي", "سعيد"]),
    "never said": lambda: frozenset(["غاب"]),
    "empty": frozenset,
}


@pytest.mark.parametrize("name", LISTS)
def test_the_words_of_a_list_are_found(sentence: Sentence, name: str) -> None:
    among = LISTS[name]()
    found = [k for k, token in enumerate(sentence.tokens) if among & set(token.word.said)]
    assert saying(sentence, among) == found
    assert [k for k in range(len(sentence.tokens)) if says(sentence, k, among)] == found
    assert tells(sentence, among) == bool(found)
    assert first_of(sentence, among) == (found[0] if found else None)
    assert last_of(sentence, among, len(sentence.tokens)) == (found[-1] if found else -1)


def test_a_conjunction_before_a_word_does_not_hide_it(sentence: Sentence) -> None:
    assert [sentence.norm[k] for k in saying(sentence, ELECTING)] == ["انتخب", "وانتخب"]
    assert [sentence.norm[k] for k in saying(sentence, LEAVING)] == ["استقال"]


def test_nothing_is_found_before_a_token_that_stands_before_it(sentence: Sentence) -> None:
    first, second = saying(sentence, ELECTING)
    assert first_of(sentence, ELECTING, first) is None
    assert last_of(sentence, ELECTING, first) == -1
    assert last_of(sentence, ELECTING, second) == first


def test_a_union_asked_for_before_hides_none_of_a_wider_one(sentence: Sentence) -> None:
    assert saying(sentence, ELECTING | LEAVING)
    told = ELECTING | LEAVING | COMPOSING
    assert saying(sentence, told) == [k for k in range(len(sentence.tokens)) if says(sentence, k, told)]
