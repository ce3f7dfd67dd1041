"""Papers tell the events: each names some of the people, in its own spelling, and leaves out what it does not know."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tests.resolution.world.chance import Chance
from tests.resolution.world.life import CAPITAL, Happening, Office, Soul, World
from tests.resolution.world.names import mistyped, respelt, short

Part = Literal["chair", "elected", "attendee", "guest"]
PAPERS = ("صدى الجهات", "جريدة الواحة", "بريد المدن", "منبر الأطلس")
"""Invented."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person in an article: the name as printed, a later family name alone, and the office if the paper tells it."""

    soul: Soul
    printed: str
    later: str | None
    office: Office | None
    party_told: bool
    part: Part


@dataclass(frozen=True, slots=True)
class Story:
    """An article as a paper has it: what it tells of one event. ``date``: EDTF, as far as told."""

    id: str
    paper: str
    happening: Happening
    date: str | None
    published: str | None
    place: str | None
    body_told: bool
    wording: int
    mentions: tuple[Mention, ...]


def stories(world: World, seed: int, *, latin: bool) -> Iterator[Story]:
    """Yield the articles of a world: one to four papers an event. ``latin``: some names stand in French spelling."""
    for happening in world.happenings:
        draw = Chance("papers", seed, happening.id)
        for paper in draw.some(range(len(PAPERS)), draw.pick((1, 1, 2, 2, 3, 4), "count"), "which"):
            yield _story(draw.of(paper), happening, paper, latin=latin)


def _story(draw: Chance, told: Happening, paper: int, *, latin: bool) -> Story:
    people = draw.some(told.people[1:], 2 + draw.below(3, "people"), "told")
    chosen: list[tuple[Soul, Part]] = [(told.people[0], "chair")]
    elected = told.kind == "general_assembly"
    chosen += [(soul, "elected" if elected else "attendee") for soul in people]
    chosen += [(soul, "guest") for soul in told.guests]
    published = told.day + datetime.timedelta(1 + draw.below(3, "after"))
    knows = draw.share("date")
    return Story(
        id=f"{told.id}{'abcd'[paper]}",
        paper=PAPERS[paper],
        happening=told,
        date=told.day.isoformat() if knows < 0.7 else told.day.strftime("%Y-%m") if knows < 0.8 else None,
        published=published.isoformat() if draw.happens(0.8, "published") else None,
        place=told.town if draw.happens(0.92, "place") else None,
        body_told=draw.happens(0.5, "body"),
        wording=draw.below(3, "wording"),
        mentions=tuple(_mention(draw.of(soul.id), soul, told, part, latin=latin) for soul, part in chosen),
    )


def _mention(draw: Chance, soul: Soul, told: Happening, part: Part, *, latin: bool) -> Mention:
    name = short(soul.name) if draw.happens(0.4, "short") else soul.name
    way = draw.share("way")
    if latin and way < 0.04:
        printed = name.latin
    elif latin and way < 0.06:
        printed = name.initials
    else:
        family = mistyped(name.family, draw) if way > 0.96 else name.family
        printed = respelt(" ".join((*name.given, family)), draw)
    office = None if part == "attendee" and draw.happens(0.4, "office") else soul.office(
        told.day.year, public=draw.happens(0.15, "public")
    )  # fmt: skip
    return Mention(
        soul=soul,
        printed=printed,
        later=soul.name.family
        if part == "chair" and " " not in soul.name.family and way >= 0.06 and way <= 0.96
        else None,
        office=office,
        party_told=draw.happens(0.85, "party"),
        part=part,
    )


def place_of(soul: Soul, office: Office) -> str:
    """Return where an office is: national bodies sit in the capital."""
    return CAPITAL if office.level == "national" else soul.town
