"""The newspaper or site, where the page itself names it: beside its date, in a label, at its head, or in a byline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from graph_builder.arabic.normalise import fold
from graph_builder.articles.dates import DateLine, level, towns
from graph_builder.articles.lines import Line
from graph_builder.articles.words import words, words_of
from graph_builder.lexicon.loader import data

Phrase = tuple[str, ...]

_EDGES = re.compile(r"^[\W_]+|[^\w»\")]+$")
_PARTS = re.compile(r"(?:(?<!\s)\s+)?(?:[|/:،,;؛]|[-–—]+)\s*|(?<=\w)\.\s+")
"""Blanks count from where they begin, so that each is looked at once."""
_DOMAIN = re.compile(r"(?:https?://|/)?(?:www\.)?([\w-]+(?:\.[\w-]+)*\.([^\W\d_]{2,6}))/?", re.IGNORECASE)
LONGEST = 5
"""Words. No newspaper's name is longer."""
BYLINE = 6
"""Words. A line with a newspaper and its writer is no longer."""


class _Names(NamedTuple):
    label: re.Pattern[str]
    label_openings: frozenset[str]
    nobody: frozenset[Phrase]
    known: frozenset[Phrase]
    mottos: frozenset[Phrase]
    media: frozenset[str]
    openings: frozenset[str]
    closings: frozenset[str]
    endings: tuple[str, ...]
    domains: frozenset[str]


@cache
def _names() -> _Names:
    known = data("furniture")["source"]
    return _Names(
        re.compile(rf"(?:{'|'.join(map(re.escape, map(fold, known['labels'])))})\s*[:/]\s*(?=\S)"),
        frozenset(words_of(label)[0] for label in known["labels"]),
        frozenset(map(words_of, known["nobody"])),
        frozenset(map(words_of, known["known"])),
        frozenset(map(words_of, known["mottos"])),
        frozenset(map(fold, known["media"])),
        frozenset(map(fold, known["media_openings"])),
        frozenset(map(fold, known["media_closings"])),
        tuple(map(fold, known["media_ends"])),
        frozenset(map(fold, known["domains"])),
    )


def is_motto(line: Line) -> bool:
    """Whether a line only says what sort of newspaper this is."""
    return line.words in _names().mottos


def labelled(line: Line) -> str | None:
    """Return the name after a label such as "source:", if the line opens with one, or is furniture and holds one.

    An empty string if the label names nobody in particular.
    """
    if not line.words or (line.kind != "furniture" and line.words[0] not in _names().label_openings):
        return None
    even = level(line.text)
    label = _names().label.search(even) if line.kind == "furniture" else _names().label.match(even)
    if label is None:
        return None
    name = _clean(line.text[label.end() :])
    return name if name and words_of(name) not in _names().nobody else ""


def is_masthead(line: Line) -> bool:
    """Whether a line above the title names a newspaper by its looks: "portal of", "today", "news" and the like."""
    names, found = _names(), line.words
    return 1 < len(found) < LONGEST and (
        found in names.known or found[0] in names.media | names.openings or found[-1] in names.closings
    )


def of_page(
    lines: Sequence[Line], title: int | None, start: int, tail: range, dates: dict[int, DateLine]
) -> str | None:
    """Return the newspaper's name as the page prints it, ``None`` if it does not.

    Looked at: the lines before the first paragraph (``start``), and those of ``tail``, after the last one.
    """
    places = [i for i in (*range(start), *tail) if i != title]
    alone = {line.words for line in lines} if dates else set()
    framed = (name for i in places if i in dates for name in _beside_date(dates[i], alone))
    labels = (name for i in places if (name := labelled(lines[i])))
    bylines = (name for i in places for name in _byline(lines[i], dates.get(i)))
    finders = (framed, labels, _tab(lines, title), _masthead(lines, title), bylines)
    return next((name for finder in finders for name in finder), None)


def _beside_date(date: DateLine, alone: set[Phrase]) -> Iterator[str]:
    name = _clean(date.between)
    if name and not words().sections.issuperset(words_of(name)):
        yield name
    # Before the date of an update the writer may stand as well; a newspaper's name is also printed alone somewhere.
    before = _clean(date.before) if any(stamp.role == "updated" for stamp in date.stamps) else None
    if before and words_of(before) in alone:
        yield before


def _tab(lines: Sequence[Line], title: int | None) -> Iterator[str]:
    """A line above the title that repeats it and adds the newspaper's name behind a sign."""
    for line in lines[: title or 0]:
        parts = _PARTS.split(line.text)
        if title is not None and len(parts) > 1:
            known = lines[title].words
            if line.words == (*known, *words_of(parts[-1])) or line.words == (*words_of(parts[0]), *known):
                name = _clean(parts[-1] if line.words[: len(known)] == known else parts[0])
                yield from [name] if name else []


def _masthead(lines: Sequence[Line], title: int | None) -> Iterator[str]:
    """The first line of the page, above the title: one word, or what looks like a newspaper; not a section's name."""
    above = [line for line in lines[: title or 0] if line.kind != "ticker"]
    if not above or above[0].kind not in ("short", "furniture", "menu"):
        return
    first, parts = above[0], _parts(above[0].text)
    yield from (name for name in parts if _is_media(name))
    if len(parts) == 1 and first.kind == "short" and not words().sections.issuperset(first.words):
        repeated = any(parts[0] in line.text for line in lines[1:title] if line.kind == "short")
        if not parts[0].isascii() and (len(first.words) == 1 or is_masthead(first) or repeated):
            yield parts[0]


def _byline(line: Line, date: DateLine | None) -> Iterator[str]:
    if line.kind not in ("short", "menu") or not line.words or len(line.words) > BYLINE:
        return
    text = line.text if date is None else date.before
    if date is not None or len(_PARTS.split(text)) > 1:
        yield from filter(_is_media, _parts(text))


def is_byline(line: Line) -> bool:
    """Whether a line tells in parts who writes from where: one part is a town, a newspaper, or nobody in particular."""
    parts = _parts(line.text)
    return len(parts) > 1 and len(line.words) <= BYLINE and any(map(_is_sender, parts))


def _is_sender(name: str) -> bool:
    found = words_of(name)
    return found in _names().nobody or " ".join(found) in towns() or _is_media(name)


def _is_media(name: str) -> bool:
    names, found = _names(), words_of(name)
    domain = _DOMAIN.fullmatch(name)
    if found in names.known or (domain and (domain[2].isascii() or fold(domain[2]) in names.domains)):
        return True
    return len(found) < LONGEST and any(
        word in names.media or (word.endswith(names.endings) and word not in names.endings) for word in found
    )


def _parts(text: str) -> list[str]:
    """The names that signs divide."""
    return [name for name in map(_clean, _PARTS.split(text)) if name]


def _clean(text: str) -> str | None:
    name = _EDGES.sub("", " ".join(text.split()))
    return name if name and len(words_of(name)) <= LONGEST else None
