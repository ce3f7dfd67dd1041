"""What the network of a build shows as a whole: ``analyse``."""

from __future__ import annotations

from typing import get_args

import click

from graph_builder.export.formats import MeasureForm, MeasureTable
from graph_builder.model import EntityKind


@click.command()
@click.argument("out")
@click.option(
    "--of",
    "table",
    type=click.Choice(get_args(MeasureTable)),
    default="things",
    show_default=True,
    help="Of each thing; of each two people who took part in one event; of the parts that hang together.",
)
@click.option(
    "--kind", type=click.Choice(["person", "party", "body", "event", "plan"]), help="Of things, only this kind."
)
@click.option("--format", "form", type=click.Choice(get_args(MeasureForm)), default="table", show_default=True)
@click.option(
    "--top", metavar="N", type=click.IntRange(1), help="Only the first N rows.  [default: 20 as table, else all]"
)
def analyse(out: str, table: MeasureTable, kind: EntityKind | None, form: MeasureForm, top: int | None) -> None:
    """Measure the network of people, parties, bodies, events and plans in the folder OUT.

    Who is central (degree, betweenness, pagerank), who alone ties bodies of two levels (bridges), who was at events
    with whom (meetings), and which parts hang together. The formats graphml and gexf of export carry the same measures.

    \b
    Examples:
      graph-builder analyse out
      graph-builder analyse out --kind person --top 10
      graph-builder analyse out --of meetings --format csv > meetings.csv
    """
    # Imported only here: they take longer than answering a question from a graph does.
    from graph_builder.convert import measured_network  # noqa: PLC0415
    from graph_builder.export.measures import measures  # noqa: PLC0415

    shown = top or (20 if form == "table" else None)
    click.echo(measures(measured_network(out), table, form, shown, kind), nl=False)
