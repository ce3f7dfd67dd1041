"""Resolution: which names of which articles are one thing, and why. Plain data in and out, the same in any order."""

from graph_builder.resolution.resolve import resolve

__all__ = ["resolve"]
