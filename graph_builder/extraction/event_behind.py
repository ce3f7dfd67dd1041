"""Events that a sentence looks back to, or that are told in what somebody says: not those where its tale goes on."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import BodyMention, EventMention, PartyMention
from graph_builder.extraction.rules import event_words
from graph_builder.extraction.rules.triggers import last_of, says, trigger, words

_AFTER: Final = trigger("looking_back")
_PASSING: Final = trigger("looking_back_passing") | event_words.HOLDING
"""Words between "after" and the event: "بعد أسبوعين من", "بعد أن عقد", "عقب اختتام أشغال"."""
_AFTER_REACH: Final = 8
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
    return _is_after(s, m) or _had_been(s, m) or _is_said(s, m)


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
