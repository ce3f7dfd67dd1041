"""Where a missed fact stands: gold names no sentence, so the one with most of the fact's words is shown."""

from __future__ import annotations

from collections.abc import Iterable

from graph_builder.arabic.sentences import sentences
from graph_builder.evaluation.gold import GoldFact
from graph_builder.evaluation.spelling import stems
from graph_builder.model import Span


class Sentences:
    """The sentences of an article: of its text where that is known, else those from which facts were read."""

    def __init__(self, text: str | None, quotes: Iterable[str]) -> None:
        found = quotes if text is None else (text[s.start : s.end] for s in sentences(text, Span(0, len(text))))
        self._stems = {sentence: stems(sentence) for sentence in found}

    def nearest(self, fact: GoldFact) -> str:
        """Return the sentence with most of the fact's words, the shortest of several; empty if none has any."""
        wanted = stems(*fact.says.values())

        def shared(sentence: str) -> tuple[int, int]:
            return len(wanted & self._stems[sentence]), -len(sentence)

        best = max(self._stems, key=shared, default="")
        return best if best and shared(best)[0] else ""
