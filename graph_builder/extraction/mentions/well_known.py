"""Leaders whose names are ordinary words, or like no other name: read as a whole from the lexicon."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import PersonMention
from graph_builder.extraction.mentions.written import written
from graph_builder.lexicon.vocabulary import Vocabulary

_CLITICS: Final = ("", "و", "ل", "ب", "ف", "ك", "ول", "وب", "فل")


def read_well_known(s: Sentence, i: int, vocabulary: Vocabulary) -> PersonMention | None:
    """Read the name of a leader whose name is of ordinary words: "حميد شباط"."""
    for split in s.tokens[i].word.splits:
        term = vocabulary.people.well_known.longest(split.rest, s.norm, i) if split.prefix in _CLITICS else None
        if term is not None:
            return PersonMention(i, term[0], split.prefix, written(s, i, term[0], split.prefix, split.rest), None)
    return None
