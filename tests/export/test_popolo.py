"""The Popolo document: every object valid by Popolo's own schemas, every id one that is there."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft3Validator
from referencing import Registry
from referencing.jsonschema import DRAFT3

from graph_builder.export.popolo import popolo
from graph_builder.model import World
from tests.worlds import HOSTILE_NAME, branch, post, small_world, world_of

SCHEMAS = Path(__file__).parents[2].parent / "shared" / "conformance" / "popolo"
CLASSES = {
    "persons": "person", "organizations": "organization", "memberships": "membership", "posts": "post",
    "areas": "area", "events": "event",
}  # fmt: skip
Document = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def document() -> Document:
    found: Document = json.loads(popolo(small_world()))
    return found


def named(document: Document, sort: str, name: str) -> dict[str, Any]:
    return next(each for each in document[sort] if each.get("name") == name)


def test_every_object_is_valid_by_the_schema_of_its_class(either_world: World) -> None:
    document = json.loads(popolo(either_world))
    if not SCHEMAS.is_dir():
        pytest.skip(f"Popolo's schemas are not at {SCHEMAS}")
    schemas = [json.loads(path.read_text(encoding="utf-8")) for path in SCHEMAS.glob("*.json")]
    registry: Registry[Any] = Registry().with_resources(
        (schema["id"].rstrip("#"), DRAFT3.create_resource(schema)) for schema in schemas
    )
    assert document.keys() == CLASSES.keys()
    for sort, name in CLASSES.items():
        schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
        validator = Draft3Validator(schema, registry=registry, format_checker=Draft3Validator.FORMAT_CHECKER)
        assert document[sort]
        for each in document[sort]:
            assert [error.message for error in validator.iter_errors(each)] == []
    assert not Draft3Validator(schema, registry=registry).is_valid({"sources": [{"note": "without an address"}]})


def test_ids_are_told_apart_and_those_that_are_named_are_there(either_world: World) -> None:
    document: Document = json.loads(popolo(either_world))
    ids = [each["id"] for objects in document.values() for each in objects]
    named_ids = {
        value for objects in document.values() for each in objects for key, value in each.items() if key[-3:] == "_id"
    }
    assert len(ids) == len(set(ids))
    assert named_ids <= set(ids)
    assert len(named_ids) > 10


def test_an_elected_secretary(document: Document) -> None:
    person, body = named(document, "persons", "كريمة الزناتي"), named(document, "organizations", "المكتب المحلي")
    [held] = [each for each in document["memberships"] if each["role"] == "كاتبة عامة"]
    post = next(each for each in document["posts"] if each["id"] == held["post_id"])
    source = {"url": "https://example.org/1", "note": branch().facts[0].evidence.quote}
    assert held == {
        "id": held["id"],
        "role": "كاتبة عامة",
        "person_id": person["id"],
        "organization_id": body["id"],
        "on_behalf_of_id": "party:pps",
        "post_id": post["id"],
        "area_id": "place:04-501-01-07",
        "start_date": "2019-05-05",
        "status": "elected",
        "sources": [source],
    }
    assert (post["role"], post["organization_id"]) == ("general_secretary", body["id"])
    assert body["parent_id"] == named(document, "organizations", "فرع تمارة")["id"]
    assert person == {
        "id": person["id"],
        "name": "كريمة الزناتي",
        "gender": "female",
        "links": [{"url": f"https://w3id.org/party-structure/id/{person['id'].replace(':', '/')}", "note": "graph"}],
        "sources": [source],
    }


def test_who_holds_one_post_after_the_other_shares_it(document: Document) -> None:
    body = named(document, "organizations", "المكتب المحلي")["id"]
    [post] = [
        each for each in document["posts"] if (each["role"], each.get("organization_id")) == ("general_secretary", body)
    ]
    holders = [each for each in document["memberships"] if each.get("post_id") == post["id"]]
    assert sorted((each["status"], each.get("end_date")) for each in holders) == [("elected", None), ("former", "2019")]


def test_a_public_office_is_held_on_behalf_of_a_party_not_in_it() -> None:
    said = branch().facts[0].evidence
    facts = (*branch().facts[:3], post("سمير الوالي", "نائب برلماني", said, public=True))
    [held] = json.loads(popolo(world_of((replace(branch(), facts=facts),))))["memberships"]
    assert ("organization_id" in held, held["on_behalf_of_id"]) == (False, "party:pps")


def test_an_event_has_its_days_and_those_who_took_part(document: Document) -> None:
    event = named(document, "events", "جمع عام")
    assert (event["start_date"], event["location"], event["classification"], event["status"]) == (
        "2019-05-05", "تمارة", "general_assembly", "held",
    )  # fmt: skip
    assert {each["name"] for each in event["attendees"]} == {"كريمة الزناتي", "سمير الوالي"}
    campaign = named(document, "events", "قافلة")
    assert (campaign["start_date"], campaign["end_date"]) == ("2019-06-01", "2019-06-20")


def test_areas_stand_within_areas(document: Document) -> None:
    up = {area["id"]: area.get("parent_id") for area in document["areas"]}
    place, path = "place:04-501-01-07", []
    while place:
        path.append(place)
        place = up[place] or ""
    assert path == ["place:04-501-01-07", "place:04-501", "place:04", "place:MA"]


def test_candidates_and_impossible_dates_are_left_out_and_hostile_names_kept(document: Document) -> None:
    assert not [each for each in document["memberships"] if each["status"] == "candidate"]
    person = named(document, "persons", HOSTILE_NAME)
    [held] = [each for each in document["memberships"] if each["person_id"] == person["id"]]
    assert "start_date" not in held


def test_the_same_world_gives_the_same_bytes() -> None:
    assert popolo(small_world()) == popolo(small_world())
