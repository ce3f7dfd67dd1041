"""The world itself: people and their careers from 2012 to 2021, and the events at which they met."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from graph_builder.lexicon.loader import rows
from graph_builder.model import EventKind, Gender
from tests.resolution.world import names
from tests.resolution.world.chance import Chance
from tests.resolution.world.names import Name

PARTIES = ("حزب التقدم والاشتراكية", "حزب الاستقلال", "حزب الأصالة والمعاصرة", "حزب الحركة الشعبية")
TOWNS = (
    "تمارة",
    "تطوان",
    "مكناس",
    "أكادير",
    "وجدة",
    "خنيفرة",
    "تازة",
    "العرائش",
    "سطات",
    "خريبكة",
    "تارودانت",
    "الحسيمة",
)
CAPITAL = "الرباط"
VISITORS = 50
"""People of a party who go to events all over the country, at most."""
YEARS = range(2012, 2022)
LARGE = 500
"""Events, or people, from which a world takes names and towns from the lexicon."""


class Office(NamedTuple):
    """A post: the role for a man and a woman, the body, its level, and whether it is the state's."""

    man: str
    woman: str
    body: str
    level: str
    public: bool = False


LOCAL = (
    Office("عضو", "عضوة", "المكتب المحلي", "local"),
    Office("أمين المال", "أمينة المال", "المكتب المحلي", "local"),
    Office("كاتب", "كاتبة", "المكتب المحلي", "local"),
)
PROVINCIAL = Office("كاتب إقليمي", "كاتبة إقليمية", "الكتابة الإقليمية", "provincial")
NATIONAL = Office("عضو", "عضوة", "المكتب السياسي", "national")
COUNCIL = Office("مستشار جماعي", "مستشارة جماعية", "المجلس الجماعي", "local", public=True)


