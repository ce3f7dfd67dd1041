"""How a role phrase is spelt: the noun's form, and the adjectives after it: rank, level, former, whose member."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from graph_builder.arabic.inflection import Form
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import PartyMention, RoleMention
from graph_builder.extraction.mentions.parties import names_party
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import Adjective, Head, Vocabulary, folded
from graph_builder.model import Level

_TANWIN: Final = "ة\u064b"
_TAKES_ANY: Final = folded(data("grammar_words")["role"]["takes_any"])
_LEVELS: Final[dict[str, Level]] = {
    "national": "national", "regional": "regional", "provincial": "provincial", "local": "local"
}  # fmt: skip


@cache
def spelling(lemma: str, feminine: str | None, gender: str) -> str:
    """Return a role's noun or adjective in the gender of its holder."""
    if gender == "m":
        return lemma
    return feminine or (lemma if lemma.endswith("ة") else lemma + "ة")


def form_of(s: Sentence, i: int, head: Head, vocabulary: Vocabulary) -> Form:
    """The form of a noun as its tanwin and adjective tell it: "الخليفة الأول" is a man's."""
    form = head.form
    if s.tokens[i].word.spelt.endswith(_TANWIN):
        form = replace(form, case="accusative")
    after = s.bare[i + 1] if i + 1 < len(s.norm) else ""
    common = head.entry.get("fs") == head.lemma and after in vocabulary.roles.adjectives
    return replace(form, gender="m") if common and not after.endswith("ه") else form


def read_adjectives(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> None:
    """Rank and level: "العام", "الإقليمي", "الأول"; "السابق" is no part of the text."""
    while role.j < len(s.norm) and s.tokens[role.j].word.kind == "word":
        bare = s.bare[role.j]
        if bare in vocabulary.roles.former:
            role.former = True
        elif bare in vocabulary.roles.fresh:
            pass
        elif bare in vocabulary.roles.adjectives and not names_party(s, role.j, vocabulary):
            adjective = vocabulary.roles.adjectives[bare]
            if _disagrees(role, bare, adjective):
                return
            definite = s.tokens[role.j].word.definite
            entry_gender = "f" if role.form.gender == "f" and role.sense == "holder" else "m"
            definite = definite or (role.sense == "office" and role.definite)
            ms = adjective.lemma if definite or entry_gender == "f" else adjective.indefinite
            word = spelling(ms, _feminine(adjective.lemma), entry_gender)
            role.text += " " + ("ال" if definite else "") + word
            role.lemmas += (adjective.folded,)
            role.level = _LEVELS.get(adjective.level or "") or role.level
            role.modified = True
        elif role.party is None and (party := _its_party(s, role, vocabulary)) is not None:
            role.party = party
        else:
            return
        role.j += 1


def _its_party(s: Sentence, role: RoleMention, vocabulary: Vocabulary) -> PartyMention | None:
    """ "الرئيس الاستقلالي لجماعة سلا": an adjective that tells whose member the holder is."""
    follower = vocabulary.followers.get(s.norm[role.j])
    one = role.form.number == "singular" and role.definite == s.tokens[role.j].word.definite
    if follower is None or not one or role.sense != "holder" or role.head not in _TAKES_ANY:
        return None
    return PartyMention(role.j, role.j + 1, "", follower.key, follower.name, "followers")


def _disagrees(role: RoleMention, bare: str, adjective: Adjective) -> bool:
    """Whether a feminine stands after one man's office: "رئيس بلدية كذا" is of a town, "رئيس بلدي" is not meant."""
    one_man = role.form.gender == "m" and role.form.number == "singular" and role.sense == "holder"
    return one_man and bare.endswith("ه") and not adjective.folded.endswith("ه")


@cache
def _feminine(lemma: str) -> str | None:
    return next((a.get("fs") for a in data("role_words")["adjectives"] if a["ms"] == lemma), None)
