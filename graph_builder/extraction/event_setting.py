"""When and where an event is, by the dates and places of the sentence that names it."""

from __future__ import annotations

import datetime as dt
from typing import Final

from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.event_behind import of_body
from graph_builder.extraction.mention_kinds import DateMention, EventMention, NumberMention, PlaceMention
from graph_builder.extraction.rules import event_words
from graph_builder.extraction.rules.triggers import says, words

MONTH: Final = len("2017-04")
FULL: Final = len("2017-04-23")
DATE_REACH: Final = 22
"""Words between an event and a date that is said of it."""
OPENING_REACH: Final = 60
"""... and one that opens the sentence."""
_OPENING: Final = 14
"""Tokens within which a date opens its sentence: "على مدى يومين، السبت والأحد 19 و20 يونيو 2010، ..."."""
PLACE_REACH: Final = 14
"""Words from a place back to which it may be said of the event after it."""
_AREAS: Final = ("region", "province")
"""Kinds of places of which an event may be, without being everywhere in them."""
_TOWNS: Final = words("مدينة جماعة بلدية")
_SPAN: Final = dt.timedelta(days=4)
"""Days of the longest congress, after its first."""
_LINKS: Final = event_words.WHO | event_words.EXPECTED | event_words.HELD_ON
"""Between the event that a body is for, or of, and a day of its own."""
_BESIDE: Final = 2
"""Words from an event to its year, or from a weekday to the day that it is."""


def date_of(s: Sentence, m: EventMention) -> str | None:
    """Return the date nearest to the event in its sentence that is not nearer to another event."""
    polls = m.kind == "election" and m.form.number != "singular"
    if polls and (year := _year_beside(s, m)):
        return year
    others = [o for o in of_type(s, EventMention) if o is not m and not _is_act(o) and not of_body(s, o)]
    bound = bool(others) and of_body(s, m)
    best: tuple[int, str] | None = None
    for date in of_type(s, DateMention):
        distance = _distance(m, date)
        if 0 <= date.i - m.j <= 1 and not _is_fixed(date) and not _is_told_again(s, date):
            return None
        if not _is_fixed(date) or (len(date.date or "") < MONTH and not _by_year(s, m, distance)):
            continue
        if _goes_on(s, date) or (date.i and s.norm[date.i - 1] in event_words.UNTIL):
            continue
        if bound and not any(w in _LINKS for w in s.norm[m.j : max(m.j, date.i)]):
            continue
        if (polls and distance > (3 if m.qualified else 1)) or _of_next(s, m, others, date.i):
            continue
        rivals = [o for o in others if not _of_next(s, o, [*others, m], date.i)]
        rival = min((_distance(o, date) for o in rivals), default=10**6)
        reach = OPENING_REACH if date.j <= _OPENING else DATE_REACH
        if distance <= min(reach, rival) and (best is None or distance < best[0]):
            best = distance, date.date or ""
    return best[1] if best else None


def _of_next(s: Sentence, m: EventMention, others: list[EventMention], at: int) -> bool:
    """ "استعدادا لمؤتمره، انعقد يوم الأحد بسلا المؤتمر الإقليمي": whether token ``at`` is of what a verb holds."""
    clause = (k for k in range(m.j, at) if says(s, k, event_words.CONVENES) and s.norm[k - 1] not in event_words.WHO)
    verb = next(clause, None)
    return verb is not None and any(o.i > at for o in others)


def _is_act(m: EventMention) -> bool:
    """Whether an event is an act within a gathering, or elections of no name: a date beside them is the gathering's."""
    return m.head in event_words.ACTS and not (m.kind == "election" and m.form.number != "singular" and m.qualified)


def _is_fixed(date: DateMention) -> bool:
    return date.date is not None and "X" not in date.date


def _goes_on(s: Sentence, date: DateMention) -> bool:
    """ "اليوم وغدا": the second of two days, of which the first is the event's."""
    joined = s.norm[date.i].startswith("و") and len(s.norm[date.i]) > 1
    return joined and any(o.j == date.i and _is_fixed(o) for o in of_type(s, DateMention))


def _is_told_again(s: Sentence, date: DateMention) -> bool:
    """ "يوم السبت المقبل الموافق 3 ماي 2025": the day follows in full."""
    return any(_is_fixed(o) and 0 <= o.i - date.j <= _BESIDE for o in of_type(s, DateMention))


