"""The offices of who was told last, in a sentence that opens with a pronoun or "holds": "وهي عضو كذا وعضو كذا"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.gaps import gap
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import BodyMention, PartyMention, PersonMention, RoleMention
from graph_builder.extraction.rules.beside import person_at, singular
from graph_builder.extraction.rules.links import BRIDGE
from graph_builder.extraction.rules.status import status_of
from graph_builder.extraction.rules.triggers import saying, words

NAMES = ("post.of_pronoun",)
EXAMPLES = (
    (
        "تعد منى الزين من الوجوه الشابة. وهي عضو المكتب الوطني للشبيبة الاستقلالية وعضو المجلس الوطني لحزب الاستقلال.",
        (
            "منى الزين | عضو | المكتب الوطني للشبيبة الاستقلالية | حزب الاستقلال | | current",
            "منى الزين | عضو | المجلس الوطني | حزب الاستقلال | | current",
        ),
    ),
    (
        "ولد كريم العلمي بسلا. ويشغل حاليا منصب الكاتب الإقليمي لحزب الاستقلال بسطات.",
        ("كريم العلمي | الكاتب الإقليمي | | حزب الاستقلال | سطات | current",),
    ),
    (
        "ولد كريم العلمي بسلا. وكان يشغل منصب الكاتب الإقليمي لحزب الاستقلال بسطات.",
        ("كريم العلمي | الكاتب الإقليمي | | حزب الاستقلال | سطات | former",),
    ),
    (
        "ولد كريم العلمي بسلا. كما أنه كاتب محلي لحزب الاستقلال.",
        ("كريم العلمي | كاتب محلي | | حزب الاستقلال | | current",),
    ),
)
NEAR_MISSES = (
    "التقى كريم العلمي سعيد الناصري. وهو كاتب محلي لحزب الاستقلال.",
    "استقبلت الحركة الشعبية كريم العلمي. وهي عضو المجلس الوطني لحزب الاستقلال.",
    "تحدث كريم العلمي عن اللقاء. وهو ما شرحه الكاتب المحلي لحزب الاستقلال.",
    "تحدث كريم العلمي عن اللقاء. وهي عضوية المجلس الوطني لحزب الاستقلال.",
    "تحدث كريم العلمي عن اللقاء. وهو الكاتب المحلي لحزب الاستقلال سعيد الناصري.",
)
_HE: Final = words("هو يشغل يتولى يتقلد أنه")
_SHE: Final = words("هي تشغل تتولى تتقلد أنها")
_THAT: Final = words("أنه أنها")
_ALSO: Final = words("كما علما")
_OPENING: Final = 2
"""Words before the pronoun: "كما أنه"."""
_BETWEEN: Final = words("حاليا أيضا كذلك الآن كان منصب مهمة مهام مسؤولية")
"""Words that may stand between the pronoun and the office: "ويشغل حاليا منصب"."""
_OTHERS: Final = (BodyMention, PartyMention)
_BACK: Final = 2
"""Sentences back to the one that names who is meant."""


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield the offices right after the pronoun that opens a sentence, for the only person that was told before it."""
    for among, gender in ((_HE, "m"), (_SHE, "f")):
        for k in saying(s, among)[:1]:
            roles = _offices(d, s, k, gender) if _opens(s, k) else []
            if roles and (person := _told_before(d, s)) is not None:
                yield from (Holding(person, role, s, NAMES[0], 0.8, status_of(d, s, role)) for role in roles)


def _opens(s: Sentence, k: int) -> bool:
    return k < _OPENING and (s.norm[k] not in _THAT or (k > 0 and s.norm[k - 1] in _ALSO))


def _offices(d: Discourse, s: Sentence, k: int, gender: str) -> list[RoleMention]:
    """The offices chained after token ``k``; none where a name stands right after them, whose they are."""
    first = next((n for n, m in enumerate(s.mentions) if m.i > k), len(s.mentions))
    roles: list[RoleMention] = []
    for n in range(first, len(s.mentions)):
        role = s.mentions[n]
        if not isinstance(role, RoleMention) or not singular(s, role) or role.form.gender not in (gender, "m"):
            break
        if roles and gap(s, roles[-1], role, d.vocabulary, BRIDGE) not in ("", "،", ","):
            break
        if not roles and not all(s.norm[at] in _BETWEEN for at in range(k + 1, role.i)):
            break
        roles.append(role)
    return roles if not person_at(s, first + len(roles)) else []


def _told_before(d: Discourse, s: Sentence) -> PersonMention | None:
    """The person of the last sentence before that names any, if no other, nor a body or party, may be meant."""
    for other in d.sentences[max(0, s.index - _BACK) : s.index][::-1]:
        people = of_type(other, PersonMention)
        if people:
            alone = len({d.person(p) for p in people}) == 1 and not any(isinstance(m, _OTHERS) for m in other.mentions)
            return people[0] if alone else None
    return None
