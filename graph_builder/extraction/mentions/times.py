"""Dates and numbers of a sentence, read with the lexicon's words."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Final

from graph_builder.arabic.dates import Calendar, read_date
from graph_builder.arabic.numbers import NumberWords, read_number
from graph_builder.arabic.tokens import strip_article
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import DateMention, NumberMention
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded, norms

_LISTS: Final = [
    "today",
    "yesterday",
    "day_to_come",
    "before_yesterday",
    "first_of_month",
    "past",
    "present",
    "future",
    "day",
    "month",
    "year",
    "until",
    "this_year",
    "same",
    "not_today",
]


def _numbers() -> dict[str, int]:
    return {norms(k)[0]: v for table in ("values", "ordinals") for k, v in data("numbers")[table].items()}


@cache
def calendar() -> Calendar:
    """Return the words of dates."""
    words, months = data("calendar"), data("months")
    single: dict[str, int] = {}
    double: dict[tuple[str, str], int] = {}
    for family in months["gregorian"].values():
        for number, spellings in enumerate(family, 1):
            for parts in map(norms, spellings):
                if len(parts) == 1:
                    single[parts[0]] = number
                else:
                    double[parts[0], parts[1]] = number
    hijri = frozenset(norms(spelling)[0] for spellings in months["hijri"] for spelling in spellings)
    return Calendar(
        months=single,
        double_months=double,
        hijri=hijri - frozenset(single),
        weekdays={norms(k)[0]: v for k, v in words["weekdays"].items()},
        numbers={**{w: v for w, v in ordinals().items() if v > 1}, **_numbers()},
        week_end=tuple(norms(words["week_end"][0])),
        **{name: folded(words[name]) for name in _LISTS},
    )


TEENS: Final = folded(data("numbers")["teens"])
"""Second words of eleven to nineteen, cardinal or ordinal: "ثلاثة عشر", "الثالث عشر"."""


def _folded_values(table: str) -> dict[str, int]:
    return {norms(word)[0]: value for word, value in data("numbers")[table].items()}


@cache
def number_words() -> NumberWords:
    """Return the words of numbers."""
    return NumberWords(
        values=_folded_values("values"),
        thousands=_folded_values("thousands"),
        alone=_folded_values("alone"),
        teens=TEENS,
        units=_folded_values("units"),
    )


_CALLED_BY_DAYS: Final = frozenset(strip_article(w) for w in folded(data("calendar")["called_by_days"]))
APPROXIMATE: Final = folded(data("numbers")["approximate"])
APPROXIMATE_AFTER: Final = folded(data("numbers")["approximate_after"])
_SHORT: Final = 2
"""Letters of a month that is another word with a preposition before it: "آب"."""
_APPROXIMATE_REACH: Final = 3
"""Words before a number within which one says that it is not exact."""


@cache
def ordinals() -> dict[str, int]:
    """Return ordinals, folded and without articles."""
    return {norms(k)[0].removeprefix("ال"): v for k, v in data("numbers")["ordinals"].items()}


@cache
def _openers() -> frozenset[str]:
    c = calendar()
    words = {w for pair in c.double_months for w in pair[:1]}
    return frozenset(
        words | set(c.months) | set(c.weekdays) | c.today | c.yesterday | c.day_to_come | c.before_yesterday
        | c.first_of_month | c.day | c.month | c.year | {c.week_end[0]}
    )  # fmt: skip


def openers_of_times() -> tuple[set[str], set[str]]:
    """Return the words that may begin a date or a number: without clitics, and without their article too."""
    numbers = number_words()
    rests = {*_openers(), *calendar().numbers, *numbers.values, *numbers.alone, *numbers.units}
    return rests, {word for word, value in numbers.values.items() if value > 1}


def read_date_mention(s: Sentence, i: int, anchor: dt.date | None) -> DateMention | None:
    """Read the date that begins at token ``i``, clitics allowed."""
    openers = _openers()
    word = s.tokens[i].word
    if word.kind == "number":
        found = read_date(s.tokens, i, calendar(), anchor)
        if found is None or _is_called_by(s, i, found.end):
            return None
        return DateMention(i, found.end, "", found.date, found.weekday)
    for split in word.splits:
        if split.rest in openers or (
            (split.rest in number_words().values or split.rest in calendar().numbers) and i + 1 < len(s.norm)
        ):
            found = read_date(s.tokens, i, calendar(), anchor, split.rest)
            if found and (found.end > i + 1 or len(split.rest) > _SHORT):  # "باب" alone is a door, not "in August"
                return DateMention(i, found.end, split.prefix, found.date, found.weekday)
    return None


def _is_called_by(s: Sentence, i: int, end: int) -> bool:
    """Whether a day is the name of a venue or street: "دار الشباب 20 غشت"; a whole date is one only right after it."""
    far = 1 if s.tokens[end - 1].word.kind == "number" else 2
    return any(s.bare[k] in _CALLED_BY_DAYS for k in range(max(0, i - far), i))


def read_number_mention(s: Sentence, i: int) -> NumberMention | None:
    """Read the number that begins at token ``i``; exact unless a word beside it says otherwise."""
    found = read_number(s.tokens, i, number_words())
    if found is None:
        return None
    end, value, prefix = found
    end = _again(s, end, value)
    return NumberMention(i, end, prefix, value, not _approximate(s, i, end))


def _again(s: Sentence, end: int, value: int) -> int:
    """Where a number ends that is told again in brackets: "سبعة عشر (17) عضوا"."""
    if s.is_sign(end, "(") and end + 1 < len(s.tokens):
        again = read_number(s.tokens, end + 1, number_words())
        if again is not None and again[1] == value and s.is_sign(again[0], ")"):
            return again[0] + 1
    return end


def _approximate(s: Sentence, i: int, end: int) -> bool:
    """Whether words beside a number say that it is not exact: "ما يزيد عن 900", "300 تقريبا"."""
    for k in range(i - 1, max(-1, i - 1 - _APPROXIMATE_REACH), -1):
        if s.tokens[k].word.kind != "word":
            break
        if any(split.rest in APPROXIMATE for split in s.tokens[k].word.splits):
            return True
    return any(norm in APPROXIMATE_AFTER for norm in s.norm[end : end + _APPROXIMATE_REACH])
