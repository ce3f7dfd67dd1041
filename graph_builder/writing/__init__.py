"""The files of a build: what they hold of each article is made by several processes, and written in one order."""

from graph_builder.writing.article import Teller
from graph_builder.writing.files import Files, write_articles
from graph_builder.writing.sifting import Sifting, slim

__all__ = ["Files", "Sifting", "Teller", "slim", "write_articles"]
