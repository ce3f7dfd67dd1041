"""Places: one for each entry of the lexicon, one for each folded name that the lexicon does not have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph_builder.model import Claim
from graph_builder.resolution import spelling
from graph_builder.resolution.grouping import Group, counted, preferred, same_spelling
from graph_builder.resolution.setting import Setting


def named(at: Setting) -> Iterator[tuple[str, Claim]]:
    """Yield the names of places in an article, each after what stands for the place."""
    for claim in at.claims("place"):
        yield spelling.place(claim.name), claim


def groups(own: str, claims: Sequence[Claim]) -> Iterator[Group]:
    """Yield the place for which ``own`` stands; ``claims``: all that denote it."""
    same = sorted(claims)
    names = counted(same)
    listed = spelling.listed_place(same[0].name)
    name = listed.name if listed else preferred(names)
    because = f"one place of the lexicon ({listed.code})" if listed else "same name but for spelling"
    others = sorted(names.keys() - {name})
    reasons = {f"{other} = {name}: {because}" for other in others} | set(
        same_spelling(same, "one place of the lexicon" if listed else "same name")
    )
    yield Group(
        kind="place",
        identity=(own,),
        claims=tuple(same),
        name=name,
        aliases=frozenset(others),
        reasons=frozenset(reasons),
        key=listed.code if listed else None,
    )
