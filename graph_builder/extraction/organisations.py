"""The youth, women or profession of a party whose news an article is: its officers are told without its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import BodyMention, PartyMention, RoleMention

Organisation = tuple[BodyMention, int]
"""The organisation, and the first sentence that tells of the party itself."""
_HEADS: Final = ("secretary", "president")
_NATIONAL: Final = frozenset([fold("عام"), fold("وطني")])


def organisation(
    sentences: Sequence[Sentence],
    bodies: Callable[[Sentence], list[BodyMention]],
    parties: Callable[[Sentence], list[PartyMention]],
) -> Organisation | None:
    """Return the one organisation of a party that the article names before the party itself."""
    found: BodyMention | None = None
    for s in sentences:
        known = [body for body in bodies(s) if body.known and body.party is not None]
        found = found or next(iter(known), None)
        if any(found is not None and body.known != found.known for body in known):
            return None
        inside = {id(body.party) for body in known}
        itself = (
            party for party in parties(s) if id(party) not in inside and party.via not in ("parallel", "followers")
        )
        if any(all(not body.i <= party.i < body.j for body in known) for party in itself):
            return (found, s.index) if found is not None else None
    return (found, len(sentences)) if found is not None else None


def headed_by(told: Organisation | None, s: Sentence, role: RoleMention) -> BodyMention | None:
    """Return the organisation that "الكاتب الوطني", "الكاتب العام" heads where the party itself is not told yet."""
    if told is None or s.index >= told[1] or role.public or role.key not in _HEADS or role.party is not None:
        return None
    return replace(told[0], place=None) if role.lemmas[-1] in _NATIONAL and not role.places else None
