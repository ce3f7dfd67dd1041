"""Who is the subject of a verb of speaking, in any order of the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
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
_OF_HIM: Final = ("ب", "ل", "وب", "ول")
_OF: Final = "من"
_FOR: Final = words("باسم عن نيابة")
_THAT: Final = words("أن إن أنه أنها بأن بأنه بأنها إنه إنها")
"""What is said begins with these: whoever is told after them is not who says it."""
_WHOSE: Final = (BodyMention, PartyMention, PlaceMention, EventMention)
"""What may stand between an office and its holder."""
_OPENS: Final = words("استهل استهلت افتتح افتتحت اختتم اختتمت")
"""Verbs that are passive after a name: "... X، واستهل بقراءة الفاتحة"; what they open stands before who does."""
PRESENTING: Final = trigger("presenting")
"""What is read or given stands before who does so: "تلا التقرير الأدبي X"."""
SPEECH: Final = trigger("speech")
_STATEMENTS: Final = words("البيان البلاغ بيان بلاغ المصدر")
_ADJECTIVAL: Final = 2
"""Free words after a verb of which the first, a definite noun, is its subject: "ثمن البيان مواقف X"."""


def speaker_of(tp: Participations, s: Sentence, k: int) -> PersonMention | None:
    """Return who speaks by the verb ``k``: the name, or the office of somebody named, right after or before it."""
    after = [m for m in s.mentions if m.i > k]
    at = k + 1
    for n, m in enumerate(after[:4]):
        between = [x for x in range(at, m.i) if not _is_each(s, x)]
        free = free_words(tp.d, s, between)
        if free > (2 if n == 0 else 0) or (n and s.is_sign(m.i - 1, ".")) or _other_subject(s, k, m, free):
            break
        if any(s.norm[x] in _THAT for x in between):
            break
        if isinstance(m, PersonMention):
            return None if _told_of(tp, s, m, says(s, k, SPEECH)) else m
        if isinstance(m, RoleMention):
            following = next((x for x in after[n + 1 :] if not isinstance(x, _WHOSE)), None)
            if isinstance(following, PersonMention) and gap(
                s, _last_before(s, following), following, tp.d.vocabulary
            ) in ("", "،"):
                return following
            return tp.holder(m)
        at = m.j
    return _subject_before(tp, s, k)


def _told_of(tp: Participations, s: Sentence, person: PersonMention, speech: bool) -> bool:
    """Whether somebody is spoken of or to, and is not who speaks: "نوه المفتش بالأخ X"; a ``speech`` "للأخ X" is his."""
    before = s.norm[person.i - 1] if person.i else ""
    if speech and (person.prefix.endswith("ل") or before.startswith("لل")):
        return False
    titled = before.startswith(("بال", "لل")) and not free_words(tp.d, s, [person.i - 1])
    return person.prefix in _OF_HIM or titled


def _is_each(s: Sentence, x: int) -> bool:
    """Whether token ``x`` is of "each of"."""
    return s.norm[x] in _EACH or (s.norm[x] == _OF and x > 0 and s.norm[x - 1] in _EACH)


def _other_subject(s: Sentence, k: int, first: Mention, free: int) -> bool:
    """Whether what follows the verb ``k`` is its subject, and no person: "ثمن البيان مواقف X", "حيا المؤتمر X"."""
    if first.i == k + 1:
        return isinstance(first, _WHOSE) and not first.prefix and not says(s, k, _OPENS)
    named = s.norm[k + 1].startswith("ال") and s.norm[k + 1] not in PRESENTING
    if says(s, k, SPEECH):
        return False  # "في كلمته الافتتاحية شكر X": an adjective of the speech
    stated = free > 0 and (s.norm[k + 1] in _STATEMENTS or (named and s.norm[k + 1].endswith("ون")))
    return stated or (free >= _ADJECTIVAL and named and not says(s, k, _OPENS))


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
    opening = _opening_holder(tp, s, k)
    if opening is not None:
        return opening
    if isinstance(last, RoleMention):
        named = before[-2] if len(before) > 1 else None
        beside = isinstance(named, PersonMention) and gap(s, named, last, tp.d.vocabulary) in ("", "،")
        return named if beside and isinstance(named, PersonMention) else tp.holder(last)
    apart = s.norm[last.j : k] in (["،"], [","]) and s.norm[k][0] not in "فب"
    return last if isinstance(last, PersonMention) and _agrees(s, k, last) and not apart else None


def _opening_holder(tp: Participations, s: Sentence, k: int) -> PersonMention | None:
    """ "X، رئيسة المنظمة بسلا، هنأت ...": who opens the sentence, with nothing but offices before the verb."""
    person = opening_subject(s)
    before = [m for m in s.mentions if m.i < k]
    if person is None or person.j > k or s.norm[k].startswith("و") or not _agrees(s, k, person):
        return None
    if any(isinstance(m, PersonMention) for m in before[1:]):
        return None
    loose = [x for x in range(person.j, k) if s.norm[x] not in _WHO and not any(m.i <= x < m.j for m in before)]
    return None if free_words(tp.d, s, loose) else person


def _agrees(s: Sentence, k: int, person: PersonMention) -> bool:
    """Whether a verb after a name may be of whom it names: its gender, where both tell theirs."""
    verb = next((w for w in s.tokens[k].word.said if w in SPEAKING), "")
    if person.gender == "female":
        return verb + "ت" not in SPEAKING
    return person.gender is None or not (verb.endswith("ت") and verb[:-1] in SPEAKING)


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
    if at is not None and _stands_for(s, person):
        others = [m for m in s.mentions[at + 1 :] if isinstance(m, PersonMention)]
        yield from takewhile(lambda m: _stands_for(s, m), others)


def _stands_for(s: Sentence, person: PersonMention) -> bool:
    """Whether somebody is told to speak for others: "X باسم الشبيبة"."""
    return s.norm[person.j : person.j + 1] != [] and s.norm[person.j] in _FOR


def _joined(s: Sentence, at: int) -> bool:
    """Whether another name follows with و right after the name that is mention ``at``."""
    following = s.mentions[at + 1] if at + 1 < len(s.mentions) else None
    return isinstance(following, PersonMention) and following.prefix == "و" and following.i == s.mentions[at].j
