"""What a passage, or an article, is about: the place told first, or as the heading above, or "there"; a union."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import Split
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    EventMention,
    Mention,
    PartyMention,
    PlaceMention,
    RoleMention,
)
from graph_builder.extraction.mentions.places import TYPES
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

_WORDS: Final = data("grammar_words")["place"]
_OPENERS: Final = folded(_WORDS["topic"])
_TERM: Final = fold(_WORDS["term"])
_COUNCIL: Final = fold(data("grammar_words")["role"]["council"])
_GLUED: Final = frozenset(["ب", "وب", "فب"])
_SOCIETIES: Final = folded(data("body_words")["societies"])
_LONGEST_HEADING: Final = 3
"""Words of a line that is a place and no more."""
_ASSEMBLIES: Final = ("congress", "general_assembly")


def society(sentences: Sequence[Sentence]) -> BodyMention | None:
    """Return the union of an article about no party: whose assembly it tells, else that of title or lead.

    The longest name of those that begin alike: "الاتحاد الوطني للشغل بالمغرب" for "الاتحاد الوطني للشغل".
    """
    told = [(s, m, body) for s in sentences for m in s.mentions if (body := _named(m)) is not None]
    own = (body for _, m, body in told if isinstance(m, EventMention) and m.kind in _ASSEMBLIES)
    first = next(own, None) or next((body for s, _, body in told if s.paragraph < 1), None)
    if first is None:
        return None
    return max((body for *_, body in told if body.name.startswith(first.name)), key=lambda body: len(body.name))


def is_of_association(
    sentences: Sequence[Sentence],
    parties: Callable[[Sentence], list[PartyMention]],
    bodies: Callable[[Sentence], list[BodyMention]],
) -> bool:
    """Return whether the title names an association and no party, and no party of the text has a body or event."""
    titles = [s for s in sentences if s.paragraph < 0]
    named = any(b.kind == "civil" and b.party is None and b.core - b.i > 1 for s in titles for b in bodies(s))
    if not named or any(parties(s) for s in titles):
        return False
    held = any(b.party is not None for s in sentences for b in bodies(s))
    return not held and not any(e.party is not None for s in sentences for e in of_type(s, EventMention))


def _named(mention: Mention) -> BodyMention | None:
    """The union or association that a mention is, or is of, by more than its first word."""
    body = mention if isinstance(mention, BodyMention) else None
    if isinstance(mention, (RoleMention, EventMention)):
        body = mention.body
    if body is None or body.kind != "civil" or body.head not in _SOCIETIES or body.number != "singular":
        return None
    return body if body.core - body.i > 1 and body.parent is None else None


def topic(sentences: Sequence[Sentence], s: Sentence, i: int) -> PlaceMention | None:
    """Return the place that the paragraph, or else the section, of token ``i`` opened with last before it."""
    for other in sentences[s.index :: -1]:
        if other.paragraph != s.paragraph:
            break
        opening = [p for p in of_type(other, PlaceMention) if (other is not s or p.i <= i) and _opens(other, p)]
        if opening:
            return opening[-1]
    return _heading(sentences, s)


def _opens(s: Sentence, place: PlaceMention) -> bool:
    """Whether nothing but "in", "and", "as for" stands before the place in its sentence, or clause."""
    k = place.i - 1
    while k >= 0 and s.norm[k] in _OPENERS:
        k -= 1
    opened = k + 1 < place.i or place.prefix in _GLUED
    return opened and (k < 0 or (s.is_sign(k, "،,؛;") and (place.prefix in ("وب", "فب") or _joined(s, k + 1))))


def _joined(s: Sentence, k: int) -> bool:
    """Whether a clause goes on with "and in", "as for"."""
    return s.norm[k][0] in "وفا" and s.norm[k] not in ("في",)


def _heading(sentences: Sequence[Sentence], s: Sentence) -> PlaceMention | None:
    """The place that the last line before of a place and no more names."""
    heading = next((other for other in sentences[: s.index][::-1] if _is_heading(other)), None)
    return of_type(heading, PlaceMention)[0] if heading is not None else None


def _is_heading(s: Sentence) -> bool:
    """Whether a line is a place, a colon perhaps after it."""
    alone = len(s.mentions) == 1 and isinstance(s.mentions[0], PlaceMention) and s.paragraph >= 0
    alone = alone and all(token.word.kind != "word" for token in s.tokens[s.mentions[0].j :])  # "تاوريرت بريس"
    return alone and sum(token.word.kind == "word" for token in s.tokens) <= _LONGEST_HEADING


def is_there(split: Split) -> bool:
    """Return whether it is "بالمدينة": "in" or "of", and a definite word of kind; "للولاية" is "for the term"."""
    told = split.prefix[-1:] in ("ب", "ل") and split.rest != split.bare and split.bare in TYPES
    return told and (split.prefix, split.bare) != ("ل", _TERM)


def is_that(split: Split) -> bool:
    """Return whether it is "المدينة" of "مجلس المدينة": a definite word of kind after the council."""
    return not split.prefix and split.rest != split.bare and split.bare in TYPES


def is_council(s: Sentence, k: int) -> bool:
    """Return whether token ``k`` is the noun of a council, without article."""
    return any(x.rest == _COUNCIL for x in s.tokens[k].word.splits)
