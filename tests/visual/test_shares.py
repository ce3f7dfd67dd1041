"""The network in shares, the years in which things stand, and what a reader filters by."""

from __future__ import annotations

import pytest

from graph_builder.graph.iris import DEFAULT_BASE
from graph_builder.model import Article, BodyFact, Claim, Entity, Evidence, Fact, PostFact, Reading, Span, World
from graph_builder.visual.data import share_data
from graph_builder.visual.network import READABLE
from graph_builder.visual.shares import parties_of, shares
from graph_builder.visual.site.known import Known
from graph_builder.visual.years import years
from tests.worlds import small_world

QUOTE = "قال المقال ذلك"
ROLES = ("عضو", "مستشار", "مقرر")


def country() -> World:
    """Return two parties with a branch each, 250 and 150 people with three posts of their own years, ten of none."""
    said = Evidence("one", 0, len(QUOTE), QUOTE, "test.rule", 0.9)
    parties = [Entity(f"{n:012x}", "party", f"حزب {n}", (), (), ()) for n in (1, 2)]
    claims = {Claim("party", "one", party.name): party for party in parties}
    facts: list[Fact] = []
    others = []
    for number, party in enumerate(parties):
        branch = Entity(f"b{number:011x}", "body", f"فرع {party.name}", (), (), ())
        others.append(branch)
        claims[Claim("body", "one", branch.name)] = branch
        facts.append(BodyFact(branch.name, "local", party.name, None, None, (), said))
    for number in range(410):
        person = Entity(f"a{number:011x}", "person", f"شخص {number}", (), (), ())
        others.append(person)
        claims[Claim("person", "one", person.name)] = person
        if number < 400:
            party = parties[number >= 250]
            facts.extend(
                PostFact(person.name, role, None, None, party.name, None, "current", "2015", "2018", False, said)
                for role in ROLES
            )
    article = Article("one", QUOTE, "one.txt", "0" * 64, Span(0, 4), ())
    return World((Reading(article, tuple(facts)),), (*parties, *others), claims)


def test_what_can_be_read_at_once_is_one_share() -> None:
    known = Known(small_world(), DEFAULT_BASE)
    (share,) = shares(known, parties_of(known))
    assert len(share.entities) <= READABLE
    assert set(share.said) == set(known.said)


def test_each_party_is_a_share_with_its_people_and_facts_and_the_last_holds_the_rest() -> None:
    known = Known(country(), DEFAULT_BASE)
    split = shares(known, parties_of(known))
    assert [share.party.name if share.party else None for share in split] == ["حزب 1", "حزب 2", None]
    assert [(len(share.entities), len(share.said)) for share in split] == [(252, 751), (152, 451), (10, 0)]


def test_a_tie_bears_its_years_and_confidence() -> None:
    known = Known(country(), DEFAULT_BASE)
    parties = parties_of(known)
    data = share_data(known, shares(known, parties)[1], parties)
    assert {(repr(edge["years"]), edge["sure"], len(edge["facts"])) for edge in data["edges"]} == {
        ("[(2015, 2018)]", 0.9, 3),
        ("[(None, None)]", 0.9, 1),
    }


@pytest.mark.parametrize(
    ("edtf", "found"),
    [
        ("2017", (2017, 2017)),
        ("2016-05/2017", (2016, 2017)),
        ("2016/..", (2016, None)),
        ("../2018", (None, 2018)),
        ("XXXX-06-30", (None, None)),
        (None, (None, None)),
    ],
)
def test_years_are_those_of_the_date(edtf: str | None, found: tuple[int | None, int | None]) -> None:
    assert years(edtf) == found
