"""Plans and programmes of a party, named in quotes or by a name after the noun, and which body adopted them when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse, bodies_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import DateMention
from graph_builder.extraction.rules.triggers import tells, words
from graph_builder.model import PlanFact

NAMES = ("plan.named", "plan.adopted")
EXAMPLES = (
    (
        'صادقت اللجنة المركزية لحزب التقدم والاشتراكية على خطة "نهوض" في فبراير 2016.',
        ("نهوض | حزب التقدم والاشتراكية | اللجنة المركزية | 2016-02",),
    ),
    ("ينزل حزب الاستقلال برنامج «إنصات» في الجهات.", ("إنصات | حزب الاستقلال",)),
    ("أطلق حزب الاستقلال مخططا تكوينيا يحمل اسم «بذرة».", ("بذرة | حزب الاستقلال",)),
    (
        "نوقشت خطة «أفق» التي اعتمدها المكتب السياسي لحزب الاستقلال في يونيو 2019.",
        ("أفق | حزب الاستقلال | المكتب السياسي | 2019-06",),
    ),
    (
        "صادق المجلس على برنامج «جوار» وعلى تشكيل لجنة تحضيرية لحزب الاستقلال.",
        ("جوار | حزب الاستقلال",),
    ),
)
NEAR_MISSES = (
    "وقع الأمناء العامون ميثاق تحالف أطلق عليه اسم «الوسط».",
    "وضع الحزب خطة عمل للفترة المقبلة.",
    'شاركت نبيلة منيب في برنامج "حوار" التلفزي.',
)
_PLANS: Final = words(
    "مخططا برنامجا مشروعا خطة الخطة لخطة بخطة وخطة مخطط المخطط استراتيجية الاستراتيجية ميثاق مبادرة المبادرة برنامج البرنامج مشروع لمبادرة"
)
_OPEN: Final = "\"«“„'”"
_CLOSE: Final = "\"»”“'"
_ADOPTING: Final = words(
    "صادق صادقت المصادقة بالمصادقة اعتمد اعتمدت اعتمدتها اعتماد اعتمدها اعتمده اعتمدته أقر أقرت أقرها أقرتها أقره أقرته تبناها تبنتها تبناه تبنته تبنى تبنت وافق وافقت مصادقة"
)
_CALLED: Final = words("اسم إسم باسم عنوان شعار تسمية")
_CARRYING: Final = words("التي الذي أطلق أطلقت أطلقه أطلقته عليه عليها يحمل تحمل حمل حملت سماه سمته تحت")
_RELATION: Final = ("ي", "يا", "يه")
"""Endings of the adjectives of relation that may stand before "called"."""
_ON: Final = words("على")
_BY: Final = words("طرف قبل لدن")
_BROADCAST: Final = words("التلفزي التلفزيوني قناة القناة الإذاعي إذاعة دقيقة")
CONFIDENCE: Final = 0.85
REACH: Final = 4
"""Words between a plan and "called"."""
LONGEST: Final = 5
"""Words of a plan's name."""


def plans(d: Discourse) -> Iterator[PlanFact]:
    """Yield each plan once, with the adoption that any sentence states."""
    found: dict[str, PlanFact] = {}
    names: dict[str, str] = {}
    for s in d.sentences:
        for at, name in _named(s):
            names.setdefault(fold(name).removeprefix("ال"), name)
            found.setdefault(fold(name).removeprefix("ال"), _fact(d, s, at, name))
    for s in d.sentences:
        adoption = _adoption(s)
        if adoption is None:
            continue
        mentioned = [key for key in found if any(w.removeprefix("ال") == key for w in s.norm)] or (
            list(found) if len(found) == 1 and any(w in _PLANS for w in s.norm) else []
        )
        for key in mentioned:
            fact = found[key]
            body, date = adoption
            found[key] = PlanFact(
                fact.plan, fact.party, fact.adopted_by or body, fact.adopted or date,
                s.evidence("plan.adopted", CONFIDENCE) if date and not fact.adopted else fact.evidence,
            )  # fmt: skip
    yield from found.values()


def _named(s: Sentence) -> Iterator[tuple[int, str]]:
    if not tells(s, _PLANS):
        return
    for k, norm in enumerate(s.norm[:-2]):
        at = _quote(s, k + 1) if norm in _PLANS else None
        if at is not None and not any(w in _BROADCAST for w in s.norm[k : k + 10]):
            end = next((e for e in range(at + 2, min(at + 2 + LONGEST, len(s.norm))) if s.is_sign(e, _CLOSE)), None)
            if end:
                yield k, s.text(at + 1, end)


def _quote(s: Sentence, at: int) -> int | None:
    """Where the quote that names a plan opens: at once, or after "called"."""
    if s.is_sign(at, _OPEN):
        return at
    called = next((k for k in range(at, min(at + REACH, len(s.norm))) if s.norm[k] in _CALLED), None)
    if called is None or not s.is_sign(called + 1, _OPEN):
        return None
    described = all(s.norm[k] in _CARRYING or s.norm[k].endswith(_RELATION) for k in range(at, called))
    return called + 1 if described else None


def _fact(d: Discourse, s: Sentence, at: int, name: str) -> PlanFact:
    party = d.party_at(s, at)
    return PlanFact(name, party.name if party else None, None, None, s.evidence("plan.named", CONFIDENCE))


def _adoption(s: Sentence) -> tuple[str | None, str | None] | None:
    """The body and the date of an adoption told in the sentence."""
    if not tells(s, _ADOPTING):
        return None
    verb = next((k for k, w in enumerate(s.norm) if w in _ADOPTING), None)
    if verb is None:
        return None
    on = next((k for k in range(verb, len(s.norm)) if s.norm[k] in _ON), len(s.norm))
    bodies = [b for b in bodies_in(s) if b.kind == "party" and b.number == "singular" and b.i > verb - 6]
    bodies = [b for b in bodies if b.i < on or s.norm[b.i - 1] in _BY]
    dates = [x.date for x in of_type(s, DateMention) if x.date and "X" not in x.date and x.i > verb]
    return (bodies[0].name if bodies else None), (dates[0] if dates else None)
