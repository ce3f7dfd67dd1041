"""What bounds how likely two tellings may be one is never less than what is found of them while they are settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from graph_builder.model import Claim
from graph_builder.resolution.bodies import Bodies
from graph_builder.resolution.bureau import told
from graph_builder.resolution.decided import Decided
from graph_builder.resolution.events import Events
from graph_builder.resolution.homonyms import tell_apart
from graph_builder.resolution.kind import Kind, resolved
from graph_builder.resolution.namesakes import People
from graph_builder.resolution.people import people
from graph_builder.resolution.setting import Setting, setting
from graph_builder.resolution.tales import tales
from tests.resolution.world.facts import reading
from tests.resolution.world.life import world
from tests.resolution.world.papers import stories

SEED = 71
Met = tuple[Any, Any, Any, Any, frozenset[str], float]
"""Two claims, by which two tellings are known; the signs of both when they were compared; their names; the bits."""


@pytest.fixture(scope="module")
def settings() -> list[Setting]:
    return [tell_apart(setting(reading(story))) for story in stories(world(SEED), SEED, latin=True)]


def compared(
    kind: Kind[Any, Any], records: Iterable[Any], monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[float, float]]:
    """Settle; yield the bits that two tellings had at best whenever they were compared, and those that they had."""
    met: list[Met] = []
    wholes: dict[Claim, Any] = {}
    sort = type(kind)
    match, groups = sort.match, sort.groups

    def matched(self: Any, one: Any, other: Any, names: frozenset[str]) -> Any:
        found = match(self, one, other, names)
        met.append((one.first, other.first, self.signs(one), self.signs(other), names, found.bits))
        return found

    def grouped(self: Any, alike: Any) -> Any:
        wholes.update((claim, self.signs(each)) for each in alike for claim in each.claims)
        return groups(self, alike)

    with monkeypatch.context() as patched:
        patched.setattr(sort, "match", matched)
        patched.setattr(sort, "groups", grouped)
        resolved(kind, records, Decided(kind.kind, ()))
    for a, b, one, other, names, bits in met:
        yield kind.at_best(one, other, (wholes[a], wholes[b]), names).bits, bits


def test_people(settings: list[Setting], monkeypatch: pytest.MonkeyPatch) -> None:
    found = list(compared(People({}), (person for at in settings for person in people(at)), monkeypatch))
    assert len(found) > 200
    assert [pair for pair in found if pair[0] < pair[1]] == []


def test_bodies(settings: list[Setting], monkeypatch: pytest.MonkeyPatch) -> None:
    who = {Claim("person", at.article, name): name for at in settings for one in people(at) for name in one.names}
    found = list(compared(Bodies(), (unit for at in settings for unit in told(at, who)), monkeypatch))
    assert len(found) > 50
    assert [pair for pair in found if pair[0] < pair[1]] == []


def test_events(settings: list[Setting], monkeypatch: pytest.MonkeyPatch) -> None:
    who = {Claim("person", at.article, name): name for at in settings for one in people(at) for name in one.names}
    what = {Claim("body", at.article, name): name for at in settings for one in told(at, who) for name in one.names}
    records = (tale for at in settings for tale in tales(at, {**who, **what}))
    found = list(compared(Events(), records, monkeypatch))
    assert len(found) > 200
    assert [pair for pair in found if pair[0] < pair[1]] == []
