"""The parties that an article names, with the spellings it uses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.arabic.tokens import ARTICLE
from graph_builder.extraction.discourse import Discourse, parties_in
from graph_builder.extraction.document import Sentence
from graph_builder.extraction.mention_kinds import PartyMention
from graph_builder.extraction.mentions.written import written
from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import folded
from graph_builder.model import PartyFact

_TWO: Final = folded(data("grammar_words")["party"]["two"])
CONFIDENCE: Final = {"name": 0.97, "nickname": 0.93, "symbol": 0.9, "parallel": 0.85, "followers": 0.8, "pattern": 0.8}


def parties(d: Discourse) -> Iterator[PartyFact]:
    """Yield each party once, surest mention first."""
    found: dict[str, tuple[Sentence, PartyMention]] = {}
    aliases: dict[str, set[str]] = {}
    for s in d.sentences:
        for m in parties_in(s):
            if m.via == "anaphor":
                continue
            found.setdefault(m.name, (s, m))
            if m.via in ("name", "nickname", "symbol"):
                aliases.setdefault(m.name, set()).add(_spelt(s, m))
    for name, (s, m) in found.items():
        entry = d.vocabulary.party_entries.get(m.key or "", {})
        others = tuple(sorted(aliases.get(name, set()) - {name}))
        yield PartyFact(name, others, entry.get("abbreviation"), m.key, s.evidence(f"party.{m.via}", CONFIDENCE[m.via]))


def _spelt(s: Sentence, m: PartyMention) -> str:
    """The name as the text spells it, without clitics, quotes and the head of two: "للاستقلال" as "الاستقلال"."""
    two = m.j - m.i > 1 and any(x.rest in _TWO for x in s.tokens[m.i].word.splits)
    words = [k for k in range(m.i + two, m.j) if s.tokens[k].word.kind == "word"]
    first, prefix = words[0], "" if two else m.prefix
    glued = prefix.endswith("ل") and s.norm[first][len(prefix) :].startswith("ل")
    names = [written(s, first, first + 1, prefix, ARTICLE if glued else "")]
    return " ".join([*names, *(written(s, k, k + 1, "", "") for k in words[1:])])
