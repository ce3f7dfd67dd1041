"""Parties told by their first word, where the article names one such: "رئيس الجبهة", "الهيئة التنفيذية للفيدرالية"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from graph_builder.arabic.tokens import ARTICLE, strip_article
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import BodyMention, M, Mention, PartyMention, RoleMention
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded, norms

Parts = Callable[[Sentence], list[M]]
_WORDS: Final = data("grammar_words")["party"]
_HEAD: Final = folded(_WORDS["head"])
_FIRST: Final = {word: one[0] for one in _WORDS["first_words"] for word in folded(one)}
"""First words of parties, without article, and the one that stands for its spellings."""
_OWN: Final = ("name", "nickname", "symbol", "pattern")


def settle_first_words(sentences: Sequence[Sentence], parties: Parts[PartyMention], bodies: Parts[BodyMention]) -> None:
    """Give offices and bodies the party that "of the front", "of the movement" tells beside them.

    Args:
        sentences: of the article.
        parties: returns those of a sentence, the ones inside other mentions too.
        bodies: as ``parties``.
    """
    named: dict[str, PartyMention | None] = {}
    for s in sentences:
        for party in parties(s):
            word = _first_word(party) if party.via in _OWN else None
            if word is not None and named.setdefault(word, party) is not party and not _same(named[word], party):
                named[word] = None  # two fronts: which is meant, the text does not say
    told = {word: party for word, party in named.items() if party is not None}
    if not told:
        return
    for s in sentences:
        for body in bodies(s):
            if body.kind == "civil" and body.core - body.i > 1:
                told.pop(_FIRST.get(body.head, ""), None)  # an association of that name
    for s in sentences:
        changed = [_settle(s, m, told) for m in s.mentions]
        if any(changed):
            s.parts = None


def _same(one: PartyMention | None, other: PartyMention) -> bool:
    return one is not None and one.name == other.name


def _first_word(party: PartyMention) -> str | None:
    words = [word for word in norms(party.name) if word not in _HEAD]
    return _FIRST.get(strip_article(words[0])) if len(words) > 1 else None


def _settle(s: Sentence, m: Mention, told: dict[str, PartyMention]) -> bool:
    """Tell whose a body or office is; whether something changed."""
    if isinstance(m, BodyMention):
        return _settle_body(s, m, told)
    if not isinstance(m, RoleMention):
        return False
    changed = m.body is not None and _settle_body(s, m.body, told)
    if m.body is not None and m.body.core - m.body.i == 1 and (party := _told_at(s, m.body.i, told)) is not None:
        m.body, m.party, changed = None, m.party or party, True
    place = m.places[0] if m.places else None
    if place is not None and place.type_word == "" and (party := _told_at(s, place.i, told)) is not None:
        m.places, m.party, changed = m.places[1:], m.party or party, True
    if m.party is None and m.body is None and (party := _told_at(s, m.j, told)) is not None:
        m.party, changed = party, True
    if changed and m.party is None and m.body is not None:
        m.party = m.body.party
    return changed


def _settle_body(s: Sentence, body: BodyMention, told: dict[str, PartyMention]) -> bool:
    """ "الهيئة التنفيذية للفيدرالية": the name without its last word, and the party."""
    if body.party is not None or body.kind == "public" or body.number != "singular":
        return False
    if body.core - body.i > 1 and (party := _told_at(s, body.core - 1, told)) is not None:
        body.core -= 1
        body.name = body.name.rsplit(" ", 1)[0]
        body.party, body.kind, body.generic = party, "party", body.core - body.i == 1
        return True
    return False


def _told_at(s: Sentence, k: int, told: dict[str, PartyMention]) -> PartyMention | None:
    """The party that "the front", "of the front" tells at token ``k``, no adjective after it that makes it a name."""
    if k >= len(s.norm) or s.tokens[k].word.kind != "word":
        return None
    split = next((x for x in s.tokens[k].word.splits if x.prefix in ("", "ل") and x.rest.startswith(ARTICLE)), None)
    party = told.get(_FIRST.get(split.bare, "")) if split is not None else None
    goes_on = k + 1 < len(s.norm) and s.tokens[k + 1].word.definite and s.norm[k + 1].endswith(("ي", "يه"))
    if party is None or split is None or goes_on:
        return None
    return PartyMention(k, k + 1, split.prefix, party.key, party.name, "nickname")
