"""Thousands of people: names are looked up, so that comparisons grow with the names and not with their square."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest

from graph_builder.extraction import names
from graph_builder.lexicon.vocabulary import vocabulary
from graph_builder.model import Reading
from graph_builder.resolution import asking, namesakes, resolve
from graph_builder.resolution.blocks import MOST
from graph_builder.resolution.likeness import features
from tests.resolution.readings import PAM, PI, PPS, person, post, reading

A_READING = 10
"""People in an article."""


def crowd(people: int) -> list[Reading]:
    """Return articles that name so many people twice: in full, and without a part, or with a letter too many."""
    chance = random.Random(people)
    words = vocabulary().people
    given, family = sorted(words.given), sorted(words.family)
    named: list[tuple[str, str]] = []
    for n in range(people):
        first, second, last = chance.choice(given), chance.choice(given), chance.choice(family)
        again = ((first, second, last), (second, last), (first, last), (first, second, last + "ي"))[n % 4]
        party = chance.choice([PPS, PI, PAM])
        named += [(" ".join((first, second, last)), party), (" ".join(again), party)]
    chance.shuffle(named)
    rows = [named[n : n + A_READING] for n in range(0, len(named), A_READING)]
    return [
        reading(f"a{n:05}", *(told for name, party in row for told in (person(name), post(name, party))))
        for n, row in enumerate(rows)
    ]


def compared(readings: list[Reading], monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Resolve readings and count how often two bearers of names are compared."""
    counts: Counter[str] = Counter()

    def counted(a: Any, b: Any) -> Any:
        counts["bearers"] += 1
        return features(a, b)

    def same_person(a: str, b: str) -> bool:
        counts["slips"] += 1
        return names.same_person(a, b)

    with monkeypatch.context() as patched:
        patched.setattr(namesakes, "features", counted)
        patched.setattr(asking, "same_person", same_person)
        world = resolve(readings)
    counts["people"] = sum(1 for entity in world.entities if entity.kind == "person")
    return counts


def test_comparisons_of_five_thousand_people_grow_as_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = compared(crowd(1_000), monkeypatch), compared(crowd(5_000), monkeypatch)
    assert 4_500 < large["people"] < 6_500
    assert 2_500 < large["bearers"] < 8 * small["bearers"]
    assert 500 < large["slips"] < 8 * small["slips"]
    assert large["bearers"] + large["slips"] < 12 * 5_000


def test_one_common_name_is_compared_with_so_many_longer_forms_only(monkeypatch: pytest.MonkeyPatch) -> None:
    given = sorted(vocabulary().people.given)[:400]
    longer = [reading(f"a{n}", person(f"محمد {name} الخبيزي")) for n, name in enumerate(given)]
    counts = compared([*longer, reading("b", person("محمد الخبيزي"))], monkeypatch)
    assert 300 < counts["bearers"] <= 5 * len(given)


def test_bearers_of_one_common_name_are_compared_with_the_most_told_only(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "محمد العلوي"
    mixed = [reading(f"a{n:03}", *([post(name, (PPS, PI)[n % 2])] if n < 100 else [person(name)])) for n in range(300)]
    counts = compared(mixed, monkeypatch)
    assert counts["people"] == 202
    assert 400 <= counts["bearers"] < 10 * 300
    counts = compared([reading(f"a{n:03}", person(name)) for n in range(300)], monkeypatch)
    assert (counts["people"], counts["bearers"]) == (300, 0)


def bearers(name: str, count: int = 300) -> list[asking.Name]:
    """Return what is looked at of so many bearers of one name, of whom one thing is told."""
    parts = tuple(name.split())
    told = False, False, True, 1
    return [asking.Name(f"{name}\n{n:06}", name, parts, frozenset(), 1, told, known=True) for n in range(count)]


def test_no_bearer_of_a_name_of_many_asks_more_than_a_few() -> None:
    same_name, shorter = asking.RELATIONS[:2]
    short, longer = bearers("محمد العلوي"), bearers("محمد أمين العلوي")
    for asked in (same_name.pairs("", short, short), shorter.pairs("", short, longer)):
        counts = Counter(asker for asker, _, _ in asked)
        assert len(counts) >= MOST - 1
        assert max(counts.values()) <= MOST
