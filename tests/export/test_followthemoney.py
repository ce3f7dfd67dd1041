"""The entities are FollowTheMoney's, by its own model."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from followthemoney import model
from followthemoney.proxy import EntityProxy

from graph_builder.export.characters import for_xml
from graph_builder.export.followthemoney import followthemoney
from graph_builder.model import World
from tests.worlds import HOSTILE_NAME, branch, post, small_world, world_of

Entity = dict[str, Any]


@pytest.fixture(scope="module")
def entities() -> list[Entity]:
    return read(small_world())


def read(world: World) -> list[Entity]:
    return [json.loads(line) for line in followthemoney(world).splitlines()]


def named(entities: list[Entity], name: str) -> Entity:
    return next(entity for entity in entities if name in entity["properties"].get("name", ()))


def test_every_entity_is_valid_and_whole(either_world: World) -> None:
    for entity in read(either_world):
        schema = model.get(entity["schema"])
        assert schema is not None
        schema.validate(entity)  # type: ignore[arg-type]  # a dictionary of this form
        assert set(schema.required) - {"name"} <= entity["properties"].keys()
        assert entity["properties"].keys() <= schema.properties.keys()
        proxy = EntityProxy.from_dict(entity, cleaned=False)
        assert proxy.id == entity["id"]
        for key, values in entity["properties"].items():
            assert len(proxy.get(key)) == len(values), (entity, key)


def test_every_reference_is_to_an_entity_of_a_fitting_schema(either_world: World) -> None:
    entities = read(either_world)
    schemata = {entity["id"]: model[entity["schema"]] for entity in entities}
    assert len(schemata) == len(entities)
    for entity in entities:
        schema = model[entity["schema"]]
        for key, values in entity["properties"].items():
            wanted = schema.properties[key].range
            assert all(wanted is None or schemata[value].is_a(wanted) for value in values), (entity, key)


def test_schemata(entities: list[Entity]) -> None:
    counts: dict[str, int] = {}
    for entity in entities:
        counts[entity["schema"]] = counts.get(entity["schema"], 0) + 1
    assert counts == {
        "Article": 3, "Person": 6, "Organization": 8, "Event": 5, "Documentation": 20, "Membership": 2, "Position": 4,
        "Occupancy": 5,
    }  # fmt: skip


def test_an_elected_secretary(entities: list[Entity]) -> None:
    person = named(entities, "كريمة الزناتي")
    [occupancy] = [
        each for each in entities if each["schema"] == "Occupancy" and each["properties"]["holder"] == [person["id"]]
    ]
    article = named_article(entities, "001_branch.txt")
    assert occupancy["properties"] == {
        "holder": [person["id"]],
        "post": occupancy["properties"]["post"],
        "startDate": ["2019-05-05"],
        "status": ["elected"],
        "proof": [article["id"]],
        "description": [branch().facts[0].evidence.quote],
    }
    [position] = [each for each in entities if [each["id"]] == occupancy["properties"]["post"]]
    assert position["properties"] == {
        "name": ["كاتب عام – المكتب المحلي – تمارة"],
        "organization": [named(entities, "المكتب المحلي")["id"]],
        "subnationalArea": ["تمارة"],
    }
    assert article["properties"] == {
        "title": ["فرع تمارة يجدد مكتبه"],
        "fileName": ["001_branch.txt"],
        "publisher": ["صدى المدينة"],
        "sourceUrl": ["https://example.org/1"],
        "publishedAt": ["2019-05-12"],
        "language": ["ara"],
    }


def named_article(entities: list[Entity], file: str) -> Entity:
    return next(entity for entity in entities if entity["properties"].get("fileName") == [file])


def test_a_public_office_is_held_for_a_political_group() -> None:
    said = branch().facts[0].evidence
    facts = (*branch().facts[:3], post("سمير الوالي", "نائب برلماني", said, public=True))
    entities = read(world_of((replace(branch(), facts=facts),)))
    [held] = [each["properties"] for each in entities if each["schema"] == "Occupancy"]
    [position] = [each["properties"] for each in entities if each["schema"] == "Position"]
    assert (held["politicalGroup"], position) == (["حزب التقدم والاشتراكية"], {"name": ["نائب برلماني"]})


def test_a_party_is_an_organisation_with_a_topic(entities: list[Entity]) -> None:
    assert named(entities, "حزب التقدم والاشتراكية")["properties"] == {
        "name": ["حزب التقدم والاشتراكية"],
        "alias": ["الحزب", "Parti du progrès et du socialisme", "Party of Progress and Socialism"],
        "abbreviation": ["PPS"],
        "topics": ["pol.party"],
        "wikidataId": ["Q1888857"],
        "country": ["ma"],
        "incorporationDate": ["1974"],
    }


def test_hostile_names_are_text_and_candidates_and_impossible_dates_are_left_out(entities: list[Entity]) -> None:
    person = named(entities, " ".join(for_xml(HOSTILE_NAME).split()))
    [held] = [each for each in entities if each["properties"].get("holder") == [person["id"]]]
    assert "startDate" not in held["properties"]
    assert not [each for each in entities if each["properties"].get("status") == ["candidate"]]


def test_the_same_world_gives_the_same_bytes() -> None:
    assert followthemoney(small_world()) == followthemoney(small_world())
