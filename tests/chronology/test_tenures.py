"""Terms of office, with what is known of their ends; who followed whom; what is vacant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_builder.chronology import Tenure, holders, tenures, vacant
from graph_builder.chronology.days import Days, days
from graph_builder.model import Reading
from graph_builder.resolution import resolve
from tests.chronology.careers import KARIMA, RASHID, SAMIR, bureau, held, named, told


def terms(*readings: Reading) -> list[Tenure]:
    return tenures(resolve(readings))


@pytest.mark.parametrize("edtf", ["2017-00", "2017-13", "2017-02-30", "0000", "XXXX-06-30", "2017/2016", "", "1/1"])
def test_what_is_no_date_has_no_days(edtf: str) -> None:
    assert days(edtf) is None


@given(st.dates().map(str), st.sampled_from([4, 7, 10]))
def test_days_are_shown_as_the_date_they_are_of(day: str, length: int) -> None:
    found = days(day[:length])
    assert found is not None
    assert found.first <= day <= found.last
    assert found.shown == day[:length]


def test_a_term_is_known_from_and_to_what_articles_tell() -> None:
    (term,) = terms(
        told("2017-05-08", bureau(), held(RASHID, "elected", since="2017-05")),
        told("2018-01-02", bureau(), held(RASHID)),
        told("2019-03-04", bureau(), held(RASHID, "former")),
        told(None, bureau(), held(RASHID)),
    )
    assert term.begins == Days("2017-05-01", "2017-05-31")
    assert term.known == Days("2017-05-08", "2018-01-02")
    assert (term.ends, term.over, term.succession, term.is_over) == (None, "2019-03-04", None, True)
    assert len(term.said) == 4


def test_an_election_to_a_seat_for_one_ends_the_term_before_and_says_from_what() -> None:
    first, second = terms(
        told("2016-01-02", bureau(), held(RASHID)),
        told("2017-05-08", bureau(), held(SAMIR, "elected", since="2017-05-06")),
    )
    assert first.succession is not None
    assert (first.succession.by.name, first.succession.days) == (SAMIR, Days("2016-01-02", "2017-05-06"))
    assert first.succession.fact.evidence.article == "a2017-05-08"
    assert (first.ends, first.over, first.is_over) == (None, "2017-05-06", False)
    assert (second.succession, second.over) == (None, None)


def test_what_is_stated_is_not_derived() -> None:
    first, _ = terms(
        told("2016-01-02", bureau(), held(RASHID, until="2016-12")),
        told("2017-05-08", bureau(), held(SAMIR, "elected", since="2017-05-06")),
    )
    assert (first.ends, first.over, first.succession) == (Days("2016-12-01", "2016-12-31"), "2016-12-31", None)


@pytest.mark.parametrize("role", ["member", "adviser", "deputy"])
def test_roles_that_many_have_end_nobodys_term(role: str) -> None:
    found = terms(
        told("2016-01-02", bureau(), held(RASHID, role=role)),
        told("2017-05-08", bureau(), held(SAMIR, "elected", since="2017-05-06", role=role)),
    )
    assert [term.succession for term in found] == [None, None]


def test_a_role_whose_body_is_not_told_is_no_seat_for_one() -> None:
    found = terms(
        told("2016-01-02", held(RASHID, body=None)),
        told("2017-05-08", held(SAMIR, "elected", since="2017-05-06", body=None)),
    )
    assert [(term.seat.single, term.succession) for term in found] == [(False, None)] * 2


def test_one_who_comes_back_has_two_terms() -> None:
    found = terms(
        told("2013-01-05", bureau(), held(RASHID, "elected", since="2013")),
        told("2015-01-05", bureau(), held(SAMIR, "elected", since="2015-01-02")),
        told("2017-05-08", bureau(), held(RASHID, "elected", since="2017-05-06")),
    )
    assert [(term.person.name, term.begins and term.begins.shown, term.over) for term in found] == [
        (RASHID, "2013", "2015-01-02"),
        (RASHID, "2017-05-06", None),
        (SAMIR, "2015-01-02", "2017-05-06"),
    ]


def test_candidates_have_no_term() -> None:
    assert terms(told("2016-01-02", bureau(), held(RASHID, "candidate"))) == []


def test_who_held_it_on_a_day() -> None:
    found = terms(
        told("2016-01-02", bureau(), held(RASHID)),
        told("2016-09-01", bureau(), held(RASHID)),
        told("2017-05-08", bureau(), held(SAMIR, "elected", since="2017-05-06")),
        told(None, bureau(), held(KARIMA, role="member")),
    )

    def on(day: str) -> list[tuple[str, bool]]:
        return [(term.person.name, certain) for term, certain in holders(found, day)]

    assert on("2015-01-01") == []
    assert on("2016-03-01") == [(RASHID, True)]
    assert on("2017-01-01") == [(RASHID, False)]
    assert on("2017-05-07") == [(SAMIR, True)]
    assert on("2019-01-01") == [(SAMIR, False)]


def test_a_seat_whose_holders_all_left_is_vacant() -> None:
    left = told("2017-05-08", bureau(), held(RASHID, "former"), held(SAMIR, "former", until="2016"))
    assert [term.person.name for term in vacant(terms(left))] == [RASHID]
    followed = told(None, bureau(), held(KARIMA), name="undated")
    assert vacant(terms(left, followed)) == []
    assert vacant(terms(told("2017-05-08", bureau(), named(RASHID), held(RASHID, "former", role="member")))) == []
