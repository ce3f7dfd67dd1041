"""Questions as text for a terminal: two sides beside each other, Arabic isolated so that it turns nothing around it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from itertools import zip_longest

from graph_builder.facts import as_json
from graph_builder.model import Fact
from graph_builder.query.grid import printable
from graph_builder.query.grid import width as columns
from graph_builder.review.questions import FactQuestion, PairQuestion, Question, Side

ISOLATE, END = "\u2068", "\u2069"
"""First strong isolate and its end: what is between them has its own direction (Unicode UAX 9)."""
NARROW = 70
"""Columns below which the sides stand one above the other."""
GAP = 3
PAIR_KEYS = "y same   n different   u unsure   z undo   q quit"
FACT_KEYS = "y accept   n reject   c correct   u unsure   z undo   q quit"


def shown(question: Question, progress: tuple[int, int], width: int) -> str:
    """Return a question with its progress and keys, for so many columns."""
    number, total = progress
    match question:
        case PairQuestion():
            head = f"{number} of {total}   {question.pair.a.kind}   score {question.pair.score:.2f}"
            lines = [head, "", *_sides(question, width), "", *_reasons(question), "", PAIR_KEYS]
        case FactQuestion():
            evidence = question.fact.evidence
            head = f"{number} of {total}   fact   confidence {evidence.confidence:.2f}   {evidence.rule}"
            lines = [head, "", *_fact(question, width), "", FACT_KEYS]
    return "\n".join(lines) + "\n"


def isolated(text: str) -> str:
    """Return a text that leaves the direction around it alone, without signs that would change it or the terminal."""
    return f"{ISOLATE}{printable(text)}{END}" if text else ""


def _sides(question: PairQuestion, width: int) -> Iterator[str]:
    if width < NARROW:
        for name, side in (("A", question.a), ("B", question.b)):
            yield name
            yield from (f"  {isolated(line)}" for line in _side(side, width - 2))
        return
    column = (width - GAP) // 2
    left, right = _side(question.a, column), _side(question.b, column)
    for one, other in zip_longest(["A", *left], ["B", *right], fillvalue=""):
        yield f"{isolated(one)}{' ' * (column - columns(one) + GAP)}{isolated(other)}".rstrip()


def _side(side: Side, width: int) -> list[str]:
    """Return the names, where it is told, and the sentences, wrapped."""
    names = [side.mention.label or side.mention.name]
    names += [name for name in (side.entity.name, *side.entity.aliases) if name not in names]
    told = f"{side.articles} article{'s' if side.articles > 1 else ''}"
    lines = [*wrapped(" / ".join(names), width), f"{side.mention.article}, {told}", ""]
    for article, sentence in side.sentences:
        when = f" ({article.published})" if article.published else ""
        lines += [f"{article.id}{when}:", *wrapped(sentence, width)]
    return lines


def _reasons(question: PairQuestion) -> Iterator[str]:
    yield "for and against, in bits:"
    yield from (f"  {isolated(reason)}" for reason in question.pair.reasons)


def _fact(question: FactQuestion, width: int) -> Iterator[str]:
    for name, value in stated(question.fact):
        yield f"  {name}: {isolated(value)}"
    yield ""
    yield f"{isolated(question.article.id)}{f', {question.article.published}' if question.article.published else ''}:"
    yield from (isolated(line) for line in wrapped(question.fact.evidence.quote, width))


def stated(fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield what a fact states, field by field."""
    for name, value in as_json(fact).items():
        if name != "evidence" and value not in (None, ()):
            yield name, ", ".join(value) if isinstance(value, tuple) else str(value)


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of at most so many columns."""
    return textwrap.wrap(printable(text), max(width, 20)) or [""]
