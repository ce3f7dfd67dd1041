"""Bodies: which names of a party's bureaus and branches are one body, in one article and across articles."""

from __future__ import annotations

from graph_builder.model import BodyFact, Claim, Judgement, PostFact, Reading
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


# ---------------------------------------------------------------- too little told


OFFICERS = ("سعيد الناصري", "كريم العلمي", "خالد الخبيزي")


def bureau(article: str, town: str | None, *officers: str, party: str = PPS) -> Reading:
    """An article that names officers of the local bureau, and perhaps its town."""
    name = "المكتب المحلي"
    return reading(article, body(name, party=party, place=town), *(post(who, party, name, town) for who in officers))


def test_a_bureau_without_a_place_is_that_of_its_members_and_of_the_only_place_of_the_article() -> None:
    near = reading("b", *[post(who, PPS, "المكتب المحلي") for who in OFFICERS], event(place="تمارة"))
    world = resolve([bureau("a", "تمارة", *OFFICERS), near])
    entity = one(world, "body", ("a", "المكتب المحلي"), ("b", "المكتب المحلي"))
    assert entity.reasons[0].startswith("المكتب المحلي (b) = المكتب المحلي: two tellings of some body, same name")
    assert entity.reasons[0].endswith("the only place of the article, several members in both [0.98]")


def test_where_members_or_place_alone_tell_it_a_person_is_asked() -> None:
    for other in (
        reading("b", *[post(who, PPS, "المكتب المحلي") for who in OFFICERS]),
        reading("b", body("المكتب المحلي"), event(place="تمارة")),
    ):
        world = resolve([bureau("a", "تمارة", *OFFICERS), other])
        apart(world, "body", ("a", "المكتب المحلي"), ("b", "المكتب المحلي"))
        assert [pair.outcome for pair in world.pairs if pair.a.kind == "body"] == ["review"]


def test_members_who_moved_on_tell_neither_bureau() -> None:
    known = [bureau("a", "تمارة", *OFFICERS), bureau("b", "سلا", *OFFICERS)]
    world = resolve([*known, reading("c", *[post(who, PPS, "المكتب المحلي") for who in OFFICERS])])
    apart(world, "body", *((article, "المكتب المحلي") for article in "abc"))


def test_bodies_are_judged_likewise() -> None:
    name = "المكتب المحلي"
    readings = [bureau("a", "تمارة"), bureau("b", "تمارة"), bureau("c", None)]
    one(resolve(readings), "body", ("a", name), ("b", name))
    told = [(Claim("body", "a", name), Claim("body", "b", name)), (Claim("body", "a", name), Claim("body", "c", name))]
    world = resolve(readings, [Judgement(*told[0], "different"), Judgement(*told[1], "same")])
    one(world, "body", ("a", name), ("c", name))
    apart(world, "body", ("a", name), ("b", name))


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
