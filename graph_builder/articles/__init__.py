"""Reading articles: files to clean text with offsets, title, source and date; furniture and repeats named, not kept."""

from graph_builder.articles.assemble import Stated, article_from_text
from graph_builder.articles.reading import Found, Place, found, numbered, read_articles

__all__ = ["Found", "Place", "Stated", "article_from_text", "found", "numbered", "read_articles"]
