"""Serving a build over HTTP: ``serve``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("out")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="The address to listen at; 0.0.0.0: all of this machine's."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any that is free.")
@click.option(
    "--timeout", metavar="S", type=click.FloatRange(0.1, 3600), default=10.0, show_default=True,
    help="Seconds after which a question is stopped.",
)  # fmt: skip
@click.option(
    "--max-rows", metavar="N", type=click.IntRange(1), default=100_000, show_default=True,
    help="Rows or statements of an answer; one with more is refused.",
)  # fmt: skip
@click.option(
    "--memory", metavar="MB", type=click.IntRange(16), default=1024, show_default=True,
    help="What one question may use.",
)  # fmt: skip
@click.option(
    "--workers", metavar="N", type=click.IntRange(1, 64), default=4, show_default=True,
    help="Questions answered at once.",
)  # fmt: skip
@click.option("--cors", metavar="ORIGIN", multiple=True, help="A site whose pages may ask; may be repeated; * is all.")
@click.option("--name", "names", metavar="HOST", multiple=True, help="A name by which clients call; may be repeated.")
def serve(
    out: str, host: str, port: int, timeout: float, max_rows: int, memory: int, workers: int,
    cors: tuple[str, ...], names: tuple[str, ...],
) -> None:  # fmt: skip
    """Serve the graph in the folder OUT: a SPARQL endpoint, a page to ask it, a page for every IRI.

    Only this machine can reach it, unless --host says otherwise. Nothing can be changed through it. A build may replace
    OUT meanwhile: the next question is answered from the new one. Ctrl-C ends it.

    \b
    Example:
      graph-builder serve out --port 8080
    """
    # Imported only here: no other command needs a server.
    from graph_builder.server.running import serve as run  # noqa: PLC0415
    from graph_builder.server.settings import Settings  # noqa: PLC0415

    def ready(address: str) -> None:
        click.echo(f"Serving {out} at {address} (SPARQL: {address}sparql). Ctrl-C ends it.")

    run(Settings(Path(out), host, port, timeout, max_rows, memory, workers, cors, names), ready)
