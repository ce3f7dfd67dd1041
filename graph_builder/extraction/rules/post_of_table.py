"""Candidates told as a table of votes: "الاستقلال | كريم العلمي | 5400", "كريم العلمي (الاستقلال): 5400 صوت", a line each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.arabic.inflection import Form
from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import NumberMention, PartyMention, PersonMention, RoleMention
from graph_builder.extraction.rules.figure_shared import named
from graph_builder.extraction.rules.triggers import tells, words

NAMES = ("post.candidate_of_table",)
EXAMPLES = (
    (
        "أسفرت الانتخابات الجزئية بدائرة سلا عن هذه النتائج:\nالحزب | الاسم | عدد الأصوات\nالاستقلال | كريم العلمي | 5400\nالعدالة والتنمية | منى الزين | 3200",
        (
            "كريم العلمي | مرشح | | حزب الاستقلال | سلا | candidate",
            "منى الزين | مرشح | | حزب العدالة والتنمية | سلا | candidate",
        ),
    ),
    (
        "توزعت أصوات الناخبين بدائرة سلا كما يلي:\n- كريم العلمي (الاستقلال): 5400 صوت\n- منى الزين (العدالة والتنمية): 3200 صوت",
        (
            "كريم العلمي | مرشح | | حزب الاستقلال | سلا | candidate",
            "منى الزين | مرشح | | حزب العدالة والتنمية | سلا | candidate",
        ),
    ),
)
NEAR_MISSES = (
    "الحزب | المنسق | الهاتف\nالاستقلال | كريم العلمي | 5400\nالعدالة والتنمية | منى الزين | 3200",
    "توزعت أصوات الناخبين بدائرة سلا كما يلي:\nكريم العلمي: 5400 صوت\nمنى الزين: 3200 صوت",
    "توزعت أصوات الناخبين كما يلي:\nكريم العلمي، كاتب فرع حزب الاستقلال، 5400 صوت\nمنى الزين، كاتبة فرع حزب العدالة والتنمية، 3200 صوت",
)
_VOTES: Final = words("صوت صوتا أصوات الأصوات المرشح المرشحة المرشحين المرشحون المترشح المترشحين")
_SIGNS: Final = "|(،:-–"
_LONGEST: Final = 16
"""Tokens of a line."""
_FEWEST: Final = 2
"""Lines of a table."""
_BACK: Final = 2
"""Sentences before a table within which it is said that votes or candidates follow."""
_CANDIDATE: Final = "مرشح"
CONFIDENCE: Final = 0.75


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield the candidates of the table that begins at this line."""
    if _line(d, s) is None or (s.index > 0 and _line(d, d.sentences[s.index - 1]) is not None):
        return
    lines: list[tuple[Sentence, PersonMention, PartyMention]] = []
    for line in d.sentences[s.index :]:
        told = _line(d, line)
        if told is None:
            break
        lines.append((line, *told))
    near = d.sentences[max(0, s.index - _BACK) : s.index + 1]
    if len(lines) < _FEWEST or not any(tells(other, _VOTES) for other in near):
        return
    form = Form("m", "singular", "", False)
    head = fold(_CANDIDATE)
    for line, person, party in lines:
        role = RoleMention(
            person.i, person.j, "", _CANDIDATE, head, "candidate", form, (head,), False, False, party=party,
            modified=True,
        )  # fmt: skip
        yield Holding(person, role, line, NAMES[0], CONFIDENCE, "candidate")


def _line(d: Discourse, s: Sentence) -> tuple[PersonMention, PartyMention] | None:
    """The candidate and his party of a line that has a number besides, each in a cell or between signs of its own."""
    people = of_type(s, PersonMention)
    if len(people) != 1 or not 0 < len(s.norm) <= _LONGEST or not of_type(s, NumberMention) or of_type(s, RoleMention):
        return None
    person = people[0]
    if not (_opens(s, person.i) and _closes(s, person.j)):
        return None
    for k in range(len(s.norm)):
        found = named(d, s, k, goes_on=False) if _opens(s, k) and not person.i <= k < person.j else None
        if found is not None and _closes(s, found[1]):
            name, end = found
            return person, PartyMention(k, end, "", None, name, "name")
    return None


def _opens(s: Sentence, k: int) -> bool:
    return k == 0 or s.tokens[k - 1].word.kind != "word"


def _closes(s: Sentence, k: int) -> bool:
    return k >= len(s.norm) or s.is_sign(k, f"{_SIGNS})") or s.tokens[k].word.kind == "number"
