"""The pages of a build: ``visualise``."""

from __future__ import annotations

import shlex

import click


@click.command()
@click.argument("out")
def visualise(out: str) -> None:
    """Write the pages of the folder OUT anew, from what else it holds; the articles are not needed.

    Of use after an update of this program. OUT is replaced as a whole or not at all.

    \b
    Example:
      graph-builder visualise out
    """
    from graph_builder.visual.site.write import visualise as write_anew  # noqa: PLC0415

    write_anew(out)
    click.echo(f"open {shlex.quote(out)}/index.html in a browser")
