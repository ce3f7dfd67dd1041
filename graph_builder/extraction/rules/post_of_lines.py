"""Rosters that give a line to the office and the next to its holder, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import PersonMention, RoleMention
from graph_builder.extraction.rules.renewed import listed_body
from graph_builder.extraction.rules.roster import FEWEST, only

NAMES = ("post.line_by_line",)
EXAMPLES = (
    (
        "تجديد المكتب المحلي لحزب الاستقلال بسلا\nكاتب الفرع\nكريم العلمي\nأمينة المال\nفاطمة الزاوي\nالمقرر\nسعيد الناصري",
        (
            "كريم العلمي | كاتب | الفرع | حزب الاستقلال",
            "فاطمة الزاوي | أمينة المال | المكتب المحلي | حزب الاستقلال | سلا | elected",
            "سعيد الناصري | المقرر | المكتب المحلي | حزب الاستقلال | سلا | elected",
        ),
    ),
)
NEAR_MISSES = ("كاتب الفرع\nكريم العلمي\nقال إن اللقاء مهم.",)


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield the pairs of a roster that begins at this line: an office and a name, or a name and an office, in turns."""
    if s.index > 0 and _pair(d, s.index - 1) is not None:
        return  # told from its first line
    pairs: list[tuple[PersonMention, RoleMention, Sentence]] = []
    at = s.index
    while (pair := _pair(d, at)) is not None:
        pairs.append(pair)
        at += 2
    if len(pairs) < FEWEST:
        return
    for person, role, line in pairs:
        if not role.possessive:
            body = None if role.body else listed_body(d, s, 0)
            yield Holding(person, role, line, "post.line_by_line", 0.85, "elected", body=body)


def _pair(d: Discourse, at: int) -> tuple[PersonMention, RoleMention, Sentence] | None:
    """The office and the name of two lines, and the line of the name."""
    if at < 0 or at + 1 >= len(d.sentences):
        return None
    lines = d.sentences[at], d.sentences[at + 1]
    for n in (0, 1):
        role, person = only(lines[n], RoleMention), only(lines[1 - n], PersonMention)
        if isinstance(role, RoleMention) and isinstance(person, PersonMention):
            return person, role, lines[1 - n]
    return None
