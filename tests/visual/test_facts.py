"""What the page is told: each kind of fact in its fields, the ties drawn for it, its sources, nothing invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.model import Claim, Entity, Fact, World
from graph_builder.visual.data import share_data
from graph_builder.visual.facts import MISSING, SECTIONS, statements
from graph_builder.visual.network import MOST, READABLE
from graph_builder.visual.shares import parties_of, shares
from graph_builder.visual.site.known import Known
from tests.worlds import PARTY, branch, small_world, training, world_of


def data_of(world: World) -> dict[str, Any]:
    known = Known(world, DEFAULT_BASE)
    parties = parties_of(known)
    (everything,) = shares(known, parties)
    return share_data(known, everything, parties)


@pytest.fixture(scope="module")
def world() -> World:
    return small_world()


@pytest.fixture(scope="module")
def data(world: World) -> dict[str, Any]:
    return data_of(world)


def entity(world: World, name: str, kind: str) -> Entity:
    return next(e for e in world.entities if e.name == name and e.kind == kind)


def facts(data: dict[str, Any], kind: str, *said: object) -> list[dict[str, Any]]:
    """Return the facts of a kind that have all of these values."""

    def values(fact: dict[str, Any]) -> list[object]:
        return [value for _, (_, value) in (*fact["head"], *fact["rows"])]

    return [fact for fact in data["facts"] if fact["kind"] == kind and set(said) <= set(values(fact))]


def test_every_fact_is_there_with_its_evidence(world: World, data: dict[str, Any]) -> None:
    stated = {(r.article.id, f.evidence.quote, f.evidence.start) for r in world.readings for f in r.facts}
    shown = {
        (data["articles"][article]["id"], start)
        for fact in data["facts"]
        for article, _, start, _, _ in fact["evidence"]
    }
    assert shown == {(article, start) for article, _, start in stated}
    assert {fact["kind"] for fact in data["facts"]} == set(SECTIONS)


def test_a_fact_of_a_kind_without_words_is_an_error(world: World) -> None:
    class Odd:
        pass

    odd: Fact = Odd()  # type: ignore[assignment]
    reading = type(world.readings[0])(world.readings[0].article, (odd,))
    with pytest.raises(TypeError, match="Odd"):
        list(statements(World((reading,), (), {})))


def test_a_post_leads_to_person_body_and_party(world: World, data: dict[str, Any]) -> None:
    person, body = entity(world, "كريمة الزناتي", "person").id, entity(world, "المكتب المحلي", "body").id
    (post,) = facts(data, "post", person, body)
    assert post["head"] == [["person", ("entity", person)], ["role", ("text", "كاتبة عامة")]]
    assert ["since", ("date", "2019-05-05")] in post["rows"]
    assert ["party", ("entity", entity(world, PARTY, "party").id)] in post["rows"]
    assert ["status", ("word", "status.elected")] in post["rows"]


def test_what_is_not_stated_is_said_to_be_not_stated(data: dict[str, Any]) -> None:
    (session,) = facts(data, "event", "2019-02")
    assert ["place", MISSING] in session["rows"]
    (plan,) = [fact for fact in facts(data, "plan") if ["adopted_by", MISSING] in fact["rows"]]
    assert ["adopted", MISSING] in plan["rows"]


def test_names_that_are_no_entity_stay_words(data: dict[str, Any]) -> None:
    (deadline,) = facts(data, "deadline", "عقد المؤتمرات")
    assert ["who", ("text", "الفروع")] in deadline["rows"]
    (statement,) = facts(data, "statement", "المرحلة المقبلة")
    assert statement["head"][0] == ["speaker", ("text", "المتدخلون")]
    (group,) = facts(data, "participation", "الكتاب الإقليميون")
    assert group["head"][0] == ["group", ("text", "الكتاب الإقليميون")]


def test_what_two_articles_say_alike_is_one_fact_with_two_sources() -> None:
    once, again = branch(), branch()
    other = type(again.article)(
        "009_again", again.article.text, "009.txt", "0" * 64, again.article.title, again.article.paragraphs
    )
    said_there = (replace(fact, evidence=replace(fact.evidence, article=other.id)) for fact in again.facts)
    copied = type(again)(other, tuple(said_there))
    data = data_of(world_of((once, copied)))
    (post,) = facts(data, "post", "كاتبة عامة")
    assert [data["articles"][article]["id"] for article, *_ in post["evidence"]] == ["001_branch", "009_again"]
    (edge,) = [e for e in data["edges"] if ("text", "كاتبة عامة") in e["ties"]]
    assert len(edge["facts"]) == 1


def test_ties_bear_roles_and_capacities(world: World, data: dict[str, Any]) -> None:
    drawn = {(e["from"], e["to"]): e for e in data["edges"]}
    samir = entity(world, "سمير الوالي", "person").id
    bureau, party = entity(world, "المكتب المحلي", "body").id, entity(world, PARTY, "party").id
    branch_of, assembly = entity(world, "فرع تمارة", "body").id, entity(world, "جمع عام", "event").id
    youth, youssef = entity(world, "شبيبة الحزب", "body").id, entity(world, "يوسف المنصوري", "person").id
    assert drawn[samir, bureau]["ties"] == [("text", "نائب الكاتب العام")]
    assert drawn[bureau, branch_of]["ties"] == [("word", "relation.part_of")]
    assert drawn[branch_of, party]["ties"] == [("word", "relation.body_of")]
    assert drawn[youth, party]["ties"] == [("word", "relation.parallel_of")]
    assert drawn[samir, assembly]["ties"] == [("word", "capacity.elected"), ("word", "relation.spoke")]
    assert drawn[assembly, branch_of]["ties"] == [("word", "relation.event_of")]
    assert drawn[youssef, bureau]["line"] == "former"
    assert all(edge["id"] == number for number, edge in enumerate(data["edges"]))


def test_a_claim_that_nobody_resolved_is_shown_as_words() -> None:
    world = world_of((training(),))
    lost = Claim("person", "002_training", "يوسف المنصوري")
    partial = World(world.readings, world.entities, {claim: e for claim, e in world.of.items() if claim != lost})
    (post, *_) = facts(data_of(partial), "post", "كاتب عام")
    assert post["head"][0] == ["person", ("text", "يوسف المنصوري")]


def test_bodies_of_one_name_are_told_apart_by_place(world: World, data: dict[str, Any]) -> None:
    where = {each["id"]: each.get("where") for each in data["entities"]}
    assert where[entity(world, "المكتب المحلي", "body").id] == "تمارة"
    assert where[entity(world, "فرع تمارة", "body").id] is None


def test_kinds_differ_in_shape(data: dict[str, Any]) -> None:
    shapes = {node["group"]: node["shape"] for node in data["nodes"]}
    assert len(set(shapes.values())) == len(shapes) == 5


def test_people_are_shown_with_the_parties_of_their_events(world: World, data: dict[str, Any]) -> None:
    known = {e["id"]: e for e in data["entities"]}
    assert known[entity(world, "سمير الوالي", "person").id]["parties"] == [entity(world, PARTY, "party").id]


def test_the_order_of_articles_changes_nothing(world: World, data: dict[str, Any]) -> None:
    turned = World(tuple(reversed(world.readings)), tuple(reversed(world.entities)), world.of)
    other = data_of(turned)
    for part in ("articles", "quotes", "entities", "nodes", "edges", "first", "facts"):
        assert other[part] == data[part], part


def test_only_web_addresses_become_links(data: dict[str, Any]) -> None:
    urls = {article["id"]: article["url"] for article in data["articles"]}
    assert urls == {"001_branch": "https://example.org/1", "002_training": None, "003_hostile": None}


def crowd(people: int) -> World:
    """Return a world of one party and so many members."""
    reading = branch()
    party = Entity("0" * 12, "party", PARTY, (), (), ())
    members = tuple(Entity(f"{n:012x}", "person", f"عضو {n}", (), (), ()) for n in range(1, people + 1))
    claims = {Claim("party", "001_branch", PARTY): party}
    return World((type(reading)(reading.article, ()),), (party, *members), claims)


@pytest.mark.parametrize("size", [READABLE, READABLE + 1, MOST, MOST + 1])
def test_no_more_is_drawn_than_can_be_read(size: int) -> None:
    data = data_of(crowd(size - 1))
    assert len(data["first"]) == min(size, READABLE)
    assert "0" * 12 in data["first"]
    assert (data["fullest"] is None) == (size <= READABLE)
    assert data["fullest"] is None or len(data["fullest"]) == min(size, MOST)
    assert len(data["entities"]) == size
