"""Dates that a page prints about itself: lines of a date, its label and little else. Never one within a sentence."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from graph_builder.arabic.normalise import fold
from graph_builder.lexicon.loader import data, rows

Role = Literal["published", "updated", "bare"]
TATWEEL = "\u0640"
LONGEST_DATELINE = 3
"""Words of a town or newspaper before a date that no sign sets off."""
_TOWNS = ("city", "province", "commune")
LONGEST = 160
"""Code points. A longer line is no date line."""

_BLANK = (0xA0, 0xAD, *range(0x2000, 0x2010), *range(0x2028, 0x2030), *range(0x2060, 0x2070), 0xFEFF)
"""Blanks of all widths, none too, and marks of direction."""
_LEVEL = {code: fold(chr(code)) or TATWEEL for code in range(0x600, 0x700)} | dict.fromkeys(_BLANK, " ")
_LETTERS = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SIGNS = " \t\xa0-–—|/\\:•،,."
_SIGN = re.compile(rf"[{re.escape(_SIGNS.strip())}]")


class Stamp(NamedTuple):
    """A date of the page. ``alone``: nothing else stands in its line but its label, the weekday, the hour."""

    value: str
    """EDTF."""
    role: Role
    alone: bool
    calendar: bool
    """The Islamic date stands beside it: the clock at the top of a page rather than the article's date."""


class DateLine(NamedTuple):
    """A line that states dates of the page, and what is left of it without them. Offsets count within the line."""

    stamps: tuple[Stamp, ...]
    before: str
    """What stands before the first label or date."""
    between: str
    """What stands between the first label and what follows it, where that label may name a newspaper."""
    label: int
    """Where the rest of the line begins after that: a sign, the label, the date."""
    rest: tuple[str, ...]
    """Folded words that are neither dates nor labels nor weekdays, hours and the like."""

    @property
    def labelled(self) -> bool:
        """Whether the line says what its dates are."""
        return any(stamp.role != "bare" for stamp in self.stamps)


class _Patterns(NamedTuple):
    date: re.Pattern[str]
    months: dict[str, int]
    label: re.Pattern[str]
    frame: re.Pattern[str]
    """What stands before a newspaper's name, and ``frame_end`` between the name and the date."""
    frame_end: re.Pattern[str]
    frames: frozenset[tuple[str, ...]]
    fillers: frozenset[str]
    signs: frozenset[str]


def level(text: str) -> str:
    """Fold letter by letter, so that offsets stay: vowel signs become tatweel, one that stands alone a dash."""
    return text.replace(f" {TATWEEL} ", " - ").translate(_LEVEL).lower()


