"""Dates in running text: days, months, years, and those told from the date of the article ("last Sunday").

A relative date is computed only from a date that the article states about itself. What the text leaves open stays
open: ``XXXX-10-07`` is a day of an unknown year. EDTF throughout (https://www.loc.gov/standards/datetime/).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from graph_builder.arabic.tokens import Token

NEAR: Final = dt.timedelta(days=120)
"""A day and month without a year are those nearest to the article's own date, if no farther than this."""
YEARS: Final = range(1900, 2100)
_SEPARATORS: Final = frozenset("/-.–")


@dataclass(frozen=True, slots=True)
class Calendar:
    """Folded words of dates, from the lexicon."""

    months: Mapping[str, int]
    double_months: Mapping[tuple[str, str], int]
    hijri: frozenset[str]
    weekdays: Mapping[str, int]
    numbers: Mapping[str, int]
    today: frozenset[str]
    yesterday: frozenset[str]
    day_to_come: frozenset[str]
    before_yesterday: frozenset[str]
    first_of_month: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    future: frozenset[str]
    day: frozenset[str]
    month: frozenset[str]
    year: frozenset[str]
    this_year: frozenset[str]
    same: frozenset[str]
    week_end: tuple[str, ...]
    until: frozenset[str]
    not_today: frozenset[str]


class Found(NamedTuple):
    """A date in tokens up to ``end``. ``date`` is ``None`` where the text does not fix it."""

    end: int
    date: str | None
    weekday: int | None
    relative: bool


class _Reader:
    """Reads one date expression from left to right."""

    def __init__(self, tokens: Sequence[Token], i: int, calendar: Calendar, anchor: dt.date | None, first: str) -> None:
        self.tokens, self.at, self.calendar, self.anchor = tokens, i, calendar, anchor
        self.first = first
        self.start = i

    def norm(self, ahead: int = 0) -> str:
        k = self.at + ahead
        if k >= len(self.tokens):
            return ""
        return self.first if k == self.start else self.tokens[k].word.norm

    def skip(self, words: frozenset[str]) -> bool:
        if self.norm() in words:
            self.at += 1
            return True
        return False

    def number(self, ahead: int = 0) -> int | None:
        k = self.at + ahead
        norm = self.norm(ahead)
        if norm.startswith("و") and norm[1:].isdecimal():
            norm = norm[1:]
        if k < len(self.tokens) and norm.isdecimal() and len(norm) <= 4:
            return int(norm)
        return self.calendar.numbers.get(norm)

    def month_at(self, ahead: int) -> tuple[int, int] | None:
        """Return month and length of the month name, or of its two names ("أيار/مايو"), ``ahead`` tokens on."""
        pair = (self.norm(ahead), self.norm(ahead + 1))
        if pair in self.calendar.double_months:
            found = self.calendar.double_months[pair], 2
        elif pair[0] in self.calendar.months:
            found = self.calendar.months[pair[0]], 1
        else:
            return None
        month, length = found
        if self.norm(ahead + length) == "/" and (again := self.month_at(ahead + length + 1)) and again[0] == month:
            length += 1 + again[1]
        return month, length


def read_date(
    tokens: Sequence[Token], i: int, calendar: Calendar, anchor: dt.date | None, first: str | None = None
) -> Found | None:
    """Read the date that begins at token ``i``; ``None`` if none does.

    Args:
        tokens: the sentence.
        i: where the date may begin.
        calendar: the words of dates.
        anchor: the date that the article states about itself.
        first: token ``i`` without its clitics, if it has any.
    """
    reader = _Reader(tokens, i, calendar, anchor, first or tokens[i].word.norm)
    return _numeric(reader) or _worded(reader)


def _numeric(r: _Reader) -> Found | None:
    """``23/04/2017``, ``06 - 06 - 2017``, ``2017-04-23``."""
    if not (r.norm().isdecimal() and r.norm(1) in _SEPARATORS and r.norm(2).isdecimal() and r.norm(3) in _SEPARATORS):
        return None
    if not r.norm(4).isdecimal() or r.norm(1) == "" or r.norm(3) == "":
        return None
    a, b, c = int(r.norm()[:5]), int(r.norm(2)[:5]), int(r.norm(4)[:5])
    day, month, year = (c, b, a) if a in YEARS else (a, b, c)
    date = _iso(year, month, day)
    return Found(r.at + 5, date, None, False) if date else None


