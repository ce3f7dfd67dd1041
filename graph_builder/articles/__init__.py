"""Reading articles: files to clean text with offsets, title, source and date; furniture and repeats named, not kept."""

from graph_builder.articles.assemble import Stated, article_from_text
from graph_builder.articles.reading import read_articles

__all__ = ["Stated", "article_from_text", "read_articles"]
