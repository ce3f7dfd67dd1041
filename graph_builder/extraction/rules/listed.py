"""The people and groups that a word governs: "بحضور X، عضو ...، وY", through their offices and places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.known import TITLE
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    EventMention,
    NumberMention,
    PartyMention,
    PersonMention,
    PlaceMention,
    RoleMention,
)
from graph_builder.extraction.mentions.phrases import noun_phrase
from graph_builder.extraction.participations import Participations
from graph_builder.extraction.rules.triggers import says, tells, trigger, words

_ACTS: Final = trigger("speaking") | trigger("chairing")
_MORE_ACTS: Final = trigger("training") | trigger("attending")
_ROLE_BARRIER: Final = words("أن إن بأن التي الذين حيث كما فيما بينما تم جرى وتم وجرى")
_EACH: Final = words("كل لكل")
_FROM: Final = words("من")
"""Before "side": "حضر من جانب القيادة X" tells of no act."""
_AMONG: Final = trigger("among")
_RELATIVE: Final = words("الذي التي الذين اللذين اللتين")
FREE: Final = 5
"""Words between a verb and the name it governs, other mentions and titles not counted."""


_TOLD: Final = trigger("training") | trigger("chairing") | trigger("speaking") | trigger("elected")
"""What a line that goes on with a list of names does not say."""
_TITLES: Final = 3
"""Tokens before the name of a line: a bullet, titles, a quote."""
_SIGNS: Final = 2
"""Tokens between a name and an office: a quote that closes and a comma."""
_AMONG_REACH: Final = 12
"""Words from a number of people told in general to "among them"."""
_THEN: Final = words("ثم")
_THEN_REACH: Final = 2
"""Tokens from a name to the next one that "then" goes on with: a comma and the word."""


def listed(tp: Participations, s: Sentence, k: int, many: bool) -> tuple[list[PersonMention], list[str]]:
    """Return the people and groups after token ``k``, through their roles and places, until the text turns elsewhere.

    ``many``: whether the word governs a list of any length, not one person and those joined to him.
    """
    d = tp.d
    people: list[PersonMention] = []
    groups: list[str] = []
    at, free = k + 1, 0
    aside = _asides(s, k)
    for n, m in enumerate(s.mentions):
        if m.i <= k or m.i in aside:
            continue
        between = [x for x in range(at, m.i) if x not in aside]
        free = _free(d, s, between, free)
        barred = people and any(s.norm[x] in _ROLE_BARRIER for x in between)
        if (free > FREE and (people or not _among(s, m.i))) or barred or _turns(s, between) or _counted(s, k, between):
            break
        if isinstance(m, PersonMention):
            people.append(m)
            free = 0
            if not many and not _joined_next(d, s, n):
                break
        elif isinstance(m, EventMention) and people:
            break
        elif isinstance(m, RoleMention) and m.form.number == "plural" and not _named_next(d, s, n):
            next_role = next((o.i for o in s.mentions[n + 1 :] if isinstance(o, RoleMention)), len(s.norm))
            end = m.j if m.modified else min(noun_phrase(s, m.j, d.vocabulary), next_role)
            text = s.text(m.i, max(end, m.j))
            groups.append(text if m.i and s.norm[m.i - 1] == m.prefix else text[len(m.prefix) :])
            at = max(end, m.j)
            continue
        elif isinstance(m, RoleMention) and not people and not _named_next(d, s, n):
            holder = tp.holder(m)
            if holder is not None and not many:
                people.append(holder)
                break
        at = m.j
    return people, groups


def _free(d: Discourse, s: Sentence, between: list[int], free: int) -> int:
    """Words that separate a name from what governs it; "among them" takes up the list again: "عدد من الأطر، منهم X"."""
    among = max((n for n, x in enumerate(between) if says(s, x, _AMONG)), default=-1)
    return free_words(d, s, between[among + 1 :]) + (0 if among >= 0 else free)


def _counted(s: Sentence, k: int, between: list[int]) -> bool:
    """ "شارك فيه 700 مؤتمر، مساء الأحد، X": whether those who did it are a number, and names after a comma are others."""
    number = next((n for n in of_type(s, NumberMention) if k < n.i <= k + 2), None)
    comma = number is not None and any(s.is_sign(x, "،,") for x in between if x > number.i)
    return comma and not any(says(s, x, _AMONG) for x in between)


def _among(s: Sentence, i: int) -> bool:
    """Whether some of those told in general are named further on: "عدد من القيادات ... في الحزب، من بينهم X"."""
    return any(says(s, x, _AMONG) for x in range(i, min(i + _AMONG_REACH, len(s.norm))))


def _asides(s: Sentence, k: int) -> set[int]:
    """The tokens of relative clauses between commas after token ``k``: "أشرف على المؤتمر، الذي شارك فيه ...، X"."""
    aside: set[int] = set()
    commas = [x for x in s.signs if x > k and s.norm[x] in "،,"]
    for n, x in enumerate(commas[:-1]):
        if x not in aside and s.norm[x + 1] in _RELATIVE:
            aside.update(range(x, commas[n + 1] + 1))
    return aside


def _turns(s: Sentence, between: list[int]) -> bool:
    """Whether a verb of another act stands between."""
    return any(says(s, k, _ACTS) or (says(s, k, _MORE_ACTS) and s.norm[k - 1] not in _FROM) for k in between)


def free_words(d: Discourse, s: Sentence, between: list[int]) -> int:
    """Count the words at the tokens ``between`` that are no titles."""
    count, titled = 0, -1
    for k in between:
        if k < titled:
            continue
        title = None
        if s.may[k] & TITLE:
            honorifics, splits = d.vocabulary.people.honorifics, s.tokens[k].word.splits
            title = honorifics.longest(splits[-1].bare, s.bare, k) if splits else None
            title = title or honorifics.longest(s.bare[k], s.bare, k)
        each = s.norm[k] in _EACH or (s.norm[k] in _FROM and k > 0 and s.norm[k - 1] in _EACH)
        count += 0 if title or each or s.tokens[k].word.kind != "word" else 1
        titled = title[0] if title else -1
    return count


def _joined_next(d: Discourse, s: Sentence, n: int) -> bool:
    """Whether another name follows with و, or "then", right after this one."""
    following = s.mentions[n + 1] if n + 1 < len(s.mentions) else None
    if following is not None and s.norm[following.i - 1] in _THEN and following.i - s.mentions[n].j <= _THEN_REACH:
        return isinstance(following, PersonMention) or _named_next(d, s, n + 1)
    if isinstance(following, RoleMention) and following.prefix == "و":
        return _named_next(d, s, n + 1) and gap(s, s.mentions[n], following, d.vocabulary) in ("", "،")
    if isinstance(following, RoleMention) and following.prefix == "":
        return _joined_next(d, s, n + 1)
    if not isinstance(following, PersonMention):
        return False
    between = gap(s, s.mentions[n], following, d.vocabulary)
    return between in ("و", "،و") or (following.prefix == "و" and between in ("", "،"))


def _named_next(d: Discourse, s: Sentence, n: int) -> bool:
    """Whether the holder of role ``n`` is named right after it."""
    k = n + 1
    while k < len(s.mentions) and isinstance(s.mentions[k], (RoleMention, BodyMention, PlaceMention, PartyMention)):
        k += 1
    if k >= len(s.mentions) or not isinstance(s.mentions[k], PersonMention):
        return False
    return gap(s, s.mentions[k - 1], s.mentions[k], d.vocabulary).strip("،:و") in ("", "w", ",")


def lines_after(tp: Participations, s: Sentence, many: bool) -> Iterator[tuple[Sentence, PersonMention]]:
    """Yield the people with whom the lines after a sentence begin, an office beside each; one only unless ``many``.

    Until a line says something else of them than what the sentence does.
    """
    for line in tp.d.sentences[s.index + 1 :]:
        first = line.mentions[0] if line.mentions else None
        introduced = isinstance(first, PersonMention) and first.i <= _TITLES and len(line.mentions) > 1
        introduced = introduced and first is not None and not free_words(tp.d, line, list(range(first.i)))
        if not introduced or not isinstance(first, PersonMention) or not _is_office(line, first) or tells(line, _TOLD):
            return
        yield line, first
        if not many:
            return


def _is_office(s: Sentence, person: PersonMention) -> bool:
    """Whether an office, or the body it is in, follows the name, a word between at most."""
    after = s.mentions[s.mentions.index(person) + 1]
    between = sum(s.tokens[k].word.kind == "word" for k in range(person.j, after.i))
    return isinstance(after, (RoleMention, BodyMention)) and between <= 1 and after.i - person.j <= _SIGNS
