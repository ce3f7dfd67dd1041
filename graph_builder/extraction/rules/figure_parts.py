"""Figures that lean on others of their sentence: parts and wholes, numbers without a noun, duals.

They are read number by number: what was told before says what the next one may be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from graph_builder.extraction.discourse import Discourse, parties_in, places_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import NumberMention, PersonMention
from graph_builder.extraction.rules import figure_owner as owner
from graph_builder.extraction.rules import figure_void
from graph_builder.extraction.rules import figure_votes as votes
from graph_builder.extraction.rules.figure_counted import NOUNS, OTHER_UNITS, Counted, counted, is_name, noun_at
from graph_builder.extraction.rules.figure_number import about_from, ends
from graph_builder.extraction.rules.triggers import words
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded
from graph_builder.model import Quantity

_PARTED: Final = folded(data("figure_words")["parted"])
OUT_OF: Final = folded(data("figure_words")["out_of"])
_BETWEEN: Final = "بين"
_FROM_BETWEEN: Final = "من"
_OTHERS: Final = folded(data("figure_words")["others"])
_LIKE: Final = words("ب إلى مقابل على ضد عن بدل غير سوى عوض")
"""Before a number that leaves its noun to the one before it."""
_PEOPLE: Final = ("people", "officers", "members", "attendees", "delegates")
_WHOLES: Final = ("members", "attendees", "delegates")
"""Figures that have parts: "منهم 17 امرأة"."""
_HUNDRED: Final = words("مائة مئة")
_UP_TO: Final = words("ب على")
_THEN: Final = words("خلال سابقا حاليا فقط")
"""After a number that leaves its noun to the one before it."""
_TAKING_PART: Final = words("شاركوا صوتوا مشاركا مصوتا")
_EACH: Final = words("كل لكل")
_FROM: Final = words("من عن")
VOTERS: Final = ("voters", "people", "members", "delegates")
_GROUP: Final = 4
"""Words of a part's noun phrase."""
_DUALS: Final = ("seats", "branches", "votes", "ballots")
"""Kinds of which a bare dual is a figure: "فرعين جديدين", "مقابل صوتين"."""
_PART_REACH: Final = 5
"""Words from one part of a whole to the next."""
_NEXT: Final = 3
"""Words from "of whom" to the part."""


Role = Literal["", "part", "whole", "cast", "void"]
"""What a figure is to another of its sentence, kept in the name of its rule, so that sums can be checked."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure while its sentence is read."""

    value: int
    exact: bool
    what: Quantity
    of: str | None
    group: str | None
    phase: str | None
    end: int
    role: Role = ""


def follows_out_of(s: Sentence, n: NumberMention) -> bool:
    """Whether "out of" stands before a number; "between" alone tells parts, "from between" a whole."""
    k = about_from(s, n) - 1
    return s.norm[k] in OUT_OF and (s.norm[k] != _BETWEEN or s.norm[max(0, k - 1)] == _FROM_BETWEEN)


def is_whole(s: Sentence, told: Sequence[Told], n: NumberMention) -> bool:
    """Whether the number is that of which the one before it is a part: "287 عضوا من أصل 400"."""
    return bool(told) and told[-1].what in _PEOPLE and follows_out_of(s, n)


def whole_of_voters(s: Sentence, told: Sequence[Told], n: NumberMention) -> Quantity | None:
    """Return what those who might have voted are, if the number tells them: "على ثقة 32 عضوا من أصل 34"."""
    last = told[-1] if told else None
    if last is None or last.what != "votes" or not follows_out_of(s, n):
        return None
    if votes.is_voter(s, n.j) or any(w in _TAKING_PART for w in s.norm[n.j : n.j + 1]):
        return "votes"
    found = noun_at(s, n.j) or noun_at(s, last.end - 1)
    if found is None or found[0].kind not in VOTERS:
        return None
    return "delegates" if found[0].kind == "delegates" else "members"


