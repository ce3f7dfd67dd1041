"""Seats told once for several parties: "ثلاثة مقاعد لكل من ...", "حزبا كذا وكذا بستة مقاعد لكل واحد منهما"."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.discourse import Discourse, parties_in
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import NumberMention
from graph_builder.extraction.rules.figure_counted import Counted
from graph_builder.extraction.rules.triggers import words

_EACH: Final = words("لكل")
_OF: Final = words("من")
_OF_THEM: Final = words("واحد واحدة منهما منهم منها حزب")
_UP_TO: Final = words("على ب")
_SEVERAL: Final = 2
_JOINED: Final = ("", "و", "ل", "ول")


def sharers(d: Discourse, s: Sentence, n: NumberMention, c: Counted) -> list[str]:
    """Return the parties each of which has the seats counted; none where they are one's, or of all together.

    Fewer seats than parties named before them ("أ وب وج على مقعدين") cannot be of all together.
    """
    end, start = max(n.j, c.j), min(n.i, c.i)
    each = end + 1 < len(s.norm) and s.norm[end] in _EACH
    if each and s.norm[end + 1] in _OF:
        return _run(d, s, end + 2)[0]
    told = _several(_before(d, s, start))
    if each and s.norm[end + 1] in _OF_THEM:
        return told
    return _several(_to(d, s, end)) or (told if n.value < len(told) else [])


def _several(names: list[str]) -> list[str]:
    return names if len(names) >= _SEVERAL else []


def _to(d: Discourse, s: Sentence, end: int) -> list[str]:
    """ "مقعد واحد للعدالة والتنمية والتقدم والاشتراكية": the parties to whom the seats went."""
    to = end < len(s.norm) and any(x.prefix == "ل" for x in s.tokens[end].word.splits)
    return _run(d, s, end)[0] if to else []


def _before(d: Discourse, s: Sentence, start: int) -> list[str]:
    """The parties joined right before the number, since the number before it."""
    last = max((m.j for m in of_type(s, NumberMention) if m.j <= start), default=0)
    for k in range(last, start):
        names, end = _run(d, s, k)
        if names and end <= start and all(s.norm[x] in _UP_TO for x in range(end, start)):
            return names
    return []


def _run(d: Discourse, s: Sentence, k: int) -> tuple[list[str], int]:
    """The parties named one after the other from token ``k``, joined by commas or "and", and where they end."""
    names: list[str] = []
    end = k
    while (found := named(d, s, k, bool(names))) is not None:
        names.append(found[0])
        k = end = found[1]
        k += s.is_sign(k, "،,")
        k += k < len(s.norm) and s.norm[k] == "و"
    return names, end


def named(d: Discourse, s: Sentence, k: int, goes_on: bool) -> tuple[str, int] | None:
    """The party named at token ``k``, with or without "party", and the end of its name."""
    mention = next((p for p in parties_in(s) if p.i == k and p.name), None)
    if mention is not None:
        return mention.name, mention.j
    for split in s.tokens[k].word.splits if k < len(s.norm) else ():
        joined = split.prefix in _JOINED if goes_on else split.prefix in ("", "ل")
        term = d.vocabulary.after_hizb.longest(split.rest, s.norm, k) if joined else None
        if term is not None and term[1].via != "symbol":
            return term[1].name, term[0]
    return None
