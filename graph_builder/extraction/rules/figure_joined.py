"""What those counted join, are members of, or apply for, where words beside them say so."""

from __future__ import annotations

from typing import Final

from graph_builder.arabic.inflection import verb_forms
from graph_builder.extraction.discourse import Discourse, bodies_in, parties_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import BodyMention, NumberMention, PartyMention
from graph_builder.extraction.rules.figure_counted import NOUNS, Counted
from graph_builder.extraction.rules.figure_owner import body_name, with_scope
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

_WORDS: Final = data("figure_words")
_VERBS: Final = [verb.partition("/") for verb in _WORDS["joining_verbs"]]
_JOINING: Final = folded(_WORDS["joining"]) | {form for verb in _VERBS for form in verb_forms(verb[0], verb[2])}
_OWN: Final = folded(noun + own for noun in _WORDS["joining_nouns"] for own in ("", "هم", "هن", "ه", "ها"))
_INTO: Final = folded(_WORDS["into"])
_MEMBERSHIP: Final = folded(_WORDS["membership"])
_THEIRS: Final = ("هم", "هن")
_AFTER: Final = 4
"""Words from those counted to what they joined or applied for."""
_BEFORE: Final = 12
"""Words from a verb of joining to those who did."""


def joins(s: Sentence, end: int) -> bool:
    """Whether those counted are said to join right after them: "60 فاعلا أعلنوا انضمامهم إلى"."""
    return _joining(s, end, min(end + _AFTER, len(s.norm))) is not None


def joined(d: Discourse, s: Sentence, n: NumberMention, c: Counted) -> str | None:
    """Return the body or party that those counted join: "انضم إلى حزب كذا سبعة مستشارين", "35 شابا التحقوا بفرع كذا"."""
    start, end = min(n.i, c.i), max(n.j, c.j)
    last = max((m.j for m in of_type(s, NumberMention) if m.j <= n.i and m is not n), default=0)
    at = _joining(s, max(last, start - _BEFORE), start)
    at = _joining(s, end, min(end + _AFTER, len(s.norm))) if at is None else at
    stop = next((m.i for m in of_type(s, NumberMention) if m.i > end), len(s.norm))
    told: list[BodyMention | PartyMention] = [*bodies_in(s), *parties_in(s)]
    into = [m for m in told if at is not None and at < m.i < stop and _is_into(s, m)]
    first = min(into, key=lambda m: m.i, default=None)
    if isinstance(first, BodyMention):
        return body_name(d, s, first) if first.number == "singular" and first.kind == "party" else None
    party = d.resolve_party(first, s, first.i) if first else None
    return with_scope(d, s, n, c, party.name, first) if party else None


def membership(d: Discourse, s: Sentence, n: NumberMention, c: Counted) -> str | None:
    """Return the body whose membership those counted got: "80 شابا لعضوية المجلس الوطني"."""
    end = max(n.j, c.j)
    for body in bodies_in(s):
        k = body.i - 1 - (s.norm[body.i - 1] in _INTO)
        if k < 0 or body.number != "singular" or not any(x.bare in _MEMBERSHIP for x in s.tokens[k].word.splits):
            continue
        before = body.j <= n.i <= body.j + _AFTER and not any(body.j <= sign < n.i for sign in s.signs)
        if before or end <= k < end + _AFTER:
            return body_name(d, s, body)
    return None


def applies(s: Sentence, end: int) -> bool:
    """Whether those counted put in applications: "16 شخصا طلبات انخراطهم", "22 مناضلا بترشيحاتهم"."""
    for k in range(end, min(end + _AFTER - 1, len(s.norm))):
        for split in s.tokens[k].word.splits:
            own = next((split.bare.removesuffix(theirs) for theirs in _THEIRS if split.bare.endswith(theirs)), "")
            many = (noun.number == "plural" for noun in NOUNS.get(split.bare, ()) if noun.kind == "applications")
            if any(many) or any(noun.kind == "applications" for noun in NOUNS.get(own, ())):
                return True
    return False


def _joining(s: Sentence, start: int, end: int) -> int | None:
    """The word of joining nearest after those counted, or before them."""
    found = [
        k
        for k in range(start, end)
        if not _JOINING.isdisjoint(s.tokens[k].word.said)
        or any(split.bare in _OWN for split in s.tokens[k].word.splits)
    ]
    return found[0] if found else None


def _is_into(s: Sentence, m: BodyMention | PartyMention) -> bool:
    return m.prefix in ("ب", "ل", "لل") or (m.i > 0 and s.norm[m.i - 1] in _INTO)
