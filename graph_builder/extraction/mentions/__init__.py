"""From tokens to mentions: what each stretch of a sentence denotes, decided from left to right, surest first."""

from __future__ import annotations

import datetime as dt
from typing import Final

from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.known import BODY, EVENT, PARTY, PERSON, PLACE, ROLE, TIME, TITLE
from graph_builder.extraction.mention_kinds import BodyMention, Mention, PersonMention, PlaceMention, RoleMention
from graph_builder.extraction.mentions.bodies import read_body
from graph_builder.extraction.mentions.events import read_event
from graph_builder.extraction.mentions.meetings import add_meetings
from graph_builder.extraction.mentions.namelike import plausible
from graph_builder.extraction.mentions.openers import learn
from graph_builder.extraction.mentions.parties import read_party
from graph_builder.extraction.mentions.people import may_open, read_person
from graph_builder.extraction.mentions.places import read_place
from graph_builder.extraction.mentions.roles import read_role
from graph_builder.extraction.mentions.times import read_date_mention, read_number_mention
from graph_builder.extraction.mentions.well_known import read_well_known
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary, folded

_AND: Final = "و"
_EACH: Final = folded(data("grammar_words")["person"]["each"])
_ASKING: Final = folded(data("grammar_words")["person"]["asking"])
_ADDING: Final = folded(data("grammar_words")["person"]["adding"])
_OF: Final = folded(data("grammar_words")["person"]["of"])
_IN: Final = frozenset(["في"])
_JOINED: Final = (PersonMention, RoleMention, BodyMention)
_ITEM: Final = 3
"""Tokens at most before the first word of an item."""
_AFTER_NUMBER: Final = "-–—.)/:"
_DIGITS: Final = 2
"""... of the number of an item."""
_JOINTS: Final = frozenset("،,؛;:-–—/()و")


def recognise(s: Sentence, vocabulary: Vocabulary, anchor: dt.date | None) -> None:
    """Fill ``s.mentions``. ``anchor`` is the date that the article states about itself."""
    learn(s)
    i = 0
    strong = titled = False
    while i < len(s.tokens):
        kind = s.tokens[i].word.kind
        if kind == "number" and _numbers_item(s, i):
            i += 1
            continue
        if kind in ("punct", "break"):
            strong = strong and s.norm[i] in ':"«“(/.'
            i += 1
            continue
        may = s.may[i]
        named = may_open(s, i, vocabulary, titled)
        asked = named or strong or _in_list(s, i) or _after_of(s, i) or (i <= _ITEM and _opens_item(s, i, vocabulary))
        if not may and not asked:
            strong = s.norm[i] in _ASKING
            i += 1
            continue
        title = _title(s, i, vocabulary) if may & TITLE and not named else None
        if title and _is_name(s, i, vocabulary, asked):
            title = None
        mention = _read(s, i, vocabulary, anchor, asked, bool(title), may)
        if mention is None:
            titled = bool(title)
            strong = titled or (strong and s.norm[i] in _KEEP) or s.norm[i] in _ASKING
            i = title[0] if title else i + 1
            continue
        if not mention.prefix and i and s.norm[i - 1] == _AND and isinstance(mention, _JOINED):
            mention.prefix = _AND  # "X و عضو المكتب": written apart
        s.mentions.append(mention)
        titled = False
        strong = isinstance(mention, RoleMention)
        i = mention.j
    add_meetings(s)


def _numbers_item(s: Sentence, i: int) -> bool:
    """Whether a number is that of an item of a list: "1- سلا: X", "(1) X"; "14-02-2020" is none."""
    if i > 1 or (i == 1 and s.tokens[0].word.kind != "punct") or not s.is_sign(i + 1, _AFTER_NUMBER):
        return False
    return i + 2 < len(s.tokens) and s.tokens[i + 2].word.kind == "word" and len(s.norm[i]) <= _DIGITS


def _is_name(s: Sentence, i: int, vocabulary: Vocabulary, strong: bool) -> bool:
    """Whether a title is a given name here: "رفيق بناصر" (as a title it has its article), "السيد البدوي"."""
    if read_well_known(s, i, vocabulary) is not None:
        return True
    return _is_given(s, i, vocabulary) and read_person(s, i, vocabulary, strong) is not None


