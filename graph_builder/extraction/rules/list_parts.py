"""Lists that go on with one before: "فضلا عن X، وY", "وعن فئة النساء: X", one line for each part of the whole."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import PersonMention, RoleMention
from graph_builder.extraction.rules.list_lead import begins_section, is_section
from graph_builder.extraction.rules.list_openings import SURE, office_before
from graph_builder.extraction.rules.list_references import Office
from graph_builder.extraction.rules.rows import ADDING, Row, runs
from graph_builder.extraction.rules.triggers import says, words

_MORE: Final = words("بالإضافة إضافة فضلا علاوة كذلك وكذا ثم أيضا بجانب")
"""Words by which a sentence goes on with the list of the one before."""
_AROUND: Final = 2
"""Lines before and after one that are looked at."""
_BACK: Final = 20
"""Lists that one goes on with, one after another."""
_END: Final = 2
"""Tokens after the last of a list to the end of its sentence."""


def office_of_list(d: Discourse, s: Sentence, start: int, rows: list[Row], back: int = 0) -> Office | None:
    """Return what the words before a list tell, or those before the list that it goes on with: "فضلا عن X، وY", "وعن الجنوب: X، وY"."""
    office = office_before(d, s, start, _with_alike(d, s, rows))
    if office is not None or not s.index or back > _BACK or not 0 < start < len(s.norm):
        return office
    before, verbs = d.sentences[s.index - 1], d.vocabulary.people.verbs
    titles = d.vocabulary.people.honorifics
    more = says(s, 0, _MORE) and all(s.norm[k] in ADDING or s.bare[k] in titles for k in range(start))
    part = not more and is_section(s, start, verbs)
    if part and before.is_sign(len(before.norm) - 1, ":") and before.paragraph < s.paragraph:
        return office_before(d, before, len(before.norm), rows)
    lists = runs(d, before) or alone_in_part(d, before) if more or part else []
    if not lists or len(before.norm) - lists[-1][-1].person.j > _END:
        return None
    first = start_of(lists[-1][0])
    if not more and not (begins_section(s) or is_section(before, first, verbs)):
        return None
    return office_of_list(d, before, first, lists[-1], back + 1)


def _with_alike(d: Discourse, s: Sentence, rows: list[Row]) -> list[Row]:
    """A list, after those of the lines around it that are other parts of the whole: few names in each are many in all."""
    if len(rows) >= SURE or not begins_section(s):
        return rows
    around = d.sentences[max(0, s.index - _AROUND) : s.index] + d.sentences[s.index + 1 : s.index + 1 + _AROUND]
    alike = [
        runs(d, other) or [[Row(other, p, None) for p in of_type(other, PersonMention)]]
        for other in around
        if begins_section(other)
    ]
    return [row for lists in alike for row in lists[-1]] + rows


def alone_in_part(d: Discourse, s: Sentence) -> list[list[Row]]:
    """Return the only one of a part of the whole, told in its own line as others are: "عن الجنوب فاز: X"."""
    people = of_type(s, PersonMention)
    if len(people) != 1 or not is_section(s, people[0].i, d.vocabulary.people.verbs):
        return []
    around = [d.sentences[k] for k in (s.index - 1, s.index + 1) if 0 <= k < len(d.sentences)]
    alike = any(begins_section(other) and of_type(other, PersonMention) for other in around)
    return [[Row(s, people[0], None)]] if begins_section(s) and alike and not of_type(s, RoleMention) else []


def start_of(first: Row) -> int:
    """Return where a list begins: at the title of the first, or at his name."""
    titled = first.office is not None and first.office.i < first.person.i
    return first.office.i if titled and first.office is not None else first.person.i
