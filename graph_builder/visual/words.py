"""The words of the interface in three languages, read from ui.yml and site.yml, and dates written with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

LANGUAGES = ("ar", "fr", "en")
"""The first is the page's own; the reader may switch to the others."""

_FILES = ("ui.yml", "site.yml")
_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?(?P<doubt>[?~%]?)")


@cache
def words() -> Mapping[str, Mapping[str, str]]:
    """Return language -> key (``kind.person``) -> word.

    >>> words()["fr"]["kind.body"]
    'Instance'
    """
    texts = (files("graph_builder.visual").joinpath(name).read_text(encoding="utf-8") for name in _FILES)
    groups = {group: entries for text in texts for group, entries in yaml.safe_load(text).items()}
    return {
        language: {
            f"{group}.{key}": str(word[language]) for group, entries in groups.items() for key, word in entries.items()
        }
        for language in LANGUAGES
    }


def date_in_words(date: str) -> dict[str, str]:
    """Write an EDTF date in each language, as precisely as it is known; what is no such date stays as it is.

    >>> date_in_words("2017-04-23")["fr"], date_in_words("XXXX-06-30")["en"]
    ('23 avril 2017', '30 June (year not stated)')
    """
    return {language: _date(date, words()[language]) for language in LANGUAGES}


def _date(date: str, say: Mapping[str, str]) -> str:
    start, slash, end = date.partition("/")
    if not slash:
        return _day(date, say)
    known = {"start": _day(start, say), "end": _day(end, say)}
    key = "date.range" if _known(start) and _known(end) else "date.since" if _known(start) else "date.until"
    return say[key].format(**known)


def _known(end_of_range: str) -> bool:
    return end_of_range not in ("", "..")


def _day(date: str, say: Mapping[str, str]) -> str:
    match = _DATE.fullmatch(date)
    if match is None or ((match["month"] or "XX") != "XX" and f"month.{match['month']}" not in say):
        return date
    parts = []
    if match["day"] not in (None, "XX"):
        parts.append(say["date.first"] if match["day"] == "01" else str(int(match["day"])))
    if match["month"] is not None:
        parts.append(say["date.unknown_month"] if match["month"] == "XX" else say[f"month.{match['month']}"])
    if match["year"] != "XXXX":
        parts.append(match["year"])
    written = " ".join(parts) + (say["date.unknown_year"] if match["year"] == "XXXX" else "")
    return say["date.about"].format(date=written) if match["doubt"] else written
