"""Bodies: which names of a party's bureaus and branches are one body, in one article and across articles."""

from __future__ import annotations

from graph_builder.model import BodyFact, PostFact
from graph_builder.resolution import resolve
from tests.resolution.readings import (
    PAM,
    PI,
    PPS,
    apart,
    body,
    event,
    figure,
    one,
    owed,
    party,
    plan,
    post,
    reading,
    step,
)

BUREAU, CABINET = "المكتب السياسي", "الديوان السياسي"


def test_two_names_of_one_body_in_the_lexicon_are_one_body_of_one_party() -> None:
    world = resolve(
        [
            reading("a", body(BUREAU, "national")),
            reading("b", body(CABINET, "national")),
            reading("c", body(CABINET, "national", PI)),
        ]
    )
    entity = one(world, "body", ("a", BUREAU), ("b", CABINET))
    assert {entity.name, *entity.aliases} == {BUREAU, CABINET}
    (reason,) = entity.reasons
    assert reason.endswith(": two names of one body in the lexicon, same party, national")
    apart(world, "body", ("b", CABINET), ("c", CABINET))


def test_the_same_in_one_article() -> None:
    world = resolve([reading("a", body(BUREAU, "national"), post("سعيد الناصري", PPS, CABINET))])
    assert one(world, "body", ("a", BUREAU), ("a", CABINET)).reasons == (
        f"{CABINET} = {BUREAU}: two names of one body in the lexicon, same party",
    )


def test_local_bodies_need_one_party_and_one_place() -> None:
    world = resolve(
        [
            reading("a", body("المكتب المحلي", place="تمارة")),
            reading("b", body("مكتب محلي", place="تمارة")),
            reading("c", body("المكتب المحلي", place="سلا")),
            reading("d", body("المكتب المحلي", party=PI, place="تمارة")),
            reading("e", body("المكتب المحلي")),
            reading("f", body("المكتب المحلي")),
        ]
    )
    entity = one(world, "body", ("a", "المكتب المحلي"), ("b", "مكتب محلي"))
    assert (entity.name, entity.aliases) == ("المكتب المحلي", ("مكتب محلي",))
    assert entity.reasons == ("مكتب محلي = المكتب المحلي: same name, same party, same place",)
    apart(world, "body", *((article, "المكتب المحلي") for article in "acdef"))


def test_national_bodies_need_the_party_and_no_place() -> None:
    world = resolve(
        [
            reading("a", body("المجلس الوطني", "national", place="الرباط")),
            reading("b", post("سعيد الناصري", PPS, "المجلس الوطني")),
            reading("c", body("المجلس الوطني", "national", PI)),
            reading("d", body("المجلس الوطني", "national", None)),
            reading("e", body("المجلس الوطني", "national", None)),
        ]
    )
    one(world, "body", ("a", "المجلس الوطني"), ("b", "المجلس الوطني"))
    apart(world, "body", *((article, "المجلس الوطني") for article in "acde"))


def test_organisations_of_a_party_are_one_under_the_lexicons_names() -> None:
    youth, other = "الشبيبة الاستقلالية", "شبيبة حزب الاستقلال"
    world = resolve([reading("a", body(youth, "parallel", PI)), reading("b", body(other, "parallel", PI))])
    one(world, "body", ("a", youth), ("b", other))
    world = resolve([reading("a", body(youth, "parallel", PI), body(other, "parallel", PI))])
    assert one(world, "body", ("a", youth), ("a", other)).reasons == (
        f"{other} = {youth}: one organisation of the lexicon",
    )


def test_a_chapter_of_an_organisation_is_not_the_organisation() -> None:
    name = "منظمة المرأة الاستقلالية"
    world = resolve(
        [
            reading("a", body(name, "parallel", PI)),
            reading("b", body(name, "parallel", PI, "مكناس")),
            reading("c", body(name, "parallel", PI)),
        ]
    )
    one(world, "body", ("a", name), ("c", name))
    apart(world, "body", ("a", name), ("b", name))


def test_a_body_of_an_organisation_is_not_taken_for_another_organisations() -> None:
    world = resolve([reading(a, body("المكتب التنفيذي", "parallel", PI)) for a in "ab"])
    apart(world, "body", ("a", "المكتب التنفيذي"), ("b", "المكتب التنفيذي"))


def test_a_public_body_is_no_partys() -> None:
    world = resolve(
        [
            reading("a", post("سعيد الناصري", None, "المجلس الجماعي", "وزان", public=True)),
            reading("b", post("كريم العلمي", PI, "المجلس الجماعي", "وزان", public=True)),
            reading("c", post("كريم العلمي", PI, "المجلس الجماعي", "سلا", public=True)),
        ]
    )
    one(world, "body", ("a", "المجلس الجماعي"), ("b", "المجلس الجماعي"))
    apart(world, "body", ("b", "المجلس الجماعي"), ("c", "المجلس الجماعي"))


