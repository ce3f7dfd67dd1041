"""Whoever reads facts from an article: the rules of this package, other installed programs, files of ready facts."""

from graph_builder.extractors.plugins import Installed, Supplier, installed
from graph_builder.extractors.ready import Ready
from graph_builder.extractors.source import RULES, Rules, Source, Told, read, sources

__all__ = ["RULES", "Installed", "Ready", "Rules", "Source", "Supplier", "Told", "installed", "read", "sources"]
