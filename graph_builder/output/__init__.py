"""The folder that a build writes: replaced as a whole or not at all, and read as one build or not at all."""

from graph_builder.output.manifest import DATABASE, MANIFEST, PAGES, open_output, read_manifest
from graph_builder.output.replace import replacing
from graph_builder.output.single import write_file

__all__ = ["DATABASE", "MANIFEST", "PAGES", "open_output", "read_manifest", "replacing", "write_file"]
