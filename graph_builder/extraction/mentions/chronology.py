"""Days told by those told before: a weekday, "the next day", a day and month whose year another date fixes.

Only a day that the text leaves one choice for is settled; the rest stay open.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Final

from graph_builder.arabic.dates import NEAR
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import DateMention
from graph_builder.extraction.mentions.times import calendar, ordinals, read_date_mention
from graph_builder.extraction.wordlists import LISTS
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

_WORDS: Final = data("calendar")
_NEXT_DAY: Final = folded(_WORDS["next_day"])
_TODAY: Final = LISTS.declare(folded(_WORDS["today"]))
_ON_ITS_DAY: Final = folded(_WORDS["on_its_day"])
_LEAD: Final = 2
"""Words of a town before the date of a dateline."""
_TOMORROW: Final = LISTS.declare(folded(_WORDS["tomorrow"]))
_LAST_DAY: Final = folded(_WORDS["last_day"])
_SOME_DAY: Final = _TODAY | _TOMORROW
_FROM_OTHERS: Final = _NEXT_DAY | _LAST_DAY
_AHEAD: Final = folded(data("trigger_words")["future"]) | folded(_WORDS["ahead"])
_CLOSING: Final = folded(_WORDS["closing"])
_UNKNOWN: Final = "XXXX-"
WEEK: Final = dt.timedelta(days=7)


@dataclass(slots=True)
class _Told:
    """What the text has fixed so far."""

    weekdays: dict[int, str] = field(default_factory=dict)
    first: dt.date | None = None
    last: dt.date | None = None
    """First and last day of the days told last."""
    closing: bool = False
    """Whether the days told last end what the text tells."""


def stated_day(sentences: list[Sentence]) -> dt.date | None:
    """Return the day of the article, if its text states it: "اليوم السبت 4 ماي 2019", a dateline."""
    for s in sentences:
        for m in s.mentions:
            if not isinstance(m, DateMention) or (day := _date(m.date or "")) is None:
                continue
            today = any(s.norm[k] in _TODAY or s.norm[k] in _ON_ITS_DAY for k in range(m.i, m.j))
            dateline = 0 <= s.paragraph <= 1 and m.i <= _LEAD and s.is_sign(m.j, "-–—:")
            if today or dateline:
                return day
    return None


def full_date(published: str | None) -> dt.date | None:
    """Return the day of publication; ``None`` if it is not told to the day."""
    try:
        return dt.date.fromisoformat(published) if published and len(published) == 10 else None
    except ValueError:
        return None


def count_from(sentences: list[Sentence], day: dt.date) -> None:
    """Read the dates that are told from the article's day: "غدا", "السبت الماضي"."""
    for s in sentences:
        for m in s.mentions:
            if isinstance(m, DateMention) and (again := read_date_mention(s, m.i, day)) is not None and again.j == m.j:
                m.date = again.date


def settle(sentences: list[Sentence], anchor: dt.date | None) -> None:
    """Fix the days of date mentions that earlier ones fix, and add those told by "the next day", "the last day"."""
    told = _Told()
    for s in sentences:
        if days := _days_in_words(s):
            s.mentions = sorted([*s.mentions, *days], key=lambda m: m.i)
        for m in s.mentions:
            if isinstance(m, DateMention):
                m.date = (
                    _with_year(s, m, told, anchor) or _by_weekday(s, m, told, anchor) or m.date or _in_words(s, m, told)
                )
                _note(s, m, told)


def _days_in_words(s: Sentence) -> list[DateMention]:
    found: list[DateMention] = []
    for k in s.saying(_SOME_DAY):
        if s.norm[k] in _TOMORROW:
            end = k + 1
        elif s.norm[k] in _TODAY and k + 1 < len(s.norm) and _which_day(s, k + 1):
            end = k + 2
        else:
            continue
        if not any(m.i < end and k < m.j for m in s.mentions):
            found.append(DateMention(k, end, "", None, None))
    return found


def _which_day(s: Sentence, k: int) -> bool:
    """Whether token ``k`` says which day "the day" is: the next, the last, the second."""
    return (
        s.norm[k] in _FROM_OTHERS
        or s.norm[k] in calendar().same
        or (s.bare[k] in ordinals() and s.norm[k] != s.bare[k])
    )


