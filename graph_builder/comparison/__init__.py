"""What one build says that another does not: people, posts, bodies and events gained, lost, changed."""

from graph_builder.comparison.differences import Change, Difference, compare

__all__ = ["Change", "Difference", "compare"]
