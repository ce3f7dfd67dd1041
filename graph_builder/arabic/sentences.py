"""Sentences: where one statement ends. Newspapers forget spaces after full stops; numbers and initials keep theirs."""

from __future__ import annotations

import re
from typing import Final

from graph_builder.model import Span

_END: Final = re.compile(
    r"""[.!؟?…\n](?:(?<=\n)\n*|(?<=…)…*
    |(?<=[.!؟?])(?<![\s.:،(][^\W\d_].)(?<![\s:،(][ذد]\ .)(?!\d)[.!؟?»”"')\]]*)""",
    re.VERBOSE,
)
"""It begins with the sign itself, for then the search for one is fast; what may not stand before it comes after."""
LONGEST: Final = 6_000
"""Code points. A longer run without an end mark is cut at a space, so that no sentence costs more than linear time."""


def sentences(text: str, span: Span) -> list[Span]:
    """Return the sentences of ``text`` within ``span``, trimmed of white space, in order; none without a letter."""
    found: list[Span] = []
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        end = match.end()
        _add(found, text, start, end)
        start = end
    _add(found, text, start, span.end)
    return found


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
