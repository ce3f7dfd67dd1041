"""Posts of several articles as terms of office: how long they are known to last, and what only follows."""

from __future__ import annotations

import pytest

from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.model import Evidence, PostFact, Reading
from graph_builder.visual.charts.timeline import Row, Stretch, timeline
from graph_builder.visual.site.body import renewals
from graph_builder.visual.site.holdings import Holding, stretches
from graph_builder.visual.site.known import Known
from tests.worlds import article, post, world_of

BODY = "المكتب المحلي"
SENTENCE = "انتخب في المكتب المحلي."
Told = tuple[str, dict[str, object], str | None]
"""Who, what an article says of the post, and the article's date."""
DAY = 1 / 372
"""A day in the years of a timeline."""


def joined(*told: Told) -> list[Holding]:
    """Return the holdings of a secretary's office of which each article tells one thing."""
    readings = []
    for number, (who, about, published) in enumerate(told):
        source = article(f"{number:03}", f"العنوان\n{SENTENCE}\n", published=published)
        evidence = Evidence(source.id, 8, 8 + len(SENTENCE), SENTENCE, "test.rule", 0.9)
        office: dict[str, object] = {"role": "كاتب عام", "role_key": "general_secretary", "body": BODY}
        fact: PostFact = post(who, evidence=evidence, **{**office, **about})  # type: ignore[arg-type]
        readings.append(Reading(source, (fact,)))
    known = Known(world_of(readings), DEFAULT_BASE)
    for holding in known.holdings:
        holding.person = known.entities[holding.person].name
    return known.holdings


def test_articles_that_say_the_same_or_more_give_one_holding() -> None:
    held = joined(
        ("p", {}, "2017-01-01"),
        ("p", {"role": "الكاتب العام للفرع", "since": "2016"}, "2018-01-01"),
        ("p", {"status": "candidate"}, "2015-01-01"),
        ("q", {}, "2017-01-01"),
    )
    assert [(each.person, each.candidate, sum(each.phrases.values())) for each in held] == [
        ("p", False, 2),
        ("q", False, 1),
        ("p", True, 1),
    ]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # Nothing has a date: nothing can be drawn.
        ([({}, None)], []),
        # Articles say that it is held on their days; not since when, nor until when.
        (
            [({}, "2017-01-01"), ({}, "2019-01-01")],
            [
                Stretch("uncertain", None, 2017.0),
                Stretch("certain", 2017.0, 2019.0 + DAY),
                Stretch("uncertain", 2019.0 + DAY, None),
            ],
        ),
        # Both ends are stated.
        ([({"since": "2012", "until": "2016"}, None)], [Stretch("certain", 2012.0, 2017.0)]),
        # Held in 2015, over in 2018: it ended between.
        (
            [({"since": "2014"}, "2015-01-01"), ({"status": "former"}, "2018-01-01")],
            [Stretch("certain", 2014.0, 2015.0 + DAY), Stretch("uncertain", 2015.0 + DAY, 2018.0 + DAY)],
        ),
        # Only known to be over.
        ([({"status": "former"}, "2018-01-01")], [Stretch("uncertain", None, 2018.0 + DAY)]),
    ],
)
def test_a_holding_lasts_as_long_as_articles_say(
    told: list[tuple[dict[str, object], str | None]], expected: list[Stretch]
) -> None:
    (held,) = joined(*(("p", about, published) for about, published in told))
    assert stretches(held) == [
        Stretch(each.known, pytest.approx(each.start), pytest.approx(each.end))  # type: ignore[arg-type]
        for each in expected
    ]


def test_an_end_follows_from_a_successor_only_where_one_can_hold_the_role() -> None:
    told: list[Told] = [
        ("p", {"since": "2012-01-01"}, "2013-01-01"),
        ("q", {"since": "2016-01-01"}, "2017-01-01"),
    ]
    ends = {each.person: (stretches(each)[-1].known, each.former) for each in joined(*told)}
    assert ends == {"p": ("derived", True), "q": ("uncertain", False)}
    members: list[Told] = [(who, {**about, "role_key": "member", "role": "عضو"}, day) for who, about, day in told]
    ends = {each.person: (stretches(each)[-1].known, each.former) for each in joined(*members)}
    assert ends == {"p": ("uncertain", False), "q": ("uncertain", False)}


def test_who_comes_back_after_another_has_two_terms_in_one_line() -> None:
    held = joined(
        ("p", {"since": "2010-01-01"}, None),
        ("q", {"since": "2014-01-01"}, None),
        ("p", {"since": "2018-01-01", "status": "elected"}, None),
    )
    assert [(each.person, each.former, [stretch.known for stretch in stretches(each)]) for each in held] == [
        ("p", False, ["certain", "derived", "certain", "uncertain"]),
        ("q", True, ["certain", "derived"]),
    ]


def test_the_head_comes_first_and_former_holders_last() -> None:
    held = joined(
        ("a", {"role": "عضو", "role_key": "member"}, "2017"),
        ("b", {"status": "former"}, "2017"),
        ("c", {"role": "أمين المال", "role_key": "treasurer"}, "2017"),
        ("d", {}, "2017"),
    )
    assert [each.person for each in held] == ["d", "c", "a", "b"]


def test_a_timeline_places_rows_on_whole_years() -> None:
    drawn = str(
        timeline(
            [Row("كاتب", [Stretch("certain", 2010.5, 2015.0), Stretch("uncertain", 2015.0, None)])], "site.timeline"
        )
    )
    assert '<text class="year" x="0.00%" y="12" text-anchor="start">2010</text>' in drawn
    assert '<rect class="certain" x="8.33%" y="44" width="75.00%"' in drawn
    assert '<rect class="uncertain" x="83.33%" y="44" width="6.00%"' in drawn
    assert timeline([Row("كاتب", [])], "site.timeline") is None


def test_a_timeline_of_one_day_is_not_drawn() -> None:
    day = Stretch("certain", 2017.0, 2017.01)
    assert timeline([Row("كاتب", [Stretch("uncertain", None, 2017.0), day])], "site.timeline") is None


def test_a_renewal_is_a_day_on_which_two_or_more_were_elected() -> None:
    elected: dict[str, object] = {"status": "elected", "since": "2019-05-05"}
    held = joined(
        ("p", elected, None),
        ("q", {**elected, "role": "أمين المال", "role_key": "treasurer"}, None),
        ("r", {**elected, "since": "2020"}, None),
        ("s", {}, None),
    )
    # The secretary has a successor since and so stands after the treasurer; what only one was elected to is no renewal.
    assert [(day, [each.person for each in chosen]) for day, chosen in renewals(held)] == [("2019-05-05", ["q", "p"])]