def _year_beside(s: Sentence, m: EventMention) -> str | None:
    """ "الانتخابات النيابية لعام 2026": a year of its own right after the name of an election."""
    years = (n for n in of_type(s, NumberMention) if 0 <= n.i - m.j <= 1 and n.j == n.i + 1)
    year = next((n for n in years if 1950 <= n.value <= 2100 and s.tokens[n.i].word.kind == "number"), None)
    between = s.norm[m.j : year.i] if year else []
    return str(year.value) if year and all(w in event_words.OF_YEAR for w in between) else None


def _by_year(s: Sentence, m: EventMention, distance: int) -> bool:
    """Whether a year alone is the event's: right after it, or the sentence's one date, of a congress with a number."""
    alone = m.kind == "congress" and m.ordinal and sum(1 for _ in of_type(s, DateMention)) == 1
    return 0 <= distance <= 1 or alone


def _distance(m: EventMention, date: DateMention) -> int:
    return date.i - m.j if date.i >= m.j else (m.i - date.j) + 2


def near_by(a: str, b: str) -> bool:
    """Return whether two dates are days, or several, of at most a few days on end: those of one congress.

    >>> near_by("2014-05-24", "2014-05-25"), near_by("2014-05-24/2014-05-25", "2014-05-30"), near_by("2014-05", "2014")
    (True, False, False)
    """
    days = sorted(day for date in (a, b) for day in date.split("/"))
    if any(len(day) != FULL or "X" in day for day in days):
        return False
    return dt.date.fromisoformat(days[-1]) - dt.date.fromisoformat(days[0]) <= _SPAN


def together(a: str, b: str) -> str:
    """Return the span of two dates of days.

    >>> together("2014-05-25", "2014-05-24"), together("2014-05-24", "2014-05-24")
    ('2014-05-24/2014-05-25', '2014-05-24')
    """
    days = sorted({day for date in (a, b) for day in date.split("/")})
    return days[0] if len(days) == 1 else f"{days[0]}/{days[-1]}"


def place_of(s: Sentence, m: EventMention) -> str | None:
    """Return the place of the event: its own, its body's, else the nearest that the sentence says something is at."""
    place = _place(s, m)
    return place.name if place is not None else None


def in_a_town(first: Sentence, told: EventMention, s: Sentence, m: EventMention) -> bool:
    """Return whether a mention tells the town of an event of which an earlier one only tells the region or province."""
    area, town = _place(first, told), _place(s, m)
    return area is not None and town is not None and area.kind in _AREAS and _is_within(town, area)


def _place(s: Sentence, m: EventMention) -> PlaceMention | None:
    own = m.place or (m.body.place if m.body else None)
    if (own and own.kind not in _AREAS) or (m.kind == "election" and m.form.number != "singular"):
        return own
    others = [o for o in of_type(s, EventMention) if o is not m and not _is_act(o)]
    located = [p for p in of_type(s, PlaceMention) if p.kind != "country" and _is_at(s, p)]
    located = [p for p in located if not any(m.j <= o.i < o.j <= p.i for o in others)]
    located = [p for p in located if not _of_next(s, m, others, p.i)]
    located = [p for p in located if own is None or _is_town(p, own)]
    near = [(p.i - m.j, p) for p in located if m.j <= p.i <= m.j + DATE_REACH]
    near += [(m.i - p.i, p) for p in located if m.i - PLACE_REACH <= p.i < m.i]
    if not near:
        return own
    nearest = min(near, key=lambda found: found[0])[1]
    towns = [found for found in near if nearest.kind in _AREAS and _is_within(found[1], nearest)]
    return min(towns, key=lambda found: found[0])[1] if towns else nearest  # "عقد الحزب بإقليم كذا مؤتمره بكذا"


def _is_within(p: PlaceMention, area: PlaceMention) -> bool:
    """Whether a place is another one inside an area, both of them known."""
    inside = bool(area.code and p.code) and p.code != area.code and str(p.code).startswith(str(area.code))
    return inside and _is_town(p, area)


def _is_town(p: PlaceMention, own: PlaceMention) -> bool:
    """ "المؤتمر الجهوي بجهة الشرق ... بوجدة": whether a place may be the town of an event of a region or province."""
    if own.kind == "region":
        return p.kind != "region"
    return p.kind not in ("region", "province") or (p.type_word != "" and p.type_word in _TOWNS)


def _is_at(s: Sentence, p: PlaceMention) -> bool:
    return p.prefix == "ب" or (p.i > 0 and s.norm[p.i - 1] in event_words.AT)
