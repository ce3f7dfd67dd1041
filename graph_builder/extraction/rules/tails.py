"""What an office goes on with after its mention: "رئيس جمعية آباء التلاميذ بالثانوية X", "النائب عن الولاية، X"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from graph_builder.arabic.inflection import is_possessive
from graph_builder.arabic.tokens import Split
from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    Mention,
    PartyMention,
    PersonMention,
    PlaceMention,
    RoleMention,
)
from graph_builder.extraction.mentions.phrases import is_noun
from graph_builder.extraction.mentions.places import FUNCTION
from graph_builder.extraction.rules.apart import acts_on
from graph_builder.extraction.rules.triggers import words

_IN: Final = words("عن في لدى")
_LONGEST: Final = 9
"""Words of a tail."""
_AFTER: Final = frozenset(["", "،", ",", ":", "-", "–", ",:"])
"""Signs between a tail and the name."""
_OF: Final = ("ب", "ل")
_NAMES: Final = (BodyMention, PartyMention, PlaceMention)


class Tail(NamedTuple):
    """Who is named after what an office goes on with."""

    person: PersonMention
    past: bool
    """Whether the office is one of the past."""
    party: PartyMention | None
    """Whom the holder stands for: "رئيس بلدية كذا التابع للحركة X"."""
    body: BodyMention | None
    """The body with what its name goes on with: "رئيس جمعية آباء التلاميذ X"."""


def named_after_tail(d: Discourse, s: Sentence, role: RoleMention) -> Tail | None:
    """Return the name right after all that an office goes on with, and what that tells."""
    if (
        role.form.case
        or role.prefix == "ك"
        or not any(isinstance(m, PersonMention) and m.i > role.j for m in s.mentions)
    ):
        return None
    if acts_on(s, role):
        return None  # "استقبل الكاتب الإقليمي بالمقر الجديد X"
    end = _end(d, s, role)
    if end == role.j:
        return None
    person = next((m for m in s.mentions if m.i >= end), None)
    if not isinstance(person, PersonMention) or person.prefix:
        return None
    if gap(s, Mention(end, end, ""), person, d.vocabulary) not in _AFTER:
        return None
    past = any(s.bare[k] in d.vocabulary.roles.former for k in range(role.j, end))
    party = next((m for m in of_type(s, PartyMention) if role.j <= m.i < end), None)
    body = role.body if not _closed(s, role) else None
    if body is not None:
        body = replace(body, name=s.text(body.i, end).removeprefix(body.prefix))
    return Tail(person, past, party, body)


def _end(d: Discourse, s: Sentence, role: RoleMention) -> int:
    """The end of the noun phrase that an office opens; that of its mention where nothing goes on, or no noun closes it."""
    at = {m.i: m for m in s.mentions if m.i >= role.j}
    k, bound = role.j, not _closed(s, role)
    while k < len(s.norm) and k - role.j < _LONGEST:
        mention = at.get(k)
        if mention is not None:
            named = isinstance(mention, _NAMES) and (bound or mention.prefix in _OF)
            if not named:
                break
            k, bound = mention.j, False
        elif s.norm[k] in _IN and not bound:
            k, bound = k + 1, True
        elif (goes := _goes_on(d, s, k, bound)) is not None:
            k, bound = k + 1, goes
        else:
            break
    return role.j if bound else k


def _closed(s: Sentence, role: RoleMention) -> bool:
    """Whether the last word of an office's mention wants no noun after it."""
    last = role.j - 1
    named = any(m is not None and m.j == role.j for m in (role.party, role.body and role.body.place, *role.places))
    return named or s.tokens[last].word.definite or (role.j > role.i + 1 and is_possessive(s.tokens[last].word.surface))


def _goes_on(d: Discourse, s: Sentence, k: int, bound: bool) -> bool | None:
    """Whether token ``k`` belongs to the phrase and wants a noun after it; ``None`` if it does not belong to it."""
    word = s.tokens[k].word
    if word.kind != "word" or s.norm[k] in FUNCTION or s.norm[k] in d.vocabulary.people.verbs:
        return None
    if not (is_noun(s, k, d.vocabulary) or _named_so(d, s, k)):
        return None
    if bound or word.definite:
        return not (word.definite or is_possessive(word.surface))
    split = word.splits[-1] if word.splits else Split("", s.norm[k], s.bare[k])
    if split.prefix in _OF:
        return split.rest == split.bare
    joined = split.prefix == "و" and split.rest != split.bare and split.bare not in d.vocabulary.roles.heads
    return False if joined else None


def _named_so(d: Discourse, s: Sentence, k: int) -> bool:
    """ "المجتمع المدني", "ثانوية الحسن الثاني": a word with article that is a name too, where no name was read."""
    return s.tokens[k].word.definite and s.norm[k] in d.vocabulary.people.given