@dataclass(frozen=True, slots=True)
class Soul:
    """A person of the world."""

    id: str
    name: Name
    party: str
    town: str
    height: int
    """How far the career goes: 0 the town, 1 the province, 2 the country."""
    start: int

    def office(self, year: int, *, public: bool) -> Office:
        """Return the office in a year: a career climbs every three years as far as it goes."""
        if public and self.height == 0:
            return COUNCIL
        step = max(0, (year - self.start) // 3)
        if step >= 2 and self.height == 2:
            return NATIONAL
        if step >= 1 and self.height >= 1:
            return PROVINCIAL
        return LOCAL[(int(self.id[1:]) + step) % len(LOCAL)]


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the world, and who was there: the chair first, then the elected, then guests."""

    id: str
    kind: EventKind
    party: str
    town: str
    day: datetime.date
    people: tuple[Soul, ...]
    guests: tuple[Soul, ...]


@dataclass(frozen=True, slots=True)
class World:
    """All people and events."""

    souls: tuple[Soul, ...]
    happenings: tuple[Happening, ...]


KINDS: tuple[EventKind, ...] = ("general_assembly", "meeting", "training", "rally", "conference")


def world(seed: int, events: int = 110) -> World:
    """Return the world of a seed, with so many events; people are about three to an event."""
    draw = Chance("world", seed)
    souls = tuple(_souls(draw, events))
    return World(souls, tuple(_happenings(draw, souls, events)))


def _souls(draw: Chance, events: int) -> Iterator[Soul]:
    """Yield six people for each party in a town, as many as the events need; and namesakes."""
    number = 0
    towns = [*TOWNS, *_more_towns()] if events > LARGE else list(TOWNS)
    homes = [(party, town) for town in towns for party in PARTIES][: max(2, events * 2 // 5)]
    taken: set[tuple[str, str]] = set()
    for party, town in homes:
        for _ in range(6):
            soul = _soul(draw.of(number), number, party, town, listed=number > LARGE)
            while (key := (soul.name.given[-1], soul.name.family)) in taken:
                number += 1
                soul = _soul(draw.of(number), number, party, town, listed=number > LARGE)
            taken.add(key)
            yield soul
            number += 1
    yield from _namesakes(draw.of("namesakes"), number, homes)


def _soul(draw: Chance, number: int, party: str, town: str, *, listed: bool) -> Soul:
    """Return a person; ``listed``: of a name from the lexicon, of which there are more than of ours."""
    gender: Gender = "female" if draw.happens(0.35, "gender") else "male"
    given, families = _listed(gender) if listed else names.own(gender)
    own = [draw.pick(given, "given")]
    if draw.happens(0.25, "second") and own[0] not in ("محمد", "فاطمة", "فاطمة الزهراء"):
        own.insert(0, "محمد" if gender == "male" else "فاطمة")
    name = Name(tuple(own), draw.pick(families, "family"), gender)
    height = (0, 0, 0, 1, 1, 2)[draw.below(6, "height")]
    return Soul(f"p{number:05}", name, party, town, height, 2010 + draw.below(6, "start"))


@cache
def _listed(gender: Gender) -> tuple[list[str], list[str]]:
    """Given and family names of the lexicon."""
    given = sorted(name for name, own in rows("given_names.tsv") if (own == "f") == (gender == "female"))
    return given, sorted(row[0] for row in rows("family_names.txt") if len(row[0]) > 3)


@cache
def _more_towns() -> list[str]:
    """Communes of the lexicon whose name no other place has."""
    listed = [row for row in rows("places.tsv") if row[0] != "code"]
    counts = Counter(row[2] for row in listed)
    return [row[2] for row in listed if row[1] == "commune" and counts[row[2]] == 1 and row[7] == "0"]


def _namesakes(draw: Chance, number: int, homes: list[tuple[str, str]]) -> Iterator[Soul]:
    """Yield people of one common name: pairs in two parties, and pairs in one party in towns far from each other."""
    given = [name for name in names.MEN if " " not in name]
    pairs = [(one, family) for family in names.COMMON for one in given][: max(2, len(homes) // 2)]
    for n, (one, family) in enumerate(pairs):
        name = Name((one,), family, "male")
        party, town = draw.pick(homes, n, "first")
        if n % 3 == 2:
            others = [home for home in homes if home[0] == party and home[1] != town]
        else:
            others = [home for home in homes if home[0] != party]
        if not others:
            continue
        for home in ((party, town), draw.pick(others, n, "second")):
            yield Soul(f"p{number:05}", name, *home, 0, 2010 + draw.below(6, number))
            number += 1


def _happenings(draw: Chance, souls: tuple[Soul, ...], events: int) -> Iterator[Happening]:
    local: dict[tuple[str, str], list[Soul]] = {}
    of_town: dict[str, list[Soul]] = {}
    of_party: dict[str, list[Soul]] = {}
    for soul in souls:
        local.setdefault((soul.party, soul.town), []).append(soul)
        of_town.setdefault(soul.town, []).append(soul)
        if soul.height == 2 and len(of_party.setdefault(soul.party, [])) < VISITORS:
            of_party[soul.party].append(soul)
    homes = sorted(local)
    for number in range(events):
        own = draw.of("event", number)
        home = draw.pick(homes, number, "home")
        day = datetime.date(own.pick(YEARS, "year"), 1, 1) + datetime.timedelta(own.below(365, "day"))
        members = own.some(local[home], 3 + own.below(3, "size"), "members")
        guests = own.some([soul for soul in of_town[home[1]] if soul.party != home[0]], 2, "guests")
        visitors = own.some(of_party[home[0]], 1, "visitors")
        people = tuple(dict.fromkeys((*members, *visitors)))
        kind = own.pick(KINDS, "kind")
        attending = tuple(guests) if own.happens(0.3, "invited") else ()
        yield Happening(f"e{number:05}", kind, *home, day, _apart(people), _apart(attending, people))


def _apart(people: tuple[Soul, ...], beside: tuple[Soul, ...] = ()) -> tuple[Soul, ...]:
    """Leave out whoever shares a family name with somebody before: a paper would confuse its readers."""
    seen = {soul.name.family for soul in beside}
    kept = []
    for soul in people:
        if soul.name.family not in seen:
            kept.append(soul)
        seen.add(soul.name.family)
    return tuple(kept)
