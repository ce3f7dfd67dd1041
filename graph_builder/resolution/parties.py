"""Parties: one for each entry of the lexicon, one for each folded name that the lexicon does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph_builder.lexicon.vocabulary import vocabulary
from graph_builder.model import Claim, PartyFact
from graph_builder.resolution import spelling
from graph_builder.resolution.grouping import Group, collected, counted, preferred, same_spelling
from graph_builder.resolution.setting import Setting

KEY = "key:"


def parties(settings: Iterable[Setting]) -> Iterator[Group]:
    """Yield the parties that the readings name."""
    found: list[tuple[str, Claim]] = []
    aliases: dict[str, set[str]] = {}
    for at in settings:
        known = at.claims("party", "firm", "spelling")
        found += [(at.parties[claim.name], claim) for claim in known if claim.name in at.parties]
        here = {at.parties[claim.name] for claim in known if claim.name in at.parties}
        loose = [claim for claim in at.claims("party", "loose") if claim.name not in at.parties]
        found += [(own, claim) for claim in loose if (own := spelling.party(claim.name)) in here]
        for fact in at.reading.facts:
            if isinstance(fact, PartyFact):
                aliases.setdefault(at.parties[fact.name], set()).update(fact.aliases)
    own_of = {claim: own for own, claim in found}
    for same in collected(found):
        own = own_of[same[0]]
        yield _group(own, same, aliases.get(own, set()))


def _group(own: str, same: list[Claim], aliases: set[str]) -> Group:
    key = own.removeprefix(KEY) if own.startswith(KEY) else None
    names = counted(same)
    name = vocabulary().party_entries[key]["ar"] if key else preferred(names)
    because = f"one party of the lexicon ({key})" if key else "same name but for spelling"
    others = (names.keys() | aliases) - {name}
    reasons = {_reason(other, name, own, because) for other in others} | set(
        same_spelling(same, "one party of the lexicon" if key else "same name")
    )
    return Group("party", (own,), tuple(same), name, frozenset(others), frozenset(reasons), key)


def _reason(other: str, name: str, own: str, because: str) -> str:
    """Say why a spelling is of this party; one that the lexicon does not know was joined to it by its article."""
    if spelling.is_anaphor(other):
        because = "the one party that the article names"
    elif spelling.party(other) != own:
        because = "taken for one party in the article"
    return f"{other} = {name}: {because}"
