"""EDTF dates as the days between which they lie, written as ISO days, which compare as text."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache
from typing import NamedTuple

_DATE = re.compile("([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")


class Days(NamedTuple):
    """The first and the last day that a date may be."""

    first: str
    last: str

    @property
    def shown(self) -> str:
        """The shortest EDTF date that means these days.

        >>> Days("2017-02-01", "2017-02-28").shown, Days("2017-04-23", "2017-05-02").shown
        ('2017-02', '2017-04-23/2017-05-02')
        """
        for length in (4, 7, 10):
            if days(self.first[:length]) == self:
                return self.first[:length]
        return f"{self.first}/{self.last}"


@lru_cache(maxsize=65536)
def days(edtf: str | None) -> Days | None:
    """Return the days of a date or interval; ``None`` if its year is not known, or it is no date.

    >>> days("2017-02"), days("2017-04-23/2017-05").last, days("XXXX-06-30"), days("2017-02-30")
    (Days(first='2017-02-01', last='2017-02-28'), '2017-05-31', None, None)
    """
    if edtf is None:
        return None
    first, slash, last = edtf.partition("/")
    begin, end = _one(first), _one(last if slash else first)
    return Days(begin.first, end.last) if begin and end and begin.first <= end.last else None


def _one(edtf: str) -> Days | None:
    found = _DATE.fullmatch(edtf)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    length = monthrange(year, month or 12)[1] if year else 0
    if day > length or not year:
        return None
    return Days(
        f"{year:04}-{month or 1:02}-{day or 1:02}",
        f"{year:04}-{month or 12:02}-{day or length:02}",
    )
