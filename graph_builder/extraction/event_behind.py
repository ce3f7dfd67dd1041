"""Events that a sentence looks back to, or that are told in what somebody says: not those where its tale goes on."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import BodyMention, EventMention, PartyMention, PersonMention
from graph_builder.extraction.rules import event_words
from graph_builder.extraction.rules.triggers import last_of, says, trigger, words

_AFTER: Final = trigger("looking_back")
_PASSING: Final = trigger("looking_back_passing") | event_words.HOLDING
"""Words between "after" and the event: "بعد أسبوعين من", "بعد أن عقد", "عقب اختتام أشغال"."""
_AFTER_REACH: Final = 8
_MADE: Final = words("المنتخب المنتخبة المنتخبون المنتخبين المنبثق المنبثقة المنبثقين المفرز المفرزة")
_MADE_IT: Final = words("أفرزه أفرزها أفرزته أفرزتها أفرزهم انتخبه انتخبها انتخبته انتخبتها انتخبهم")
_IN: Final = words("في خلال من عن أثناء عقب")
"""Before the event that made a body: "المنتخب خلال المؤتمر"."""
_CHOSEN: Final = words("خلف خلفت انتخب انتخبت اختير اختيرت عين عينت فاز فازت")
_WAS: Final = words("كان كانت")
_HAD: Final = words("قد وقد")
_HAD_REACH: Final = 24
"""Words from "was", through the event and what is said of it, to "had": "وكان المؤتمر، المنعقد ...، قد أفرز"."""
_BEFORE_THAT: Final = words("سبق")
_SPEECH: Final = trigger("stating_that") | trigger("recalling")
_THAT: Final = words("أن إن بأن أنه أنها إنه إنها")


def is_behind(s: Sentence, m: EventMention) -> bool:
    """Return whether an event is looked back to, or told in a speech: where the tale before it goes on after it.

    "بعد أسبوعين من المؤتمر", "عقب المؤتمر الذي ...", "وكان المؤتمر قد أفرز", "سبق أن عقد ...", "قال إن المؤتمر ...".
    """
    return _is_after(s, m) or _had_been(s, m) or _is_said(s, m) or _made_body(s, m) or _chose_before(s, m)


def _is_after(s: Sentence, m: EventMention) -> bool:
    """Whether "after", and words of time and of holding alone, stand before the event."""
    inside = {k for o in s.mentions if isinstance(o, (BodyMention, PartyMention)) for k in range(o.i, o.j)}
    for k in range(m.i - 1, max(-1, m.i - 1 - _AFTER_REACH), -1):
        if says(s, k, _AFTER):
            return True
        word = s.tokens[k].word
        if not (k in inside or word.kind == "number" or says(s, k, _PASSING)):
            return False
    return False


def of_body(s: Sentence, m: EventMention) -> bool:
    """Return whether an event tells which body does something, or what a meeting is for: "اللجنة التحضيرية للمؤتمر"."""
    beside = m.prefix == "ل" and any(isinstance(o, (BodyMention, EventMention)) and o.j == m.i for o in s.mentions)
    return beside or _made_body(s, m)


def _made_body(s: Sentence, m: EventMention) -> bool:
    """ "المكتب المنتخب خلال المؤتمر", "اللجنة التي أفرزها المؤتمر": the event that made a body."""
    k = m.i - 1
    k -= k > 0 and s.norm[k] in _IN
    if k < 1:
        return False
    return s.norm[k] in _MADE or (s.norm[k] in _MADE_IT and s.norm[k - 1] in event_words.WHO)


def _chose_before(s: Sentence, m: EventMention) -> bool:
    """ "الأمين العام X الذي خلف Y في المؤتمر": where somebody told of was chosen before."""
    who = last_of(s, event_words.WHO, m.i)
    if who < 1 or m.i == 0 or s.norm[m.i - 1] not in _IN or any(s.is_sign(k, "،,؛") for k in range(who, m.i)):
        return False
    told = any(isinstance(o, PersonMention) and o.j == who for o in s.mentions)
    return told and any(says(s, k, _CHOSEN) for k in range(who + 1, min(who + 3, m.i)))


def _had_been(s: Sentence, m: EventMention) -> bool:
    """ "وكان الحزب قد عقد مؤتمره", "وكان المؤتمر، المنعقد ...، قد أفرز", "وسبق للحزب أن عقد مؤتمره"."""
    if last_of(s, _BEFORE_THAT, m.i) >= 0:
        return True
    was = last_of(s, _WAS, m.i)
    return was >= 0 and any(w in _HAD for w in s.norm[was + 1 : max(m.i, was) + _HAD_REACH])


def _is_said(s: Sentence, m: EventMention) -> bool:
    """Whether somebody says "that", and names the event in what he says."""
    said = last_of(s, _SPEECH, m.i)
    return said >= 0 and any(s.norm[k] in _THAT for k in range(said + 1, m.i))
