"""Sentences: where one statement ends. Newspapers forget spaces after full stops; numbers and initials keep theirs."""

from __future__ import annotations

import re
from typing import Final

from graph_builder.model import Span

_END: Final = re.compile(
    r"""[.!؟?…\n](?:(?<=\n)\n*|(?<=…)…*
    |(?<=[.!؟?])(?<![\s.:،(/–«“"-][^\W\d_].)(?<![\s:،(«“"][ذد]\ .)
        (?<!\sو[ذدمأ].)(?<![\s:،(/–«“"-][ذد]ة.)(?<!\sو[ذد]ة.)(?!\d)[.!؟?»”"')\]]*)""",
    re.VERBOSE,
)
"""It begins with the sign itself, for then the search for one is fast; what may not stand before it comes after."""
_LISTED: Final = re.compile(r":\s?(?:[^\W\d_]+(?: [^\W\d_]+){1,3}\. ?){2,}[^\W\d_]+(?: [^\W\d_]+){1,3}")
"""Three stretches of two to four words, or more, after a colon: its full stops are commas."""
_NONE: Final[frozenset[int]] = frozenset()
_DOTS: Final = re.compile(
    r"(?<![\s.…])(?:\.{2,5}|…) ?(?=\w)|(?<=[^\W\d_]) ?[-–—=|] (?=[^\W\d_])|(?<=[^\W\d_]) ـ{1,3} (?=\w)"
)
_MARKS: Final = ("..", "…", "- ", "– ", "— ", "= ", "| ", " ـ")
"""What has to be there for that: looked for first, as few lines have it."""
_SIGNS: Final = ".…-–—=|ـ"
_PARTING: Final = frozenset(":،,؛/")
"""Signs of a line that has more parts than two."""
_LINE: Final = 110
"""Code points of an item of a list, in which dots or a dash stand for a colon."""
LONGEST: Final = 6_000
"""Code points. A longer run without an end mark is cut at a space, so that no sentence costs more than linear time."""


def sentences(text: str, span: Span, wrapped: bool = False, dotted: bool = False) -> list[Span]:
    """Return the sentences of ``text`` within ``span``, trimmed of white space, in order; none without a letter.

    ``wrapped``: a line end is but a blank, as in a paragraph that a width broke into lines. ``dotted``: dots or a dash
    in a short line are a colon, as in an item of a list.
    """
    found: list[Span] = []
    start = span.start
    listed = list_stops(text, span) | (colon_dots(text, span) if dotted else _NONE)
    for match in _END.finditer(text, span.start, span.end):
        if match.start() in listed or text[start : match.start()].strip().isdigit():
            continue  # "1. كريم العلمي": the number of a line
        if wrapped and text[match.start()] == "\n":
            continue
        end = match.end()
        _add(found, text, start, end)
        start = end
    _add(found, text, start, span.end)
    return found


def list_stops(text: str, span: Span) -> frozenset[int]:
    """Return where full stops part the names of a list: "نوابه: كريم العلمي.منى الزين.حميد التازي"."""
    if text.find(":", span.start, span.end) < 0:
        return _NONE
    found = [match.span() for match in _LISTED.finditer(text, span.start, span.end)]
    return frozenset(k for start, end in found for k in range(start, end) if text[k] == ".")


def colon_dots(text: str, span: Span) -> frozenset[int]:
    """Return where the dots or dash are that stand for a colon in a short line: "الكاتب... كريم العلمي"."""
    if span.end - span.start > _LINE:
        return _NONE
    line = text[span.start : span.end]
    if not any(mark in line for mark in _MARKS) or not _PARTING.isdisjoint(line):
        return _NONE
    found = [match.span() for match in _DOTS.finditer(text, span.start, span.end)]
    if len(found) != 1 or found[0][1] - span.start < 3:
        return _NONE
    return frozenset(k for k in range(*found[0]) if text[k] in _SIGNS)


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    """Add a sentence, in pieces if it is too long."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        _add_trimmed(found, text, start, cut)
        start = cut
    _add_trimmed(found, text, start, end)


def _add_trimmed(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(text[k].isalnum() for k in range(start, end)):
        found.append(Span(start, end))
