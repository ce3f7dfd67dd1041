"""``build --engine spark``: the same build by a Spark cluster, or by Spark on this machine."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from graph_builder.cli.watching import Watcher, show_summary

if TYPE_CHECKING:
    from graph_builder.pipeline import Options

ENGINE = click.option(
    "--engine", type=click.Choice(["local", "spark"]), default="local", show_default=True,
    help="What builds: this machine's processes, or Spark, which writes N-Quads and Parquet and no pages.",
)  # fmt: skip
MASTER = click.option(
    "--master", metavar="URL", help="Where Spark works, as local[2].  [default: what spark-submit was told]"
)


def build_on_spark(inputs: Sequence[str], out: str, options: Options, master: str | None) -> None:
    """Build by Spark, and say what came of it."""
    from graph_builder.spark.build import build  # noqa: PLC0415  # needs an extra

    started = time.monotonic()
    with Watcher(0) as watcher:
        summary = build(inputs, out, options, master, watcher)
    show_summary(summary, time.monotonic() - started)
    click.echo(
        f"\nNext:\n  {out}/graph/*.nq.gz into a SPARQL server (docs/how-to/spark.md says how)\n"
        f"  {out}/tables/* with whatever reads Parquet"
    )
    if watcher.errors:
        click.get_current_context().exit(1)
