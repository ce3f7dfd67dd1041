"""Who kept the record of an event, or read its report."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import PersonMention, RoleMention
from graph_builder.extraction.participations import Participations
from graph_builder.extraction.rules.listed import listed
from graph_builder.extraction.rules.triggers import saying, says, trigger, words

NAMES = ("participation.rapporteur",)
EXAMPLES = (
    (
        "ترأس كريم العلمي المؤتمر الإقليمي لحزب الاستقلال بسلا يساعده سعيد الناصري بصفته مقررا.",
        ("سعيد الناصري | rapporteur",),
    ),
    (
        "جرى التصويت في المؤتمر المحلي لحزب الاستقلال بسلا الذي أدار أشغاله كريم العلمي يساعده سعيد الناصري بصفته مقررا.",
        ("سعيد الناصري | rapporteur",),
    ),
    (
        "نظم حزب الاستقلال ندوة حول الماء بسلا وتكلفت فاطمة الزاوي بإعداد تقرير اللقاء.",
        ("فاطمة الزاوي | rapporteur",),
    ),
    (
        "انعقدت الدورة السابعة للجنة المركزية لحزب الاستقلال. وسيرها كريم العلمي، فيما تولت مهمة المقررة الرفيقة منى الزين.",
        ("منى الزين | rapporteur",),
    ),
    (
        "نظم حزب الاستقلال بسلا ورشة سيرها كريم العلمي وكانت مقررتها الأخت منى الزين.",
        ("منى الزين | rapporteur",),
    ),
)
NEAR_MISSES = ("انتخب المؤتمر الإقليمي لحزب الاستقلال بسلا كريم العلمي كاتبا وسعيد الناصري مقررا.",)
RAPPORTEUR: Final = words("مقرر مقررة")
_TASK: Final = words("مهمة مهام بمهمة بمهام دور")
_AS: Final = words("بصفته بصفتها")
_CHAIRING: Final = trigger("chairing")
_ELECTED: Final = trigger("elected")
_SEEING_TO: Final = trigger("seeing_to")
_REPORTED: Final = trigger("reported")
_TITLE: Final = 1
"""Words of a title before a name."""
_REACH: Final = 8
"""Words from a verb of seeing to something to the report."""


def read(tp: Participations) -> None:
    """Note rapporteurs by the office they have at the event, and by the report that they write."""
    for s in tp.d.sentences:
        _by_office(tp, s)
        for k in saying(s, _SEEING_TO):
            if any(w in _REPORTED for w in s.norm[k : k + _REACH]):
                people, _ = listed(tp, s, k, many=False)
                for person in people[:1]:
                    _add(tp, s, k, person)


def _by_office(tp: Participations, s: Sentence) -> None:
    """ "... إضافة إلى X، عضوة اللجنة المركزية، كمقررة", "يساعده X مقررا"."""
    for n, role in enumerate(s.mentions):
        if not isinstance(role, RoleMention) or role.head not in RAPPORTEUR:
            continue
        if role.possessive and (his := _named_after(s, n)) is not None:
            _add(tp, s, role.i, his)
            continue
        as_such = role.prefix == "ك" or role.event or (role.i > 0 and s.norm[role.i - 1] in _AS)
        if not (as_such or _beside_chair(s, role)):
            continue
        near = [m for m in s.mentions[max(0, n - 3) : n] if isinstance(m, PersonMention)]
        following = s.mentions[n + 1] if n + 1 < len(s.mentions) else None
        named = isinstance(following, PersonMention) and following.i == role.j and not role.prefix
        if role.i > 0 and s.norm[role.i - 1] in _TASK and (his := _named_after(s, n)) is not None:
            near = [his]  # "تولت مهمة المقررة الرفيقة X"
        near = [] if named and not role.form.case else near
        person = near[-1] if near else following if isinstance(following, PersonMention) else None
        if person is not None:
            _add(tp, s, role.i, person)


def _named_after(s: Sentence, n: int) -> PersonMention | None:
    """ "وكانت مقررتها الأخت X": who is named right after a gathering's own rapporteur."""
    role, following = s.mentions[n], s.mentions[n + 1] if n + 1 < len(s.mentions) else None
    near = isinstance(following, PersonMention) and following.i - role.j <= _TITLE and following.prefix == ""
    return following if near and isinstance(following, PersonMention) else None


def _beside_chair(s: Sentence, role: RoleMention) -> bool:
    """Whether the sentence tells who chaired and not who was elected."""
    before = range(role.i)
    return any(says(s, k, _CHAIRING) for k in before) and not any(says(s, k, _ELECTED) for k in before)


def _add(tp: Participations, s: Sentence, k: int, person: PersonMention) -> None:
    for event in tp.events_for(s, k, None, direct=False):
        tp.add(s, event, tp.d.person(person), "rapporteur")
