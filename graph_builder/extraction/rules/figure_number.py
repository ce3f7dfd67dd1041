"""Numbers by their form: years and shares, which count nothing, and those that leave their noun unsaid."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import NumberMention
from graph_builder.extraction.mentions.times import APPROXIMATE
from graph_builder.extraction.rules.triggers import words
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

NUMBER_OF: Final = folded(data("figure_words")["number_of"])
_YEARS: Final = words("سنة عام منذ سنتي موسم لسنة في")
_HUNDRED: Final = words("مائة مئة")
_NUMBERED: Final = words("رقم")
_PERCENT: Final = "%٪"
_ALL: Final = 100
_TO: Final = "الي"
_WHAT: Final = words("ما لا")
_ABOUT: Final = 3
"""Words before a number that tell it as not exact."""


def is_share(s: Sentence, n: NumberMention) -> bool:
    """Whether a number is a percentage, the hundred of one, or a label: "45%", "78 في المائة", "34 بالمائة", "رقم 4"."""
    if s.is_sign(n.j, _PERCENT) or s.is_sign(n.i - 1, _PERCENT):
        return True
    if n.i > 0 and s.norm[n.i - 1] in _NUMBERED:
        return True
    if n.i == 0 or n.value != _ALL or not any(x.bare in _HUNDRED for x in s.tokens[n.i].word.splits):
        return False
    return s.norm[n.i - 1] == "في" or (n.prefix.startswith("ب") and s.tokens[n.i].word.norm.startswith("بال"))


def last_counting(s: Sentence, n: NumberMention) -> int:
    """Return where the last number before ``n`` ends that is no percentage; 0 if there is none."""
    before = [m for m in of_type(s, NumberMention) if m.j <= n.i]
    hundreds = {m.i for m in before if is_share(s, m)}
    return max((m.j for m in before if m.i not in hundreds and not hundreds & {m.j, m.j + 1}), default=0)


def about_from(s: Sentence, n: NumberMention) -> int:
    """Return where a number begins with the words that tell it as not exact: "ما يزيد على 600"."""
    if n.exact:
        return n.i
    told = (k for k in range(max(1, n.i - _ABOUT), n.i) if any(x.rest in APPROXIMATE for x in s.tokens[k].word.splits))
    first = next(told, n.i)
    return first - (s.norm[first - 1] in _WHAT and 0 < first < n.i)


def is_year(s: Sentence, n: NumberMention) -> bool:
    """Whether a number is a year: "سنة 2015"."""
    digits = n.j == n.i + 1 and s.tokens[n.i].word.kind == "number"
    return digits and 1900 <= n.value <= 2100 and n.i > 0 and s.norm[n.i - 1] in _YEARS


def ends(s: Sentence, n: NumberMention) -> bool:
    """Whether a number leaves its noun unsaid before "to", or after it: "من 23 إلى 45 سمح", no accusative follows."""
    if s.norm[n.j] == _TO or s.norm[n.j].removeprefix("و") in NUMBER_OF:
        return s.norm[n.i - 1] == "من" or s.norm[n.j] != _TO
    return s.norm[n.i - 1] == _TO and _ALL > n.value % _ALL > 10 and not s.norm[n.j].endswith(("ا", "ه"))
