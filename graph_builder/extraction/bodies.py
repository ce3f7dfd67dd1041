"""The bodies of parties that an article names as one, with level, party, parent and place (table ``units``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import BodyMention, Sentence
from graph_builder.extraction.rules.status import steering
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import bares
from graph_builder.model import BodyFact, Level

CONFIDENCE = 0.92
_NATIONAL_PARENTS = frozenset(tuple(bares(n)) for n in data("body_words")["national"])


def bodies(d: Discourse) -> Iterator[BodyFact]:
    """Yield each body once, with its fullest name and the sentence that first names it."""
    found: dict[tuple[str, str, str], BodyFact] = {}
    for s in d.sentences:
        for mention in bodies_in(s):
            if (fact := _fact(d, s, mention)) is None:
                continue
            name = _stems(mention.known or fact.name)
            key = (name, fact.party or "", _known_place(found, fact, name))
            known = found.get(key)
            if known is None:
                found[key] = fact
            elif fact.name != known.name and fact.name not in known.aliases:
                found[key] = replace(known, aliases=tuple(sorted({*known.aliases, fact.name})))
    yield from (fact for fact in found.values() if not _alone(fact))


def _alone(fact: BodyFact) -> bool:
    """Whether the name is a head alone ("الفرع"): it stands for a body named in full elsewhere, or for none."""
    return " " not in fact.name and fact.place is None


def _known_place(found: dict[tuple[str, str, str], BodyFact], fact: BodyFact, name: str) -> str:
    """The place of a body named before, for a mention that leaves it out; else its own."""
    if fact.place:
        return fact.place
    same = [key for key in found if key[:2] == (name, fact.party or "")]
    return same[-1][2] if same else ""


def _stems(name: str) -> str:
    return " ".join(bares(name))


def _fact(d: Discourse, s: Sentence, m: BodyMention) -> BodyFact | None:
    if m.number != "singular" or m.kind != "party" or not _named(s, m):
        return None
    party = d.resolve_party(m.party, s, m.i)
    if party is None or not party.name:
        return None
    level: Level = m.level or "other"
    place = m.place.name if m.place else None
    named = m.core > m.i + 1 or m.party is not None
    if place is None and level in ("local", "provincial", "regional") and named:
        near = d.place_at(s, m.i, level)
        place = near.name if near else None
    return BodyFact(m.name, level, party.name, None, place, (), s.evidence("body.name", CONFIDENCE))


def _named(s: Sentence, m: BodyMention) -> bool:
    """Whether the phrase names one body: definite, or with a level, place or party; not "a bureau"."""
    if steering(s, m):
        return False
    definite = m.name.startswith("ال") or any(s.tokens[k].word.definite for k in range(m.i + 1, m.core))
    return definite or (m.level is not None and m.core > m.i + 1) or m.place is not None or m.party is not None


def same_body(a: str, b: str) -> bool:
    """Whether two names are one body's but for articles and spelling."""
    return fold(_stems(a)) == fold(_stems(b))
