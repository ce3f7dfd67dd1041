"""Whether two mentions may be of one event: what tells events of a kind apart, and what does not."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import MOST_FORMS
from graph_builder.extraction.mention_kinds import EventMention
from graph_builder.extraction.mentions.times import TEENS, ordinals
from graph_builder.extraction.rules import event_words
from graph_builder.lexicon.vocabulary import bares
from graph_builder.model import EventKind

_TITLE: Final = re.compile(r'["«“]([^"»”]+)["»”]')
_NUMBERS: Final = frozenset(str(n + ten) for n in ordinals().values() for ten in (0, 10))
_APART: Final = (event_words.LEVELS, _NUMBERS, event_words.SORTS)
"""Groups of features of which one event has one: a level, an ordinal, ordinary or not."""


def features(m: EventMention) -> frozenset[str]:
    """Return the adjectives and ordinals of a mention that tell its event from others of its kind."""
    return _features(m.label)


@lru_cache(maxsize=MOST_FORMS)
def _features(label: str) -> frozenset[str]:
    words = bares(label)
    ten = 10 if any(w in TEENS for w in words) else 0
    numbers = frozenset(str(ordinals()[w] + ten) for w in words if w in ordinals())
    return numbers | frozenset(w for w in words if w in event_words.TELLING)


def opens(m: EventMention) -> bool:
    """Return whether a mention is of the opening or the end of a gathering: "الجلسة الافتتاحية"."""
    if m.head not in event_words.OPENINGS:
        return False
    named = any(fold(word) in event_words.ITS_OPENING for word in m.label.split()[1:2])
    return named or any(w in event_words.OPENING for w in bares(m.label))


def is_first(m: EventMention) -> bool:
    """Return whether a mention tells the first of its kind: "أول اجتماع"."""
    return m.ordinal and not m.definite and any(word in ordinals() for word in bares(m.label)[:1])


def _one_body(a: str, b: str) -> bool:
    """Return whether two heads may be of one body: a branch and its bureau are told for each other."""
    return a == b or {a, b} <= event_words.BRANCH


def one_election(a: EventMention, b: EventMention) -> bool:
    """Return whether two mentions are of one election: of one name, or public elections for the same seats."""
    public = a.form.number != "singular" and b.form.number != "singular"
    return a.label == b.label or (public and bool(features(a)) and features(a) == features(b))


def may_add(known: EventMention, kind: EventKind, m: EventMention) -> bool:
    """Return whether a mention may be a fuller name of the event of a known one of ``kind``.

    Of its kind, with no other noun of a level; or the same noun with the same level, however else it is described.
    """
    told, said = features(known), features(m)
    if kind != m.kind:
        return False
    if not told:
        return known.head == m.head or not said & event_words.LEVELS
    levels = told & event_words.LEVELS
    same = m.definite and known.head == m.head and (not levels or levels == said & event_words.LEVELS)
    return same and kind in ("congress", "general_assembly")


def _clash(a: frozenset[str], b: frozenset[str]) -> bool:
    """Return whether two events differ in what one event has one of: a level, an ordinal."""
    return any(a & group and b & group and not (a & group) & (b & group) for group in _APART)


def _of_other_title(a: EventMention, b: EventMention) -> bool:
    """Return whether two mentions have two titles in quotes: ندوة "واقع الصحافة", ندوة "المرأة والسياسة"."""
    titles = [_TITLE.findall(m.label) for m in (a, b)]
    return all(titles) and not _same_title(fold(titles[0][0]), fold(titles[1][0]))


def _same_title(a: str, b: str) -> bool:
    return a.startswith(b) or b.startswith(a)


def _of_other_party(a: EventMention, b: EventMention) -> bool:
    """Return whether two mentions name two parties of the lexicon."""
    keys = {m.party.key for m in (a, b) if m.party is not None and m.party.key}
    return len(keys) > 1


def differ(a: EventMention, b: EventMention) -> bool:
    """Return whether two mentions are surely of two events: of other parties, titles, levels, ordinals or bodies."""
    bodies = a.body is not None and b.body is not None and not _one_body(a.body.head, b.body.head)
    return bodies or _of_other_party(a, b) or _of_other_title(a, b) or _clash(features(a), features(b))