def _is_given(s: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """Whether a word that is a title with its article is a given name without it, a conjunction allowed."""
    rests = [x.rest for x in s.tokens[i].word.splits if x.prefix in ("", "و")]
    return any(rest in vocabulary.people.given and not rest.startswith(ARTICLE) for rest in rests)


_KEEP: Final = folded(data("grammar_words")["person"]["between"])


def _title(s: Sentence, i: int, vocabulary: Vocabulary) -> tuple[int, bool] | None:
    """A title of courtesy, clitics allowed: where it ends."""
    plain = vocabulary.people.honorifics.longest(s.bare[i], s.bare, i)
    if plain:
        return plain
    for split in s.tokens[i].word.splits[1:]:
        if split.rest != split.bare or split.prefix in ("و", "ول", "وب", "ب", "ل"):
            found = vocabulary.people.honorifics.longest(split.bare, s.bare, i)
            if found:
                return found
    return None


def _in_list(s: Sentence, i: int) -> bool:
    """Whether a person was named just before, and a comma or و goes on with the list."""
    last = s.mentions[-1] if s.mentions else None
    if isinstance(last, PersonMention) and s.known[i].family and s.norm[i - 1] in _ADDING:
        return all(s.norm[k] in _JOINTS or s.norm[k] in _ADDING for k in range(last.j, i))  # "X، إضافة إلى العلمي Y"
    if last is None or (last.j < i and s.norm[i - 1] not in _JOINTS):
        return False
    if not isinstance(last, (PersonMention, RoleMention)):
        return False
    joined = last.j < i or (s.norm[i].startswith("و") and s.tokens[i].word.kind == "word")
    if not joined or not all(s.norm[k] in _JOINTS for k in range(last.j, i)):
        return False
    return isinstance(last, PersonMention) or any(isinstance(m, PersonMention) for m in s.mentions)


def _opens_item(s: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """Whether token ``i`` is the first after a number or dash that opens an item of a list: "4 - X، كاتبا عاما".

    So is the first of a short line that a colon opens, if the line has a given name somewhere: "العلوي ثريا".
    """
    if not all(s.tokens[k].word.kind in ("number", "punct") for k in range(i)):
        return False
    if s.item and any(norm in vocabulary.people.given for norm in s.norm[i:]):
        return True
    return i > 0 and any(bare in vocabulary.roles.heads for bare in s.bare[i:])


def _after_of(s: Sentence, i: int) -> bool:
    """Whether a list of people may open here: "وتتكون اللجنة من: ", "كل من"."""
    colon = i > 1 and s.norm[i - 1] == ":" and s.norm[i - 2] in _KEEP
    return colon or (i > 1 and s.norm[i - 1] in _OF and s.bare[i - 2] in _EACH)


def _read(
    s: Sentence,
    i: int,
    vocabulary: Vocabulary,
    anchor: dt.date | None,
    strong: bool,
    title: bool,
    may: int,
) -> Mention | None:
    """Read the mention that begins at token ``i``; ``may`` holds the kinds that its word may open."""
    if may & TIME and (date := read_date_mention(s, i, anchor)):
        return date
    if s.tokens[i].word.kind == "number":
        return read_number_mention(s, i)
    party = read_party(s, i, vocabulary) if may & PARTY else None
    if party and party.via != "anaphor" and party.j > i + 1:
        return party
    before = i - 2 if i > 1 and s.norm[i - 1] in vocabulary.people.compounds else i - 1
    named_after = i > 0 and s.known[before].named_after
    nameable = not (named_after or title) and (strong or may & PERSON != 0)
    person = read_well_known(s, i, vocabulary) or read_person(s, i, vocabulary, strong) if nameable else None
    if person and not strong and may & PLACE and (town := _town(s, person, vocabulary)) is not None:
        return town
    if person and _surely(s, person, vocabulary):
        return person
    found = party or _read_noun(s, i, vocabulary, title, may)
    if found is None and may & PLACE:
        place = read_place(s, i, vocabulary, scoped=person is not None and i > 0 and s.norm[i - 1] in _IN)
        found = place if person is None or _surely_there(s, place, person, vocabulary) else None
    if found is not None:
        return found
    return person or (read_number_mention(s, i) if may & TIME else None)


def _read_noun(s: Sentence, i: int, vocabulary: Vocabulary, title: bool, may: int) -> Mention | None:
    """A body, else an event, else a role."""
    body = read_body(s, i, vocabulary) if may & BODY else None
    if body is not None:
        return body
    event = read_event(s, i, vocabulary) if may & EVENT and not title else None
    return event or (read_role(s, i, vocabulary) if may & ROLE else None)


def _surely_there(s: Sentence, place: PlaceMention | None, person: PersonMention, vocabulary: Vocabulary) -> bool:
    """Whether what reads as a name is a place of as many words after "in", or one that a whole name follows.

    "وبسيدي سليمان شراعة، ...", "أمين سر فتح في الخليل كريم العلمي".
    """
    inside = place is not None and (place.prefix.endswith("ب") or (place.i > 0 and s.norm[place.i - 1] in _IN))
    if place is None or not inside:
        return False
    if place.j >= max(person.j, place.i + 2):
        return True
    named = read_person(s, place.j, vocabulary, False) if place.j < person.j else None
    return named is not None and named.j == person.j and named.prefix == ""


def _town(s: Sentence, person: PersonMention, vocabulary: Vocabulary) -> PlaceMention | None:
    """The place of several words that all of what reads as a name makes: "وادي الذهب: ...", "وسيدي سليمان شراعة"."""
    place = read_place(s, person.i, vocabulary)
    return place if place is not None and place.code and place.j >= max(person.j, person.i + 2) else None


def _surely(s: Sentence, person: PersonMention, vocabulary: Vocabulary) -> bool:
    """Whether the name opens with what is only a name, so that no other reading is asked."""
    first = s.tokens[person.i].word
    p = vocabulary.people
    rests = [x.rest for x in first.splits if x.prefix == person.prefix]
    if person.j == person.i + 2 and first.bare in vocabulary.roles.heads and _is_family(s, person.i + 1, vocabulary):
        return True
    if any(rest in p.ambiguous or rest in p.not_names or rest in vocabulary.places for rest in rests):
        return False
    return any(rest in p.given or rest in p.compounds or rest.startswith("عبد") for rest in rests)


def _is_family(s: Sentence, at: int, vocabulary: Vocabulary) -> bool:
    """Whether a word is nothing but a family name, so that what stands before it is no office: "أمينة العلمي"."""
    norm, p = s.norm[at], vocabulary.people
    if norm in p.not_names or norm in p.ambiguous or s.bare[at] in vocabulary.bodies.adjectives:
        return False
    return s.tokens[at].word.definite and (norm in p.family or (norm.endswith("ي") and plausible(norm, vocabulary)))