# ---------------------------------------------------------------- one article, one name, several bodies


def test_branches_of_several_towns_get_names_of_their_own() -> None:
    world = resolve(
        [
            reading(
                "a",
                body("فرع", place="تطوان", aliases=["الفرع"]),
                body("فرع", place="فاس"),
                post("سعيد الناصري", PPS, "فرع", "فاس"),
                event("e1", place="تطوان", body="فرع"),
                event("e2", place="سلا", body="فرع"),
                figure("فرع تطوان"),
                step("فرع فاس"),
            ),
            reading("b", body("الفرع", place="فاس")),
        ]
    )
    facts = world.readings[0].facts
    assert [fact.name for fact in facts if isinstance(fact, BodyFact)] == ["فرع تطوان", "فرع فاس"]
    assert [fact.body for fact in facts if isinstance(fact, PostFact)] == ["فرع فاس"]
    tetouan = one(world, "body", ("a", "فرع تطوان"))
    assert set(tetouan.aliases) == {"فرع", "الفرع"}
    assert one(world, "body", ("a", "فرع فاس"), ("b", "الفرع")).name == "فرع فاس"
    apart(world, "body", ("a", "فرع تطوان"), ("a", "فرع فاس"), ("a", "فرع"))
    assert [claim.name for claim in one(world, "body", ("a", "فرع")).claims] == ["فرع"]


def test_bureaus_of_two_parties_get_names_of_their_own() -> None:
    world = resolve(
        [
            reading("a", post("سعيد الناصري", PPS, BUREAU), post("كريم العلمي", PI, BUREAU), plan("تجذر", PPS, BUREAU)),
            reading("b", body(BUREAU, "national")),
        ]
    )
    entity = one(world, "body", ("a", f"{BUREAU} ({PPS})"), ("b", BUREAU))
    assert entity.name == BUREAU
    apart(world, "body", ("a", f"{BUREAU} ({PPS})"), ("a", f"{BUREAU} ({PI})"))


def test_a_partys_council_and_the_states_of_one_name_are_two() -> None:
    council = "المجلس الإقليمي"
    world = resolve(
        [
            reading(
                "a",
                body(council, "provincial", PPS, "تاونات"),
                post("سعيد الناصري", PPS, council, "تاونات"),
                post("كريم العلمي", None, council, "تاونات", public=True),
            )
        ]
    )
    apart(world, "body", ("a", f"{council} ({PPS})"), ("a", council))


def test_a_name_that_means_one_body_is_left_as_it_is() -> None:
    told = reading(
        "a",
        body("الفرع", place="تطوان"),
        post("سعيد الناصري", PPS, "الفرع", "تطوان"),
        post("كريم العلمي", PPS, "الفرع"),
        post("كريم العلمي", PPS, BUREAU, "تطوان"),
        post("سعيد الناصري", PPS, BUREAU, "فاس"),
    )
    assert resolve([told]).readings == (told,)


def test_organisation_and_chapter_in_one_article_are_two() -> None:
    name = "منظمة المرأة الاستقلالية"
    world = resolve([reading("a", body(name, "parallel", PI), body(name, "parallel", PI, "مكناس"))])
    apart(world, "body", ("a", name), ("a", f"{name} مكناس"))


# ---------------------------------------------------------------- names without facts of their own


def test_a_figure_or_deadline_of_a_body_finds_it() -> None:
    world = resolve(
        [reading("a", body("الفرع", place="تمارة"), figure("فرع تمارة"), owed("فرع بتمارة"), owed("كتاب الفروع"))]
    )
    entity = one(world, "body", ("a", "الفرع"), ("a", "فرع تمارة"), ("a", "فرع بتمارة"))
    assert "فرع تمارة = الفرع: same name, told with its place or party" in entity.reasons
    assert "كتاب الفروع" not in {claim.name for claim in world.of}


def test_another_name_that_the_article_gives_is_the_bodys() -> None:
    told = [body("المكتب المحلي", place="تمارة", aliases=["المكتب"]), event("e1", body="المكتب")]
    world = resolve([reading("a", *told)])
    assert one(world, "body", ("a", "المكتب المحلي"), ("a", "المكتب")).reasons == (
        "المكتب = المكتب المحلي: another name of it in the article",
    )


def test_a_name_that_ends_in_the_party_is_the_same_body() -> None:
    world = resolve(
        [
            reading("a", party(PAM), body("فرع حزب الأصالة والمعاصرة", party=PAM, place="سلا")),
            reading("b", body("الفرع", party=PAM, place="سلا")),
        ]
    )
    one(world, "body", ("a", "فرع حزب الأصالة والمعاصرة"), ("b", "الفرع"))
