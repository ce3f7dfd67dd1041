"""The former holder, or a rival, told beside the one elected: "انتخب X كاتبا إقليميا خلفا لـY"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import PersonMention, Sentence
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.rules.triggers import SUCCEEDING, words
from graph_builder.model import Status

NAMES = ("post.predecessor", "post.rival")
EXAMPLES = (
    (
        "انتخب كريم العلمي كاتبا إقليميا لحزب الاستقلال بسطات خلفا لسعيد الناصري.",
        ("سعيد الناصري | كاتب إقليمي | | حزب الاستقلال | سطات | former",),
    ),
    (
        "انتخب كريم العلمي كاتبا إقليميا لحزب الاستقلال بسطات متقدما على منافسه سعيد الناصري.",
        ("سعيد الناصري | كاتب إقليمي | | حزب الاستقلال | سطات | candidate",),
    ),
)
NEAR_MISSES = ("سار كريم العلمي خلف سعيد الناصري.",)
RIVALS = words("منافسه منافسته منافسها منافستها لمنافسه لمنافسته لمنافسها غريمه")
NAMED: dict[Status, str] = {"former": "predecessor", "candidate": "rival"}
_REACH = 4
"""Words between "in succession to" and the name."""


def holdings(d: Discourse, s: Sentence, found: Sequence[Holding]) -> Iterator[Holding]:
    """Yield former holders of the roles found in the same sentence."""
    here = [h for h in found if h.sentence is s and h.status in ("elected", "current")]
    for k, norm in enumerate(s.norm):
        status: Status | None = "former" if norm in SUCCEEDING else "candidate" if norm in RIVALS else None
        if status is None or not here:
            continue
        after = [m for m in s.mentions if isinstance(m, PersonMention) and 0 < m.i - k <= _REACH]
        won = [h for h in here if h.role.i <= k] or here
        if after and d.person(after[0]) != d.person(won[-1].person):
            h = won[-1]
            yield Holding(after[0], h.role, s, f"post.{NAMED[status]}", 0.7, status, h.text, h.body)
