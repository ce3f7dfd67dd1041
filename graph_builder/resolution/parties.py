"""Parties: one for each entry of the lexicon, one for each folded name that the lexicon does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph_builder.lexicon.vocabulary import vocabulary
from graph_builder.model import Claim, PartyFact
from graph_builder.resolution import spelling
from graph_builder.resolution.grouping import Group, counted, preferred, same_spelling
from graph_builder.resolution.setting import Setting

KEY = "key:"
Use = Claim | str
"""A claim of a party, or only another spelling of its name."""


def named(at: Setting) -> Iterator[tuple[str, Use]]:
    """Yield the names of parties in an article, each after what stands for the party."""
    known = [claim for claim in at.claims("party", "firm", "spelling") if claim.name in at.parties]
    yield from ((at.parties[claim.name], claim) for claim in known)
    here = {at.parties[claim.name] for claim in known}
    loose = (claim for claim in at.claims("party", "loose") if claim.name not in at.parties)
    yield from ((own, claim) for claim in loose if (own := spelling.party(claim.name)) in here)
    for fact in at.reading.facts:
        if isinstance(fact, PartyFact):
            yield from ((at.parties[fact.name], alias) for alias in fact.aliases)


def groups(own: str, uses: Sequence[Use]) -> Iterator[Group]:
    """Yield the party for which ``own`` stands; ``uses``: all its names."""
    same = sorted(use for use in uses if isinstance(use, Claim))
    aliases = {use for use in uses if isinstance(use, str)}
    key = own.removeprefix(KEY) if own.startswith(KEY) else None
    names = counted(same)
    name = vocabulary().party_entries[key]["ar"] if key else preferred(names)
    because = f"one party of the lexicon ({key})" if key else "same name but for spelling"
    others = (names.keys() | aliases) - {name}
    reasons = {_reason(other, name, own, because) for other in others} | set(
        same_spelling(same, "one party of the lexicon" if key else "same name")
    )
    yield Group("party", (own,), tuple(same), name, frozenset(others), frozenset(reasons), key)


def _reason(other: str, name: str, own: str, because: str) -> str:
    """Say why a spelling is of this party; one that the lexicon does not know was joined to it by its article."""
    if spelling.is_anaphor(other):
        because = "the one party that the article names"
    elif spelling.party(other) != own:
        because = "taken for one party in the article"
    return f"{other} = {name}: {because}"
