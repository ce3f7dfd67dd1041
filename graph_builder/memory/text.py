"""The text of an article without what nobody quotes: the rest is blanks, so that offsets hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from functools import cache
from sys import intern
from typing import Any

from graph_builder.model import Evidence, Fact, Reading, Span

BLANK = " "


def stretches(spans: Iterable[Span]) -> list[Span]:
    """Return the stretches that spans cover, in order; those that overlap are one.

    >>> stretches([Span(4, 9), Span(0, 2), Span(6, 12)])
    [Span(start=0, end=2), Span(start=4, end=12)]
    """
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif span.start < span.end:
            found.append(span)
    return found


def quoted(reading: Reading) -> list[Span]:
    """Return what is quoted of an article: its title and the sentences of its facts."""
    title = [reading.article.title] if reading.article.title else []
    return stretches([*title, *(Span(fact.evidence.start, fact.evidence.end) for fact in reading.facts)])


def spread(pieces: Iterable[tuple[int, str]], length: int) -> str:
    """Return a text of this length (code points) that has each piece where it stands, and else blanks.

    >>> spread([(1, "ab"), (4, "c")], 6)
    ' ab c '
    """
    parts: list[str] = []
    end = 0
    for start, piece in pieces:
        parts += [BLANK * (start - end), piece]
        end = start + len(piece)
    return "".join([*parts, BLANK * (length - end)])


def sparse(reading: Reading) -> Reading:
    """Return the reading of the article whose text is only what is quoted of it."""
    article = reading.article
    pieces = ((span.start, article.quote(span)) for span in quoted(reading))
    return replace(reading, article=replace(article, text=spread(pieces, len(article.text))))


def slim(reading: Reading) -> Reading:
    """Return a reading without the words of the article, which nothing needs to tell what its names denote.

    Where a sentence stands is kept, so facts are in the same order; and how long the article is.
    """
    length = sum(span.end - span.start for span in reading.article.paragraphs)
    article = replace(reading.article, text="", title=None, paragraphs=(Span(0, length),), removed=())
    return Reading(article, tuple(map(_slim, reading.facts)))


def _slim(fact: Fact) -> Fact:
    said = fact.evidence
    evidence = Evidence(said.article, said.start, said.end, "", said.rule, said.confidence)
    return replace(fact, evidence=evidence)


def shared(reading: Reading) -> Reading:
    """Return a reading with what its facts share with each other and with those of other articles in memory once.

    It takes half the room: readings of all articles are in memory at a time.
    """
    known: dict[Evidence, Evidence] = {}
    return Reading(reading.article, tuple(_shared(fact, known) for fact in reading.facts))


def _shared(fact: Fact, known: dict[Evidence, Evidence]) -> Fact:
    kind: Any = type(fact)
    said = fact.evidence
    evidence = replace(said, article=intern(said.article), rule=intern(said.rule))
    told = (getattr(fact, name) for name in _stated(kind))
    return kind(  # type: ignore[no-any-return]
        *(intern(value) if type(value) is str else value for value in told), known.setdefault(evidence, evidence)
    )


@cache
def _stated(kind: type[Fact]) -> tuple[str, ...]:
    """Return the fields of a kind of fact but for its evidence, which is the last."""
    return tuple(each.name for each in fields(kind))[:-1]
