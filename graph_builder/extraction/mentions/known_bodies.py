"""Bodies that the lexicon has by name: parties' organisations, bodies of the state, unions and associations."""

from __future__ import annotations

from typing import Final, Literal

from graph_builder.arabic.tokens import ARTICLE, Split
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import BodyMention, PartyMention
from graph_builder.extraction.mentions.written import written
from graph_builder.lexicon.vocabulary import Vocabulary

_OF_THE_STATE: Final = "institution"


def known_body(s: Sentence, i: int, split: Split, vocabulary: Vocabulary, alone: bool) -> BodyMention | None:
    """Read a body of the lexicon that token ``i``, without its clitics, begins to name; no place after it.

    ``alone``: not as whose bureau another body is, which would leave the organisation itself unsaid.
    """
    known = _of_party(s, i, split.prefix, split.rest, vocabulary) if split.rest in vocabulary.parties else None
    if known is None and split.rest in vocabulary.organisations:
        known = _of_none(s, i, split, vocabulary)
    return known or (_after_kind(s, i, split, vocabulary) if alone else None)


def _of_none(s: Sentence, i: int, split: Split, vocabulary: Vocabulary) -> BodyMention | None:
    """A body that is no party's: of the state ("مجلس النواب"), or a union or association."""
    term = vocabulary.organisations.longest(split.rest, s.norm, i)
    if term is None or term[0] == i + 1:
        return None
    end, (name, kind) = term
    owner: Literal["public", "civil"] = "public" if kind == _OF_THE_STATE else "civil"
    return BodyMention(i, end, split.prefix, name, split.bare, "other", owner, "singular", core=end)


def _of_party(s: Sentence, i: int, prefix: str, rest: str, vocabulary: Vocabulary) -> BodyMention | None:
    """A parallel organisation: it names its party too."""
    term = vocabulary.parties.longest(rest, s.norm, i)
    if term is None or term[1].via != "parallel":
        return None
    end, name = term
    words = [s.tokens[k].word.surface for k in range(i + 1, end) if s.tokens[k].word.kind == "word"]
    named = " ".join([written(s, i, i + 1, prefix, rest), *words])
    body = BodyMention(i, end, prefix, named, s.bare[i], "parallel", "party", "singular", core=end)
    body.known = name.parallel or ""
    body.party = PartyMention(i, end, "", name.key, name.name, "parallel")
    return body


def _after_kind(s: Sentence, i: int, split: Split, vocabulary: Vocabulary) -> BodyMention | None:
    """ "منظمة نساء حزب كذا": the word of kind before an organisation of the lexicon whose name has none."""
    if split.bare not in vocabulary.bodies.unions or split.rest != split.bare or i + 1 >= len(s.norm):
        return None
    rest = s.norm[i + 1]
    if rest.startswith(ARTICLE):
        return None
    known = _of_party(s, i + 1, "", rest, vocabulary) if rest in vocabulary.parties else None
    if known is not None:
        known.i, known.prefix, known.head = i, split.prefix, split.bare
        known.name = f"{written(s, i, i + 1, split.prefix, split.rest)} {known.name}"
    return known
