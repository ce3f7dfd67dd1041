"""What a build keeps of what it read: enough to build again without the articles, and no article's full text."""

from graph_builder.memory.journal import Journal
from graph_builder.memory.reader import kept_of
from graph_builder.memory.run import Run
from graph_builder.memory.stored import Stored
from graph_builder.memory.text import shared, slim
from graph_builder.memory.world import (
    ENTITIES,
    PAIRS,
    READINGS,
    load_readings,
    load_world,
    world_in,
    write_entities,
    write_pairs,
)

__all__ = [
    "ENTITIES",
    "PAIRS",
    "READINGS",
    "Journal",
    "Run",
    "Stored",
    "kept_of",
    "load_readings",
    "load_world",
    "shared",
    "slim",
    "world_in",
    "write_entities",
    "write_pairs",
]