def _alternatives(phrases: Iterable[str], between: str = "") -> str:
    """The phrases, longest first; ``between``: what may stand between two letters of a word."""
    ordered = sorted({fold(phrase) for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s*".join(between.join(map(re.escape, word)) for word in phrase.split()) for phrase in ordered)


def _label(phrases: Sequence[str]) -> str:
    """Labels of several words may be glued to the word before them, those of one word may not; "نُشر في" too."""
    vowels = f"{TATWEEL}?"
    letter = r"[^\W\d_]"
    several, single = ([p for p in phrases if (" " in p) is glued] for glued in (True, False))
    forms = [_alternatives(several, vowels)] if several else []
    forms += [rf"(?<!{letter})(?:{_alternatives(single, vowels)})"] if single else []
    return rf"(?:{'|'.join(forms)})(?!{letter})"


def _months() -> dict[str, int]:
    calendars = data("months")
    return {
        "".join(fold(name).split()): number
        for family in ("gregorian", "latin")
        for months in calendars[family].values()
        for number, names in enumerate(months, start=1)
        for name in names
    }


@cache
def _patterns() -> _Patterns:
    known, calendars = data("furniture")["dates"], data("months")
    names = [n for f in ("gregorian", "latin") for c in calendars[f].values() for month in c for n in month]
    month = rf"(?<![^\W\d_])(?P<{{0}}>{_alternatives(names)})(?![^\W\d_])(?:\s*/\s*(?:{_alternatives(names)}))?"
    year, day, sign = r"(?:19|20)\d\d(?!\d)", r"(?<!\d)\d{1,2}(?!\d)(?:st|nd|rd|th)?", r"\s*[-/.،,]?\s*"
    date = "|".join(
        (
            rf"(?<!\d)(?P<y1>{year})\s*[-/.]\s*(?P<m1>\d{{1,2}})\s*[-/.]\s*(?P<d1>\d{{1,2}})(?!\d)",
            rf"(?P<d2>{day})\s*[-/.]\s*(?P<m2>\d{{1,2}})\s*[-/.]\s*(?P<y2>{year})",
            rf"(?P<d3>{day}){sign}{month.format('m3')}{sign}(?P<y3>{year})",
            rf"{month.format('m4')}\s+(?P<d4>{day})\s*[,،]?\s*(?P<y4>{year})",
            rf"{month.format('m5')}{sign}(?P<y5>{year})",
        )
    )
    hijri = (word for month in calendars["hijri"] for name in month for word in name.split())
    words = (*known["fillers"], *known["weekdays"], *hijri, *(word for name in names for word in name.split()))
    source = data("furniture")["source"]
    return _Patterns(
        re.compile(date),
        _months(),
        re.compile(rf"(?P<updated>{_label(known['updated'])})|(?P<published>{_label(known['published'])})"),
        re.compile(rf"(?:(?<!\W)\W+)?{_label(source['frames'])}\W*"),
        re.compile(rf"(?:(?<!\W)\W+)?(?:{_label(source['frame_ends'])}\W*)?$"),
        frozenset(tuple(fold(frame).split()) for frame in source["frames"]),
        frozenset(map(fold, words)),
        frozenset(map(fold, known["calendar_signs"])),
    )


def may_be(found: Sequence[str]) -> bool:
    """Whether a line of these folded words is worth reading: it has a number, or names a newspaper as dates do."""
    return "#" in found or tuple(found[:2]) in _patterns().frames


def read(text: str) -> DateLine | None:
    """Return what a line states about the page's dates; ``None`` if it states none, or is more than a date line."""
    if len(text) > LONGEST:
        return None
    known = _patterns()
    even = level(text)
    dates = known.date.finditer(even) if _YEAR.search(even) else ()
    found = [(*match.span(), value) for match in dates if (value := _value(match, known.months))]
    between = _between(text, even, found[0][0] if found else len(even))
    if not found:
        return DateLine((), "", between, 0, ()) if between else None
    labels = [match.span() for match in known.label.finditer(even)]
    start = min([found[0][0], *(at for at, _ in labels)])
    left = _without(even, [*labels, *((a, b) for a, b, _ in found)])
    letters = _LETTERS.findall(left.replace(TATWEEL, ""))
    rest = tuple(word for word in letters if word not in known.fillers)
    stamps = tuple(_stamps(even, found, rest, not known.signs.isdisjoint(letters)))
    if _too_much(even, stamps, rest, start, found[-1][1]):
        return None
    before = text[:start].rstrip(_SIGNS)
    return DateLine(stamps, before, between, len(text) - len(text[len(before) :].lstrip()), rest)


def _between(text: str, even: str, date: int) -> str:
    """Return the name in "published in NAME on DATE"."""
    frame = _patterns().frame.match(even, 0, date)
    end = _patterns().frame_end.search(even, frame.end(), date) if frame else None
    return text[frame.end() : end.start()] if frame and end else ""


def _stamps(even: str, found: list[tuple[int, int, str]], rest: tuple[str, ...], calendar: bool) -> Iterator[Stamp]:
    labels = [(m.start(), m["updated"] is not None) for m in _patterns().label.finditer(even)]
    for start, _, value in found:
        before = [updated for at, updated in labels if at < start]
        nearest = before[-1:] or [updated for at, updated in labels if at > start][:1]
        role: Role = "bare" if not nearest else "updated" if nearest[0] else "published"
        yield Stamp(value, role, not rest, calendar)


def _too_much(even: str, stamps: tuple[Stamp, ...], rest: tuple[str, ...], start: int, end: int) -> bool:
    """A date within a phrase: unlabelled and not set off by a sign, or several dates without labels."""
    if any(stamp.role != "bare" for stamp in stamps):
        return len(rest) > 8
    if len({stamp.value for stamp in stamps}) > 1 or len(rest) > 5:
        return True
    set_off = _SIGN.search(_before_fillers(even, start)[-2:]) or _SIGN.search(even[end : end + 3])
    return bool(rest) and not set_off and not (_is_dateline(rest) and not even[end:].strip(_SIGNS))


def _is_dateline(rest: tuple[str, ...]) -> bool:
    """Whether the words before a date are a town, or have a newspaper's word: "ميدلت أونلاين 9 مارس 2021"."""
    return len(rest) <= LONGEST_DATELINE and (" ".join(rest) in towns() or not _media().isdisjoint(rest))


@cache
def _media() -> frozenset[str]:
    known = data("furniture")["source"]
    return frozenset(fold(word) for key in ("media", "media_closings") for word in known[key])


@cache
def towns() -> frozenset[str]:
    """Return the folded names of towns."""
    return frozenset(fold(name) for _, kind, name, *_ in rows("places.tsv") if kind in _TOWNS)


def _before_fillers(even: str, start: int) -> str:
    """Return what stands before a date and its weekday: "سلا – الأحد 3 ماي 2020" is set off by the dash."""
    before = even[:start].rstrip()
    while before and before.split()[-1] in _patterns().fillers:
        before = before[: -len(before.split()[-1])].rstrip()
    return before


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _value(match: re.Match[str], months: dict[str, int]) -> str | None:
    """Return the EDTF date of a match; day before month, unless only the other order is a date."""
    form = next(form for form in "12345" if match[f"y{form}"])
    year, month = int(match[f"y{form}"]), match[f"m{form}"]
    number = int(month) if month.isdigit() else months["".join(month.split())]
    if form == "5":
        return f"{year:04}-{number:02}"
    day = int(match[f"d{form}"].rstrip("stndrh"))
    if form == "2" and number > 12 >= day:
        number, day = day, number
    if not 1 <= number <= 12 or not 1 <= day <= monthrange(year, number)[1]:
        return None
    return f"{year:04}-{number:02}-{day:02}"


def edtf(text: str) -> str | None:
    """Return the date that a field for dates holds (ISO 8601, or as pages print it), as precise as it is there.

    >>> edtf("2016-12-15T20:19:00+01:00"), edtf("15 December 2016"), edtf("soon")
    ('2016-12-15', '2016-12-15', None)
    """
    known = _patterns()
    even = level(text[:LONGEST])
    for match in known.date.finditer(even):
        value = _value(match, known.months)
        if value:
            return value
    partial = re.fullmatch(r"\s*((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?\s*", even)
    return "-".join(filter(None, partial.groups())) if partial else None
