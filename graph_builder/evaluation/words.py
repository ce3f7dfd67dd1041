"""The judge's own words, read from words.yml: kept apart from the lexicon, so that the two cannot err together."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def words() -> dict[str, Any]:
    """Return group -> its words as newspapers write them; ``servant`` is one word, ``nicknames`` nickname -> party.

    >>> "حزب" in words()["party"]
    True
    """
    text = files("graph_builder.evaluation").joinpath("words.yml").read_text(encoding="utf-8")
    groups: dict[str, Any] = yaml.safe_load(text)
    return groups
