"""Keys by which entries of a lexicon name others: each has to be one that the lexicon has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

REFERENCES: Final = (
    ("parties", "members", "parties"),
    ("parties", "successor_of", "parties"),
    ("roles", "broader", "roles"),
    ("other_organisations", "party", "parties"),
)
"""File, field, and the file that has the keys that it names."""


def unknown(
    table: Callable[[str], Any],
    rows: Callable[[str], Iterable[list[str]]],
    added: Mapping[str, Any],
    added_rows: Mapping[str, list[list[str]]],
) -> Iterator[str]:
    """Yield what is wrong with the keys that a user's entries name.

    Args:
        table: gives a document of the whole lexicon, the user's entries among the package's.
        rows: gives the rows of a file of the whole lexicon.
        added: the user's documents.
        added_rows: the user's rows.
    """
    for file, field, target in REFERENCES:
        for entry in added.get(file, ()):
            named = entry.get(field) or []
            keys = {other["key"] for other in table(target)} if named else set()
            for key in [named] if isinstance(named, str) else named:
                if key not in keys:
                    yield f"{file}.yml: {field} of {entry['key']} is {key}, a key that {target}.yml does not have"
    if added.get("roles"):
        yield from _circles("roles.yml", {entry["key"]: entry.get("broader") for entry in table("roles")})
    if "places_extra" in added or "places.tsv" in added_rows:
        yield from _places(list(rows("places.tsv")), table("places_extra")["places"])


def _places(census: Iterable[list[str]], extra: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    listed = {row[0]: row[4] for row in census if row[0] != "code"}
    others = {str(entry["code"]): entry.get("parent") for entry in extra}
    for code in sorted(listed.keys() & others.keys()):
        yield f"places_extra.yml: {code} is the code of a place in places.tsv, where its whole row can be given anew"
    parents = {**listed, **others}
    for code, parent in parents.items():
        if parent and parent not in parents:
            yield f"places: the parent of {code} is {parent}, a code that no place has"
    yield from _circles("places", parents)


def _circles(file: str, up: Mapping[str, str | None]) -> Iterator[str]:
    """Yield entries above which one comes to themselves."""
    for start in up:
        seen = {start}
        above = up[start]
        while above and above not in seen:
            seen.add(above)
            above = up.get(above)
        if above:
            yield f"{file}: {start} stands above itself, by way of {above}"
            return
