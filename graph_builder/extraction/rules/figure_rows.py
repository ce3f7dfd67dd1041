"""Seats and votes told as a table: a line for each party or candidate, or several of them with a number in one line."""

from __future__ import annotations

from typing import Final, Literal

from graph_builder.extraction.discourse import Discourse, parties_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import NumberMention, PartyMention, PersonMention
from graph_builder.extraction.rules.figure_shared import named
from graph_builder.extraction.rules.triggers import tells, words
from graph_builder.extraction.wordlists import LISTS
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

Counted = Literal["seats", "votes"]
_SEATS: Final = words("مقعد مقعدا مقاعد المقاعد مقعدين مقاعدها بمقاعد")
_VOTES: Final = words("صوت صوتا أصوات الأصوات بأصوات التصويت الاقتراع")
_FILLERS: Final = LISTS.declare(folded(data("figure_words")["fillers"]))
"""Words of a line that say nothing more: "لائحة", "مرشح"."""
_FEWEST: Final = 2
"""Lines, or items of a line: one may be a footnote."""
_MOST_MENTIONS: Final = 5
_LONGEST_LINE: Final = 24
"""Mentions and tokens of a line of a table."""
_LOOK_BACK: Final = 3
"""Sentences before a table within which it is said what is counted."""
_LONGEST_NAME: Final = 5
_ITEM_GAP: Final = 3
"""Signs between a name and its number: "الحركة الشعبية (9)", "الاستقلال : 5"."""


class Rows:
    """The lines of an article that are a name and a number, with what the numbers are."""

    def __init__(self, d: Discourse) -> None:
        self.d = d
        self._kinds: dict[int, Counted] = {}
        run: list[Sentence] = []
        for s in [*d.sentences, None]:
            if s is not None and _number(self.d, s) is not None:
                run.append(s)
                continue
            if len(run) >= _FEWEST and (kind := self._told_before(run[0])):
                self._kinds.update({row.index: kind for row in run})
            run = []

    def _told_before(self, first: Sentence) -> Counted | None:
        """What the sentences before a table say is counted; the nearest that says anything holds."""
        for s in self.d.sentences[max(0, first.index - _LOOK_BACK) : first.index][::-1]:
            if tells(s, _SEATS) != tells(s, _VOTES):
                return "seats" if tells(s, _SEATS) else "votes"
        return None

    def owner(self, s: Sentence, n: NumberMention) -> tuple[Counted, str] | None:
        """Return what a number without a noun counts and whose it is: by its line, or by a list within a sentence."""
        kind = self._kinds.get(s.index)
        if kind is not None:
            found = self._name(s, _owner(self.d, s, kind)) if _number(self.d, s) is n else None
            return (kind, found) if found else None
        items = _items(self.d, s)
        if len(items) < _FEWEST or n.i not in items:
            return None
        kind, told = "votes" if tells(s, _VOTES) else "seats", items[n.i]
        candidate = isinstance(told, PersonMention)
        found = self._name(s, told) if candidate == (kind == "votes") else None
        return (kind, found) if found else None

    def _name(self, s: Sentence, told: PartyMention | PersonMention | str | None) -> str | None:
        if isinstance(told, str):
            return told
        if isinstance(told, PersonMention):
            return self.d.person(told)
        party = self.d.resolve_party(told, s, told.i) if told is not None else None
        return party.name if party else None


def _number(d: Discourse, s: Sentence) -> NumberMention | None:
    """The number of a line that is a name, or names, and one number; before them the line's own number may stand."""
    numbers = of_type(s, NumberMention)
    if not numbers or len(s.mentions) > _MOST_MENTIONS or len(s.norm) > _LONGEST_LINE:
        return None
    told = [(m.i, m.j) for m in s.mentions if isinstance(m, (PartyMention, PersonMention))]
    told += [(i, end) for i, end, _ in _short_names(d, s)]
    last = numbers[-1]
    if not told or last.i < max(j for _, j in told) or any(min(told)[1] <= n.i < last.i for n in numbers):
        return None
    covered = {k for i, j in [*told, *((m.i, m.j) for m in s.mentions)] for k in range(i, j)}
    free = [k for k, token in enumerate(s.tokens) if k not in covered and token.word.kind == "word"]
    return last if all(s.norm[k].removeprefix("و") in _FILLERS for k in free) else None


def _owner(d: Discourse, s: Sentence, kind: Counted) -> PartyMention | PersonMention | str | None:
    """Whose the number of a line is: seats are a party's, votes a candidate's where one is named."""
    party: PartyMention | str | None = next(iter(of_type(s, PartyMention)), None)
    party = party or next((name for _, _, name in _short_names(d, s)), None)
    person = next(iter(of_type(s, PersonMention)), None)
    return (party or person) if kind == "seats" else (person or party)


def _short_names(d: Discourse, s: Sentence) -> list[tuple[int, int, str]]:
    """The parties that are named without "party" at the beginning of a cell of a line: "الاستقلال | 6412"."""
    if not s.signs or len(s.norm) > _LONGEST_LINE:
        return []
    cells = [k for k in range(len(s.norm)) if k == 0 or s.tokens[k - 1].word.kind in ("punct", "number")]
    found = ((k, named(d, s, k, goes_on=True)) for k in cells if s.tokens[k].word.kind == "word")
    ends = ((k, told[1], told[0]) for k, told in found if told)
    return [x for x in ends if x[1] >= len(s.norm) or s.tokens[x[1]].word.kind in ("punct", "number")]


def _items(d: Discourse, s: Sentence) -> dict[int, PartyMention | PersonMention | str]:
    """The bare numbers of a sentence that stand right after a name, after a sign, with the names."""
    found: dict[int, PartyMention | PersonMention | str] = {}
    for n in of_type(s, NumberMention):
        opens = n.i > 1 and s.is_sign(n.i - 1, "(:-–=")
        bracketed = opens and s.is_sign(n.i - 1, "(")
        if not opens or (bracketed and not s.is_sign(n.j, ")")):
            continue
        ends = bracketed or n.j >= len(s.norm) or s.tokens[n.j].word.kind == "punct" or s.norm[n.j].startswith("و")
        told: list[PartyMention | PersonMention] = [*parties_in(s), *of_type(s, PersonMention)]
        near = [m for m in told if m.j <= n.i and n.i - m.j < _ITEM_GAP and all(_sign(s, k) for k in range(m.j, n.i))]
        if ends and (name := near[-1] if near else _short_name(d, s, n.i - 1)):
            found[n.i] = name
    return found


def _short_name(d: Discourse, s: Sentence, end: int) -> str | None:
    """The party that is named without "party" right before a sign: "والاستقلال (7)"."""
    told = (named(d, s, k, goes_on=True) for k in range(max(0, end - _LONGEST_NAME), end))
    return next((found[0] for found in told if found and found[1] == end), None)


def _sign(s: Sentence, k: int) -> bool:
    return s.tokens[k].word.kind == "punct"
