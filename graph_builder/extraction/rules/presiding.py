"""Whether a word of presiding tells of an event, not of a body, a party or a delegation."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import (
    BodyMention,
    EventMention,
    PartyMention,
    PersonMention,
    PlaceMention,
    RoleMention,
)
from graph_builder.extraction.mentions.meetings import DELEGATION
from graph_builder.extraction.rules.triggers import says, tells, trigger, words

_CHAIRED: Final = trigger("chaired")
_AND_THAT: Final = words("وذلك ذلك")
_PARTY: Final = words("حزب")
_OVER_IT: Final = words("عليه عليها عليهما")
_BY_HEAD: Final = words("برئاسة بقيادة")
_GOVERNMENT: Final = words("الحكومة حكومة للحكومة")
_COMMITTEES: Final = words("لجنة هيئة خلية لجان")
_LEADERSHIP: Final = words("القيادة قيادة قيادته قيادتها القيادات")
"""Before "under": "القيادة الحزبية برئاسة X" leads the party, no event."""
_HOLDING: Final = trigger("holding") | words("اجتمع اجتمعت التقى التأم التأمت")
_AT_HEAD: Final = words("رأس رأسه رأسها")
_WHO: Final = words("التي الذي")
_SINCE: Final = words("منذ")
_COURSE: Final = words("سير")
_ABOUT: Final = words("حول عن على في بخصوص بشأن عند")
_PRONOUNS: Final = ("ه", "ها", "هما")
_RUNNING: Final = words("تسيير بتسيير")
_NOUNS: Final = words("رئاسة تسيير رئاسته رئاستها برئاسة بقيادة بتسيير")
_LEADING_IT: Final = words("قاد قادت")
"""Verbs that tell of an event only if it is named right after them: "قاد الأشغال", not "قاد الحزب"."""
_PLATFORM: Final = words("منصة")
_TAKING_ON: Final = trigger("seeing_to") | words("باشر باشرت عاد عادت تحت") | _PLATFORM
_WINNING: Final = trigger("winning_office")
_DELEGATION_REACH: Final = 12
_ON: Final = words("على")
SUPERVISION: Final = words("الإشراف الرئاسة")
"""Nouns that tell of an event after a verb of taking on, or after "under", only."""
_NEAR: Final = 3
"""Words from a verb of presiding to what is presided."""


def of_something_else(s: Sentence, k: int) -> bool:
    """Whether a body is presided, no event: "رئاسة المكتب", "لجنة ترأسها X", "على رأس"."""
    if (s.norm[k] in _AT_HEAD and k and s.norm[k - 1] in _ON) or (
        s.norm[k].startswith("و") and s.norm[k][1:] in _AT_HEAD
    ):
        return True
    if s.norm[k] in _COURSE and k and s.norm[k - 1] in _ABOUT:
        return True  # "عرضا حول سير العملية"
    if _of_body(s, k) or (says(s, k, _LEADING_IT) and not (_names_event(s, k) or has_pronoun(s, k))):
        return True
    if s.norm[k] in SUPERVISION and not any(says(s, x, _TAKING_ON) for x in range(max(0, k - _NEAR), k)):
        return True
    following = next((m for m in s.mentions if m.i > k), None)
    if (
        s.norm[k] in _NOUNS
        and isinstance(following, (BodyMention, PartyMention, PlaceMention))
        and following.i == k + 1
    ):
        return True
    if s.norm[k] in _RUNNING and not (isinstance(following, EventMention) and following.i <= k + 2):
        return not any(w in _CHAIRED for w in s.norm[k + 1 : k + 2])
    if (k and s.norm[k - 1] in _WINNING) or _of_delegation(s, k) or any(w in _SINCE for w in s.norm[k + 1 : k + 2]):
        return True
    subject = isinstance(following, (PersonMention, RoleMention)) and following.i <= k + _NEAR
    if k and s.norm[k - 1] in _WHO and not (has_pronoun(s, k) or subject or _names_event(s, k)):
        return True
    return _of_its_body(s, k) or not _tells_event(s, k)


def _of_its_body(s: Sentence, k: int) -> bool:
    """ "لجنة التي يرأسها X": whether "which" and a pronoun mean the body right before, or the one that they agree with."""
    if not (has_pronoun(s, k) and k and s.norm[k - 1] in _WHO):
        return False
    last = next((m for m in reversed(s.mentions) if m.i < k - 1), None)
    body = last if isinstance(last, BodyMention) else getattr(last, "body", None)
    beside = isinstance(body, BodyMention) and body.j == k - 1 and not isinstance(last, EventMention)
    return beside or _meant_body(s, k)


def _of_body(s: Sentence, k: int) -> bool:
    """Whether a body is told with its head, and nothing that is held: "الحكومة برئاسة X", "المكتب السابق برئاسة X"."""
    if s.norm[k] not in _BY_HEAD or not k:
        return False
    body = any(m.i < k <= m.j + 1 and isinstance(m, BodyMention) for m in s.mentions)
    event = any(m.kind != "election" for m in of_type(s, EventMention))
    if any(w in _LEADERSHIP for w in s.norm[max(0, k - 2) : k]) or (not body and _of_committee(s, k)):
        return True
    return s.norm[k - 1] in _GOVERNMENT or (body and not event and not tells(s, _HOLDING))


def _meant_body(s: Sentence, k: int) -> bool:
    """ "اللجنة التحضيرية للمؤتمر، التي يترأسها X": whether the pronoun agrees with a body and with no event before it."""
    feminine = s.norm[k].endswith("ها")
    events = [m for m in of_type(s, EventMention) if m.i < k]
    bodies = [m for m in of_type(s, BodyMention) if m.i < k]
    agreeing = any((m.form.gender == "f") == feminine for m in events)
    return not agreeing and any(m.head.endswith("ه") == feminine for m in bodies)


def _of_committee(s: Sentence, k: int) -> bool:
    """ "عينت لجنة مؤقتة برئاسة X": a committee of no further name, its head right after it."""
    return any(w in _COMMITTEES for w in s.bare[max(0, k - 2) : k])


def _names_event(s: Sentence, k: int) -> bool:
    """Whether what is presided, told right after the verb, is an event: "الذي ترأس الجلسة", not "الذي ترأس الفريق"."""
    event = any(k < m.i <= k + _NEAR for m in of_type(s, EventMention))
    return event or any(w in _CHAIRED or w in _ON or w in _OVER_IT for w in s.norm[k + 1 : k + 2])


def _of_delegation(s: Sentence, k: int) -> bool:
    """Whether a delegation is led: "وفدا ... يترأسه X"."""
    back = range(k - 1, max(-1, k - _DELEGATION_REACH), -1)
    last = next((x for x in back if s.bare[x] in DELEGATION and not (x and s.bare[x - 1] in _PARTY)), None)
    return last is not None and not any(last < m.i < k for m in of_type(s, EventMention))


def _tells_event(s: Sentence, k: int) -> bool:
    """Whether an event is named in the sentence, or meant by "its proceedings", "it"."""
    chaired = any(w in _CHAIRED for w in s.norm[max(0, k - _NEAR) : k] + s.norm[k + 1 :])
    if any(w in _AND_THAT or w in _PLATFORM for w in s.norm[max(0, k - _NEAR) : k]) or over_it(s, k):
        return True
    return any(True for _ in of_type(s, EventMention)) or has_pronoun(s, k) or chaired


def over_it(s: Sentence, k: int) -> bool:
    """Whether a pronoun after the word means the event: "أشرف عليه X"."""
    return k + 1 < len(s.norm) and s.norm[k + 1] in _OVER_IT


def has_pronoun(s: Sentence, k: int) -> bool:
    """Whether the word ends in a pronoun: "ترأسه", "أطرتها"."""
    return s.tokens[k].word.surface.endswith(_PRONOUNS)
