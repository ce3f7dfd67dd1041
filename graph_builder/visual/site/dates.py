"""EDTF dates as points and stretches of time, as far as their years are known."""

from __future__ import annotations

import re

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[?~%]?")


def begins(date: str | None) -> float | None:
    """Return when a date begins, in years; ``None`` where the year is not known.

    >>> begins("2017-07"), begins("XXXX-06-30"), begins("2019/2020")
    (2017.5, None, 2019.0)
    """
    return _point(date.partition("/")[0], last=False) if date else None


def ends(date: str | None) -> float | None:
    """Return when a date ends, in years; ``None`` where the year is not known.

    >>> ends("2017"), ends("2019/2020-06")
    (2018.0, 2020.5)
    """
    return _point(date.rpartition("/")[2], last=True) if date else None


def _point(day: str, *, last: bool) -> float | None:
    match = _DATE.fullmatch(day)
    if match is None:
        return None
    year, month, of_month = match[1], match[2], match[3]
    if month is None:
        return float(int(year) + last)
    if of_month is None:
        return int(year) + (min(int(month), 12) - 1 + last) / 12
    return int(year) + (min(int(month), 12) - 1) / 12 + (min(int(of_month), 31) - 1 + last) / 372
