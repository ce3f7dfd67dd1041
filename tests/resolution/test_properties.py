"""What holds for any readings: order does not matter, each name has one entity, and nothing is lost."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.model import (
    BodyFact,
    EntityKind,
    EventFact,
    Fact,
    ParticipationFact,
    PartyFact,
    PersonFact,
    PlanFact,
    PostFact,
    Reading,
    StatementFact,
    StepFact,
    World,
)
from graph_builder.resolution import resolve
from tests.resolution.readings import (
    PAM,
    PI,
    PPS,
    Told,
    body,
    event,
    figure,
    owed,
    party,
    person,
    plan,
    post,
    reading,
    said,
    step,
    took_part,
)
from tests.worlds import branch, hostile, training

PEOPLE = ["خالد خبيزي", "خالد الخبيزي", "خبيزي", "خالد الخبيسي", "محمد نبيل بنعبدالله", "نبيل بن عبد الله",
          "محمد بنعبدالله", "محمد العلوي", "العلوي", "عبد الرحيم بنصر", "عبر الرحيم بنصر", "", "x"]  # fmt: skip
PARTIES = [PPS, PI, PAM, "البام", "الحزب", "حزب الواحة"]
BODIES = [
    "فرع",
    "الفرع",
    "فرع سلا",
    "فرع تمارة",
    "المكتب المحلي",
    "المكتب السياسي",
    "الديوان السياسي",
    "الشبيبة الاستقلالية",
    "مجلس",
]
PLACES = ["سلا", "تمارة", "جهة مراكش آسفي", "مراكش-آسفي", "حي مجهول"]
PLANS = ["تجذر", "التجذر", "نهوض"]
EVENTS = ["e1", "e2", "e3"]


def maybe(values: Iterable[str]) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from(list(values))


names = st.sampled_from(PEOPLE)
levels = st.sampled_from(["national", "local", "parallel", "other"])
facts: st.SearchStrategy[Told] = st.one_of(
    st.builds(lambda name, aliases: person(name, *aliases), names, st.lists(names, max_size=2)),
    st.builds(
        lambda name, aliases, key: party(name, *aliases, key=key),
        st.sampled_from(PARTIES), st.lists(st.sampled_from(PARTIES), max_size=2), maybe(["pps", "pi", "none"]),
    ),
    st.builds(
        body, st.sampled_from(BODIES), levels, maybe(PARTIES), maybe(PLACES), maybe(BODIES),
        st.lists(st.sampled_from(BODIES), max_size=2),
    ),
    st.builds(post, names, maybe(PARTIES), maybe(BODIES), maybe(PLACES), st.booleans()),
    st.builds(
        event, st.sampled_from(EVENTS), maybe(["2019-05-05", "2019-05"]), maybe(PLACES), maybe(PARTIES), maybe(BODIES),
        st.sampled_from(["جمع عام", "الجمع العام", "لقاء"]), st.lists(st.sampled_from(PLACES), max_size=2),
    ),
    st.builds(took_part, st.sampled_from(EVENTS), maybe(PEOPLE)),
    st.builds(figure, maybe([*BODIES, *PARTIES, *PEOPLE])),
    st.builds(owed, maybe([*BODIES, *PARTIES, *PEOPLE])),
    st.builds(plan, st.sampled_from(PLANS), maybe(PARTIES), maybe(BODIES)),
    st.builds(said, st.sampled_from([*PEOPLE, *BODIES, *PARTIES]), maybe(EVENTS)),
    st.builds(step, maybe(BODIES)),
)  # fmt: skip
articles = st.lists(st.lists(facts, max_size=7), max_size=5).map(
    lambda told: [reading(f"a{n}", *facts) for n, facts in enumerate(told)]
)


FIELDS: dict[type[Fact], dict[str, EntityKind]] = {
    PersonFact: {"name": "person"},
    PartyFact: {"name": "party"},
    BodyFact: {"name": "body", "parent": "body", "party": "party", "place": "place"},
    PostFact: {"person": "person", "body": "body", "party": "party", "place": "place"},
    EventFact: {"id": "event", "body": "body", "party": "party", "place": "place", "covers": "place"},
    ParticipationFact: {"event": "event", "person": "person"},
    PlanFact: {"plan": "plan", "party": "party", "adopted_by": "body"},
    StatementFact: {"event": "event"},
    StepFact: {"body": "body"},
}
"""Every field that holds the name of a thing, or names of things; spelt out apart from the code under test."""


def named(fact: Fact) -> Iterator[tuple[EntityKind, str | None]]:
    """Yield what the fields of a fact name."""
    for field, kind in FIELDS.get(type(fact), {}).items():
        value = getattr(fact, field)
        yield from ((kind, name) for name in (value if isinstance(value, tuple) else (value,)))


def check(world: World) -> None:
    """Each name that a fact uses for a thing has one entity, and entities share neither claims nor ids."""
    for told in world.readings:
        for fact in told.facts:
            for kind, name in named(fact):
                entity = world.entity(kind, told.article.id, name)
                assert (entity is None) == (name is None)
    claims = [claim for entity in world.entities for claim in entity.claims]
    assert len(claims) == len(set(claims)) == len(world.of)
    for claim, entity in world.of.items():
        assert claim in entity.claims
        assert claim.kind == entity.kind
        assert entity.kind == "event" or claim.name in {entity.name, *entity.aliases}
    assert len({entity.id for entity in world.entities}) == len(world.entities)
    assert all(entity.name not in entity.aliases for entity in world.entities)


@given(articles)
def test_each_name_has_exactly_one_entity(readings: list[Reading]) -> None:
    check(resolve(readings))


@given(articles, st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(readings: list[Reading], random: object) -> None:
    shuffled = list(readings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(shuffled) == resolve(readings)


@given(articles)
def test_the_order_of_facts_in_an_article_does_not_matter_to_entities(readings: list[Reading]) -> None:
    turned = [Reading(told.article, told.facts[::-1]) for told in readings]
    assert resolve(turned).entities == resolve(readings).entities


@given(articles)
def test_resolving_twice_gives_the_same(readings: list[Reading]) -> None:
    world = resolve(readings)
    assert resolve(readings) == world
    assert resolve(world.readings).of.keys() == world.of.keys()
    assert resolve(world.readings).readings == world.readings


@given(articles)
@settings(max_examples=50)
def test_no_spelling_is_lost(readings: list[Reading]) -> None:
    world = resolve(readings)
    kept = {name for entity in world.entities for name in (entity.name, *entity.aliases)}
    for told in readings:
        for fact in told.facts:
            if isinstance(fact, PersonFact | PartyFact | BodyFact):
                assert {fact.name, *fact.aliases} <= kept


@given(articles)
@settings(max_examples=50)
def test_every_merge_says_why(readings: list[Reading]) -> None:
    for entity in resolve(readings).entities:
        spellings = {claim.name for claim in entity.claims} | {entity.name}
        if entity.kind != "event" and len(spellings) > 1:
            assert len(entity.reasons) >= len(spellings) - 1
        if len({claim.article for claim in entity.claims}) > 1:
            assert entity.reasons


def test_no_readings_make_an_empty_world() -> None:
    assert resolve([]) == World((), (), {})


def test_the_small_world_of_all_facts_resolves() -> None:
    world = resolve((hostile(), training(), branch()))
    check(world)
    assert [told.article.id for told in world.readings] == ["001_branch", "002_training", "003_hostile"]
    people = {entity.name: entity.aliases for entity in world.entities if entity.kind == "person"}
    assert len(people) == 4
    assert people["سمير الوالى"] == ("الوالي", "سمير الوالي")


def test_ids_are_twelve_digits_and_stay_when_articles_are_added() -> None:
    first = resolve([branch(), training()])
    more = resolve([branch(), training(), hostile()])
    assert all(len(entity.id) == 12 and int(entity.id, 16) >= 0 for entity in first.entities)
    assert {entity.id for entity in first.entities} < {entity.id for entity in more.entities}


def test_things_whose_digits_collide_still_get_ids_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_module("graph_builder.resolution.resolve"), "DIGITS", 2)
    readings = [reading(f"a{n}", event(), event("e2"), event("e3")) for n in range(30)]
    world = resolve(readings)
    check(world)
    assert resolve(readings[::-1]) == world


@pytest.mark.parametrize("seed", ["1", "2"])
def test_hashing_of_strings_does_not_matter(seed: str) -> None:
    """Sets of strings come in another order in every process: nothing may depend on it."""
    here = hashlib.sha256(repr(resolve((branch(), training(), hostile())).entities).encode()).hexdigest()
    code = (
        "import hashlib; from graph_builder.resolution import resolve; from tests.worlds import *; "
        "w = resolve((branch(), training(), hostile())); "
        "print(hashlib.sha256(repr(w.entities).encode()).hexdigest())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == here
