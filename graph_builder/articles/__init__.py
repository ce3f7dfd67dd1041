"""Reading articles: files to clean text with offsets, title, source and date; furniture and repeats named, not kept."""

from graph_builder.articles.assemble import Stated, article_from_text
from graph_builder.articles.looking import looked_into
from graph_builder.articles.places import Found, Place, Raw
from graph_builder.articles.reading import found, found_in, found_row, numbered, raw, read_articles

__all__ = [
    "Found",
    "Place",
    "Raw",
    "Stated",
    "article_from_text",
    "found",
    "found_in",
    "found_row",
    "looked_into",
    "numbered",
    "raw",
    "read_articles",
]
