"""Who is the subject of a verb: the name after it, past his title and trade, or the name before it."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.mention_kinds import (
    DateMention,
    Mention,
    PartyMention,
    PersonMention,
    PlaceMention,
    RoleMention,
)
from graph_builder.extraction.rules.triggers import words

WHO: Final = words("الذي التي والذي والتي")
_SINCE: Final = words("منذ")
_FAR: Final = 12
"""Words on the subject, his offices with them, between a verb and the name."""


def subject_after(d: Discourse, s: Sentence, start: int) -> PersonMention | None:
    """Return the person named at token ``start``, or past nothing but who he is: "يرأسها منذ سنة الصحافي X"."""
    person = next((p for p in of_type(s, PersonMention) if p.i >= start), None)
    if person is None or person.prefix or person.i - start > _FAR:
        return None
    return person if apposed(d, s, start, person.i) else None


def apposed(d: Discourse, s: Sentence, start: int, end: int) -> bool:
    """Return whether nothing stands between two tokens but titles, offices, dates and definite nouns."""
    aside = {m.i: m.j for m in s.mentions if isinstance(m, (RoleMention, DateMention)) and not m.prefix}
    k = start
    while k < end:
        title = d.vocabulary.people.honorifics.longest(s.bare[k], s.bare, k)
        if k in aside or title is not None:
            k = aside[k] if k in aside else title[0] if title is not None else k
        elif s.tokens[k].word.definite or s.norm[k] in _SINCE or (k + 1 < end and s.tokens[k + 1].word.definite):
            if s.tokens[k].word.kind != "word":
                return False
            k += 1
        else:
            return False
    return k == end


def subject_before(d: Discourse, s: Sentence, k: int) -> PersonMention | None:
    """Return the person named right before the verb at token ``k``: "X الذي يرأس", "أما X من حزب كذا فيرأس"."""
    people = [p for p in of_type(s, PersonMention) if p.j <= k]
    if not people:
        return None
    person = people[-1]
    told = {n for m in s.mentions if isinstance(m, (PartyMention, PlaceMention)) for n in range(m.i, m.j)}
    signs = gap(s, person, Mention(k, k + 1, ""), d.vocabulary)
    own = [n for n in range(person.j, k) if s.tokens[n].word.kind == "word" and n not in told and s.norm[n] not in WHO]
    return person if not own and signs.strip("w،()") == "" else None


def of_people(s: Sentence, start: int, end: int) -> bool:
    """Whether a person is named between two tokens."""
    return any(start <= p.i < end for p in of_type(s, PersonMention))


def own_end(office: RoleMention) -> int:
    """Where the words of an office end before the party that it is of: "التجمع" may be of its name."""
    return min(office.j, office.party.i) if office.party is not None else office.j
