"""Events: two papers that tell one event, and events that only look alike."""

from __future__ import annotations

import pytest

from graph_builder.resolution import resolve
from tests.resolution.readings import PI, PPS, Told, apart, body, event, one, reading


def test_one_day_place_and_party_is_one_event() -> None:
    world = resolve([reading("a", event(label="جمع عام")), reading("b", event("e7", label="الجمع العام للفرع"))])
    entity = one(world, "event", ("a", "e1"), ("b", "e7"))
    assert (entity.name, entity.aliases) == ("الجمع العام للفرع", ("جمع عام",))
    assert len(entity.reasons) == 1
    assert entity.reasons[0].startswith(
        "الجمع العام للفرع (b) = جمع عام (a): two tales of something, same kind, same day"
    )
    assert entity.reasons[0].endswith("same place, same party [0.96]")


@pytest.mark.parametrize(
    "other",
    [
        event(date="2019-05-06"),
        event(date="2019-05"),
        event(date=None),
        event(date="2019-05-05/2019-05-06"),
        event(place="سلا"),
        event(place=None),
        event(party=PI),
        event(party=None),
    ],
)
def test_what_differs_or_is_not_told_keeps_events_apart(other: Told) -> None:
    apart(resolve([reading("a", event()), reading("b", other)]), "event", ("a", "e1"), ("b", "e1"))
    apart(resolve([reading("a", other), reading("b", other), reading("c", event())]), "event", ("a", "e1"), ("c", "e1"))


@pytest.mark.parametrize("untold", [event(date="2019-05"), event(date=None), event(place=None), event(party=None)])
def test_two_events_of_which_too_little_is_told_are_two(untold: Told) -> None:
    apart(resolve([reading("a", untold), reading("b", untold)]), "event", ("a", "e1"), ("b", "e1"))


def test_bodies_tell_events_of_one_party_apart() -> None:
    branch, women = "الفرع المحلي", "القطاع النسائي"
    own = [body(branch, place="تمارة"), body(women, place="تمارة")]
    told = {"a": branch, "b": women, "c": branch}
    world = resolve([reading(name, *own, event(body=whose)) for name, whose in told.items()])
    entity = one(world, "event", ("a", "e1"), ("c", "e1"))
    assert [reason.split(": ")[0] for reason in entity.reasons] == ["جمع عام (c) = جمع عام (a)"]
    assert entity.reasons[0].endswith("same party, same body, same words for it [0.99]")
    apart(world, "event", ("a", "e1"), ("b", "e1"))


def test_an_event_without_body_is_that_of_the_only_body() -> None:
    own = body("الفرع المحلي", place="تمارة")
    world = resolve([reading("a", own, event(body="الفرع المحلي")), reading("b", event())])
    one(world, "event", ("a", "e1"), ("b", "e1"))


def test_two_sessions_that_an_article_tells_apart_stay_two() -> None:
    sessions = [event("e1", label="الجلسة الأولى"), event("e2", label="الجلسة الثانية")]
    swapped = [event("e1", label="الجلسة الثانية"), event("e2", label="الجلسة الأولى")]
    world = resolve([reading("a", *sessions), reading("b", *swapped), reading("c", event(label="لقاء"))])
    one(world, "event", ("a", "e1"), ("b", "e2"))
    one(world, "event", ("a", "e2"), ("b", "e1"))
    apart(world, "event", ("a", "e1"), ("a", "e2"), ("c", "e1"))


def test_equal_labels_in_one_article_are_two_events() -> None:
    world = resolve([reading("a", event("e1", party=PPS), event("e2", party=PPS))])
    apart(world, "event", ("a", "e1"), ("a", "e2"))
