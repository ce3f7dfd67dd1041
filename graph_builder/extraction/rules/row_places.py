"""The place that a list gives with each name: "X بدائرة أ، وY في دائرة ب", "X (أ)", "بدائرة أ X", "أ: X"."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import of_type
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.mention_kinds import Mention, PlaceMention
from graph_builder.extraction.rules.rows import LOCATING, Row

_AT: Final = ("ب", "ل", "وب", "عن", "فب")
_BESIDE: Final = ("", "(", "،", ",", "-", "–", ":", "،,", "(,")
_BEFORE: Final = ("", ":", "(", "-", "–", "،")


def places_of(d: Discourse, rows: list[Row]) -> list[PlaceMention | None]:
    """Return the place of each item: all of them stand before the names, or all after."""
    before = [_before(d, rows[n - 1] if n else None, row) for n, row in enumerate(rows)]
    after = [_after(d, row, rows[n + 1] if n + 1 < len(rows) else None) for n, row in enumerate(rows)]
    first = before[0] is not None and (after[-1] is None or rows[0].s is not rows[-1].s)
    return before if first else after


def _before(d: Discourse, last: Row | None, row: Row) -> PlaceMention | None:
    """The place right before the name or the title before it."""
    floor = last.person.j if last is not None and last.s is row.s else 0
    start: Mention = row.office if row.office is not None and row.office.i < row.person.i else row.person
    found = [p for p in of_type(row.s, PlaceMention) if floor <= p.i and p.j <= start.i]
    return found[-1] if found and gap(row.s, found[-1], start, d.vocabulary) in _BEFORE else None


def _after(d: Discourse, row: Row, following: Row | None) -> PlaceMention | None:
    """The place after the name, or the office beside it, that a word or sign gives as where he is it."""
    end = following.person.i if following is not None and following.s is row.s else len(row.s.norm)
    last: Mention = row.office if row.office is not None and row.office.i > row.person.i else row.person
    found = next((p for p in of_type(row.s, PlaceMention) if last.j <= p.i and p.j <= end), None)
    if found is None:
        return None
    signs = gap(row.s, last, found, d.vocabulary, LOCATING)
    told = signs not in ("", "،") or found.prefix in _AT or found.type_word != ""
    return found if told and signs in _BESIDE else None
