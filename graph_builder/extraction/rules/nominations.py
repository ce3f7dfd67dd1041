"""Candidacies told before a list: "آلت التزكية لكل من", "قرر الحزب ترشيح", "يخوض الانتخابات باسمه كل من", "يقود لوائحه"."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.inflection import Form
from graph_builder.arabic.normalise import fold
from graph_builder.extraction.discourse import Discourse, parties_in
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import PartyMention, PlaceMention, RoleMention
from graph_builder.extraction.rules.triggers import saying, says, tells, trigger, words

NOMINATING: Final = trigger("nominating")
_RUNNING: Final = trigger("running")
POLLS: Final = trigger("polls")
_RACES: Final = words("الانتخابات انتخابات غمار المنافسة الاستحقاقات السباق الاستحقاق المعركة باسم ألوان بألوان")
_LEADING: Final = words("يقود تقود سيقود ستقود يقودون يتصدر تتصدر تصدر تصدرت يترأس تترأس سيترأس ستترأس يرأس لقيادة")
_LISTS: Final = words("لوائح اللوائح لوائحه لوائحها لائحة اللائحة لائحته لائحتها قوائم قوائمه قائمة")
HEADS: Final = words("وكلاء وكيل وكيلة وكيلات")
MANY_HEADS: Final = words("وكلاء وكيلات وكلائه وكلائها")
"""... of whom each of a list heads one."""
REFUSING: Final = words("لم لن لا عدم رفض رفضت سحب سحبت بسحب احتج احتجت احتجاجا انتقد انتقدت ضد")
FOR_ELECTIONS: Final = words("للانتخابات لانتخابات للترشح للاستحقاقات للتنافس للمنافسة لخوض لقيادة لتمثيل لدخول")
_GETTING: Final = words("تلقى تلقت نال نالت حصل حصلت حاز حازت ظفر ظفرت")
_TRUST: Final = words("ثقته ثقتها الثقة ثقة الاختيار اختيار اختار اختارت")
_CANDIDATE: Final = fold("مرشح")
_HEAD: Final = fold("وكيل")
_NEAR: Final = 6
"""Tokens from a verb of running or leading to the election or the lists."""
_LEAD: Final = 3
"""Sentences of title and lead that say what an article is about."""


def is_electoral(d: Discourse, s: Sentence) -> bool:
    """Return whether title, lead, the sentence or the one before tell of a public election."""
    about = [*d.sentences[:_LEAD], *d.sentences[max(0, s.index - 1) : s.index + 1]]
    return any(tells(other, POLLS) for other in about)


def nomination(s: Sentence, floor: int, end: int) -> tuple[int, bool] | None:
    """Return the last word between two tokens that tells of candidates, no refusal before it, and whether they lead lists."""
    told = [(k, False) for k in saying(s, NOMINATING)]
    told += [(k, False) for k in saying(s, _RUNNING) if _follows(s, k, _RACES, end)]
    told += [(k, True) for k in saying(s, _LEADING) if _follows(s, k, _LISTS, end)]
    near = max(((k, leads) for k, leads in told if floor <= k < end), default=None)
    return None if near is None or any(floor <= k < near[0] for k in saying(s, REFUSING)) else near


def given_favour(s: Sentence, floor: int, start: int, end: int) -> tuple[int, bool] | None:
    """Return the word before a list that tells of candidates by what follows: "تلقى X تزكية", "ثقته في X لخوض الانتخابات"."""
    if any(floor <= k < start for k in saying(s, REFUSING)):
        return None
    after = range(end, min(end + 2, len(s.norm)))
    near = range(max(floor, start - _NEAR), start)
    got = any(says(s, k, NOMINATING) for k in after) and any(says(s, k, _GETTING) for k in near)
    trusted = any(s.norm[k] in FOR_ELECTIONS for k in after) and any(says(s, k, _TRUST) for k in near)
    return (start - 1, False) if got or trusted else None


def _follows(s: Sentence, k: int, among: frozenset[str], end: int) -> bool:
    return any(k < n <= k + _NEAR and n < end for n in saying(s, among))


def candidacy(
    d: Discourse,
    at: int,
    leads: bool,
    party: PartyMention | None,
    places: list[PlaceMention],
    heading: frozenset[str] = HEADS,
) -> RoleMention:
    """Return "head of list" where the article tells of such, by one of the words ``heading``, else "candidate"."""
    heads = leads or any(tells(other, heading) for other in d.sentences)
    lemma, key, text = (_HEAD, "list_head", "وكيل لائحة") if heads else (_CANDIDATE, "candidate", _CANDIDATE)
    form = Form("m", "singular", "", False)
    return RoleMention(
        at, at, "", text, lemma, key, form, (lemma,), False, False, party=party, places=places, modified=True
    )  # fmt: skip


def party_before(s: Sentence, end: int) -> PartyMention | None:
    """Return the party named last before token ``end``, by its name."""
    return next((p for p in parties_in(s)[::-1] if p.j <= end and p.via != "anaphor"), None)
