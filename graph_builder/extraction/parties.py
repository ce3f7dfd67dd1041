"""The parties that an article names, with the spellings it uses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from graph_builder.extraction.discourse import Discourse, parties_in
from graph_builder.extraction.document import PartyMention, Sentence
from graph_builder.model import PartyFact

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
                aliases.setdefault(m.name, set()).add(s.text(m.i, m.j)[len(m.prefix) :])
    for name, (s, m) in found.items():
        entry = d.vocabulary.party_entries.get(m.key or "", {})
        others = tuple(sorted(aliases.get(name, set()) - {name}))
        yield PartyFact(name, others, entry.get("abbreviation"), m.key, s.evidence(f"party.{m.via}", CONFIDENCE[m.via]))
