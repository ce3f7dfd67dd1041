"""A user's words among the package's: one way for every file.

Lists get the user's entries, first; a table gets them key by key; an entry with a key that is there already is merged
with it; any other value is replaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from graph_builder.arabic.normalise import fold

KEYS: Final = ("code", "ms", "key", "ar")
"""The fields that say which entry it is; the first that an entry has."""


def key_of(entry: Any) -> tuple[str, str] | None:
    """Return field and value by which an entry of a list is known; ``None`` for a word."""
    if not isinstance(entry, Mapping):
        return None
    return next(((field, str(entry[field])) for field in KEYS if field in entry), None)


def merged(own: Any, added: Any) -> Any:
    """Return a value of the package with a user's; neither is changed."""
    if isinstance(own, Mapping) and isinstance(added, Mapping):
        changed = {key: merged(own[key], value) if key in own else value for key, value in added.items()}
        return {**own, **changed}
    if isinstance(own, list) and isinstance(added, list):
        return _merged_list(own, added)
    return added


def _merged_list(own: Sequence[Any], added: Sequence[Any]) -> list[Any]:
    """What is new comes first, so that of two meanings of a name the user's is taken."""
    changes = {key_of(entry): entry for entry in added if key_of(entry)}
    kept: list[Any] = []
    for entry in own:
        change = changes.pop(key_of(entry), None) if key_of(entry) else None
        kept.append(entry if change is None else merged(entry, change))
    new = [entry for entry in added if not key_of(entry) or key_of(entry) in changes]
    return [*new, *kept]


def merged_rows(own: Iterable[list[str]], added: Sequence[list[str]]) -> Iterator[list[str]]:
    """Yield a user's rows, then those of the package whose first cell is another."""
    replaced = {fold(row[0]) for row in added}
    yield from added
    yield from (row for row in own if fold(row[0]) not in replaced)
