"""What a build keeps of what it read: enough to build again without the articles, and no article's full text."""

from graph_builder.memory.readings import keeping
from graph_builder.memory.world import ENTITIES, READINGS, load_world, write_entities

__all__ = ["ENTITIES", "READINGS", "keeping", "load_world", "write_entities"]