def _worded(r: _Reader) -> Found | None:
    c = r.calendar
    if (r.norm(), r.norm(1)) == c.week_end and r.norm(2) in c.past:
        r.at += 3
        days = [_last_weekday(r.anchor, day, 1) for day in (5, 6)]
        saturday, sunday = sorted(d or "" for d in days)
        return Found(r.at, f"{saturday}/{sunday}" if r.anchor else None, None, True)
    opened = r.skip(c.day)
    back = None
    if r.norm() in c.before_yesterday and r.norm(1) in c.yesterday:
        back, r.at = 2, r.at + 2
    elif r.norm() in c.before_yesterday and r.norm(1) == "من" and r.norm(2) in c.yesterday:
        back, r.at = 2, r.at + 3
    elif r.skip(c.yesterday):
        back = 1
    elif r.skip(c.day_to_come):
        back = -1
    elif r.norm() in c.today and (not opened or r.norm(1) in c.weekdays) and r.norm(1) not in c.not_today:
        back, r.at = 0, r.at + 1
    r.skip(c.day)
    weekdays = _weekdays(r)
    day_month = _day_month(r, bool(weekdays) or opened or back is not None)
    if day_month is not None:
        return day_month._replace(weekday=weekdays[0] if weekdays else None)
    if weekdays:
        return _weekday(r, weekdays, back)
    if back is not None:
        date = (r.anchor - dt.timedelta(days=back)).isoformat() if r.anchor else None
        return Found(r.at, date, None, True)
    return None if opened else _month_or_year(r)


def _weekdays(r: _Reader) -> list[int]:
    """One weekday, or two joined by و."""
    days: list[int] = []
    while True:
        norm = r.norm()
        if days and norm.startswith("و"):
            norm = norm[1:]
        if norm not in r.calendar.weekdays or (days and not r.norm().startswith("و")):
            break
        days.append(r.calendar.weekdays[norm])
        r.at += 1
    if days and r.norm() in ("،", ",") and r.number(1) is not None and r.month_at(2):
        r.at += 1
    return days


def _day_month(r: _Reader, marked: bool) -> Found | None:
    """``23 أبريل 2017``, ``3 و4 يونيو``, ``فاتح ماي``, ``9-10-11 فبراير 2024``."""
    start = r.at
    days = _days(r)
    if not days:
        return None
    r.skip(frozenset(["من"]))
    of_month = r.skip(r.calendar.month)
    if r.norm() in r.calendar.hijri:
        r.at += 1
        if r.number() is not None:
            r.at += 1
        return Found(r.at, None, None, False)
    found = r.month_at(0)
    if found is None:
        if (marked or of_month) and len(days) == 1 and r.norm() in r.calendar.present and r.anchor:
            r.at += 1
            return Found(r.at, _iso(r.anchor.year, r.anchor.month, days[0]), None, True)
        r.at = start
        return None
    month, length = found
    r.at += length
    year, relative = _year(r, month, days[-1])
    dates = [_iso(year, month, day) if year else _unknown_year(month, day) for day in (days[0], days[-1])]
    if dates[0] is None or dates[1] is None:
        return Found(r.at, None, None, relative)
    return Found(r.at, dates[0] if dates[0] == dates[1] else f"{dates[0]}/{dates[1]}", None, relative)


def _days(r: _Reader) -> list[int]:
    """The days before a month: one, several, or the first as a word."""
    if r.norm() in r.calendar.first_of_month:
        r.at += 1
        return [1]
    days: list[int] = []
    while (value := r.number()) is not None and 1 <= value <= 31 and len(days) < 5:
        days.append(value)
        r.at += 1
        if (r.norm() in _SEPARATORS or r.norm() in ("و", "،")) and r.number(1) is not None:
            r.at += 1
        elif (gap := _until(r)) is not None:
            r.at += gap
    return days


def _until(r: _Reader) -> int | None:
    """Words between the first and the last day of several ("22 إلى الأحد 25 غشت"); ``None`` if no last day follows."""
    ahead = 0
    while r.norm(ahead) in r.calendar.until:
        ahead += 1
    if ahead == 0:
        return None
    ahead += r.norm(ahead) in r.calendar.weekdays
    return ahead if r.number(ahead) is not None and r.month_at(ahead + 1) else None


