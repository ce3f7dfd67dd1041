"""Names as the text writes them, without the clitics, vowel signs and case endings of their place in a sentence."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.normalise import fold, unmarked
from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import EventMention
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

_ACCUSATIVE: Final = "ا"
_DESCRIBING: Final = folded(data("grammar_words")["event"]["describing"])
_RELATION: Final = "يا"
"""How an adjective of relation ends in the accusative: "تواصليا"."""


def written(s: Sentence, i: int, j: int, prefix: str, rest: str) -> str:
    """Return the name of tokens ``i`` to ``j`` without clitics, vowel signs and tatweel: "للشبيبةِ" as "الشبيبة".

    ``prefix`` and ``rest``: how the first word is read, folded.
    """
    first = s.tokens[i].word.surface[len(prefix) :]
    if prefix.endswith("ل") and rest.startswith(ARTICLE) and first.startswith("ل"):
        first = "ا" + first
    return " ".join([first, *[s.tokens[k].word.surface for k in range(i + 1, j)]])


def named(event: EventMention) -> str:
    """Return what an event is called, without the accusative of its place: "اجتماعًا موسعا" as "اجتماع موسع".

    The adjectives after a noun that shows no case ("لقاء تواصليا") tell it.
    """
    first, *others = unmarked(event.label).split()
    found = [first.removesuffix(_ACCUSATIVE) if event.form.case == "accusative" else first]
    for n, word in enumerate(others):
        described = word.endswith(_ACCUSATIVE) and fold(word).removesuffix(_ACCUSATIVE) in _DESCRIBING
        if not described and (word.startswith(ARTICLE) or not word.endswith(_RELATION)):
            return " ".join(found + others[n:])
        found.append(word.removesuffix(_ACCUSATIVE))
    return " ".join(found)