def part(s: Sentence, told: Sequence[Told], n: NumberMention, c: Counted) -> Told | None:
    """A part of the people counted before: "منهم 17 امرأة", "تسعة أعضاء، ستة رجال وثلاث نساء"."""
    whole = next((t for t in reversed(told) if t.role != "part"), None)
    if whole is None or whole.what not in _WHOLES or c.kind not in _PEOPLE:
        return None
    if whole.what != "members" and owner.inside(s, max(n.j, c.j)) is not None:
        return None  # "انتخب الحاضرون من بينهم 11 عضوا في لجنة كذا"
    between = range(told[-1].end, n.i)
    near = range(max(told[-1].end, n.i - _PART_REACH), n.i)
    parted = (told[-1].role == "part" and len(between) <= _PART_REACH) or any(_parts(s, k) for k in near)
    parted = parted or (s.norm[n.i - 1] == _BETWEEN and not follows_out_of(s, n))
    apposed = c.kind == "people" and all(s.tokens[k].word.kind == "punct" for k in between)
    if not (parted or apposed):
        return None
    return Told(n.value, n.exact, whole.what, whole.of, _group(s, c), whole.phase, max(n.j, c.j), "part")


def of_them(d: Discourse, s: Sentence, told: Sequence[Told], n: NumberMention) -> Told | None:
    """ "12 منهم نساء", "380 منهم بسلا", "تسعة منها": a part of those counted before, told by a pronoun after it."""
    whole = next((t for t in reversed(told) if t.role != "part"), None)
    if (
        whole is None
        or s.norm[n.i - 1] in _EACH
        or n.j >= len(s.norm)
        or not _parts(s, n.j)
        or not (whole.what in _WHOLES or whole.what == "seats")
    ):
        return None
    k = n.j + 1
    from_party = k < len(s.norm) and s.norm[k] in _FROM and any(p.i == k + 1 for p in parties_in(s))
    k += not from_party and k + 1 < len(s.norm) and s.norm[k] in _FROM
    if whole.what == "seats" or from_party:
        parties = [p for p in parties_in(s) if (p.i < n.i if whole.what == "seats" else p.i == k + 1)]
        party = d.resolve_party(parties[-1], s, parties[-1].i) if parties else None
        return Told(n.value, n.exact, "seats", party.name, None, None, k) if party else None
    there = next((p for p in places_in(s) if p.i == k and p.prefix == "ب"), None)
    group = None if there or k >= len(s.norm) or s.tokens[k].word.kind != "word" else s.text(k, k + 1)
    of = f"{whole.of} {there.name}" if there else whole.of
    return Told(n.value, n.exact, whole.what, of, group, whole.phase, k, "part")


def is_part(s: Sentence, n: NumberMention) -> bool:
    """Whether "of whom" stands right before a number."""
    return n.i > 0 and _parts(s, n.i - 1)


def _parts(s: Sentence, k: int) -> bool:
    return s.norm[k].removeprefix("و") in _PARTED


def _group(s: Sentence, c: Counted) -> str:
    """The noun phrase of a part: "أساتذة سلك الإعدادي"."""
    end = c.j
    while end < len(s.norm) and end - c.i < _GROUP and s.tokens[end].word.kind == "word" and s.norm[end][0] != "و":
        end += 1
    return s.text(c.i, end).removeprefix("و" if c.i == c.j - 1 and s.norm[c.i] not in NOUNS else "")


