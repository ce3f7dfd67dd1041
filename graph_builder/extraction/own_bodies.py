"""Bodies that elsewhere are the state's and one party has as its sections: "مديرية كذا" of the Syrian Nationalists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import BodyMention, PartyMention, RoleMention
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import bares, folded

_OWN: Final = {key: folded(heads) for key, heads in data("body_words")["sections_of"].items()}
_RELATION: Final = ("ي", "ام", "س", "ع", "ث", "ن", "ول")
"""Endings of adjectives and ordinals that a congress has: "الوطني", "العام", "السابع"."""
_CONGRESSES: Final = folded(data("grammar_words")["role"]["congresses"])


def settle_own_bodies(
    sentences: Sequence[Sentence], party: PartyMention | None, bodies: Callable[[Sentence], list[BodyMention]]
) -> None:
    """Tell sections of the party that the article is about from bodies of the state of that name."""
    if party is not None and _CONGRESSES & {*bares(party.name)[:2]}:
        _settle_titles(sentences)
    heads = _OWN.get(party.key or "") if party is not None else None
    if not heads:
        return
    for s in sentences:
        for body in bodies(s):
            if body.head in heads and body.kind == "public":
                body.kind, body.level = "party", body.level or "local"
                s.parts = None
        for role in of_type(s, RoleMention):
            if role.body is not None and role.body.head in heads and role.body.kind == "party":
                role.public = False


def _settle_titles(sentences: Sequence[Sentence]) -> None:
    """Tell "رئيس المؤتمر" of a party that calls itself a congress from who chairs one ("رئيس المؤتمر السابع")."""
    for s in sentences:
        for role in of_type(s, RoleMention):
            qualified = role.j < len(s.norm) and s.tokens[role.j].word.definite and s.norm[role.j].endswith(_RELATION)
            if role.event and role.lemmas[-1] in _CONGRESSES and not qualified:
                role.event = False
