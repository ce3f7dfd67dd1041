"""Arithmetic on the figures of an article: parts against their whole, votes against those cast and those present."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded, norms
from graph_builder.model import Evidence, Fact, FigureFact

Problem = Literal["parts exceed the whole", "parts fall short of the whole"]
_GENDERS: Final = [folded(words) for words in data("figure_words")["genders"].values()]
_PEOPLE: Final = ("members", "attendees", "delegates")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Figures of one article that contradict each other: the text is wrong, or was read wrong.

    ``whole`` and ``parts`` are the figures; ``problem`` says how they disagree. Parts fall short only where the text
    tells all of them, as men and women; elsewhere it may have left some out.
    """

    problem: Problem
    whole: FigureFact
    parts: tuple[FigureFact, ...]

    @property
    def sentences(self) -> tuple[Evidence, ...]:
        """The sentences that state the figures, each once, in the order of the text."""
        told = {f.evidence.start: f.evidence for f in (self.whole, *self.parts)}
        return tuple(told[start] for start in sorted(told))


def mismatches(facts: Iterable[Fact]) -> Iterator[Mismatch]:
    """Yield the figures that do not add up. Figures that the text calls approximate are not judged.

    Args:
        facts: those of one article, in the order of the text.
    """
    figures = [f for f in facts if isinstance(f, FigureFact) and f.exact]
    yield from _parts(figures)
    yield from _out_of(figures)
    yield from _votes(figures)


def _role(figure: FigureFact) -> str:
    return figure.evidence.rule.removeprefix("figure.")


def _parts(figures: Sequence[FigureFact]) -> Iterator[Mismatch]:
    """ "120 members, of whom 30 women": the parts that follow a whole in its sentence."""
    for k, whole in enumerate(figures):
        if whole.what not in _PEOPLE or _role(whole) == "part":
            continue
        parts: list[FigureFact] = []
        for f in figures[k + 1 :]:
            if _role(f) != "part" or (f.what, f.of, f.evidence.start) != (whole.what, whole.of, whole.evidence.start):
                break
            parts.append(f)
        if parts:
            yield from _compare(whole, parts, complete=_both_genders(parts))


def _both_genders(parts: Sequence[FigureFact]) -> bool:
    groups = [frozenset(norms(part.group or "")) for part in parts]
    return len(parts) == len(_GENDERS) and all(any(group & gender for group in groups) for gender in _GENDERS)


def _out_of(figures: Sequence[FigureFact]) -> Iterator[Mismatch]:
    """ "287 present out of 400"."""
    for part, whole in pairwise(figures):
        if _role(whole) == "whole" and part.evidence.start == whole.evidence.start:
            yield from _compare(whole, [part])


def _votes(figures: Sequence[FigureFact]) -> Iterator[Mismatch]:
    """The candidates' votes against those cast, from the sentence of these on; those cast against those present."""
    for k, cast in enumerate(figures):
        if _role(cast) != "cast":
            continue
        parts = []
        for f in (f for f in figures if f.evidence.start >= cast.evidence.start):
            if _role(f) == "cast" and f is not cast:
                break
            if _role(f) == "votes" and f.of != cast.of:
                parts.append(f)
        if parts:
            yield from _compare(cast, parts)
        present = next((f for f in figures[:k] if f.what in ("delegates", "attendees") and f.of == cast.of), None)
        if present is not None and _role(present) != "part":
            yield from _compare(present, [cast])


def _compare(whole: FigureFact, parts: Sequence[FigureFact], complete: bool = False) -> Iterator[Mismatch]:
    total = sum(part.value for part in parts)
    if total > whole.value:
        yield Mismatch("parts exceed the whole", whole, tuple(parts))
    elif complete and total < whole.value:
        yield Mismatch("parts fall short of the whole", whole, tuple(parts))
