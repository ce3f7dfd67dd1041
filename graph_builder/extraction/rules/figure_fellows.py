"""Of which body those are whom a text counts as its fellows, where at most a party stands nearer: "25 عضوا"."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.discourse import Discourse, bodies_in, parties_in, parts_of
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.full_names import stands_alone
from graph_builder.extraction.mention_kinds import BodyMention, NumberMention, PartyMention, RoleMention
from graph_builder.extraction.rules import figure_seats as seats
from graph_builder.extraction.rules.figure_counted import Counted, noun_at
from graph_builder.extraction.rules.renewed import listed_body, made_up_before
from graph_builder.extraction.rules.triggers import COMPOSING, ELECTING, LISTING, RENEWING, says, tells, trigger, words
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded, vocabulary

_PARTY: Final = fold("حزب")
_WHO: Final = words("الذي التي")
_FROM: Final = "من"
_INTO: Final = folded(data("figure_words")["into"]) | words("داخل بعضوية عضوية أعضاء")
_BY_LISTS: Final = folded(data("figure_words")["makes_up"])
"""Before a body, they tell that it is the one made up."""
_MAKING: Final = ELECTING | COMPOSING | LISTING | RENEWING | trigger("approving") | trigger("choosing")
_REACH: Final = 12
"""Words from a verb of having to the number."""
_NAME: Final = 7
"""Words of a body that no mention tells: "اللجنة المشرفة على انتخابات الحزب"."""
_AFTER: Final = 6
"""Words from those counted to the body that they came into."""
_BACK: Final = 3
"""Sentences before within which the body was told."""


def body_of(d: Discourse, s: Sentence, n: NumberMention, c: Counted, party: PartyMention | None) -> BodyMention | None:
    """Return the body whose members are counted; ``None`` if they are the party's own, or none is told.

    In order: the body told before them, the one they came into, the one that the passage makes up; this last where
    the sentence names no party, or has a verb of having whose subject is none.
    """
    start = min(n.i, c.i)
    public = any(b.kind == "public" for b in bodies_in(s) if b.i < start)
    if public or _partys(s, start) or (party is not None and _is_own(s, party, c)):
        return None
    officers = {id(x) for r in of_type(s, RoleMention) if r.form.number == "singular" for x in parts_of(r)}
    told = [b for b in bodies_in(s) if b.i < start and _may_have(s, b) and id(b) not in officers]
    if told:
        return told[-1]
    if (into := _into(s, n, c)) is not None or (into := made_up_before(d, s, start)) is not None:
        return into
    having = any(s.norm[k].removeprefix("و") in seats.HAVING for k in range(max(0, start - _REACH), start))
    if party is not None and id(party) not in officers and not having:
        return None
    listed = _made_up(d, s) or listed_body(d, s, start, False)
    return None if listed is None or listed.kind != "party" or stands_alone(listed) else listed


def _may_have(s: Sentence, body: BodyMention) -> bool:
    """Whether a body has members here: one of a party, not counted itself, and not the one out of which others come."""
    counted = any(m.j == body.i for m in of_type(s, NumberMention))
    return body.kind == "party" and body.number == "singular" and not counted and s.norm[body.i - 1] != _FROM


def _partys(s: Sentence, start: int) -> bool:
    """Whether a party is the subject right before a verb of having: "الحزب يتوفر على 300 عضو", "حزبها يضم 300 عضو"."""
    ends = {p.j for p in parties_in(s)}
    for k in range(start - 1, 0, -1):
        if s.norm[k].removeprefix("و") in seats.HAVING:
            return k in ends or any(x.bare.startswith(_PARTY) for x in s.tokens[k - 1].word.splits)
    return False


def _is_own(s: Sentence, party: PartyMention, c: Counted) -> bool:
    """Whether those counted are told as the party's own: "يضم حزب كذا 300 عضو", "عدد أعضاء الحزب", "300 عضو في الحزب"."""
    if party.i >= c.j:
        return party.i <= c.j + 1
    noun = noun_at(s, party.i - 1, clitics=True)
    return (noun is not None and noun[0].kind == "members") or s.norm[party.i - 1].removeprefix("و") in seats.HAVING


def having(s: Sentence, start: int) -> str | None:
    """Return the body that no mention tells in full, before or after its verb of having: "مكتب التنسيق الوطني، الذي يضم ..."."""
    counted = max((m.j for m in of_type(s, NumberMention) if m.j <= start), default=0)
    for k in range(start - 1, max(counted, start - _REACH) - 1, -1):
        if s.norm[k].removeprefix("و") not in seats.HAVING:
            continue
        return _told_after(s, k + 1, start) or (_told_before(s, k - 1) if s.norm[k - 1] in _WHO else None)
    return None


def _told_after(s: Sentence, i: int, start: int) -> str | None:
    """ "تتألف اللجنة المشرفة على انتخابات الحزب من مقرر وتسعة أعضاء": up to "of"."""
    end = next((k for k in range(i, start) if s.norm[k] == _FROM or s.tokens[k].word.kind != "word"), start)
    mentioned = any(b.i == i for b in bodies_in(s))
    return s.text(i, end) if 1 < end - i <= _NAME and not mentioned and _is_head(s, i) else None


def _told_before(s: Sentence, end: int) -> str | None:
    """The body that ends before a relative: its first word is the nearest that begins a body."""
    end -= s.is_sign(end - 1, "،,")
    for k in range(end - 1, max(-1, end - _NAME), -1):
        if s.tokens[k].word.kind != "word":
            return None
        if _is_head(s, k):
            inside = any(b.i < k < b.j or (b.i == k and b.j == end) for b in bodies_in(s))
            prefix = next(x.prefix for x in s.tokens[k].word.splits if x.bare in vocabulary().bodies.heads)
            return None if inside or end - k == 1 else s.text(k, end).removeprefix(prefix)
    return None


def _is_head(s: Sentence, k: int) -> bool:
    heads = vocabulary().bodies.heads
    splits = s.tokens[k].word.splits
    return any(h.form.number == "singular" and not h.form.pronoun for x in splits for h in heads.get(x.bare, ()))


def _into(s: Sentence, n: NumberMention, c: Counted) -> BodyMention | None:
    """ "17 عضوا من أعضاء الكتابة الوطنية", "14 عضوا تمكنوا من دخول المكتب السياسي": the body right after them."""
    end = max(n.j, c.j)
    stop = min(
        [end + _AFTER, *(m.i for m in of_type(s, NumberMention) if m.i >= end), *(k for k in s.signs if k >= end)]
    )
    told = (b for b in bodies_in(s) if end <= b.i < stop and b.kind == "party" and b.number == "singular")
    return next((b for b in told if b.prefix in ("ب", "ل") or s.norm[b.i - 1] in _INTO), None)


def _made_up(d: Discourse, s: Sentence) -> BodyMention | None:
    """The body that a sentence shortly before makes up: after a word of its list or choice, else no subject of a verb."""
    for other in d.sentences[max(0, s.index - _BACK) : s.index][::-1]:
        told = [b for b in bodies_in(other) if _may_have(other, b) and not stands_alone(b)]
        if not told:
            continue
        listed = (b for b in told if b.i and any(x.bare in _BY_LISTS for x in other.tokens[b.i - 1].word.splits))
        if not tells(other, _MAKING):
            return next(listed, None) or next((b for b in told if not b.name.startswith(ARTICLE)), None)
        chosen = (b for b in told[::-1] if not (b.i and says(other, b.i - 1, _MAKING)))
        return next(listed, None) or next(chosen, None)
    return None
