"""Literals in the one form that every store keeps: canonical numbers, lower-case language tags, partial dates."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal

from graph_builder.graph.terms import EDTF, XSD

KNOWN = 1_000
"""Literals that are kept: a sentence is quoted for each claim that it makes."""
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3]")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"[0-9]{4}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@lru_cache(maxsize=KNOWN)
def text(words: str) -> Literal:
    """Return words of an article: tagged ``ar`` if they have an Arabic letter, else untagged (``PPS``)."""
    return Literal(words, language="ar") if _ARABIC.search(words) else Literal(words)


def integer(value: int) -> Literal:
    """Return a whole number. Oxigraph turns every type of them into ``xsd:integer``, so none other is written."""
    return Literal(str(value), datatype=XSD.integer)


def boolean(value: bool) -> Literal:
    """Return true or false."""
    return Literal("true" if value else "false", datatype=XSD.boolean)


@lru_cache(maxsize=KNOWN)
def decimal(value: float) -> Literal:
    """Return a number between 0 and 1 to four places, without trailing zeros, as Oxigraph writes it.

    >>> decimal(0.9).value, decimal(1.0).value
    ('0.9', '1')
    """
    rounded = f"{Decimal(repr(value)):.4f}".rstrip("0").rstrip(".")
    return Literal(rounded, datatype=XSD.decimal)


def partial_date(edtf: str) -> Literal:
    """Return an EDTF date as ``xsd:date``, ``xsd:gYearMonth`` or ``xsd:gYear`` where one fits, else as ``edtf:EDTF``.

    >>> [partial_date(d).datatype.value.split("/")[-1] for d in ("2017-04-23", "2017-02", "2017", "XXXX-06-30")]
    ['XMLSchema#date', 'XMLSchema#gYearMonth', 'XMLSchema#gYear', 'EDTF']
    """
    if _DAY.fullmatch(edtf) and _exists(edtf):
        datatype = XSD.date
    elif _MONTH.fullmatch(edtf) and edtf > "0001":
        datatype = XSD.gYearMonth
    elif _YEAR.fullmatch(edtf) and edtf > "0000":
        datatype = XSD.gYear
    else:
        datatype = EDTF.EDTF
    return Literal(edtf, datatype=datatype)


def _exists(day: str) -> bool:
    """Whether the calendar has this day (2017-02-30 it has not)."""
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True
