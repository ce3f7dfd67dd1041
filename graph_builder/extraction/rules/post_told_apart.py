"""An office told in one sentence and its holders in the next, or candidates for it: "... أمناء إقليميين. ويتعلق الأمر بـX بأ، وY بب"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Mention, PersonMention, PlaceMention, RoleMention, Sentence, of_type
from graph_builder.extraction.holdings import Holding
from graph_builder.extraction.rules.triggers import SEEKING, SUCCEEDING, last_of, says, words
from graph_builder.model import Status

NAMES = ("post.elected_told_apart", "post.candidate_told_apart")
EXAMPLES = (
    (
        "عين المكتب السياسي لحزب الاستقلال أمناء إقليميين جددا. ويتعلق الأمر بكريم العلمي بطاطا، وسعيد الناصري بتيزنيت خلفا لحميد التازي.",
        (
            "كريم العلمي | أمين إقليمي | | حزب الاستقلال | طاطا",
            "سعيد الناصري | أمين إقليمي | | حزب الاستقلال | تيزنيت",
            "حميد التازي | أمين إقليمي | | حزب الاستقلال | تيزنيت | former",
        ),
    ),
    (
        "تنافس ثلاثة مرشحين لمنصب الكاتب الإقليمي لحزب الاستقلال بسلا: كريم العلمي، سعيد الناصري وحميد التازي.",
        ("كريم العلمي | الكاتب الإقليمي | | حزب الاستقلال | سلا | candidate", "حميد التازي | الكاتب الإقليمي"),
    ),
)
NEAR_MISSES = ("حضر أمناء إقليميون. وألقى كريم العلمي كلمة.", "تنافس الحزبان على المقعد: كريم العلمي غائب.")
_NAMELY = words("يتعلق ويتعلق الأمر هم وهم هما وهما أسماؤهم")


def holdings(d: Discourse, s: Sentence) -> Iterator[Holding]:
    """Yield the holders told after "namely", and the candidates listed for an office."""
    yield from _namely(d, s)
    yield from _candidates(s)


def _namely(d: Discourse, s: Sentence) -> Iterator[Holding]:
    if s.index == 0 or not (s.norm and s.norm[0] in _NAMELY):
        return
    roles = [r for r in of_type(d.sentences[s.index - 1], RoleMention) if r.form.number != "singular" and r.modified]
    if roles:
        yield from _each(s, roles[-1], s.mentions, "elected")


def _candidates(s: Sentence) -> Iterator[Holding]:
    for n, role in enumerate(s.mentions):
        if not isinstance(role, RoleMention) or not s.is_sign(role.j, ":") or role.form.number != "singular":
            continue
        seeking = last_of(s, SEEKING, role.i)
        if seeking >= 0 and role.i - seeking <= 4:
            yield from _each(s, role, s.mentions[n + 1 :], "candidate")


def _each(s: Sentence, role: RoleMention, mentions: list[Mention], status: Status) -> Iterator[Holding]:
    """Each person of the list with the role, at the place told after the name; after "in succession to", the former holder."""
    place: PlaceMention | None = None
    for n, m in enumerate(mentions):
        if not isinstance(m, PersonMention):
            continue
        succeeded = any(says(s, k, SUCCEEDING) for k in range(max(0, m.i - 3), m.i))
        following = mentions[n + 1] if n + 1 < len(mentions) else None
        own = following if isinstance(following, PlaceMention) and following.i - m.j <= 1 else None
        place = own or (place if succeeded else None)
        told = role if place is None else _at(role, place)
        yield Holding(m, told, s, f"post.{status}_told_apart", 0.85, "former" if succeeded else status)


def _at(role: RoleMention, place: PlaceMention) -> RoleMention:
    return replace(role, places=[place])
