"""What stands beside an office: the name before or after it, past dates, towns, parties and titles; whose it may be."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import stands_for
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    DateMention,
    EventMention,
    Mention,
    NumberMention,
    PartyMention,
    PersonMention,
    PlaceMention,
    RoleMention,
)
from graph_builder.extraction.rules.status import of_many
from graph_builder.extraction.rules.triggers import ELECTING, words
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

_DEPUTY: Final = fold("نائب")
_DEPUTIES: Final = words("نائب مساعد خليفة مستشار")
_KIN: Final = folded(data("grammar_words")["role"]["kin"])
_HIS: Final = words("له لها لهم")
_FROM: Final = words("من")
_COURTESY: Final = 2
"""Words of titles between a deputy's and the name."""
PROFESSION: Final = 6
"""Signs and words of a profession between a name and a role: "X، المحامية بهيئة الرباط وعضو ..."."""


def singular(s: Sentence, role: RoleMention) -> bool:
    """Return whether the office is one person's, and no title of courtesy, kinship or deputy's pronoun."""
    title = bare_deputy(role) and not s.is_sign(role.j, ":/(") and not seat(s, role)
    title = title or (role.key == "candidate" and role.definite and not (role.body or role.party or role.places))
    title = title or (role.key == "representative" and role.form.case == "accusative")  # "ممثلا في X"
    title = title or (role.i > 0 and s.norm[role.i - 1] in _KIN)  # "أرملة الكاتب الإقليمي X"
    return (
        not title
        and not of_many(role)
        and not counted(s, role)
        and not role.possessive
        and not (not of_party(role) and of_him(role, s))
    )


def counted(s: Sentence, role: RoleMention) -> bool:
    """ "25 عضوا": a number stands right before the accusative, which it counts."""
    if role.form.case != "accusative" or role.i == 0:
        return False
    return s.tokens[role.i - 1].word.kind == "number" or any(n.j == role.i for n in of_type(s, NumberMention))


def bare_deputy(role: RoleMention) -> bool:
    """Whether an office is "the deputy", without whose: a member of parliament's title, or a line of a roster."""
    return role.head == _DEPUTY and role.definite and not role.modified


def seat(s: Sentence, role: RoleMention) -> bool:
    """Whether "the deputy" is told right before a name, no sign between: a seat in parliament."""
    if not bare_deputy(role):
        return False
    at = s.mentions.index(role) + 1
    if not person_at(s, at) or s.mentions[at].prefix or s.mentions[at].i - role.j > _COURTESY:
        return False
    return all(s.tokens[k].word.kind == "word" for k in range(role.j, s.mentions[at].i))


def of_party(role: RoleMention) -> bool:
    """Whether a pronoun means the party or body ("منسقه الجهوي"), not the officer named before ("نائبه")."""
    return role.head not in _DEPUTIES


def of_him(role: RoleMention, s: Sentence) -> bool:
    """ "رئيسة لها": of a body or officer named before."""
    return role.j < len(s.norm) and s.norm[role.j] in _HIS


def person_at(s: Sentence, k: int) -> bool:
    """Return whether mention ``k`` is a person."""
    return 0 <= k < len(s.mentions) and isinstance(s.mentions[k], PersonMention)


def neighbour(s: Sentence, k: int, step: int) -> Mention | None:
    """The mention beside a group; a date, and a town in brackets or a place after a name, are stepped over."""
    k += step if step < 0 else 0
    while 0 <= k < len(s.mentions) and (
        isinstance(s.mentions[k], DateMention)
        or (of_event(s, k) or title_of(s, k) if step > 0 else _his_election(s, k))
    ):
        k += step
    if step < 0 and 1 <= k < len(s.mentions) and party_aside(s, k):
        k -= 1
    if step < 0 and 1 <= k < len(s.mentions) and place_aside(s, k):
        k -= 1
    if step < 0 and 1 <= k < len(s.mentions) and _of_profession(s, k):
        k -= 1
    return s.mentions[k] if 0 <= k < len(s.mentions) else None


def place_aside(s: Sentence, k: int) -> bool:
    """Whether mention ``k`` is the town of the person before it: "X (سطات)", "X من سطات"."""
    place, before = s.mentions[k], s.mentions[k - 1]
    if not (isinstance(place, PlaceMention) and isinstance(before, PersonMention)):
        return False
    from_it = place.i - 1 == before.j and s.norm[place.i - 1] in _FROM
    return s.is_sign(place.i - 1, "(") or place.i == before.j or from_it


def party_aside(s: Sentence, k: int) -> bool:
    """Whether mention ``k`` is the party of the person before it: "X عن حزب كذا، نائبا أول"."""
    party, before = s.mentions[k], s.mentions[k - 1]
    if not (isinstance(party, (PartyMention, BodyMention)) and isinstance(before, PersonMention)):
        return False
    bracketed = s.is_sign(before.j, "(")
    return stands_for(s, before, party) and (isinstance(party, PartyMention) or not bracketed)


def past_party(s: Sentence, person: PersonMention) -> int:
    """Return the token past a name and the party that its bearer stands for: "X عن حزب كذا بالنيابة الثانية"."""
    party = next((p for p in of_type(s, PartyMention) if p.i >= person.j and stands_for(s, person, p)), None)
    return person.j if party is None else party.j + s.is_sign(party.j, ')"»”')


def title_of(s: Sentence, k: int) -> bool:
    """ "رئيس الحزب النائب X": whether mention ``k`` is a seat told as a title of the name after it."""
    role = s.mentions[k]
    bare = isinstance(role, RoleMention) and role.head == _DEPUTY and not singular(s, role) and not role.prefix
    return bare and person_at(s, k + 1) and s.mentions[k + 1].i == role.j


def _his_election(s: Sentence, k: int) -> bool:
    """ "X: تم انتخابه رئيسا": whether mention ``k`` is the election of the person before it."""
    event = s.mentions[k]
    return isinstance(event, EventMention) and event.j == event.i + 1 and s.norm[event.i] in ELECTING


def of_event(s: Sentence, k: int) -> bool:
    """Whether mention ``k`` says for which event the body of the office before it is: "... للمؤتمر"."""
    event, role = s.mentions[k], s.mentions[k - 1]
    return (
        isinstance(event, EventMention)
        and isinstance(role, RoleMention)
        and role.body is not None
        and event.prefix in ("ل", "ب")
        and event.i == role.j
    )


def _of_profession(s: Sentence, k: int) -> bool:
    """ "X، المحامية بهيئة الرباط وعضو ...": whether mention ``k`` is only where somebody works."""
    body, before = s.mentions[k], s.mentions[k - 1]
    return (
        isinstance(body, BodyMention)
        and isinstance(before, PersonMention)
        and body.prefix == "ب"
        and s.is_sign(before.j, "،,")
        and 1 <= body.i - before.j - 1 < PROFESSION
    )
