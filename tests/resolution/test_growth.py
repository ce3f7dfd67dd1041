"""Ten thousand people: names are looked up, so that comparisons grow with the names and not with their square."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest

from graph_builder.extraction import names
from graph_builder.lexicon.vocabulary import vocabulary
from graph_builder.model import Reading
from graph_builder.resolution import resolve, slips
from graph_builder.resolution.bearers import Merging
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


def compared(people: int, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Resolve a crowd and count how often two bearers of names are compared."""
    counts: Counter[str] = Counter()
    own_may_be_one = Merging.may_be_one

    def may_be_one(self: Merging, a: int, b: int) -> bool:
        counts["bearers"] += 1
        return own_may_be_one(self, a, b)

    def same_person(a: str, b: str) -> bool:
        counts["slips"] += 1
        return names.same_person(a, b)

    with monkeypatch.context() as patched:
        patched.setattr(Merging, "may_be_one", may_be_one)
        patched.setattr(slips, "same_person", same_person)
        world = resolve(crowd(people))
    counts["people"] = sum(1 for entity in world.entities if entity.kind == "person")
    return counts


def test_comparisons_of_ten_thousand_people_grow_as_their_number(monkeypatch: pytest.MonkeyPatch) -> None:
    small, large = compared(2_000, monkeypatch), compared(10_000, monkeypatch)
    assert 9_000 < large["people"] < 11_500
    assert 5_000 < large["bearers"] < 8 * small["bearers"]
    assert 1_000 < large["slips"] < 8 * small["slips"]
    assert large["bearers"] + large["slips"] < 5 * 10_000


def test_one_common_name_is_compared_with_its_longer_forms_only(monkeypatch: pytest.MonkeyPatch) -> None:
    counts: Counter[str] = Counter()
    own: Any = Merging.may_be_one

    def may_be_one(self: Merging, a: int, b: int) -> bool:
        counts["bearers"] += 1
        return bool(own(self, a, b))

    monkeypatch.setattr(Merging, "may_be_one", may_be_one)
    given = sorted(vocabulary().people.given)[:400]
    longer = [reading(f"a{n}", person(f"محمد {name} الخبيزي")) for n, name in enumerate(given)]
    resolve([*longer, reading("b", person("محمد الخبيزي"))])
    assert 300 < counts["bearers"] <= 2 * len(given)
