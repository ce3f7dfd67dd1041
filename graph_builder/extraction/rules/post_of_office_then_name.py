"""An office told as filled, and by whom only further on: "انتخب الفرع كاتبا جديدا، ويتعلق الأمر بـX", "... في شخص X"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import PersonMention, RoleMention
from graph_builder.extraction.rules.beside import singular
from graph_builder.extraction.rules.links import titled
from graph_builder.extraction.rules.renewed import listed_body
from graph_builder.extraction.rules.triggers import ELECTING, LEAVING, SEEKING, last_of, says, words

NAMES = ("post.office_then_name",)
EXAMPLES = (
    (
        "انتخب حزب الاستقلال أمينا عاما جديدا للحزب أمس، حيث فاز بالتزكية كريم العلمي.",
        ("كريم العلمي | أمين عام | | حزب الاستقلال | | elected",),
    ),
    (
        "انتخب فرع حزب الاستقلال بسلا كاتبا جديدا له، ويتعلق الأمر بكريم العلمي.",
        ("كريم العلمي | كاتب | فرع | حزب الاستقلال | سلا | elected",),
    ),
    (
        "اختار مناضلو حزب الاستقلال بسطات كاتبا إقليميا جديدا في شخص الأستاذ كريم العلمي.",
        ("كريم العلمي | كاتب إقليمي | | حزب الاستقلال | سطات | elected",),
    ),
    (
        "انتخب حزب الاستقلال بسلا كاتبة محلية جديدة، وهي الأستاذة منى الزين التي حصلت على 20 صوتا.",
        ("منى الزين | كاتبة محلية | | حزب الاستقلال | سلا | elected",),
    ),
    (
        "تم اختيار كاتب إقليمي جديد لحزب الاستقلال بسطات، إذ وقع الاختيار على كريم العلمي.",
        ("كريم العلمي | كاتب إقليمي | | حزب الاستقلال | سطات | elected",),
    ),
)
NEAR_MISSES = (
    "انتخب فرع حزب الاستقلال بسلا كاتبا جديدا له، وحضر اللقاء كريم العلمي.",
    "انتخب فرع حزب الاستقلال بسلا كاتبا جديدا له، بعد استقالة الكاتب السابق، ويتعلق الأمر بكريم العلمي.",
    "ينتخب حزب الاستقلال كاتبا جديدا، ويتنافس مرشح واحد، ويتعلق الأمر بكريم العلمي.",
    "انتخب حزب الاستقلال بسلا كاتبا محليا جديدا، وهو ما اعتبره كريم العلمي مهما.",
    "انتخب سعيد الناصري كاتبا محليا لحزب الاستقلال بسلا، وهو ابن كريم العلمي.",
)
_MATTER: Final = words("الأمر الامر")
_PERSON: Final = words("شخص")
_HE: Final = words("هو هي وهو وهي فهو فهي")
_WON: Final = words("فاز فازت ظفر ظفرت نال نالت حاز حازت انتزع انتزعت")
_CHOICE: Final = words("الاختيار الرأي التوافق الإجماع")
_ON: Final = words("على")
_REACH: Final = 3
"""Tokens from what says who it is to the name: titles, "unopposed"."""
_FAR: Final = 14
"""Tokens from the office to the name."""
_MADE: Final = 8
"""Tokens from the verb of electing to the office: who elects stands between."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield those named after an office that the sentence tells as filled."""
    people = of_type(s, PersonMention)
    for role in of_type(s, RoleMention) if people else []:
        if not singular(s, role) or role.event or not _is_filled(s, role):
            continue
        person = next((p for p in people if p.i >= role.j), None)
        if person is not None and _says_who(d, s, role, person):
            body = None if role.body else listed_body(d, s, role.i)
            body = (
                None if body is not None and role.level and body.level not in (None, "parallel", role.level) else body
            )
            yield Holding(person, role, s, NAMES[0], 0.8, "elected", body=body)


def _is_filled(s: Sentence, role: RoleMention) -> bool:
    """Whether an election to the office is told before it, and nobody stands beside it who was elected."""
    made = last_of(s, ELECTING, role.i)
    indefinite = role.form.case == "accusative" or (not role.definite and not role.prefix)
    if made < role.i - _MADE or made < 0 or not indefinite:
        return False
    between = (p for p in of_type(s, PersonMention) if made <= p.i < role.i)
    return next(between, None) is None


def _says_who(d: Discourse, s: Sentence, role: RoleMention, person: PersonMention) -> bool:
    """Whether what stands between says that the person is meant, and nothing of another office, a rival or a departure."""
    between = range(role.j, person.i)
    if not 0 < len(between) <= _FAR or any(role.j <= r.i < person.i for r in of_type(s, RoleMention)):
        return False
    if any(says(s, k, LEAVING) or says(s, k, SEEKING) for k in between):
        return False
    near = person.i - 1 - titled(d, s, person)
    return any(_opens(s, k) or (k == near and s.norm[k] in _HE) for k in between if k >= near - _REACH)


def _opens(s: Sentence, k: int) -> bool:
    if s.norm[k] in _ON:
        return says(s, k - 1, _CHOICE)
    return says(s, k, _MATTER) or says(s, k, _PERSON) or says(s, k, _WON)
