"""Sentences: where one statement ends. Newspapers forget spaces after full stops; numbers and initials keep theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
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


def sentences(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences of ``text`` within ``span``, trimmed of white space, in order; none without a letter."""
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        yield from _pieces(text, start, match.end())
        start = match.end()
    yield from _pieces(text, start, span.end)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(map(str.isalnum, text[start:end])):
        yield Span(start, end)
