"""Bodies told in part: "المكتب الإقليمي" of the youth whose bureau it is, the secretariat that a secretary heads."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.full_names import held
from graph_builder.extraction.mention_kinds import BodyMention, PartyMention, PlaceMention, RoleMention
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import bares, folded

_BUREAUS: Final = folded(data("body_words")["bureaus"])
_HEADED: Final = {fold(head): folded(bodies) for head, bodies in data("body_words")["headed_by"].items()}
_LEVELS: Final = ("regional", "provincial", "local")
_NAMED: Final = 2
"""Words of "الكتابة الإقليمية": one more is another body."""


def in_full(d: Discourse, body: BodyMention) -> BodyMention:
    """Return the bureau as the article names it in full, with the organisation that it is of.

    So it is where no such bureau of the party itself is named: "المكتب الإقليمي" beside "المكتب الإقليمي للشبيبة".
    """
    if body.kind != "party" or body.head not in _BUREAUS or body.core - body.i < _NAMED or body.parent or body.party:
        return body
    named = [b for s in d.sentences for b in bodies_in(s) if b.number == "singular" and b.level == body.level]
    longer = [b for b in named if b.parent is not None and b.party is not None and b.name.startswith(f"{body.name} ")]
    if not longer or any(b.name == body.name and b.party is not None for b in named):
        return body
    return replace(longer[0], place=body.place or longer[0].place)


def of_branch(d: Discourse, s: Sentence, body: BodyMention) -> PlaceMention | None:
    """Return the place of "مكتب الفرع": of the branch of its paragraph, the article's own, or that told last."""
    words = bares(body.name)
    if body.level != "local" or body.place is not None or len(words) < _NAMED:
        return None
    if words[1] not in d.vocabulary.bodies.heads:
        return None
    told = [(o, place) for o in d.sentences[s.index :: -1] for place in _places_of(d, o, words[1])]
    here = (place for o, place in told if o.paragraph == s.paragraph)
    of_topic = (place for _, place in told if d.scope is not None and place.name == d.scope.name)
    return next(here, None) or next(of_topic, None) or next((place for _, place in told), None)


def _places_of(d: Discourse, s: Sentence, head: str) -> list[PlaceMention]:
    """The places of the branches that a sentence names with one, the last first; none of officers' branches."""
    officers = held(s)
    branches = [b for b in bodies_in(s)[::-1] if b.head == head and b.kind == "party" and b.number == "singular"]
    return [d.narrowed(s, b.place) for b in branches if b.place and b.level == "local" and id(b) not in officers]


def headed(
    d: Discourse, role: RoleMention, party: PartyMention | None, places: list[PlaceMention]
) -> BodyMention | None:
    """Return the body of its own level that a secretary or coordinator heads, where the article names it."""
    head = next((lemma for lemma in role.lemmas if lemma in _HEADED), None)
    if head is None or role.public or role.level not in _LEVELS or role.key == "candidate":
        return None
    for s in d.sentences:
        for body in bodies_in(s):
            if body.head in _HEADED[head] and body.level == role.level and _alike(body, party, places):
                return replace(body, place=None)
    return None


def _alike(body: BodyMention, party: PartyMention | None, places: list[PlaceMention]) -> bool:
    """Whether a body may be the one of this party and place."""
    if body.kind != "party" or body.number != "singular" or body.parent or body.core - body.i != _NAMED:
        return False
    other = body.party is not None and body.party.via != "anaphor" and (party is None or party.name != body.party.name)
    return not other and (body.place is None or not places or body.place.name == places[0].name)
