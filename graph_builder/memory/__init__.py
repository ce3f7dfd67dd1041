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
    entity_text,
    load_readings,
    load_world,
    pair_text,
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
    "entity_text",
    "kept_of",
    "load_readings",
    "load_world",
    "pair_text",
    "shared",
    "slim",
    "world_in",
    "write_entities",
    "write_pairs",
]
