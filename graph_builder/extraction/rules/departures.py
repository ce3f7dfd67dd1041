"""Who left the party, or all that he held in it: what is told of him as held elsewhere in the article is over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.mention_kinds import NumberMention, PartyMention, PersonMention, RoleMention
from graph_builder.extraction.rules.triggers import saying, says, trigger, words
from graph_builder.model import Status

_RESIGNING: Final = trigger("resigning")
_ALL_RESIGNING: Final = trigger("all_resigning")
_RESIGNED: Final = trigger("resigned")
_LEAVING: Final = words("مغادرة مغادرته مغادرتها غادر غادرت")
_NOUNS: Final = words("استقالة باستقالة انسحاب طرد بطرد مغادرة")
_OFFERED: Final = words("رهن")
_SIGNERS: Final = words("الممضين الممضون الموقعين الموقعون الموقعات")
_SEVERING: Final = words("أنهى أنهت ينهي تنهي قطع قطعت إنهاء بإنهاء")
_RELATION: Final = words("علاقته علاقتها")
"""With the party: "أنهى X علاقته بالحزب"."""
_LEFT: Final = _RESIGNING | _ALL_RESIGNING | _RESIGNED | _LEAVING | _RELATION
_RESIGNED_OR_SIGNED: Final = _RESIGNED | _SIGNERS
_SIGNING: Final = words("ذيل ذيلت ذيلها ذيلوا وقعها وقعوها وقعه توقيع بتوقيع بتوقيعه بتوقيعهم توقيعهم")
_TOGETHER: Final = words("جماعية الجماعية")
_NAMELY: Final = words("يتعلق")
_ADDRESSED: Final = words("إلى الى عبر لدى أمام بمكتب")
"""Before whom a resignation is addressed to, who does not leave."""
_PUT: Final = words("وضعها قدمها")
_NOT: Final = words(
    "لم لن لا نفى نفت ينفي رفض رفضت يرفض تراجع تراجعت سحب سحبت يعتزم تعتزم يستعد تستعد سيقدم ستقدم بعدم حظيت رفضه"
)
_LISTS: Final = words("لائحة قائمة أسماء")
_FROM: Final = words("من")
_WHOLE: Final = words(
    "جميع كافة كل صفوف هياكل مهامه مهامها مسؤولياته مسؤولياتها مناصبه مناصبها التنظيم الحزب حزبه حزبها"
)
_AFTER: Final = 4
"""Words between a verb of leaving and its subject, titles and offices counted."""
_BEFORE: Final = 3
"""Words before a word of leaving within which it is denied or still to come."""
_MOST: Final = 30
"""People that a text may list by name."""
_COUNTED: Final = 8
"""Words between a word of leaving and the number of those who leave."""
_FAR: Final = 16
"""Words between "which he handed in" and his name, with his office."""


def settled(d: Discourse, holdings: Iterable[Holding]) -> Iterator[Holding]:
    """Yield the holdings, what those who left hold in the party as held before."""
    gone = departed(d)
    for h in holdings:
        listed = _among_resigned(h)
        over = d.person(h.person) in gone and (listed or (h.status == "current" and not h.role.public))
        held: Status = "current" if h.role.public else "former"
        yield replace(h, status=held) if over else h


def _among_resigned(h: Holding) -> bool:
    """Whether a list of those who resigned made somebody look elected: "وضمت لائحة المستقيلين ...، ثم العضوين X وY"."""
    s = h.sentence
    return h.status == "elected" and any(says(s, k - 1, _LISTS) for k in saying(s, _RESIGNED) if 0 < k < h.role.i)


def departed(d: Discourse) -> set[str]:
    """Return those of whom the article says that they left the party, or all their offices."""
    gone: set[str] = set()
    if not d.tells(_LEFT):
        return gone
    many = False
    listed = False
    for s in d.sentences:
        listed = many and (_namely(s) or (listed and _is_item(s)))
        if listed:
            gone |= {d.person(p) for p in of_type(s, PersonMention)}
        if many and saying(s, _SIGNING):
            gone |= {d.person(p) for p in of_type(s, PersonMention)}
        many = many or _collective(s)
        for k in saying(s, _RESIGNING):
            gone |= {d.person(p) for p in _subject(s, k) if _from_all(s, k) and not _denied(s, k)}
        gone |= _ended(d, s)
        for k in saying(s, _ALL_RESIGNING):
            many = True
            gone |= {d.person(p) for p in of_type(s, PersonMention) if p.j <= k} if _from_all(s, k) else set()
            namely = next((n for n in saying(s, _NAMELY) if n > k), len(s.norm))
            gone |= {d.person(p) for p in of_type(s, PersonMention) if p.i > namely}
        for k in saying(s, _RESIGNED_OR_SIGNED if many else _RESIGNED):
            end = next((n for n in range(k, len(s.norm)) if s.norm[n] in _ADDRESSED), len(s.norm))
            gone |= {d.person(p) for p in of_type(s, PersonMention) if k < p.i < end}
        if saying(s, _RESIGNING):
            for k in saying(s, _PUT):
                gone |= {d.person(p) for p in [p for p in of_type(s, PersonMention) if 0 < p.i - k <= _FAR][:1]}
    return gone


def _ended(d: Discourse, s: Sentence) -> set[str]:
    """ "أنهى X علاقته بالحزب": who broke with the party."""
    ending = saying(s, _SEVERING) if saying(s, _RELATION) else []
    return {d.person(p) for k in ending for p in _subject(s, k) if not _denied(s, k)}


def _collective(s: Sentence) -> bool:
    """ "استقالة جماعية", "أعلن أربعة من وجوهه مغادرة الحزب": several left, whom the text may list after it."""
    told = [*saying(s, _RESIGNING), *saying(s, _LEAVING)]
    many = [n.i for n in of_type(s, NumberMention) if 1 < n.value <= _MOST] if told else []
    together = any(s.norm[k + 1] in _TOGETHER for k in told if k + 1 < len(s.norm))
    return together or any(abs(k - i) <= _COUNTED for k in told for i in many)


def _namely(s: Sentence) -> bool:
    return bool(s.norm) and says(s, 0, _NAMELY)


def _is_item(s: Sentence) -> bool:
    return bool(s.norm) and s.norm[0] in "*-–•"


def _subject(s: Sentence, k: int) -> list[PersonMention]:
    """Who leaves: the name right after the verb, past his office; else, if no noun tells it, the last one before it."""
    people = of_type(s, PersonMention)
    aside = sum(m.j - m.i for m in of_type(s, RoleMention) if k < m.i <= k + 2)
    after = [p for p in people if 0 < p.i - k <= _AFTER + aside]
    before = [] if says(s, k, _NOUNS) else [p for p in people if p.j <= k]
    return after[:1] or before[-1:]


def _from_all(s: Sentence, k: int) -> bool:
    """Whether nothing less than the party, or all offices, is told as left."""
    people = [p.j for p in of_type(s, PersonMention) if 0 < p.i - k <= _AFTER]
    at = next((n for n in range(k + 1, min(len(s.norm), max([k, *people]) + 3)) if s.norm[n] in _FROM), None)
    if at is None:
        return not says(s, k, _LEAVING) or any(n in _WHOLE for n in s.norm[k + 1 : k + 3])
    return any(n in _WHOLE for n in s.norm[at + 1 : at + 3]) or any(p.i == at + 1 for p in of_type(s, PartyMention))


def _denied(s: Sentence, k: int) -> bool:
    """Whether the leaving is denied, refused, still to come, or only offered."""
    offered = any(says(s, n, _OFFERED) for n in range(k + 1, min(k + _BEFORE, len(s.norm))))
    return offered or any(says(s, n, _NOT) for n in range(max(0, k - _BEFORE), k))
