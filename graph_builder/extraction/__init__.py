"""Extraction: one article in, its facts out. Pure: the same article gives the same reading on every machine."""

from graph_builder.extraction.extract import extract

__all__ = ["extract"]
