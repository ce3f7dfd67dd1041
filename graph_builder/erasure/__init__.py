"""People who are to be forgotten: a list of keyed hashes, and readings without them."""

from graph_builder.erasure.forgotten import (
    Forgotten,
    folded,
    is_full,
    list_beside,
    list_for,
    new_list,
    read_list,
    with_person,
    written,
)
from graph_builder.erasure.hiding import hidden

__all__ = [
    "Forgotten",
    "folded",
    "hidden",
    "is_full",
    "list_beside",
    "list_for",
    "new_list",
    "read_list",
    "with_person",
    "written",
]
