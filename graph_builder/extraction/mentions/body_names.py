"""How the name of a body is written: without clitics, endings of case and what only qualifies it."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.tokens import ARTICLE, Split
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mentions.written import written
from graph_builder.lexicon.vocabulary import Head, Vocabulary

_OF_MANY: Final = ("يين", "يون")
"""How adjectives of several people end."""


def plain_name(s: Sentence, i: int, split: Split, end: int, head: Head, vocabulary: Vocabulary) -> str:
    """Return the name without clitics, pronouns and passing adjectives; definite if the text's is."""
    qualified = any(s.tokens[k].word.definite for k in range(i + 1, end) if s.bare[k] in vocabulary.bodies.adjectives)
    next_to = end > i + 1 and s.bare[i + 1] in vocabulary.bodies.adjectives and s.tokens[i + 1].word.definite
    definite = split.rest != split.bare or (next_to and split.prefix.endswith("ل"))  # "للجنة التحضيرية"
    definite = definite or ((head.form.pronoun or head.form.number == "plural") and qualified)
    lemma = (
        head.lemma
        if head.form.number == "singular"
        else head.entry["mp"]
        if head.form.number == "plural"
        else head.lemma
    )
    words = [("ال" if definite else "") + lemma]
    own = [k for k in range(i + 1, end) if s.tokens[k].word.kind != "punct"]
    words += [_plain(s, k, vocabulary) for k in own if s.bare[k] not in vocabulary.bodies.passing]
    inner = s.norm[i + 1][2:] if end > i + 1 and not definite and s.norm[i + 1].startswith("لل") else ""
    if inner in vocabulary.bodies.heads:
        words[1] = ARTICLE + s.tokens[i + 1].word.surface[2:]  # "مجلسا للفرع" is "مجلس الفرع"
    return " ".join(words)


def _plain(s: Sentence, k: int, vocabulary: Vocabulary) -> str:
    """A word of a name as written, an adjective without its accusative ending."""
    adjective = vocabulary.bodies.adjectives.get(s.bare[k])
    accusative = adjective is not None and s.bare[k] == adjective.folded + "ا"
    return adjective.lemma if adjective is not None and accusative else written(s, k, k + 1, "", s.norm[k])


def are_people(s: Sentence, i: int) -> bool:
    """Whether what may be a body in "ة" without its dots is people of somebody: "منسقيه الإقليميين"."""
    of_many = i + 1 < len(s.norm) and s.norm[i + 1].endswith(_OF_MANY)
    return of_many and s.tokens[i].word.surface.endswith("ه")
