"""Positions: the same for the same network, apart from each other, whatever hangs on what."""

from __future__ import annotations

import math
import subprocess
import sys
from itertools import combinations, pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from graph_builder.visual.layout import positions

KINDS = st.sampled_from(["party", "body", "event", "plan", "person"])
NAMES = st.text("abcdef", min_size=3, max_size=3)


@st.composite
def networks(draw: st.DrawFn) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Draw nodes with kinds and any ties among them."""
    kinds = draw(st.dictionaries(NAMES, KINDS, max_size=25))
    ends = st.sampled_from(sorted(kinds))
    return kinds, draw(st.lists(st.tuples(ends, ends))) if kinds else []


Network = tuple[dict[str, str], list[tuple[str, str]]]


@given(networks())
def test_every_node_has_a_place_of_its_own(network: Network) -> None:
    kinds, ties = network
    places = positions(kinds, ties)
    assert set(places) == set(kinds)
    assert all(math.dist(a, b) > 60 for a, b in combinations(places.values(), 2))


@given(networks(), st.randoms())
def test_the_order_of_nodes_and_ties_does_not_matter(network: Network, chance: Random) -> None:
    kinds, ties = network
    items, turned = list(kinds.items()), [(b, a) for a, b in ties]
    chance.shuffle(items)
    chance.shuffle(turned)
    assert positions(dict(items), turned) == positions(kinds, ties)


def test_every_run_of_python_gives_the_same_places() -> None:
    program = (
        "from graph_builder.visual.layout import positions;"
        "kinds = {f'p{n}': ('party', 'body', 'person')[n % 3] for n in range(40)};"
        "print(positions(kinds, [(f'p{n}', f'p{n * 7 % 40}') for n in range(40)]))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in "123"
    }
    assert len(outputs) == 1


def test_people_stand_around_their_body_and_bodies_around_their_party() -> None:
    kinds = {"party": "party", "near": "body", "far": "body", **{f"person{n}": "person" for n in range(20)}}
    ties = [("near", "party"), ("far", "party"), *((f"person{n}", "near" if n < 12 else "far") for n in range(20))]
    places = positions(kinds, ties)
    for n in range(20):
        own, other = ("near", "far") if n < 12 else ("far", "near")
        assert math.dist(places[f"person{n}"], places[own]) < math.dist(places[f"person{n}"], places[other])


def test_a_person_stands_with_the_body_rather_than_with_the_meeting() -> None:
    kinds = {"party": "party", "body": "body", "event": "event", "a": "person", "b": "person"}
    ties = [("body", "party"), ("event", "party"), ("a", "body"), ("b", "body"), ("a", "event"), ("b", "event")]
    places = positions(kinds, ties)
    assert math.dist(places["a"], places["body"]) < math.dist(places["a"], places["event"])


def test_a_very_long_chain_is_laid_out() -> None:
    names = [f"{n:05}" for n in range(1500)]
    assert len(positions(dict.fromkeys(names, "body"), pairwise(names))) == 1500
