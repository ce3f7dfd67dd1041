"""The truth of the stories, for the names as resolution claims them."""

from __future__ import annotations

from collections.abc import Iterable

from graph_builder.model import Claim
from tests.resolution.world.papers import Story
from tests.resolution.world.score import Truth


def truth(stories: Iterable[Story]) -> Truth:
    """Return which person each printed name denotes, and which event each article's event is."""
    known: dict[Claim, str] = {}
    for story in stories:
        known[Claim("event", story.id, "e1")] = story.happening.id
        for mention in story.mentions:
            for name in filter(None, (mention.printed, mention.later)):
                known[Claim("person", story.id, name)] = mention.soul.id
    return known
