"""In which years something stands: posts from their first day to their last, events in the year of their date."""

from __future__ import annotations

import re

from graph_builder.visual.facts import Statement
from graph_builder.visual.site.known import Known

Years = tuple[int | None, int | None]
"""The first and the last year; ``None`` for an end that no article states."""
_YEAR = re.compile(r"\d{4}")


def years(edtf: str | None) -> Years:
    """Return the years of a date; ``(None, None)`` where it has none.

    >>> years("2016-05/2017"), years("2017-05-01"), years("../2018"), years("XXXX-06-30")
    ((2016, 2017), (2017, 2017), (None, 2018), (None, None))
    """
    start, slash, end = (edtf or "").partition("/")
    return _year(start), _year(end if slash else start)


def _year(date: str) -> int | None:
    found = _YEAR.match(date)
    return int(found[0]) if found else None


def of_statement(statement: Statement, known: Known) -> Years:
    """Return the years in which what a fact says stands."""
    dates = {name: str(content) for name, (kind, content) in statement.rows if kind == "date"}
    match statement.kind:
        case "post":
            return years(dates.get("since"))[0], years(dates.get("until"))[1]
        case "event":
            return years(dates.get("date"))
        case "participation" | "statement":
            events = (known.events[entity].date for entity in statement.entities() if entity in known.events)
            return years(next(events, None))
    return None, None
