"""What people decided of claims outweighs what resolution finds, in any order, and leaves no trace once undone."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph_builder.model import Claim, EntityKind, Judgement, Reading
from graph_builder.resolution import resolve
from tests.resolution.readings import PI, PPS, apart, event, one, person, post, reading
from tests.resolution.test_properties import articles, check

NAME = "محمد العلوي"


def judged(kind: EntityKind, a: tuple[str, str], b: tuple[str, str], *, same: bool) -> Judgement:
    return Judgement(Claim(kind, *a), Claim(kind, *b), "same" if same else "different")


def test_two_decided_to_be_one_are_one_and_say_so() -> None:
    readings = [reading("a", post(NAME, PPS)), reading("b", post(NAME, PI))]
    world = resolve(readings, [judged("person", ("a", NAME), ("b", NAME), same=True)])
    entity = one(world, "person", ("a", NAME), ("b", NAME))
    assert f"{NAME}: decided by a reader [1.00]" in entity.reasons
    assert [(pair.outcome, pair.score, pair.reasons) for pair in world.pairs] == [
        ("merged", 1.0, ("decided by a reader +20",)),
    ]


def test_one_decided_to_be_two_is_two_and_the_others_fit_neither() -> None:
    readings = [reading(name, post("خالد الخبيزي", PPS)) for name in "abc"]
    names = [(name, "خالد الخبيزي") for name in "abc"]
    one(resolve(readings), "person", *names)
    world = resolve(readings, [judged("person", names[0], names[1], same=False)])
    apart(world, "person", *names)
    assert {(pair.outcome, "another fits as well -6" in pair.reasons) for pair in world.pairs} == {("review", True)}


def test_the_others_of_a_name_go_to_the_one_of_their_town() -> None:
    name = "خالد الخبيزي"
    towns = {"a": "تطوان", "b": "أكادير", "c": "تطوان", "d": "أكادير"}
    readings = [reading(article, post(name, PPS, place=town)) for article, town in towns.items()]
    world = resolve(readings, [judged("person", ("a", name), ("b", name), same=False)])
    one(world, "person", ("a", name), ("c", name))
    one(world, "person", ("b", name), ("d", name))
    apart(world, "person", ("a", name), ("b", name))


def test_events_are_judged_likewise() -> None:
    readings = [reading("a", event()), reading("b", event()), reading("c", event(date=None))]
    world = resolve(
        readings,
        [
            judged("event", ("a", "e1"), ("b", "e1"), same=False),
            judged("event", ("a", "e1"), ("c", "e1"), same=True),
        ],
    )
    one(world, "event", ("a", "e1"), ("c", "e1"))
    apart(world, "event", ("a", "e1"), ("b", "e1"))


def test_whom_an_article_names_twice_a_reader_may_join() -> None:
    told = reading("a", person("خالد الخبيزي"), person("خالد الحداد"))
    decided = [judged("person", ("a", "خالد الخبيزي"), ("a", "خالد الحداد"), same=True)]
    one(resolve([told], decided), "person", ("a", "خالد الخبيزي"), ("a", "خالد الحداد"))


def test_a_judgement_of_what_is_not_there_has_no_effect() -> None:
    readings = [reading("a", post(NAME, PPS))]
    gone = judged("person", ("a", NAME), ("z", NAME), same=True)
    assert resolve(readings, [gone]) == resolve(readings)


@st.composite
def judgements(draw: st.DrawFn) -> tuple[list[Reading], list[Judgement]]:
    readings = draw(articles)
    claims = [claim for claim in resolve(readings).of if claim.kind in ("person", "event")]
    pairs = [(a, b) for a, b in combinations(claims, 2) if a.kind == b.kind and a.article != b.article]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=4, unique=True)) if pairs else []
    return readings, [Judgement(a, b, draw(st.sampled_from(["same", "different", "unsure"]))) for a, b in chosen]


@given(judgements(), st.randoms())
@settings(max_examples=60)
def test_judgements_hold_in_any_order(drawn: tuple[list[Reading], list[Judgement]], random: object) -> None:
    readings, decided = drawn
    world = resolve(readings, decided)
    check(world)
    shuffled = list(decided)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(readings[::-1], shuffled) == world
    for judgement in decided:
        if judgement.verdict == "different":
            assert world.of[judgement.a] != world.of[judgement.b]
    if not any(judgement.verdict == "different" for judgement in decided):
        assert all(world.of[j.a] == world.of[j.b] for j in decided if j.verdict == "same")
    if all(judgement.verdict == "unsure" for judgement in decided):
        assert world == resolve(readings)
