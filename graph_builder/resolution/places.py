"""Places: one for each entry of the lexicon, one for each folded name that the lexicon does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph_builder.resolution import spelling
from graph_builder.resolution.grouping import Group, collected, counted, preferred, same_spelling
from graph_builder.resolution.setting import Setting


def places(settings: Iterable[Setting]) -> Iterator[Group]:
    """Yield the places that the readings name."""
    every = (claim for at in settings for claim in at.claims("place"))
    for same in collected((spelling.place(claim.name), claim) for claim in every):
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
            identity=(spelling.place(same[0].name),),
            claims=tuple(same),
            name=name,
            aliases=frozenset(others),
            reasons=frozenset(reasons),
            key=listed.code if listed else None,
        )
