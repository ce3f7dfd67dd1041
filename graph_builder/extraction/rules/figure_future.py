"""Numbers of what has not happened yet: planned, wished for, or only a condition."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import NumberMention
from graph_builder.extraction.rules.figure_counted import REACH, Counted
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

_PLANNED: Final = folded(data("figure_words")["planned"])
_CONDITIONAL: Final = folded(data("figure_words")["conditional"])
_CONDITION_REACH: Final = 6
_PROSPECTS: Final = folded(data("figure_words")["prospects"])


def planned(s: Sentence, n: NumberMention) -> str | None:
    """Return the word by which the sentence tells the number of something still to come."""
    for k in range(n.i - 1, max(-1, n.i - 1 - REACH), -1):
        norm = s.norm[k].removeprefix("و")
        if norm in _PLANNED:
            return s.text(k, k + 1).removeprefix("و")
    return None


def conditional(s: Sentence, n: NumberMention) -> bool:
    """Whether the number is only a condition: "متى بلغ عدد المنخرطين المائة"."""
    return any(w.removeprefix("و") in _CONDITIONAL for w in s.norm[max(0, n.i - _CONDITION_REACH) : n.i])


def willing(s: Sentence, n: NumberMention, c: Counted) -> bool:
    """Whether those counted are only willing to join."""
    near = s.norm[max(0, n.i - REACH) : c.j + REACH]
    return any(w in _PROSPECTS or w[1:] in _PROSPECTS for w in near)
