"""Rosters: sentences and lines that give officer after officer, and which side of a name its office stands."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, Side, of_type
from graph_builder.extraction.mention_kinds import Mention, PersonMention, RoleMention
from graph_builder.extraction.rules.triggers import tells, words
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

FEWEST: Final = 3
"""Officers of a roster; two people introduced with their offices are none."""
_PAIR: Final = 2
_MOST: Final = 0.75
"""Share of a roster's names and offices that make pairs, at least."""
_TITLE: Final = 2
"""Words of a title between an office and a name."""
_TAKING_PART: Final = words("كلمة كلمات الكلمة مداخلة مداخلات ترأسها ترأسه ترأستها ترأسته")
"""Who speaks and chairs is introduced with his office; none of them is listed as elected."""
_EACH: Final = folded(data("grammar_words")["person"]["each"])
_OF: Final = folded(data("grammar_words")["person"]["of"])
_MOST_WORDS: Final = 4
"""Words of a line besides its office and name."""


def side(s: Sentence) -> Side | None:
    """Return on which side of the name the offices of a roster in one sentence stand; ``None`` if it is no roster.

    It is one where, after the last colon that opens it, offices and names of one person each take turns.
    """
    if s.offices == "":
        s.offices = _side(s)
    return s.offices


def _side(s: Sentence) -> Side | None:
    if min(len(of_type(s, PersonMention)), len(of_type(s, RoleMention))) < FEWEST or tells(s, _TAKING_PART):
        return None
    opening = begins(s)
    told = [m for m in s.mentions if isinstance(m, (PersonMention, RoleMention)) and m.i >= opening]
    if len(told) < 2 * FEWEST or any(isinstance(m, RoleMention) and m.event for m in told):
        return None
    kinds = [isinstance(m, RoleMention) for m in told]
    starts = [n for n in range(len(told) - 1) if kinds[n] == kinds[0] != kinds[n + 1]]
    if kinds[-1] == kinds[0] or len(starts) < FEWEST or not _takes_turns(kinds, len(starts)):
        return None
    if any(n + 2 < len(told) and not _joined(s, *told[n : n + 2]) and _joined(s, *told[n + 1 : n + 3]) for n in starts):
        return None  # "X، الكاتب الإقليمي Y، وعضو المكتب Z": the office is the next one's
    return "before" if kinds[0] else "after"


def _takes_turns(kinds: list[bool], pairs: int) -> bool:
    """Whether offices (true) and names take turns; where names stand first, few may be without an office of their own."""
    if 2 * pairs == len(kinds):
        return True
    two_offices = any(first and second for first, second in pairwise(kinds))
    return not (kinds[0] or two_offices) and 2 * pairs >= _MOST * len(kinds)


def _joined(s: Sentence, first: Mention, second: Mention) -> bool:
    """Whether nothing but a title or a colon stands between an office and a name: no other sign, no conjunction."""
    between = range(first.j + s.is_sign(first.j, ":"), second.i)
    return second.prefix == "" and len(between) <= _TITLE and all(s.tokens[k].word.kind == "word" for k in between)


def begins(s: Sentence) -> int:
    """Return the token after the colon, or "each of", that opens a list; the first one if there is none."""
    for k in s.signs:
        if s.norm[k] in ":" and k < len(s.norm) - 1:
            before = [m for m in s.mentions if m.j <= k]
            if not (before and isinstance(before[-1], (PersonMention, RoleMention)) and before[-1].j == k):
                return k + 1
    people = of_type(s, PersonMention)
    each = (p.i for p in people if p.i > 1 and s.norm[p.i - 1] in _OF and s.norm[p.i - 2] in _EACH)
    return next(each, 0)


def is_line(s: Sentence) -> bool:
    """Return whether a sentence is a line of one office and one name, and little else, or of an office, a colon, names."""
    if _is_headed(s):
        return True
    people, roles = of_type(s, PersonMention), of_type(s, RoleMention)
    if len(people) != 1 or len(roles) != 1:
        return False
    return _words(s) - (people[0].j - people[0].i) - (roles[0].j - roles[0].i) <= _MOST_WORDS


def _is_headed(s: Sentence) -> bool:
    """ "المقررة: X، ونائبها Y", "المستشارون: X، Y": whether a line opens with an office, a colon and a name."""
    if len(s.mentions) < _PAIR or not isinstance(s.mentions[0], RoleMention):
        return False
    role, name = s.mentions[:_PAIR]
    opens = all(s.tokens[k].word.kind in ("number", "punct") for k in range(role.i))
    return opens and s.is_sign(role.j, ":") and isinstance(name, PersonMention) and name.i <= role.j + _PAIR


def in_lines(d: Discourse, s: Sentence) -> bool:
    """Return whether a sentence is one of such lines on end, two at least, that have ``FEWEST`` names at least."""
    if not is_line(s):
        return False
    start = end = s.index
    while start > 0 and is_line(d.sentences[start - 1]):
        start -= 1
    while end + 1 < len(d.sentences) and is_line(d.sentences[end + 1]):
        end += 1
    names = sum(len(of_type(line, PersonMention)) for line in d.sentences[start : end + 1])
    return end > start and names >= FEWEST


def opening(d: Discourse, s: Sentence) -> int:
    """Return the index of the first of the lines of officers that the sentence ends; its own if it is no such line."""
    start = s.index
    while start > 0 and is_line(d.sentences[start]) and is_line(d.sentences[start - 1]):
        start -= 1
    return start


def only(s: Sentence, kind: type[Mention]) -> Mention | None:
    """Return the mention that is all of a line, titles apart; ``None`` if the line says more, or something else."""
    if len(s.mentions) != 1 or not isinstance(s.mentions[0], kind):
        return None
    return s.mentions[0] if _words(s) - (s.mentions[0].j - s.mentions[0].i) <= 1 else None


def _words(s: Sentence) -> int:
    return sum(token.word.kind == "word" for token in s.tokens)
