"""Reading articles: files to clean text with offsets, title, source and date; furniture and repeats named, not kept."""

from graph_builder.articles.assemble import Stated, article_from_text
from graph_builder.articles.reading import Found, Place, found, found_in, found_row, numbered, read_articles

__all__ = [
    "Found",
    "Place",
    "Stated",
    "article_from_text",
    "found",
    "found_in",
    "found_row",
    "numbered",
    "read_articles",
]
