"""What can be asked for, by name: known without loading what writes it."""

from __future__ import annotations

from typing import Literal

Rdf = Literal["turtle", "trig", "nquads", "jsonld"]
Format = Literal[Rdf, "graphml", "gexf", "xlsx", "popolo", "followthemoney", "quickstatements"]
"""Formats of one file."""
Folder = Literal["tables", "neo4j"]
"""Formats of several files."""
MeasureTable = Literal["things", "meetings", "parts"]
"""Tables of measures of the network."""
MeasureForm = Literal["table", "csv", "json"]
"""How a table of measures is written."""