def ellipsis(s: Sentence, told: Sequence[Told], n: NumberMention) -> Counted | None:
    """A number that leaves its noun to the number before or after: "58 مقابل 77 صوتا", "من 310 إلى 645 منخرطا"."""
    last = told[-1] if told else None
    after = next((m for m in of_type(s, NumberMention) if 0 < m.i - n.j <= 2), None)
    between = {"الي", "من", "و"} if votes.in_turn(s) else {"الي", "من"}
    joined = after and all(w in between or w in OUT_OF for w in s.norm[n.j : after.i])
    if after and joined and (found := counted(s, after)):
        return found
    if votes.is_given(s, n.j):
        return Counted("votes", n.i, n.j, True)
    if last is None:
        return None
    if follows_out_of(s, n):
        if n.j < len(s.norm) and s.norm[n.j] in OTHER_UNITS:
            return None
        kind: Quantity = last.what if last.what in ("votes", "seats", "delegates", "branches") else "members"
        return Counted(kind, n.i, n.j, True) if kind != "branches" else None
    if last.what in ("votes", "other") and figure_void.is_void_word(s, n.i - 1):
        return Counted("votes", n.i, n.j, True)
    voted = any(t.what == "votes" or t.role == "void" for t in told)
    if (voted or last.what == "members") and _bare(s, voted, n):
        return Counted("votes" if voted else "members", n.i, n.j, True)
    up_to = n.prefix.endswith("ب") or s.norm[n.i - 1] in _UP_TO
    if last.what == "seats" and up_to and any(last.end <= p.i < n.i for p in parties_in(s)) and _ends(s, n):
        return Counted("seats", n.i, n.j, True)
    unknown = n.j < len(s.norm) and s.tokens[n.j].word.kind == "word" and s.norm[n.j] not in OTHER_UNITS
    parted = last.role == "part" or any(_parts(s, k) for k in range(max(last.end, n.i - _NEXT), n.i))
    group = last.what in _PEOPLE and unknown and parted and s.norm[n.j] != "من"
    return Counted("people", n.j, n.j + 1, False) if group else None


def _ends(s: Sentence, n: NumberMention) -> bool:
    """Whether nothing is counted after a number: a sign, "and", or what goes on after it."""
    return (
        n.j >= len(s.norm) or s.tokens[n.j].word.kind == "punct" or s.norm[n.j][0] == "و" or _then(s, n.j) or ends(s, n)
    )


def _bare(s: Sentence, voted: bool, n: NumberMention) -> bool:
    """Whether a number without noun is told like the one before it: "تلتها سوس ماسة بـ1250", "مقابل 52"."""
    ended = _ends(s, n) or s.norm[n.j][0] == "ل"
    ended = ended or (voted and s.norm[n.j] in _OTHERS)
    if voted and n.j < len(s.norm) and s.norm[n.j].startswith("ل") and _joined(s, n):
        return True
    named = voted and any(p.j == n.i for p in of_type(s, PersonMention))
    return named or (ended and (n.prefix.endswith("ب") or s.norm[n.i - 1] in _LIKE or s.is_sign(n.i - 1, "(:")))


def _then(s: Sentence, k: int) -> bool:
    """Whether a word goes on after a number whose noun is left out; "in the hundred" makes it a share."""
    return s.norm[k] in _THEN or (s.norm[k] == "في" and not any(w in _HUNDRED for w in s.bare[k + 1 : k + 2]))


def _joined(s: Sentence, n: NumberMention) -> bool:
    """Whether "and" joins the number to what is before: "96 صوتا لفلان و41 لمنافسه"."""
    return n.prefix.startswith("و") or s.norm[n.i - 1] == "و"


def duals(s: Sentence) -> list[NumberMention]:
    """Duals that count by themselves: "فرعين جديدين"; in a list of parts of people too, "منهم 10 طلبة وصحفيتان"."""
    told: list[NumberMention] = []
    for k in [k for k, known in enumerate(s.known) if known.dual]:
        if _is_number(s, k):
            continue
        found = noun_at(s, k, clitics=True)
        if found is None or found[0].number != "dual":
            continue
        known_two = found[0].kind == "branches" and s.tokens[k].word.definite  # "أعضاء من الكتابتين الإقليميتين"
        own = found[0].kind in _DUALS and not is_name(s, k) and not known_two
        if own or (found[0].kind in _PEOPLE and any(_parts(s, x) for x in range(k + 1))):
            told.append(NumberMention(k, k, "", 2, True))
    return told


def _is_number(s: Sentence, k: int) -> bool:
    return any(m.i <= k < m.j for m in of_type(s, NumberMention))
