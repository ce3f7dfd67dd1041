"""Whom a deputy told by rank alone deputises for: "نائبا ثانيا" after "نائبا أول للرئيس", or below "أمينا للمال" in a roster."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence, of_type
from graph_builder.extraction.mention_kinds import RoleMention
from graph_builder.extraction.rules.roster import in_lines
from graph_builder.extraction.rules.status import is_ranked

_LINES: Final = 6
"""Lines of a roster back to the principal, deputies between."""
_RANKED: Final = 2
"""Words of a rank alone: "نائب ثان"."""


def with_principal(d: Discourse, s: Sentence, role: RoleMention) -> RoleMention:
    """Return a deputy of rank alone, told without article, with the office of his principal; other roles as they are."""
    if not is_ranked(role) or len(role.lemmas) != _RANKED or role.body is not None:
        return role
    principal = _in_sentence(s, role) if not role.definite else ""
    principal = principal or (_in_lines(d, s) if in_lines(d, s) else "")
    if not principal:
        return role
    head, rank = role.text.split()[:_RANKED]
    one = (
        f"{head} {rank} {_for(principal)}"
        if role.definite or " " not in principal
        else f"{head} {principal} {_definite(rank)}"
    )
    return replace(role, text=one, modified=True)


def _in_sentence(s: Sentence, role: RoleMention) -> str:
    """ "نائبا أول للرئيس، وY نائبا ثانيا": what the last deputy of the sentence with a principal is told with."""
    for other in of_type(s, RoleMention)[::-1]:
        if other.i < role.i and is_ranked(other) and len(other.lemmas) > _RANKED:
            return _of(other)
    return ""


def _in_lines(d: Discourse, s: Sentence) -> str:
    """The office of the line above, deputies of rank alone passed over."""
    for other in d.sentences[max(0, s.index - _LINES) : s.index][::-1]:
        roles = of_type(other, RoleMention)
        if len(roles) != 1:
            return ""
        if is_ranked(roles[0]):
            if len(roles[0].lemmas) > _RANKED:
                return _of(roles[0])
            continue
        return _named(roles[0].text.split()) if not roles[0].public else ""
    return ""


def _of(role: RoleMention) -> str:
    """The principal within a deputy's office: "رئيس" of "نائب أول للرئيس" or "نائب أول لرئيس"."""
    first, *rest = role.text.split()[_RANKED:]
    return _named([ARTICLE + first[2:] if first.startswith("لل") else first.removeprefix("ل"), *rest])


def _for(principal: str) -> str:
    """ "للرئيس" of "رئيس", "للكاتب العام" of "الكاتب العام", "لأمين المال" of "أمين المال"."""
    bare = principal.removeprefix(ARTICLE)
    return f"لل{bare}" if bare != principal or " " not in principal else f"ل{principal}"


def _named(words: list[str]) -> str:
    """An office as a deputy's is told of it: "رئيس", "الكاتب العام", "أمين المال"."""
    if len(words) == 1:
        return words[0].removeprefix(ARTICLE)
    construct = words[1].startswith(ARTICLE) and not words[0].startswith(ARTICLE)
    return " ".join(words if construct else (ARTICLE + word.removeprefix(ARTICLE) for word in words))


def _definite(rank: str) -> str:
    """A rank with its article: "الثاني" of "ثان"."""
    return ARTICLE + (rank + "ي" if rank.endswith("ن") else rank)
