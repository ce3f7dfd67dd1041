"""What stands between two mentions: nothing, signs, or words; titles of courtesy do not count."""

from __future__ import annotations

import re
from typing import Final

from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.known import TITLE
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    DateMention,
    Mention,
    NumberMention,
    PartyMention,
    PersonMention,
    PlaceMention,
)
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Vocabulary, folded

_ADDING: Final = folded(data("grammar_words")["person"]["adding"])
_FROM: Final = frozenset(["من"])
_GROUPS: Final = folded(["فريق", "مجموعة"])
_QUOTES: Final = frozenset("\"'«»“”")
_FOR: Final = folded(data("grammar_words")["person"]["for_party"])
_FOR_PARTY: Final = folded(data("grammar_words")["person"]["belonging"])
_TO: Final = folded(["إلى"])
_LEAVING: Final = folded([*data("grammar_words")["party"]["left"], *data("grammar_words")["party"]["asking"]])
_SAME: Final = folded(data("grammar_words")["party"]["same"])
_LEFT_REACH: Final = 4
"""Words from one of leaving to who left."""
_TO_REACH: Final = 2
"""Words from "belonging" to the party, with "to" between."""
WORDS: Final = "w"
BRACKETED: Final = re.compile(r"\([w\d]*\)")


def gap(s: Sentence, a: Mention, b: Mention, vocabulary: Vocabulary, bridge: frozenset[str] = frozenset()) -> str:
    """Return the signs between two mentions as a string; each word that is no title or date adds ``w``.

    ``bridge``: words that count as a comma ("بصفته").
    """
    signs = ""
    k = a.j
    dated = {x for m in of_type(s, DateMention) if a.j <= m.i < b.i for x in range(m.i, m.j)}
    while k < b.i:
        word = s.tokens[k].word
        if k in dated or word.norm == "و":
            own = k == b.i - 1 and b.prefix == "و"  # the mention's own, written apart
            signs += "" if k in dated or own else "و"
            k += 1
            continue
        if word.kind != "word":
            signs += "" if word.norm in _QUOTES else word.norm
            k += 1
            continue
        prefix, title = _title(s, k, vocabulary) if s.may[k] & TITLE else ("", None)
        if title and title[0] <= b.i:
            signs += "و" if prefix.startswith("و") else ""
            k = title[0] + (title[0] < b.i and s.is_sign(title[0], "."))
            continue
        signs += "," if s.norm[k] in bridge else WORDS
        k += 1
    return signs


def _title(s: Sentence, k: int, vocabulary: Vocabulary) -> tuple[str, tuple[int, bool] | None]:
    """A title of courtesy at token ``k``: the clitics before it, its end."""
    for x in s.tokens[k].word.splits:
        if title := vocabulary.people.honorifics.longest(x.bare, s.bare, k):
            return x.prefix, title
    return "", None


def people_run(s: Sentence, k: int, step: int, vocabulary: Vocabulary) -> list[PersonMention]:
    """Return the list of people that begins at mention ``k`` and goes forward (1) or back (-1), joined by commas or و.

    A place after a name, or anything in brackets or dashes, does not end the list.
    """
    people: list[PersonMention] = []
    at = k
    last: Mention | None = None
    while 0 <= at < len(s.mentions):
        mention = s.mentions[at]
        if last is not None and isinstance(mention, NumberMention) and s.is_sign(mention.i - 1, "("):
            at += step
            continue  # "X (178 صوتا)، وY (142 صوتا)"
        if last is not None:
            first, second = (last, mention) if step > 0 else (mention, last)
            signs = gap(s, first, second, vocabulary, _FROM if isinstance(second, PlaceMention) else _ADDING)
            linked = BRACKETED.sub("", signs).strip("()-–,") in ("", "،", "/", "؛", ";", "و", "،و", "\n", "+") and (
                signs != "" or second.prefix == "و" or not isinstance(second, PersonMention)
            )
            if not linked:
                break
        if isinstance(mention, PersonMention):
            people.append(mention)
        elif not (
            bracketed(s, mention)
            or (
                isinstance(mention, PlaceMention) and last is not None and (mention.prefix == "ب" or _hails(s, mention))
            )
        ):
            break
        last = mention
        at += step
    return people


def _hails(s: Sentence, place: Mention) -> bool:
    """Whether a place is told as where somebody is, or is from: "X بسلا", "X من تونس"."""
    return place.prefix == "ب" or (place.i > 0 and s.norm[place.i - 1] in _FROM)


def bracketed(s: Sentence, mention: Mention) -> bool:
    """Return whether a mention stands in brackets, or between dashes."""
    return (s.is_sign(mention.i - 1, "(") and s.is_sign(mention.j, ")")) or (
        s.is_sign(mention.i - 1, "-–") and s.is_sign(mention.j, "-–")
    )


def stands_for(s: Sentence, person: Mention, party: Mention) -> bool:
    """Return whether a name is followed by the party it is of: "X عن حزب كذا", "X، المنتمي لحزب كذا", "X (كذا)"."""
    if s.is_sign(person.j, "("):
        return party.i == person.j + 1 and s.is_sign(party.j, ")")
    at = person.j + s.is_sign(person.j, "،,")
    told = at < party.i and (s.norm[at] in _FOR_PARTY or (at == person.j and s.norm[at] in _FOR))
    comma = at > person.j and s.norm[at : at + 1] != [] and s.norm[at] in _FOR
    reach = party.i - at
    if at < party.i and s.norm[at] in _FROM and not isinstance(party, BodyMention) and not _left(s, person):
        same = reach == _TO_REACH and s.norm[at + 1] in _SAME
        return (reach == 1 or same) and _goes_on(s, party.j)  # "X من حزب كذا رئيسا"
    if isinstance(party, BodyMention) and party.head in _GROUPS and s.norm[at : at + 1] and s.norm[at] in _FROM:
        return reach == 1  # "X من فريق كذا"
    return (told or comma) and (reach == 1 or (reach == _TO_REACH and s.norm[at + 1] in _TO))


def _left(s: Sentence, person: Mention) -> bool:
    """Whether what somebody left, or asked for, is told next: "استقال X من حزب كذا", "طلب X من الحزب"."""
    return any(not _LEAVING.isdisjoint(s.tokens[k].word.said) for k in range(max(0, person.i - _LEFT_REACH), person.i))


def _goes_on(s: Sentence, at: int) -> bool:
    """Whether a sign, the end, "himself" or a word in the accusative or of a woman's office follows a party."""
    return at >= len(s.norm) or s.tokens[at].word.kind != "word" or s.norm[at].endswith(("ا", "ه"))


def adherent(s: Sentence, person: Mention, vocabulary: Vocabulary) -> PartyMention | None:
    """Return the party whose member a word right before a name says somebody is: "الاستقلالي X"."""
    k = person.i - 1
    if k < 0 or not s.norm[k].endswith(("ي", "ه")) or any(m.i <= k < m.j for m in s.mentions):
        return None  # "رئيس الفريق الاستقلالي X"
    words = [x.rest for x in s.tokens[k].word.splits if x.prefix in ("", "و", "ل") and x.rest != x.bare]
    named = next((vocabulary.followers[word] for word in words if word in vocabulary.followers), None)
    return PartyMention(k, k + 1, "", named.key, named.name, "followers") if named is not None else None
