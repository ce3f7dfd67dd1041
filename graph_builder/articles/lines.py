"""Lines of a page: where each stands, its words, and what kind of line it is by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graph_builder.articles.words import Kind, words, words_of
from graph_builder.articles.wrapped import pieces

SHORT = 220
"""Code points. No headline met in practice was longer; buttons and labels are far shorter."""
LABEL = 120
"""Code points. A line longer than this is no label with something after it."""
PARAGRAPH = 140
"""Code points. A line longer than this is a paragraph, whatever sign ends it: some sites leave the full stop out."""

_GAP = re.compile(r"\s{4,}|\t+")
"""What stands between the headlines of a ticker, at least: blanks of any width."""
_MENU = re.compile(r"(?<=\s)[|»›·•>/\\–—-]+(?=\s)")
_PARTS = re.compile(r"[•|◄►■▪*]+|\s[–—-]\s|\s{3,}")
"""What parts the headlines of a labelled ticker."""
_COMMA = re.compile(r"[،,;؛]")
_FULL_STOP = ".:。۔"
_CLOSING = "»”\"')]} "


class Line(NamedTuple):
    """A line without the white space around it. ``words`` are folded, and left out of long lines and paragraphs."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    kind: Kind
    apart: bool
    """Whether a blank line stands above it."""


def lines_of(text: str) -> list[Line]:
    """Split ``text`` into lines, without blank ones; what is glued to either end of a line is a line of its own."""
    lines: list[Line] = []
    for at, content, apart in pieces(text):
        for first, last in _parts(content):
            lines.append(_line(content[first:last], at + first, apart and first == 0))
    return lines


def _parts(content: str) -> Iterator[tuple[int, int]]:
    known = words()
    start, end = 0, len(content)
    head = known.glued_head.match(content)
    if head:
        yield 0, len(head.group().rstrip())
        start = end - len(content[head.end() :].lstrip())
    tail = known.glued_tail.search(content, max(start, end - 60))
    if tail and tail.start(1) > start:
        yield start, len(content[: tail.start(1)].rstrip())
        start = tail.start(1)
    yield start, end


def _line(content: str, start: int, apart: bool) -> Line:
    long = len(content) > SHORT or (len(content) > LABEL and _is_sentence(content))
    found = () if long else words_of(content)
    kind: Kind = "ticker" if _is_ticker(content) else "body" if long else _kind(content, found)
    return Line(start, start + len(content), content, found, kind, apart)


def _is_ticker(content: str) -> bool:
    """Other stories' headlines in one line: three or more, of some words each, with wide gaps between them.

    Under a label ("شريط الأخبار:") two are enough, and signs may part them.
    """
    if (label := words().ticker.match(content)) is not None:
        return len([part for part in _PARTS.split(content[label.end() :]) if len(part.split()) > 1]) >= 2
    if _GAP.search(content) is None:
        return False
    parts = [part for part in _GAP.split(content) if part.strip()]
    return len(parts) >= 3 and sum(len(part.split()) for part in parts) >= 3.5 * len(parts)


def _is_sentence(content: str) -> bool:
    last = content.rstrip(_CLOSING)[-1:]
    return (
        (last in _FULL_STOP and len(content) >= 60)
        or len(content) >= PARAGRAPH
        or (len(content) >= LABEL and len(_COMMA.findall(content)) >= 2)
    )


def _kind(content: str, found: tuple[str, ...]) -> Kind:
    if not found:
        return "furniture"
    label = _label(content, found)
    if label:
        return label
    if set(found) == {"#"}:
        return "number"
    parts = _MENU.split(content)
    if len(parts) >= 4 and len(found) <= 3 * len(parts):
        return "menu"
    return "body" if _is_sentence(content) else "short"


def _label(content: str, found: tuple[str, ...]) -> Kind | None:
    known = words()
    if found in known.lines:
        return known.lines[found]
    if len(content) > LABEL:
        return None
    for size in range(min(len(found), known.longest_opening), 0, -1):
        if found[:size] in known.openings:
            return known.openings[found[:size]]
    if all(word.startswith(("#", "http://", "https://")) for word in content.split()):
        return "furniture"
    is_share = known.share.issuperset(found) and set(found) != {"#"}
    return "share" if is_share or known.networks.fullmatch(content) else None
