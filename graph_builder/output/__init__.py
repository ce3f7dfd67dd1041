"""The folder that a build writes: replaced as a whole or not at all, and read as one build or not at all."""

from graph_builder.output.carry import carry_over
from graph_builder.output.manifest import DATABASE, MANIFEST, PAGES, TIMES, open_output, read_manifest
from graph_builder.output.replace import beside, replacing, tidied
from graph_builder.output.single import write_file

__all__ = [
    "DATABASE",
    "MANIFEST",
    "PAGES",
    "TIMES",
    "beside",
    "carry_over",
    "open_output",
    "read_manifest",
    "replacing",
    "tidied",
    "write_file",
]
