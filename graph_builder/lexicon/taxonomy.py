"""Roles of the taxonomy (roles.yml): which concept a role phrase is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from graph_builder.lexicon.loader import data
from graph_builder.lexicon.vocabulary import bares


@cache
def _concepts() -> dict[tuple[str, ...], str]:
    concepts: dict[tuple[str, ...], str] = {}
    for entry in data("roles"):
        for phrase in (entry["ar"], *entry.get("variants", ())):
            concepts.setdefault(tuple(bares(phrase)), entry["key"])
    return concepts


def role_key(lemmas: Sequence[str], head: str) -> str | None:
    """Return the concept of a role given by its folded lemmas, the longest that fits; ``None`` if none does.

    Args:
        lemmas: masculine singular words of the phrase, folded, without articles.
        head: key of the head noun, for a phrase whose head alone is a concept.
    """
    concepts = _concepts()
    for length in range(len(lemmas), 0, -1):
        key = concepts.get(tuple(lemmas[:length]))
        if key:
            return key
    return head if head in concepts.values() else None
