"""An office that several seek, and their list: "خمسة أسماء تتنافس على منصب الأمين العام، وهم X، Y وZ"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import RoleMention
from graph_builder.extraction.mentions.roles import read_role
from graph_builder.extraction.rules.list_lead import WINNING, is_opened, loose_words, turns
from graph_builder.extraction.rules.rows import Row, runs
from graph_builder.extraction.rules.triggers import LEAVING, saying, says, tells, trigger, words

NAMES = ("post.contested",)
EXAMPLES = (
    (
        "تنافس ثلاثة مرشحين لمنصب الكاتب الإقليمي لحزب الاستقلال بسلا: كريم العلمي، سعيد الناصري وحميد التازي.",
        ("كريم العلمي | الكاتب الإقليمي | | حزب الاستقلال | سلا | candidate", "حميد التازي | الكاتب الإقليمي"),
    ),
    (
        "خمسة أسماء تتنافس على منصب الأمين العام لحزب الاستقلال وهم كريم العلمي ومنى الزين وسعيد الناصري.",
        ("منى الزين | الأمين العام | | حزب الاستقلال | | candidate",),
    ),
    (
        "تتنافس على رئاسة المجلس الوطني لحزب الاستقلال ثلاثة أسماء. ويتعلق الأمر بكل من كريم العلمي، منى الزين، سعيد الناصري.",
        ("سعيد الناصري | رئيس | المجلس الوطني | حزب الاستقلال | | candidate",),
    ),
    (
        "وضع كل من كريم العلمي ومنى الزين وسعيد الناصري ترشيحاتهم لمنصب الأمين العام لحزب الاستقلال.",
        ("كريم العلمي | الأمين العام | | حزب الاستقلال | | candidate",),
    ),
    (
        "رئاسة المجلس الوطني لحزب الاستقلال يتنافس عليها كريم العلمي ومنى الزين وسعيد الناصري.",
        ("منى الزين | رئيس | المجلس الوطني | حزب الاستقلال | | candidate",),
    ),
)
NEAR_MISSES = (
    "منصب الأمين العام لحزب الاستقلال تنافس عليه ثلاثة، وحضر اللقاء كريم العلمي ومنى الزين وسعيد الناصري.",
    "تنافس ثلاثة على منصب الأمين العام لحزب الاستقلال، وحضر اللقاء كريم العلمي ومنى الزين وسعيد الناصري.",
    "انسحب من التنافس على منصب الأمين العام لحزب الاستقلال كل من كريم العلمي ومنى الزين.",
    "امتنع كل من كريم العلمي ومنى الزين عن الترشح لمنصب الأمين العام لحزب الاستقلال.",
    "أشرف على عملية الترشيح لمنصب الأمين العام لحزب الاستقلال كل من كريم العلمي ومنى الزين.",
    "تنافس حزب الاستقلال على المقاعد مع أحزاب أخرى، وفاز كل من كريم العلمي ومنى الزين.",
)
_CONTESTING: Final = trigger("contesting")
_OTHERS: Final = (
    LEAVING
    | WINNING
    | trigger("attending")
    | trigger("training")
    | words("أشرف أشرفت أدار أدارت سير سيرت ترأس ترأست يشرف")
)
"""Words before a list of others than those who contest."""
_NAMELY: Final = words("يتعلق الأمر هم وهم هما وهما هي وهي")
_AWAY: Final = words("عن من عدم بعدم لعدم")
"""Before a contest, of those who keep out of it."""
_POST: Final = words("منصب لمنصب مقعد كرسي")
_ON: Final = words("على")
_FOR_IT: Final = words("عليه عليها")
_MEMBERS: Final = ("member", "candidate", "list_head")
_POST_AND_IT: Final = 2
"""Tokens from a contest to a list right after "for it"."""
_HEADING: Final = 12
"""Tokens from a contest to the colon that opens its list."""
_REACH: Final = 5
"""Tokens from a word of contesting to the office, and from the office to the list, who contests it not counted."""
_LONGEST_LEAD: Final = 6
"""Tokens before a list that goes on with the sentence before."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield as candidates those listed after, or right before, an office that is contested."""
    earlier = d.sentences[s.index - 1] if s.index else None
    if not tells(s, _CONTESTING) and not (earlier is not None and tells(earlier, _CONTESTING)):
        return
    for rows in runs(d, s):
        if (office := _contested(d, s, rows, earlier)) is not None:
            for row in rows:
                yield Holding(row.person, office, s, NAMES[0], 0.8, "candidate")


def _contested(d: Discourse, s: Sentence, rows: list[Row], earlier: Sentence | None) -> RoleMention | None:
    """The office that those of a list seek."""
    first, end = rows[0].person, rows[-1].person.j
    verbs = d.vocabulary.people.verbs
    floor = max((p.person.j for p in rows if p.person.j <= first.i), default=0)
    if any(floor <= k < first.i for k in saying(s, _OTHERS)):
        return None
    for k in saying(s, _CONTESTING):
        office = None if k and s.norm[k - 1] in _AWAY else _sought(d, s, k)
        if office is None:
            continue
        if end <= k <= end + 1 or (k < first.i and end <= office.i):
            return office
        between = range(office.j, first.i)
        opened = is_opened(s, office.j, first.i) or len(between) <= 1 or first.i - k <= _POST_AND_IT
        if office.j <= first.i and opened and not any(turns(s, n, verbs) for n in loose_words(s, office.j, first.i)):
            return office
    if earlier is None or first.i > _LONGEST_LEAD:
        return None
    headed = earlier.is_sign(len(earlier.norm) - 1, ":") and loose_words(s, 0, first.i) == []
    if not headed and not any(says(s, k, _NAMELY) for k in range(min(2, first.i))):
        return None
    near = [k for k in saying(earlier, _CONTESTING) if not headed or len(earlier.norm) - k <= _HEADING]
    return next((o for k in near if (o := _sought(d, earlier, k)) is not None), None)


def _sought(d: Discourse, s: Sentence, k: int) -> RoleMention | None:
    """The office that the words after a word of contesting name: "على منصب الكاتب", "لرئاسة المجلس"; or before: "يتنافس عليه"."""
    if any(s.norm[n] in _FOR_IT for n in range(k + 1, min(k + 3, len(s.norm)))):
        held = [
            r for r in of_type(s, RoleMention) if r.j <= k and r.form.number == "singular" and r.key not in _MEMBERS
        ]
        nouns = (read_role(s, n, d.vocabulary, "office") for n in range(k))
        return held[-1] if held else next((r for r in nouns if r is not None and r.key not in _MEMBERS), None)
    for n in range(k + 1, min(k + _REACH, len(s.norm))):
        if s.tokens[n].word.kind != "word":
            continue
        told = next((r for r in of_type(s, RoleMention) if r.i == n and r.form.number == "singular"), None)
        if told is not None and (s.norm[n - 1] in _POST or says(s, n - 1, _ON)) and told.key not in _MEMBERS:
            return told
        noun = read_role(s, n, d.vocabulary, "office")
        if (
            noun is not None
            and noun.key not in _MEMBERS
            and (says(s, n - 1, _ON) or s.norm[n - 1] in _POST or noun.prefix == "ل")
        ):
            return noun
    return None
