"""Writing a build to another server: ``upload``."""

from __future__ import annotations

import click


@click.command()
@click.argument("out")
@click.option(
    "--store", "address", metavar="URL", required=True, help="Where the server takes graphs (Graph Store Protocol)."
)
def upload(out: str, address: str) -> None:
    """Write the graph in the folder OUT to a SPARQL 1.1 server, in the place of the one that was written there before.

    The server holds each article's graph under its name, and all statements in its default graph. A name and a password
    may stand in the URL. If it is cut short, do it again.

    \b
    Examples:
      graph-builder upload out --store http://localhost:7878/store
      graph-builder upload out --store http://localhost:3030/parties/data
    """
    # Imported only here: no other command needs it.
    from graph_builder.export.upload import upload as write  # noqa: PLC0415

    click.echo(f"Wrote {write(out, address):,} graphs to the store.")
