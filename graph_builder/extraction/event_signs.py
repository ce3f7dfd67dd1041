"""What a sentence says of an event that it names: that it is one, was held, is to come, is only referred to."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.event_setting import FULL, date_of
from graph_builder.extraction.mention_kinds import DateMention, EventMention
from graph_builder.extraction.mentions.meetings import DELEGATION
from graph_builder.extraction.rules import event_words
from graph_builder.extraction.rules.triggers import says
from graph_builder.model import EventStatus

HOLDING_REACH: Final = 24
"""Words between a verb of holding and what is held."""
_INTO: Final = "الي"
_BECAME: Final = "تحول"
_BECOMING: Final = 6
"""To what a gathering turned, and within how many words that is told: "تحولت الأمسية إلى ورشة"."""
_FUTURE: Final = ("سي", "ست")
_VERB: Final = 5
"""Letters of such a verb at least."""
_AHEAD: Final = 4
"""Words from it to the event."""
_BESIDE: Final = 2
STATUS_REACH: Final = 8
"""Words before an event in which it may be called off, put off or announced."""


def introduces(s: Sentence, m: EventMention) -> bool:
    """Return whether the mention is of one event that is told about, not of a kind of event."""
    if m.head in event_words.ACTS and m.form.number == "singular" and _is_step(s, m):
        return False
    if _recurs(s, m.j):
        return False
    if m.head in event_words.CLAIMS and any(w in event_words.EXPECTED for w in s.norm[m.i : m.j + 2]):
        return False
    if m.kind == "election":
        return bool(m.body and m.form.number == "singular") or (
            m.form.number != "singular"
            and (m.qualified or dated(s, m) or _polled(s, m))
            and m.head in event_words.POLLS
        )
    if (
        m.ordinal
        or m.place
        or m.demonstrative
        or (m.definite and m.qualified)
        or (m.purpose and _is_told(s, m))
        or (m.kind == "other" and m.qualified)
    ):
        return True
    if told_apart(s, m) or (m.kind in event_words.ASSEMBLIES and m.body and m.body.name.startswith(ARTICLE)):
        return True
    if background(s, m) and m.definite and not m.qualified:
        return False
    return held(s, m) or dated(s, m) or (m.qualified and s.paragraph <= 0)


def _is_told(s: Sentence, m: EventMention) -> bool:
    """Whether what is for an act ("جلسة انتخاب الرئيس") is told as one event: held, or on a day; all else is."""
    if m.j >= len(s.norm) or m.j != m.i + 1 or s.norm[m.j] not in event_words.FOR_ACTS:
        return True
    return held(s, m) or any(m.j <= date.i <= m.j + HOLDING_REACH for date in of_type(s, DateMention))


def _recurs(s: Sentence, end: int) -> bool:
    """ "لقاء تواصلي كل شهر": what is held again and again is a kind of event."""
    return end + 1 < len(s.norm) and s.norm[end] in event_words.EACH and s.norm[end + 1] in event_words.PERIODS


def _is_step(s: Sentence, m: EventMention) -> bool:
    """ "انطلاقا من انتخاب اللجنة التحضيرية", "إلى غاية الانتهاء من تنصيب ...": an act that is a step."""
    before = s.norm[max(0, m.i - 2) : m.i]
    steps = event_words.ENDING | event_words.BEGINNING if m.kind == "election" else event_words.ENDING
    return len(before) == 2 and before[1] in event_words.TO_DO and before[0].removeprefix("و") in steps


def dated(s: Sentence, m: EventMention) -> bool:
    """Return whether a date stands right beside the event."""
    return any(-2 <= date.i - m.j <= 3 or 0 <= m.i - date.j <= 2 for date in of_type(s, DateMention))


def acted(s: Sentence, m: EventMention) -> bool:
    """Return whether a gathering told by its bare name is one: chaired, attended or held by a verb beside it."""
    if m.kind not in event_words.SCENES or not m.definite or m.qualified or background(s, m):
        return False
    k = m.j + s.is_sign(m.j, "،,")
    k += k < len(s.norm) and (s.norm[k] in event_words.WHO or s.norm[k] in event_words.ALREADY)
    before = any(says(s, x, event_words.ACTING) for x in range(max(0, m.i - _BESIDE), m.i))
    return before or (k > m.j and k < len(s.norm) and says(s, k, event_words.ACTING))


def staged(s: Sentence, m: EventMention) -> bool:
    """Return whether the event is one whose day a scene told before may be: a gathering, or an election held there."""
    return m.kind in event_words.SCENES or (m.kind == "election" and _polled(s, m))


def _polled(s: Sentence, m: EventMention) -> bool:
    """ "وأجريت الانتخابات بمقر الحزب ...": a verb of holding right before."""
    return m.i > 0 and s.norm[m.i - 1].removeprefix("و") in event_words.POLLED


def held(s: Sentence, m: EventMention) -> bool:
    """Return whether a verb of holding stands before the event, or a preposition of time right before it."""
    if not (m.definite or m.qualified or m.body or m.party):
        return _held_after(s, m) or any(says(s, k, event_words.HOLDING) for k in range(max(0, m.i - 4), m.i))
    verb = any(says(s, k, event_words.HOLDING) for k in range(max(0, m.i - HOLDING_REACH), m.i)) or _held_after(s, m)
    return verb or any(says(s, k, event_words.DURING) for k in range(max(0, m.i - 3), m.i))


def _held_after(s: Sentence, m: EventMention) -> bool:
    """Whether a verb of holding follows the event: "لقاء احتضنه ...", "اجتماع عقد ...", "الحملة التي أطلقها ..."."""
    k = m.j + (m.j < len(s.norm) and s.norm[m.j] in event_words.WHO)
    there = any(w in event_words.THERE for w in s.norm[k + 1 : k + 2])
    chaired = k < len(s.norm) and says(s, k, event_words.CHAIRED) and s.norm[k + 1 : k + 2] != [event_words.BETWEEN]
    return k < len(s.norm) and (chaired or says(s, k, event_words.HOLDING) or (there and says(s, k, event_words.DONE)))


def told_apart(s: Sentence, m: EventMention) -> bool:
    """Return whether "which was held on" a day of its own follows: "الاجتماع الذي عقدته اللجنة يوم 14 أبريل 2024"."""
    if not m.definite or m.j + 1 >= len(s.norm):
        return False
    k = m.j + s.is_sign(m.j, "،,")
    by_verb = s.norm[k] in event_words.WHO and k + 1 < len(s.norm) and says(s, k + 1, event_words.HOLDING)
    return (by_verb or s.norm[k] in event_words.HELD_ON) and len(date_of(s, m) or "") >= FULL


def background(s: Sentence, m: EventMention) -> bool:
    """Return whether the text only refers to the event: "منذ المؤتمر", "مندوبين إلى المؤتمر"."""
    before = s.norm[m.i - 1] if m.i > 0 else ""
    if m.j < len(s.norm) and says(s, m.j, event_words.DONE):
        return False
    if before == _INTO and any(w.removeprefix("و").startswith(_BECAME) for w in s.norm[max(0, m.i - _BECOMING) : m.i]):
        return False
    if before == _INTO and _held_after(s, m) and s.norm[m.j] not in event_words.WHO:
        return False
    if before in event_words.CONVENING and m.i > 1:
        before = s.norm[m.i - 2]
    if before in event_words.ENDS and m.i > 1:
        before = s.norm[m.i - 2]
    after = before in event_words.AFTER and m.definite and m.qualified
    return before in event_words.BACKGROUND or after or any(w in event_words.BYGONE for w in s.norm[m.i + 1 : m.j])


def status(s: Sentence, m: EventMention) -> EventStatus:
    """Return whether the event was held, or is announced, put off or called off."""
    others = [o for o in of_type(s, EventMention) if o is not m]
    start = max([m.i - STATUS_REACH, 0, *(o.j for o in others if o.j <= m.i)])
    end = min([m.j + 4, *(o.i for o in others if o.i >= m.j)])
    before, after = {w.removeprefix("و") for w in s.norm[start : m.i]}, set(s.norm[m.i : end])
    if (before | after) & event_words.CANCELLING:
        return "cancelled"
    if (before | after) & event_words.POSTPONING:
        return "postponed"
    if m.j < len(s.norm) and s.norm[m.j] in event_words.WAS_HELD:
        return "held"
    to_be_held = not m.definite and m.j < len(s.norm) and s.norm[m.j] in event_words.IS_HELD  # "في اجتماع يعقد غدا"
    announced = (
        to_be_held
        or before & event_words.ANNOUNCING
        or after & event_words.EXPECTED
        or _decided(s, m)
        or _to_come(s, m)
    )
    return "announced" if announced else "held"


def goes_on(s: Sentence, m: EventMention, told: EventStatus, headline: bool) -> bool:
    """Return whether a mention may be of an event told before as ``told``, in the headline or not.

    An indefinite one to come is none that was held ("... على أن يعقد دورة أخرى"), a delegation received none to come.
    """
    to_come = status(s, m) == "announced"
    if m.head in DELEGATION:
        return told != "announced" or to_come
    return m.definite or not to_come or told != "held" or headline


def looks_ahead(s: Sentence, m: EventMention) -> bool:
    """Return whether a verb of the future right before leads to the event: "مندوبا سيمثلون الإقليم في المؤتمر"."""
    words = (s.tokens[k].word for k in range(max(0, m.i - _AHEAD), m.i))
    return any(word.kind == "word" and word.norm.startswith(_FUTURE) and len(word.norm) >= _VERB for word in words)


def _decided(s: Sentence, m: EventMention) -> bool:
    """Whether it was decided to hold the event: "قرر المجلس ... تنظيم المؤتمر", "على عقد المؤتمر"."""
    if m.i == 0 or s.norm[m.i - 1] not in event_words.TO_HOLD:
        return False
    return s.norm[m.i - 2] in event_words.UPON or any(w in event_words.DECIDING for w in s.norm[: m.i])


def _to_come(s: Sentence, m: EventMention) -> bool:
    """Whether the verb before the event is of the future: "سيعقد ...", "أن تعقد ..."."""
    verbs = range(max(1, m.i - 6), m.i)
    after = s.norm[m.j : m.j + 3]
    may = after[:1] == ["قد"] and len(after) > 1 and after[1] in event_words.PRESENT
    if any(w in event_words.FUTURE for w in after) or after[:1] == ["سوف"] or may:
        return True
    return any(
        says(s, k, event_words.FUTURE) or (s.norm[k] in event_words.PRESENT and s.norm[k - 1] == "ان") for k in verbs
    )
