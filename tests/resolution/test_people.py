"""Who is who: spellings that are one person, and namesakes who are two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.lexicon.vocabulary import vocabulary
from graph_builder.resolution import resolve
from tests.resolution.readings import PAM, PI, PPS, apart, one, party, person, post, reading, said, took_part


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("خالد خبيزي", "خالد الخبيزي"),
        ("عبد الرحيم بنصر", "عبدالرحيم بنصر"),
        ("نبيل بن عبد الله", "نبيل بنعبد الله"),
        ("نبيل بنعبد الله", "نبيل بنعبدالله"),
        ("مولاي عبد الله العلوي", "مولاي عبدالله العلوي"),
        ("أسماء الزهري", "اسماء الزهرى"),
        ("فاطمة آيت علي", "فاطمه ايت علي"),
        ("ســعيد الخبيزي", "سعيد الخبيزي"),
    ],
)
def test_one_name_in_two_spellings_is_one_person(first: str, second: str) -> None:
    world = resolve([reading("a", person(first)), reading("b", person(second))])
    entity = one(world, "person", ("a", first), ("b", second))
    assert {entity.name, *entity.aliases} == {first, second}
    (reason,) = entity.reasons
    assert reason.endswith(": same name [0.98]")


def test_the_spellings_of_an_article_are_the_persons() -> None:
    world = resolve(
        [
            reading("a", person("خالد الخبيزي", "خالد خبيزي", "خبيزي"), post("خالد الخبيزي", PPS)),
            reading("b", person("عبد الرحيم بنصر", "بنصر", "عبر الرحيم بنصر"), said("عبر الرحيم بنصر")),
        ]
    )
    assert one(world, "person", ("a", "خبيزي"), ("a", "خالد خبيزي"), ("a", "خالد الخبيزي")).reasons == (
        "خالد خبيزي = خالد الخبيزي: same name but for spelling",
        "خبيزي = خالد الخبيزي: family name alone, one bearer in the article",
    )
    trainer = one(world, "person", ("b", "عبد الرحيم بنصر"), ("b", "بنصر"), ("b", "عبر الرحيم بنصر"))
    assert trainer.name == "عبد الرحيم بنصر"
    assert trainer.aliases == ("بنصر", "عبر الرحيم بنصر")


def test_an_article_with_only_the_misspelt_name_tells_of_the_same_person() -> None:
    world = resolve(
        [
            reading("a", person("عبد الرحيم بنصر", "عبر الرحيم بنصر"), post("عبد الرحيم بنصر", PPS)),
            reading("b", person("عبر الرحيم بنصر"), post("عبر الرحيم بنصر", PPS)),
        ]
    )
    assert one(world, "person", ("a", "عبد الرحيم بنصر"), ("b", "عبر الرحيم بنصر")).name == "عبد الرحيم بنصر"


def test_a_family_name_alone_is_resolved_within_its_article_only() -> None:
    world = resolve(
        [
            reading("a", person("كريم التاج"), post("التاج", PPS)),
            reading("b", post("التاج", PPS)),
            reading("c", post("التاج", PPS)),
        ]
    )
    assert one(world, "person", ("a", "كريم التاج"), ("a", "التاج")).name == "كريم التاج"
    apart(world, "person", ("a", "التاج"), ("b", "التاج"), ("c", "التاج"))


def test_a_family_name_of_two_people_of_the_article_is_neithers() -> None:
    world = resolve([reading("a", person("كريم التاج"), person("سعيد التاج"), post("التاج", PPS))])
    apart(world, "person", ("a", "كريم التاج"), ("a", "سعيد التاج"), ("a", "التاج"))


def test_an_alias_that_two_people_share_gets_no_claim() -> None:
    world = resolve([reading("a", person("كريم التاج", "التاج"), person("سعيد التاج", "التاج"))])
    assert [claim.name for claim in world.of if claim.kind == "person"] == ["سعيد التاج", "كريم التاج"]
    assert all("التاج" in entity.aliases for entity in world.entities)


# ---------------------------------------------------------------- namesakes


def test_namesakes_in_two_parties_are_two() -> None:
    world = resolve(
        [
            reading("a", post("محمد العلوي", PPS)),
            reading("b", post("محمد العلوي", PI)),
            reading("c", post("محمد العلوي", PPS)),
        ]
    )
    assert one(world, "person", ("a", "محمد العلوي"), ("c", "محمد العلوي")).reasons == (
        f"محمد العلوي: same name, a name that many bear, same party ({PPS}) [0.94], in 2 articles",
    )
    apart(world, "person", ("a", "محمد العلوي"), ("b", "محمد العلوي"))


def test_a_bearer_without_party_is_neither_of_two_namesakes() -> None:
    articles = [
        reading("a", post("محمد الخبيزي", PPS)),
        reading("b", post("محمد الخبيزي", PI)),
        reading("c", person("محمد الخبيزي")),
        reading("d", person("محمد الخبيزي")),
    ]
    names = [(r.article.id, "محمد الخبيزي") for r in articles]
    apart(resolve(articles), "person", *names)
    one(resolve([articles[0], *articles[2:]]), "person", names[0], *names[2:])


def test_a_common_name_alone_is_nobodys() -> None:
    """Of a less common name it would be: the one test above."""
    world = resolve([reading("a", post("محمد العلوي", PPS)), reading("b", person("محمد العلوي"))])
    apart(world, "person", ("a", "محمد العلوي"), ("b", "محمد العلوي"))
    (pair,) = world.pairs
    assert (pair.outcome, pair.score) == ("apart", 0.2)
    assert pair.reasons == ("same name +6", "a name that many bear -5", "no party told of a name that many bear -3")


def test_posts_in_provinces_far_apart_in_one_year_keep_namesakes_of_one_party_apart() -> None:
    held = [
        reading(n, post("محمد العلوي", PPS, place=town))
        for n, town in (("a", "تطوان"), ("b", "أكادير"), ("c", "تطوان"))
    ]
    world = resolve(held)
    one(world, "person", ("a", "محمد العلوي"), ("c", "محمد العلوي"))
    apart(world, "person", ("a", "محمد العلوي"), ("b", "محمد العلوي"))


def test_a_public_office_keeps_nobody_apart() -> None:
    world = resolve(
        [
            reading("a", post("محمد الخبيزي", PPS)),
            reading("b", post("محمد الخبيزي", PI, public=True)),
            reading("c", post("محمد الخبيزي", public=True)),
        ]
    )
    one(world, "person", ("a", "محمد الخبيزي"), ("b", "محمد الخبيزي"), ("c", "محمد الخبيزي"))


def test_whoever_an_article_tells_in_two_parties_is_one_person() -> None:
    world = resolve(
        [
            reading("a", post("محمد العلوي", PPS)),
            reading("b", post("محمد العلوي", PI)),
            reading("c", post("محمد العلوي", PPS), post("محمد العلوي", PI)),
        ]
    )
    one(world, "person", ("a", "محمد العلوي"), ("b", "محمد العلوي"), ("c", "محمد العلوي"))


def test_a_party_is_the_same_under_its_nickname() -> None:
    world = resolve(
        [
            reading("a", party("البام"), post("محمد العلوي", "البام")),
            reading("b", post("محمد العلوي", PAM)),
            reading("c", post("محمد العلوي", PI)),
        ]
    )
    one(world, "person", ("a", "محمد العلوي"), ("b", "محمد العلوي"))


# ---------------------------------------------------------------- shorter names

LONG, SHORT = "محمد نبيل بنعبدالله", "نبيل بن عبد الله"


@pytest.mark.parametrize("short_party", [PPS, None])
def test_a_shorter_name_is_that_of_the_only_longer_one(short_party: str | None) -> None:
    world = resolve([reading("a", post(LONG, PPS)), reading("b", post(SHORT, short_party))])
    entity = one(world, "person", ("a", LONG), ("b", SHORT))
    assert (entity.name, entity.aliases) == (LONG, (SHORT,))
    note = f", same party ({PPS}) [0.99]" if short_party else " [0.96]"
    assert entity.reasons == (f"{SHORT} = {LONG}: all its parts stand in the longer name, same family name{note}",)


def test_a_shorter_name_in_another_party_is_another_person() -> None:
    world = resolve([reading("a", post(LONG, PPS)), reading("b", post(SHORT, PI))])
    apart(world, "person", ("a", LONG), ("b", SHORT))


def test_a_shorter_name_of_two_longer_ones_is_neithers() -> None:
    other = "كريم نبيل بنعبدالله"
    world = resolve([reading("a", post(LONG, PPS)), reading("b", post(SHORT, PPS)), reading("c", post(other, PPS))])
    apart(world, "person", ("a", LONG), ("b", SHORT), ("c", other))


def test_a_chain_of_shorter_names_is_one_person() -> None:
    longest, longer, short = "محمد أمين كريم الصبيحي", "محمد أمين الصبيحي", "أمين الصبيحي"
    world = resolve([reading("a", post(short, PPS)), reading("b", post(longest, PPS)), reading("c", person(longer))])
    assert one(world, "person", ("a", short), ("b", longest), ("c", longer)).name == longest


def test_two_shorter_names_without_party_do_not_both_claim_a_longer_one() -> None:
    long, first, second = "كريم نبيل بنعبدالله", SHORT, "كريم بنعبدالله"
    world = resolve([reading("a", person(long)), reading("b", person(first)), reading("c", person(second))])
    apart(world, "person", ("a", long), ("b", first), ("c", second))
    assert {(pair.a.article, pair.b.article): pair.outcome for pair in world.pairs} == {
        ("a", "b"): "review",
        ("a", "c"): "review",
    }


def test_a_given_name_that_opens_double_names_alone_is_no_short_form() -> None:
    world = resolve([reading("a", post(LONG, PPS)), reading("b", post("محمد بنعبدالله", PPS))])
    apart(world, "person", ("a", LONG), ("b", "محمد بنعبدالله"))


def test_given_names_alone_need_the_party() -> None:
    told, full, given_names = reading("a", post("محمد أمين الصبيحي", PPS)), ("a", "محمد أمين الصبيحي"), "محمد أمين"
    apart(resolve([told, reading("b", person(given_names))]), "person", full, ("b", given_names))
    one(resolve([told, reading("b", post(given_names, PPS))]), "person", full, ("b", given_names))


def test_two_whom_an_article_names_beside_each_other_are_two() -> None:
    world = resolve(
        [
            reading("a", post(LONG, PPS), post(SHORT, PPS)),
            reading("b", post("خالد الخبيزي", PPS), post("خالد الخبيسي", PPS)),
        ]
    )
    apart(world, "person", ("a", LONG), ("a", SHORT))
    apart(world, "person", ("b", "خالد الخبيزي"), ("b", "خالد الخبيسي"))


def test_a_slip_that_one_article_corrects_is_corrected_in_others() -> None:
    right, slip, other_slip = "سعيد بوصفرجل", "سعيد بوصرجفل", "سعيد بوجفرصل"
    world = resolve(
        [reading("a", person(right, slip)), reading("b", person(slip)), reading("c", person(other_slip, slip))]
    )
    entity = one(world, "person", ("a", right), ("b", slip), ("c", other_slip))
    assert entity.name == right if right < other_slip else other_slip
    assert all(
        "joined by a spelling that articles give to both" in reason or "taken for" in reason
        for reason in entity.reasons
    )


def test_two_whom_an_article_lists_are_two_even_if_another_article_confuses_them() -> None:
    right, other = "سعيد بوصفرجل", "سعيد بوصرجفل"
    world = resolve(
        [reading("a", post(right, PPS), post(other, PPS)), reading("b", person(right, other), post(right, PPS))]
    )
    apart(world, "person", ("a", right), ("a", other))


def test_the_fuller_of_an_articles_spellings_is_compared() -> None:
    world = resolve(
        [reading("a", person(SHORT, LONG)), reading("b", person(LONG)), reading("c", person("كريم " + SHORT))]
    )
    assert one(world, "person", ("a", SHORT), ("b", LONG)).name == LONG


# ---------------------------------------------------------------- slips


@pytest.mark.parametrize("slip", ["سعيد بوصفرجك", "سعيد بوصرفجل", "سعيد بوصفرجلل", "سعيد بوصفجل"])
def test_one_slip_in_a_long_family_name_is_forgiven_within_a_party(slip: str) -> None:
    right = "سعيد بوصفرجل"
    articles = [reading("a", post(right, PPS)), reading("b", post(right, PPS)), reading("c", post(slip, PPS))]
    entity = one(resolve(articles), "person", ("a", right), ("c", slip))
    assert entity.name == right
    assert f"{slip} = {right}: one slip in a long family name, same party ({PPS}) [0.98]" in entity.reasons


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("كريم الخبيزي", "كريمة الخبيزي"),
        ("عبد الرحمن الخبيزي", "عبد الرحيم الخبيزي"),
        ("خالد بنصر", "خالد بصر"),
        ("محمد الحمداوي", "محمد الحمداني"),
    ],
)
def test_another_given_name_a_short_name_and_two_known_families_are_no_slips(first: str, second: str) -> None:
    world = resolve([reading("a", post(first, PPS)), reading("b", post(second, PPS))])
    apart(world, "person", ("a", first), ("b", second))


@pytest.mark.parametrize("party_of_slip", [PI, None])
def test_a_slip_is_not_forgiven_without_the_same_party(party_of_slip: str | None) -> None:
    world = resolve([reading("a", post("خالد الخبيزي", PPS)), reading("b", post("خالد الخبيسي", party_of_slip))])
    apart(world, "person", ("a", "خالد الخبيزي"), ("b", "خالد الخبيسي"))


# ---------------------------------------------------------------- the preferred name, groups


def test_the_preferred_name_has_most_parts_then_is_most_frequent_then_first() -> None:
    spellings = ["خالد الخبيزي", "خالد خبيزي", "خالد خبيزي"]
    world = resolve([reading(str(n), person(name)) for n, name in enumerate(spellings)])
    assert one(world, "person", ("0", "خالد الخبيزي"), ("1", "خالد خبيزي")).name == "خالد خبيزي"
    world = resolve([reading(str(n), person(name)) for n, name in enumerate(spellings[:2])])
    assert one(world, "person", ("0", "خالد الخبيزي"), ("1", "خالد خبيزي")).name == "خالد الخبيزي"


def test_a_speaker_without_a_name_is_no_person() -> None:
    world = resolve([reading("a", said("المتدخلون"), said("سعيد الناصري"), took_part("e1", "سعيد الناصري"))])
    assert [entity.name for entity in world.entities if entity.kind == "person"] == ["سعيد الناصري"]


_PEOPLE = vocabulary().people
given_names = st.sampled_from(sorted(_PEOPLE.given))
family_names = st.sampled_from(sorted(_PEOPLE.family))


@given(given_names, family_names, st.permutations([PPS, PI, PAM]))
def test_any_two_namesakes_of_two_parties_stay_apart(given: str, family: str, parties: list[str]) -> None:
    name = f"{given} {family}"
    world = resolve([reading("a", post(name, parties[0])), reading("b", post(name, parties[1]))])
    apart(world, "person", ("a", name), ("b", name))
