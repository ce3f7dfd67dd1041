"""What a build keeps of what it read: enough to build again without the articles, and no article's full text."""

from graph_builder.memory.readings import keeping
from graph_builder.memory.world import ENTITIES, PAIRS, READINGS, load_world, write_entities, write_pairs

__all__ = ["ENTITIES", "PAIRS", "READINGS", "keeping", "load_world", "write_entities", "write_pairs"]
