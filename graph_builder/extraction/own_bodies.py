"""Bodies that elsewhere are the state's and one party has as its sections: "مديرية كذا" of the Syrian Nationalists."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import BodyMention, PartyMention, RoleMention
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

_OWN: Final = {key: folded(heads) for key, heads in data("body_words")["sections_of"].items()}


def settle_own_bodies(
    sentences: Sequence[Sentence], party: PartyMention | None, bodies: Callable[[Sentence], list[BodyMention]]
) -> None:
    """Tell sections of the party that the article is about from bodies of the state of that name."""
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
