"""What Arabic calls things: commented data files, their loader, and the tables made from them.

``use(folder)`` adds the words of a user to those of the package, for this process.
"""

from graph_builder.lexicon.loader import use

__all__ = ["use"]
