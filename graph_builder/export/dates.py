"""Dates as stated (EDTF) for formats that know only days, or only plain ISO dates."""

from __future__ import annotations

import calendar
import re
from datetime import date

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def days(edtf: str | None) -> tuple[str, str] | None:
    """Return the first and the last day of a date; ``None`` where it is not stated, has unknown parts or is none.

    >>> days("2017-02"), days("2019-06-01/2019-06-20"), days("XXXX-06-30"), days("2019-02-30")
    (('2017-02-01', '2017-02-28'), ('2019-06-01', '2019-06-20'), None, None)
    """
    first, _, last = (edtf or "").partition("/")
    begin, end = _span(first), _span(last or first)
    return (begin[0], end[1]) if begin and end and begin[0] <= end[1] else None


def plain(edtf: str | None) -> str | None:
    """Return a date that is a year, a month or a day of the calendar, as it is; ``None`` for all else.

    >>> plain("2017-02"), plain("XXXX-06-30"), plain("2019-02-30"), plain(None)
    ('2017-02', None, None, None)
    """
    return edtf if edtf and _span(edtf) else None


def ends(edtf: str | None) -> tuple[str | None, str | None]:
    """Return when something that is stated to last so long begins and ends, each as ``plain`` does.

    >>> ends("2019-06-01/2019-06-20"), ends("2019-05")
    (('2019-06-01', '2019-06-20'), ('2019-05', None))
    """
    first, _, last = (edtf or "").partition("/")
    return plain(first), plain(last)


def _span(text: str) -> tuple[str, str] | None:
    """Return the first and last day of a year, a month or a day of the Gregorian calendar."""
    found = _PLAIN.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last = date(first.year, month or 12, day or calendar.monthrange(first.year, month or 12)[1])
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()