def _year(r: _Reader, month: int, day: int | None) -> tuple[int | None, bool]:
    """Read the year after a month; without one, the year that the article's own date fixes."""
    at = r.at
    if r.norm() in (",", "،") and r.norm(1).isdecimal():
        r.at += 1
    r.skip(frozenset(["من"]))
    named = r.skip(r.calendar.this_year)
    r.skip(r.calendar.year)
    if named and r.skip(r.calendar.same):
        return None, True
    value = r.number()
    if value is not None and value in YEARS and r.norm().isdecimal():
        r.at += 1
        return value, False
    if r.norm() in r.calendar.present:
        r.at += 1
        if (value := r.number()) is not None and value in YEARS and r.norm().isdecimal():
            r.at += 1
            return value, False
        return (r.anchor.year if r.anchor else None), True
    r.at = at
    if r.norm() in r.calendar.past:
        r.at += 1
        return _before(r.anchor, month, day), True
    if r.norm() in r.calendar.future:
        r.at += 1
        return _after(r.anchor, month, day), True
    return (_nearest(r.anchor, month, day) if day else None), True


def _weekday(r: _Reader, weekdays: list[int], back: int | None) -> Found:
    """``الأحد الماضي``, ``أول أمس الثلاثاء``, ``اليوم الاثنين``; a bare weekday is not fixed."""
    c = r.calendar
    if back == -1:
        dates = [_next_weekday(r.anchor, day) for day in weekdays]
    elif r.skip(c.past) or back is not None:
        step = 0 if back == 0 else 1
        dates = [_last_weekday(r.anchor, day, step) for day in weekdays]
    elif r.skip(c.future):
        dates = [_next_weekday(r.anchor, day) for day in weekdays]
    else:
        dates = []
    known = [d for d in dates if d]
    date = None if not known else known[0] if len(known) == 1 else f"{known[0]}/{known[-1]}"
    return Found(r.at, date, weekdays[0], True)


def _month_or_year(r: _Reader) -> Found | None:
    """``فبراير 2017``, ``فبراير الماضي``, ``شهر يونيو من السنة الجارية``, ``سنة 2016``."""
    c = r.calendar
    named = r.skip(c.month)
    found = r.month_at(0)
    if found:
        r.at += found[1]
        year, relative = _year(r, found[0], None)
        if year is None and not relative:
            return None
        date = f"{year:04d}-{found[0]:02d}" if year else f"XXXX-{found[0]:02d}"
        return Found(r.at, date, None, relative)
    if named:
        return None
    if r.skip(c.year):
        value = r.number()
        if value in YEARS and r.norm().isdecimal():
            r.at += 1
            return Found(r.at, str(value), None, False)
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat() if year in YEARS else None
    except ValueError:
        return None


def _unknown_year(month: int, day: int) -> str:
    return f"XXXX-{month:02d}-{day:02d}"


def _before(anchor: dt.date | None, month: int, day: int | None) -> int | None:
    if anchor is None:
        return None
    return anchor.year if (month, day or 0) <= (anchor.month, anchor.day if day else 0) else anchor.year - 1


def _after(anchor: dt.date | None, month: int, day: int | None) -> int | None:
    if anchor is None:
        return None
    return anchor.year if (month, day or 32) >= (anchor.month, anchor.day) else anchor.year + 1


def _nearest(anchor: dt.date | None, month: int, day: int | None) -> int | None:
    if anchor is None or day is None:
        return None
    for year in (anchor.year, anchor.year - 1, anchor.year + 1):
        date = _iso(year, month, day)
        if date and abs(dt.date.fromisoformat(date) - anchor) <= NEAR:
            return year
    return None


def _last_weekday(anchor: dt.date | None, weekday: int, least: int) -> str | None:
    if anchor is None:
        return None
    back = (anchor.weekday() - weekday) % 7
    if back < least:
        back += 7
    return (anchor - dt.timedelta(days=back)).isoformat()


def _next_weekday(anchor: dt.date | None, weekday: int) -> str | None:
    if anchor is None:
        return None
    return (anchor + dt.timedelta(days=(weekday - anchor.weekday() - 1) % 7 + 1)).isoformat()
