"""The bureau of an association, in an article about no party: its officers are told as chosen to that."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from graph_builder.arabic.normalise import fold
from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.discourse import Discourse
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.known import BODY
from graph_builder.extraction.mention_kinds import BodyMention
from graph_builder.extraction.rules.triggers import ELECTING, RENEWING, says
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded

_BUREAU: Final = "مكتب"
_HEAD: Final = fold(_BUREAU)
_COUNCIL: Final = fold("مجلس")
_ADMINISTRATIVE: Final = fold("إداري")
_ADMINISTRATION: Final = (fold("إدارة"), fold("إدارتها"), fold("إدارته"))
_BOARD: Final = ("المجلس الإداري", "مجلس الإدارة")
_STEERING: Final = folded(data("body_words")["steering"])
_CHOSEN: Final = ELECTING | RENEWING
_NEAR: Final = 3
"""Words before the bureau within which it is told as chosen."""


def bureau_of(d: Discourse, last: Sentence, body: BodyMention) -> BodyMention:
    """Return the bureau told as chosen up to a sentence, for the association whose it is; else the body itself."""
    if d.main_party is not None or body.kind != "civil" or body.head == _HEAD:
        return body
    for s in d.sentences[: last.index + 1]:
        for k in range(len(s.norm)):
            if s.may[k] & BODY and (name := _chosen(d, s, k)):
                return replace(body, name=name, head=_HEAD)
    return body


def alone(body: BodyMention) -> BodyMention:
    """Return the bureau of a union by its own name, as that of an association is told: "المكتب التنفيذي لنقابة كذا"."""
    if body.parent is None:
        return body
    told = body.name.split()
    return replace(body, name=" ".join(told[: len(told) - len(body.parent.name.split())]) or body.name)


def _council(s: Sentence, k: int) -> str:
    """The name of a council of administration: "المجلس الإداري", "مجلس إدارتها"; empty of any other."""
    after = s.bare[k + 1].removesuffix("ا") if k + 1 < len(s.norm) else ""
    if after == _ADMINISTRATIVE:
        return _BOARD[0]
    return _BOARD[1] if after.startswith(_ADMINISTRATION) else ""


def _chosen(d: Discourse, s: Sentence, k: int) -> str:
    """The name of a bureau told as chosen, with its steering adjective: "انتخب المكتب المسير", "أفرز مكتبا إداريا"."""
    if any(x.bare.removesuffix("ا") == _COUNCIL for x in s.tokens[k].word.splits):
        return _council(s, k)
    if not any(x.bare.removesuffix("ا") == _HEAD or x.rest.startswith(_HEAD) for x in s.tokens[k].word.splits):
        return ""
    if not any(says(s, n, _CHOSEN) for n in range(max(0, k - _NEAR), k)):
        return ""
    adjective = s.bare[k + 1].removesuffix("ا") if k + 1 < len(s.norm) else ""
    if adjective in d.vocabulary.bodies.adjectives and adjective not in _STEERING:
        return ""  # "المكتب الجهوي" is a body by itself
    written = next((word for word in data("body_words")["steering"] if fold(word) == adjective), "")
    return f"{ARTICLE}{_BUREAU} {ARTICLE}{written}" if adjective in _STEERING else f"{ARTICLE}{_BUREAU}"
