"""The files of a build: what they hold of each article is made by several processes, and written in one order."""

from graph_builder.writing.article import Decided, Denoted, Teller, alone
from graph_builder.writing.files import Files, decided, write_articles
from graph_builder.writing.sifting import Sifting

__all__ = ["Decided", "Denoted", "Files", "Sifting", "Teller", "alone", "decided", "write_articles"]
