"""A user's own rules: what a pattern matches, and what is said about one that is not as it should be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from graph_builder.errors import ConfigurationError
from graph_builder.extraction import extract, patterns
from graph_builder.lexicon import loader
from graph_builder.model import PostFact
from tests.extraction.articles import article

RULE: dict[str, Any] = {
    "name": "keys",
    "pattern": "سلم|سلمت ... مفاتيح {body} فورا? إلى {person}",
    "role": "رئيس",
    "status": "elected",
    "confidence": 0.65,
    "examples": [
        {"text": "وسلم الحاضرون مفاتيح المكتب المحلي إلى كريم العلمي.", "post": "كريم العلمي | رئيس"},
        {"text": "سلمت مفاتيح المكتب المحلي فورا إلى سناء الزناتي.", "post": "سناء الزناتي | رئيس"},
    ],
    "near_misses": ["سلم الحاضرون على كريم العلمي."],
}


@pytest.fixture
def rules(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dict[str, Any]]]:
    """The rules of a user, for one test."""
    found: list[dict[str, Any]] = []
    monkeypatch.setattr(loader, "rules", lambda: found)
    patterns.patterns.cache_clear()
    yield found
    patterns.patterns.cache_clear()


TEXT = "عقد حزب الاستقلال بسلا لقاء أمس.\nوسلم الحاضرون مفاتيح المكتب المحلي إلى كريم العلمي."


def posts(text: str = TEXT) -> list[tuple[str, str, str | None, str | None, str, str, float]]:
    found = [fact for fact in extract(article(text)).facts if isinstance(fact, PostFact)]
    return [(f.person, f.role, f.body, f.party, f.status, f.evidence.rule, f.evidence.confidence) for f in found]


def test_a_rule_states_a_post_that_is_completed_like_any_other(rules: list[dict[str, Any]]) -> None:
    assert posts() == []
    patterns.patterns.cache_clear()
    rules.append(RULE)
    assert posts() == [
        ("كريم العلمي", "رئيس", "المكتب المحلي", "حزب الاستقلال", "elected", "lexicon/keys", 0.65)
    ]  # fmt: skip


def test_a_rule_may_read_the_role_party_and_place_in_its_slots(rules: list[dict[str, Any]]) -> None:
    text = "حمل كريم العلمي شارة كاتب محلي، عن حزب الاستقلال من سلا."
    rules.append({
        "name": "badge", "pattern": "حمل {person} شارة {role} ... {party} من? {place}",
        "examples": [{"text": text, "post": "كريم العلمي | كاتب محلي"}], "near_misses": ["حمل كريم العلمي شارة."],
    })  # fmt: skip
    assert [post for post in posts(text) if post[5] == "lexicon/badge"] == [
        ("كريم العلمي", "كاتب محلي", None, "حزب الاستقلال", "current", "lexicon/badge", patterns.CONFIDENCE)
    ]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"pattern": "سلم مفاتيح {body}"}, "its pattern has to have {person} once, and no slot twice"),
        ({"pattern": "{person} {person}"}, "its pattern has to have {person} once"),
        ({"pattern": "سلم {people}"}, "'{people}' in its pattern is no slot; slots are {person}, {role}"),
        ({"pattern": "{role} {person}"}, "either a role or the slot {role}"),
        ({"role": ""}, "either a role or the slot {role}"),
        ({"role": "بستان"}, "its role 'بستان' begins with no head of role_words.yml"),
        ({"confidence": 7}, "its confidence 7.0 is not between 0 and 1"),
        (
            {"examples": [{"text": "سلم.", "post": "كريم العلمي | رئيس"}]},
            "in its example 'سلم.' it reads nothing, not كريم",
        ),
        (
            {"examples": [{**RULE["examples"][0], "post": "كريم العلمي | كاتب"}]},
            "it reads كريم العلمي | رئيس, not كريم العلمي | كاتب",
        ),
        ({"near_misses": [RULE["examples"][0]["text"]]}, "it reads a post in its near miss"),
    ],
)
def test_a_rule_that_is_wrong_is_named_before_anything_is_built(
    rules: list[dict[str, Any]], change: dict[str, Any], says: str
) -> None:
    rules.append({**RULE, **change})
    with pytest.raises(ConfigurationError) as error:
        extract(article(TEXT))
    assert error.value.problem.startswith("rules.yml, rule keys: ")
    assert says in error.value.problem
