"""Who is the subject of a verb of speaking, in any order of the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.document import Sentence
from graph_builder.extraction.gaps import gap, people_run
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    EventMention,
    Mention,
    PartyMention,
    PersonMention,
    PlaceMention,
    RoleMention,
)
from graph_builder.extraction.participations import Participations
from graph_builder.extraction.rules.listed import free_words
from graph_builder.extraction.rules.triggers import says, trigger, words

SPEAKING: Final = trigger("speaking")
_WHO: Final = words("الذي التي وقد قد")
_EACH: Final = words("كل لكل")
_THAT: Final = words("أن إن أنه أنها بأن بأنه بأنها إنه إنها")
"""What is said begins with these: whoever is told after them is not who says it."""
_WHOSE: Final = (BodyMention, PartyMention, PlaceMention, EventMention)
"""What may stand between an office and its holder."""
_OPENS: Final = words("استهل استهلت افتتح افتتحت اختتم اختتمت")
"""Verbs that are passive after a name: "... X، واستهل بقراءة الفاتحة"."""


def speaker_of(tp: Participations, s: Sentence, k: int) -> PersonMention | None:
    """Return who speaks by the verb ``k``: the name, or the office of somebody named, right after or before it."""
    after = [m for m in s.mentions if m.i > k]
    at = k + 1
    for n, m in enumerate(after[:4]):
        between = list(range(at, m.i))
        if free_words(tp.d, s, between) > (2 if n == 0 else 0) or (n and s.is_sign(m.i - 1, ".")):
            break
        if any(s.norm[x] in _THAT for x in between):
            break
        if isinstance(m, PersonMention):
            return m
        if isinstance(m, RoleMention):
            following = next((x for x in after[n + 1 :] if not isinstance(x, _WHOSE)), None)
            if isinstance(following, PersonMention) and gap(
                s, _last_before(s, following), following, tp.d.vocabulary
            ) in ("", "،"):
                return following
            return tp.holder(m)
        at = m.j
    return _subject_before(tp, s, k)


def _last_before(s: Sentence, mention: Mention) -> Mention:
    return [m for m in s.mentions if m.i < mention.i][-1]


def _subject_before(tp: Participations, s: Sentence, k: int) -> PersonMention | None:
    """The name, or the office of somebody named, right before the verb, "who" between allowed."""
    before = [m for m in s.mentions if m.j <= k]
    passive = says(s, k, _OPENS) and k + 1 < len(s.norm) and s.norm[k + 1].startswith("ب")
    if (
        passive
        or not before
        or any(s.norm[x] not in _WHO and s.tokens[x].word.kind == "word" for x in range(before[-1].j, k))
    ):
        return None
    last = before[-1]
    if isinstance(last, RoleMention):
        named = before[-2] if len(before) > 1 else None
        beside = isinstance(named, PersonMention) and gap(s, named, last, tp.d.vocabulary) in ("", "،")
        return named if beside and isinstance(named, PersonMention) else tp.holder(last)
    return last if isinstance(last, PersonMention) else None


def opening_subject(s: Sentence) -> PersonMention | None:
    """Return the person with whom the sentence opens: "أوزين، الذي ... في كلمته، قال إن ..."."""
    first = s.mentions[0] if s.mentions else None
    return first if isinstance(first, PersonMention) and first.i <= 1 and not first.prefix.startswith("ل") else None


def together(tp: Participations, s: Sentence, k: int, person: PersonMention) -> Iterator[PersonMention]:
    """Yield all who are told to have spoken by the verb ``k``: "تدخل كل من X وY", "شرح X وY"."""
    at = next((n for n, m in enumerate(s.mentions) if m is person), None)
    if at is None or not (any(w in _EACH for w in s.norm[k : person.i]) or _joined(s, at)):
        yield person
    else:
        yield from people_run(s, at, 1, tp.d.vocabulary)


def _joined(s: Sentence, at: int) -> bool:
    """Whether another name follows with و right after the name that is mention ``at``."""
    following = s.mentions[at + 1] if at + 1 < len(s.mentions) else None
    return isinstance(following, PersonMention) and following.prefix == "و" and following.i == s.mentions[at].j
