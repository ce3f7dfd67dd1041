"""Posts of several articles joined: how long they are known to last, and what only follows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph_builder.model import Evidence, PostFact
from graph_builder.visual.charts.timeline import Row, Stretch, timeline
from graph_builder.visual.site.body import renewals
from graph_builder.visual.site.holdings import Holding, holdings, stretches

EVIDENCE = Evidence("a", 0, 1, "x", "test.rule", 0.9)
POST = PostFact("p", "كاتب عام", "general_secretary", "b", None, None, "current", None, None, False, EVIDENCE)
Told = tuple[str, PostFact, str | None]
"""Who, what an article says of the post, and the article's date."""


def joined(*told: Told) -> list[Holding]:
    posts = ((fact, who, "body", "party", published, f"f{n}") for n, (who, fact, published) in enumerate(told))
    return holdings(posts)


def test_articles_that_say_the_same_or_more_give_one_holding() -> None:
    held = joined(
        ("p", POST, "2017-01-01"),
        ("p", replace(POST, role="الكاتب العام للفرع", since="2016"), "2018-01-01"),
        ("p", replace(POST, status="candidate"), "2015-01-01"),
        ("q", POST, "2017-01-01"),
    )
    assert [(each.person, each.candidate, list(each.anchors)) for each in held] == [
        ("p", False, ["f0", "f1"]),
        ("q", False, ["f3"]),
        ("p", True, ["f2"]),
    ]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        # Nothing has a date: nothing can be drawn.
        ([(POST, None)], []),
        # An article says that it is held on its day; not since when, nor until when.
        (
            [(POST, "2017"), (POST, "2019")],
            [
                Stretch("uncertain", None, 2017.0),
                Stretch("certain", 2017.0, 2020.0),
                Stretch("uncertain", 2020.0, None),
            ],
        ),
        # Both ends are stated.
        ([(replace(POST, since="2012", until="2016"), None)], [Stretch("certain", 2012.0, 2017.0)]),
        # Held in 2015, over in 2018: it ended between.
        (
            [(replace(POST, since="2014"), "2015"), (replace(POST, status="former"), "2018")],
            [Stretch("certain", 2014.0, 2016.0), Stretch("uncertain", 2016.0, 2018.0)],
        ),
        # Only known to be over.
        ([(replace(POST, status="former"), "2018")], [Stretch("uncertain", None, 2018.0)]),
    ],
)
def test_a_holding_lasts_as_long_as_articles_say(
    told: list[tuple[PostFact, str | None]], expected: list[Stretch]
) -> None:
    (held,) = joined(*(("p", fact, published) for fact, published in told))
    assert stretches(held) == expected


def test_an_end_follows_from_a_successor_only_where_one_can_hold_the_role() -> None:
    first, second = replace(POST, since="2012"), replace(POST, since="2016")
    ends = {each.person: stretches(each)[-1] for each in joined(("p", first, "2013"), ("q", second, "2017"))}
    assert ends == {"p": Stretch("derived", 2014.0, 2016.0), "q": Stretch("uncertain", 2018.0, None)}
    member = [replace(fact, role_key="member", role="عضو") for fact in (first, second)]
    ends = {each.person: stretches(each)[-1] for each in joined(("p", member[0], "2013"), ("q", member[1], "2017"))}
    assert ends == {"p": Stretch("uncertain", 2014.0, None), "q": Stretch("uncertain", 2018.0, None)}


def test_the_head_comes_first_and_former_holders_last() -> None:
    held = joined(
        ("a", replace(POST, role="عضو", role_key="member"), "2017"),
        ("b", replace(POST, status="former"), "2017"),
        ("c", replace(POST, role="أمين المال", role_key="treasurer"), "2017"),
        ("d", POST, "2017"),
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
    elected = replace(POST, status="elected", since="2019-05-05")
    told = [("p", elected, None), ("q", elected, None), ("r", replace(elected, since="2020"), None), ("s", POST, None)]
    assert renewals(joined(*told)) == [("2019-05-05", 2)]
