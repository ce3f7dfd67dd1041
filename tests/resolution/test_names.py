"""Places, parties and plans: by the lexicon, else by their folded names."""

from __future__ import annotations

import pytest

from graph_builder.resolution import resolve, spelling
from tests.resolution.readings import PI, PPS, apart, event, one, party, plan, post, reading


@pytest.mark.parametrize(
    ("first", "second", "key"),
    [
        ("الرباط-سلا-القنيطرة", "جهة الرباط سلا القنيطرة", "04"),
        ("مراكشآسفي", "مراكش - آسفي", "07"),
        ("الناظور", "إقليم الناضور", "02.381"),
        ("حي لا يعرفه أحد", "حى لا يعرفه احد", None),
    ],
)
def test_spellings_of_a_place_are_one_place(first: str, second: str, key: str | None) -> None:
    world = resolve([reading("a", event(place=first)), reading("b", event(date=None, place=None, covers=[second]))])
    entity = one(world, "place", ("a", first), ("b", second))
    assert entity.key == key
    assert len(entity.reasons) == len({first, second} - {entity.name})


def test_a_place_of_the_lexicon_has_its_name() -> None:
    entity = one(resolve([reading("a", event(place="جهة مراكش آسفي"))]), "place", ("a", "جهة مراكش آسفي"))
    assert (entity.name, entity.aliases) == ("مراكش-آسفي", ("جهة مراكش آسفي",))
    assert entity.reasons == ("جهة مراكش آسفي = مراكش-آسفي: one place of the lexicon (07)",)


@pytest.mark.parametrize("name", ["سيدي غانم", "جهة الناضور", "فاس الشمالية", "جهة", "إقليم", "-", ""])
def test_a_name_that_tells_no_place_of_the_lexicon_has_no_code(name: str) -> None:
    assert spelling.listed_place(name) is None


@pytest.mark.parametrize("name", ["البيجيدي", "حزب المصباح", "العدالة والتنمية", "حزب «العدالة والتنمية»"])
def test_a_party_is_known_by_nickname_symbol_and_short_name(name: str) -> None:
    official = "حزب العدالة والتنمية"
    world = resolve([reading("a", party(official)), reading("b", post("سعيد الناصري", name))])
    entity = one(world, "party", ("a", official), ("b", name))
    assert (entity.name, entity.key, entity.aliases) == (official, "pjd", (name,))


def test_a_party_that_the_lexicon_does_not_have_is_known_by_its_folded_name() -> None:
    name, other, third = "حزب الواحة الخضراء", "الواحة الخضراء", "حزب الواحة الزرقاء"
    world = resolve([reading("a", party(name)), reading("b", party(other)), reading("c", party(third))])
    assert one(world, "party", ("a", name), ("b", other)).key is None
    apart(world, "party", ("a", name), ("c", third))


def test_a_key_that_the_lexicon_does_not_have_is_not_believed() -> None:
    world = resolve([reading("a", party("حزب الواحة الخضراء", key="no-such-party"))])
    assert one(world, "party", ("a", "حزب الواحة الخضراء")).key is None


def test_aliases_that_an_article_gives_are_the_partys_there() -> None:
    world = resolve([reading("a", party(PPS, "رفاق الأمس"), post("سعيد الناصري", "رفاق الأمس"))])
    assert one(world, "party", ("a", PPS), ("a", "رفاق الأمس")).reasons == (
        f"رفاق الأمس = {PPS}: taken for one party in the article",
    )


def test_the_party_is_the_only_party_of_its_article() -> None:
    world = resolve(
        [
            reading("a", party(PPS), post("سعيد الناصري", "الحزب")),
            reading("b", party(PPS), party(PI), post("سعيد الناصري", "الحزب")),
            reading("c", post("سعيد الناصري", "الحزب")),
        ]
    )
    assert one(world, "party", ("a", PPS), ("a", "الحزب")).reasons[0] == (
        f"الحزب = {PPS}: the one party that the article names"
    )
    apart(world, "party", ("b", PPS), ("b", PI), ("b", "الحزب"), ("c", "الحزب"))


def test_plans_of_one_party_and_name_are_one() -> None:
    world = resolve(
        [
            reading("a", plan("تجذر", PPS)),
            reading("b", plan("التجذر", PPS)),
            reading("c", plan("تجذر")),
            reading("d", plan("إقلاع")),
            reading("e", plan("إقلاع")),
        ]
    )
    entity = one(world, "plan", ("a", "تجذر"), ("b", "التجذر"), ("c", "تجذر"))
    assert entity.reasons == (
        "التجذر = تجذر: same name but for spelling, no other party's",
        "تجذر: same name, no other party's, in 2 articles",
    )
    apart(world, "plan", ("d", "إقلاع"), ("e", "إقلاع"))


def test_plans_of_one_name_and_two_parties_are_two() -> None:
    world = resolve([reading("a", plan("تجذر", PPS)), reading("b", plan("تجذر", PI)), reading("c", plan("تجذر"))])
    apart(world, "plan", ("a", "تجذر"), ("b", "تجذر"), ("c", "تجذر"))