def _in_words(s: Sentence, m: DateMention, told: _Told) -> str | None:
    """ "اليوم الموالي", "الغد", "اليوم الأخير", "اليوم الثاني" of the days told last."""
    if told.first is None or told.last is None or m.weekday is not None:
        return None
    word = s.norm[m.j - 1]
    if word in calendar().same:
        return told.last.isoformat()
    if word in _NEXT_DAY or word in _TOMORROW:
        return (told.last + dt.timedelta(days=1)).isoformat()
    several = told.last > told.first
    if word in _LAST_DAY and (several or told.closing):
        return told.last.isoformat()
    number = ordinals().get(s.bare[m.j - 1], 0)
    day = told.first + dt.timedelta(days=number - 1)
    return day.isoformat() if number and several and day <= told.last else None


def _with_year(s: Sentence, m: DateMention, told: _Told, anchor: dt.date | None) -> str | None:
    """A day and month: the year in which it falls on its weekday, or near the day told last."""
    if m.date is None or not m.date.startswith(_UNKNOWN):
        return None
    if len(m.date) == len("XXXX-01") and (base := anchor or told.last) is not None:
        return _month_near(s, m, base if s.norm[m.j - 1] not in calendar().same else told.last or base)
    if told.last is None:
        return None
    days = m.date.split("/")
    if any(len(day) != len("XXXX-01-01") for day in days):
        return None
    for year in (told.last.year, told.last.year + 1, told.last.year - 1):
        fixed = [_date(f"{year}-{day[len(_UNKNOWN) :]}") for day in days]
        if fixed[0] is None or fixed[-1] is None or abs(fixed[0] - told.last) > NEAR:
            continue
        if m.weekday is None or m.weekday == fixed[0].weekday():
            return "/".join(day.isoformat() for day in fixed if day)
    return None


def _month_near(s: Sentence, m: DateMention, last: dt.date) -> str | None:
    """ "أكتوبر المقبل", "شتنبر الجاري": a month told from the day told last."""
    month, word, c = int((m.date or "")[-2:]), s.norm[m.j - 1], calendar()
    if word in c.future:
        return f"{last.year + (month <= last.month)}-{month:02}"
    if word in c.same or (word in c.present and s.norm[m.j - 2] in c.this_year | c.year):
        return f"{last.year}-{month:02}"
    if word in c.months and _to_come(s, m.i):
        return f"{last.year + (month < last.month)}-{month:02}"
    return f"{last.year}-{month:02}" if word in calendar().present and month == last.month else None


def _to_come(s: Sentence, i: int) -> bool:
    """Whether what is told before token ``i`` is still to come."""
    return any(s.norm[k].removeprefix("و") in _AHEAD for k in range(i))


def _by_weekday(s: Sentence, m: DateMention, told: _Told, anchor: dt.date | None) -> str | None:
    """A bare weekday: the day told under that name, one of the days told last, or the next one after them."""
    several = any(w.startswith("و") for w in s.norm[m.i + 1 : m.j])
    c = calendar()
    if m.date is not None or m.weekday is None or several:
        return None
    if m.weekday in told.weekdays:
        return told.weekdays[m.weekday]
    if s.norm[m.j - 1] in c.past | c.future:
        return None
    if told.first is None or told.last is None or (anchor is not None and abs(anchor - told.last) > WEEK):
        return _beside(s, m, anchor)
    inside = told.first + dt.timedelta(days=(m.weekday - told.first.weekday()) % 7)
    if inside <= told.last:
        return inside.isoformat()
    day = inside - WEEK if told.closing else inside
    return day.isoformat() if anchor is None or day <= anchor else None


def _beside(s: Sentence, m: DateMention, anchor: dt.date | None) -> str | None:
    """A bare weekday that nothing else fixes: the last before the article's own day, or the next if it is to come."""
    if anchor is None or m.weekday is None:
        return None
    if _to_come(s, m.i):
        return (anchor + dt.timedelta(days=(m.weekday - anchor.weekday() - 1) % 7 + 1)).isoformat()
    return (anchor - dt.timedelta(days=(anchor.weekday() - m.weekday) % 7)).isoformat()


def _note(s: Sentence, m: DateMention, told: _Told) -> None:
    days = [_date(day) for day in (m.date or "").split("/")]
    if days[0] is None or days[-1] is None:
        return
    for day in days:
        if day is not None:
            told.weekdays.setdefault(day.weekday(), day.isoformat())
    inside = told.first is not None and told.last is not None and told.first <= days[0] and days[-1] <= told.last
    if not inside:
        told.first, told.last = days[0], days[-1]
        told.closing = any(w in _CLOSING for w in s.norm[: m.i])


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if len(text) == len("2017-04-23") else None
    except ValueError:
        return None
