"""``python -m graph_builder`` is ``graph-builder``."""

from graph_builder.cli import main

main(prog_name="graph-builder")
