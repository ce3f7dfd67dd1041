"""Who comes for a body is a member of it: "مثل المكتب السياسي كل من X وY", "حضر عن المكتب السياسي X", "وفد الديوان السياسي X وY"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.holdings import Holding, office_of
from graph_builder.extraction.mention_kinds import BodyMention, DateMention, EventMention, PersonMention, RoleMention
from graph_builder.extraction.rules.clauses import apposed
from graph_builder.extraction.rules.triggers import saying, says, tells, trigger, words

NAMES = ("post.delegate",)
EXAMPLES = (
    (
        "ومثل المكتب السياسي لحزب الاستقلال كل من الرفيق كريم العلمي، منسق جهة الشرق، والرفيقة منى الزين.",
        ("كريم العلمي | عضو | المكتب السياسي", "منى الزين | عضو | المكتب السياسي | حزب الاستقلال"),
    ),
    (
        "وضم وفد الديوان السياسي لحزب الاستقلال الذي حل بسلا يومي 11 و 12 فبراير كريم العلمي ومنى الزين.",
        ("كريم العلمي | عضو | الديوان السياسي", "منى الزين | عضو | الديوان السياسي"),
    ),
    (
        "المؤتمر الجهوي لحزب الاستقلال أطره عن المكتب السياسي كل من كريم العلمي ومنى الزين، وتميز بكلمة سعيد الناصري.",
        ("كريم العلمي | عضو | المكتب السياسي", "منى الزين | عضو | المكتب السياسي"),
    ),
)
NEAR_MISSES = (
    "مثل حزب الاستقلال كريم العلمي.",
    "صدر بلاغ عن المكتب السياسي لحزب الاستقلال. وقال كريم العلمي إنه مهم.",
    "استقال من المكتب السياسي لحزب الاستقلال، وحضر كريم العلمي.",
    "وحضر عن الكتابة الجهوية لحزب الاستقلال نائب الكاتب الجهوي كريم العلمي.",
    "مثل المكتب السياسي لحزب الاستقلال أمام المجلس، وحضر كريم العلمي.",
)
_REPRESENTING: Final = trigger("representing")
_FOR: Final = words("عن من باسم بإسم")
_DELEGATION: Final = trigger("delegation")
_EACH: Final = words("كل كلا من")
_BUREAUS: Final = trigger("bureaus") | words("مجلس")
_DOING: Final = trigger("attending") | trigger("training") | trigger("chairing")
_OF: Final = words("من")
_BACK: Final = 4
"""Words from a verb of attending to "for"."""
_FAR: Final = 12
"""Words from a delegation to the first name of it."""
_OTHER_WORDS: Final = ("ww", ":", ".")
"""Between two people these say that the list has ended."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield as members of a body those who stand for it."""
    if not (tells(s, _REPRESENTING) or tells(s, _FOR) or tells(s, _DELEGATION)):
        return
    for body in bodies_in(s):
        if _has_members(body) and (first := _first(d, s, body)) is not None:
            for person in _listed(d, s, first):
                yield Holding(person, office_of(body, "عضو", "member"), s, NAMES[0], 0.75)


def _has_members(body: BodyMention) -> bool:
    """Whether a body is a bureau, a secretariat, a committee of a party, of a level."""
    levelled = body.level not in (None, "parallel") and not body.known and not body.prefix
    return body.kind == "party" and body.number == "singular" and body.head in _BUREAUS and levelled


def _first(d: Discourse, s: Sentence, body: BodyMention) -> PersonMention | None:
    """The first of those who stand for the body, named after it."""
    person = next((p for p in of_type(s, PersonMention) if p.i >= body.j), None)
    if person is None or person.prefix or body.i == 0:
        return None
    before = body.i - 1
    if says(s, before, _DELEGATION):
        return person if person.i - body.j <= _FAR else None
    start = body.j
    while start < person.i and s.norm[start] in _EACH:
        start += 1
    doing = says(s, before, _FOR) and any(k < before <= k + _BACK for k in saying(s, _DOING))
    stands = says(s, before, _REPRESENTING) or doing
    many = any(body.j <= r.i < person.i and r.form.number != "singular" for r in of_type(s, RoleMention))
    return person if stands and not many and apposed(d, s, start, person.i) else None


def _listed(d: Discourse, s: Sentence, first: PersonMention) -> Iterator[PersonMention]:
    """The people from the first on, past their offices, until other words follow."""
    told = s.mentions[s.mentions.index(first) :]
    for n, m in enumerate(told):
        if n and any(sign in gap(s, told[n - 1], m, d.vocabulary) for sign in _OTHER_WORDS):
            return
        if isinstance(m, (EventMention, DateMention)) or (isinstance(m, BodyMention) and says(s, m.i - 1, _OF)):
            return  # "من المكتب السياسي X، ومن اللجنة المركزية Y"
        if isinstance(m, PersonMention) and not any(0 <= m.i - r.j <= 1 for r in of_type(s, RoleMention)):
            yield m
