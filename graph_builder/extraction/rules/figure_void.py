"""Ballots that nobody got: void and blank ones, and votes withheld."""

from __future__ import annotations

from typing import Final

from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import NumberMention
from graph_builder.extraction.rules.figure_counted import NOUNS, Counted, noun_at
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

_VOTES: Final = data("figure_words")["votes"]
_VOID: Final[dict[str, str]] = {next(iter(folded([word]))): said for word, said in _VOTES["void"].items()}
_WITHHELD: Final = folded(_VOTES["withheld"])
_MANY_VOTES: Final = data("figure_words")["nouns"]["votes"][0].partition("/")[2]
_VOTE: Final = frozenset(form for form, nouns in NOUNS.items() if any(noun.kind == "votes" for noun in nouns))
_NEAR: Final = 4
"""Words between a number and what tells it as void."""


def is_void_word(s: Sentence, k: int) -> bool:
    """Whether a word tells votes as void or withheld: "والملغاة 6"."""
    return bool(_word(s, k))


def are_void(group: str) -> bool:
    """Whether ballots are told as cast but void or blank, not as withheld."""
    return group.rpartition(" ")[2] in _VOID.values()


def named_before(s: Sentence, n: NumberMention) -> Counted | None:
    """ "الأوراق الملغاة: 3": the ballots that a line names as void, then a sign and their number."""
    k = n.i - 1
    while k > 0 and s.tokens[k].word.kind == "punct":
        k -= 1
    found = noun_at(s, k - 1, clitics=True)
    told = found is not None and found[0].kind in ("votes", "ballots") and is_void_word(s, k)
    return Counted("ballots", k - 1, n.i, True) if told else None


def void(s: Sentence, n: NumberMention, c: Counted) -> str | None:
    """Return how votes that nobody got are told: "أوراق ملغاة", "أصوات بيضاء", or the word for those withheld."""
    last = max((m.j for m in of_type(s, NumberMention) if m.j <= n.i), default=0)
    stop = min((m.i for m in of_type(s, NumberMention) if m.i >= n.j), default=len(s.norm))
    for k in range(max(n.j, c.j), min(max(n.j, c.j) + _NEAR, stop)):
        if s.tokens[k].word.kind == "punct" or s.norm[k].startswith("و"):
            break
        if word := _word(s, k):
            return _group(s, c, word)
    for k in range(n.i - 1, (max(last, n.i - _NEAR) if c.i >= n.i else c.i) - 1, -1):
        if s.tokens[k].word.kind == "punct" and c.i >= n.i:
            break
        if word := _word(s, k):
            return _group(s, c, word)
    return None


def _word(s: Sentence, k: int) -> str:
    """The adjective of void votes that a word tells, or the word itself for those withheld; empty if it tells neither."""
    for split in s.tokens[k].word.splits if k >= 0 else ():
        for form in (split.rest, split.bare):  # what begins "ألغيت" looks like the article
            if form in _VOID:
                return _VOID[form]
        if split.bare in _WITHHELD:
            return s.text(k, k + 1).removeprefix("و")
    return ""


def _group(s: Sentence, c: Counted, word: str) -> str:
    if word not in _VOID.values():
        return word
    if any(split.bare in _VOTE for split in s.tokens[c.i].word.splits):
        return f"{_MANY_VOTES} {word}"
    prefix = next((split.prefix for split in s.tokens[c.i].word.splits if split.bare in NOUNS), "")
    return f"{s.text(c.i, c.i + 1).removeprefix(prefix)} {word}"
